import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docker.image import ROOT, instructions

COMPOSE = ROOT / "docker" / "compose.yaml"
IMAGES = ("app", "engine")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
    return found


@pytest.mark.parametrize("image", IMAGES)
def test_a_dockerfile_passes_the_linter(image: str) -> None:
    linter = Path(sys.executable).with_name("hadolint")
    told = _run([str(linter), str(ROOT / "docker" / f"Dockerfile.{image}")], {})
    assert (told.returncode, told.stdout) == (0, "")


@pytest.mark.parametrize("image", IMAGES)
def test_an_image_runs_without_rights_and_says_how_it_is(image: str) -> None:
    said = list(instructions(image))
    last_stage = said[max(at for at, (word, _) in enumerate(said) if word == "FROM") :]
    words = dict(last_stage)
    assert words["USER"] == "10001"
    assert "HEALTHCHECK" in words
    assert "uv " not in words["RUN"]


@pytest.mark.parametrize("image", IMAGES)
def test_what_an_image_copies_is_there_and_not_ignored(image: str) -> None:
    ignored = ROOT / "docker" / f"Dockerfile.{image}.dockerignore"
    sent = {
        line[1:] for line in ignored.read_text(encoding="utf-8").splitlines() if line[:1] == "!"
    }
    for word, rest in instructions(image):
        if word == "COPY" and not rest.startswith("--from"):
            for source in rest.split()[:-1]:
                assert (ROOT / source).exists()
                within = {source, source.split("/")[0]}
                assert within & sent or ("*.yml" in sent and source.endswith(".yml"))


def test_only_the_gateway_can_be_reached_from_outside(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if "ports" in service] == ["gateway"]
    assert {services[name]["network_mode"] for name in ("actions", "engine")} == {"service:gateway"}


def test_every_service_but_the_database_is_closed_and_restarts(services: dict[str, Any]) -> None:
    for name in ("gateway", "actions", "engine"):
        service = services[name]
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert {service["restart"] for service in services.values()} == {"unless-stopped"}


def test_what_is_drawn_is_kept_where_the_gateway_finds_it(services: dict[str, Any]) -> None:
    assert services["actions"]["volumes"] == services["gateway"]["volumes"] == ["home:/app/var"]


def test_compose_reads_the_file_and_names_what_is_missing() -> None:
    settings = {"DAKEHU_SECRET": "0123456789abcdef", "DAKEHU_DATABASE_PASSWORD": "secret"}
    assert _compose(settings, "config", "--quiet").returncode == 0
    assert "DAKEHU_SECRET" in _compose({"DAKEHU_SECRET": ""}, "config").stderr


def _compose(settings: dict[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    docker = shutil.which("docker") or ""
    if not docker or _run([docker, "compose", "version"], {}).returncode:
        pytest.skip("docker compose is not installed")
    return _run([docker, "compose", "--file", str(COMPOSE), *words], settings)


def _run(command: list[str], settings: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, env=os.environ | settings, capture_output=True, text=True, check=False
    )
