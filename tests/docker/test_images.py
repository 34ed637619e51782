"""Each image's install and start commands in a clean folder, as one system on PostgreSQL."""

import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from dakehu.model import ready_model
from dakehu.settings import Settings
from tests.docker.image import ROOT, Image
from tests.ports import free_port

SECRET = "0123456789abcdef"


@pytest.fixture
def settings(postgresql_url: str, tmp_path: Path) -> dict[str, str]:
    return {
        "DAKEHU_SECRET": SECRET,
        "DAKEHU_DATABASE_URL": postgresql_url,
        "DAKEHU_HOME": str(tmp_path / "home"),
        "DAKEHU_PORT": str(free_port()),
        "DAKEHU_ENGINE_PORT": str(free_port()),
        "DAKEHU_ACTIONS_PORT": str(free_port()),
    }


@pytest.fixture
def app(tmp_path: Path) -> Image:
    image = Image("app", tmp_path / "app", f"{sys.base_prefix}/bin/python3")
    image.install()
    return image


@pytest.fixture
def engine(tmp_path: Path) -> Image:
    python = (ROOT / ".venv-engine" / "bin" / "python").resolve()
    image = Image("engine", tmp_path / "engine", str(python))
    image.install()
    # The build trains the same sources; that takes long, and is done once for all tests.
    model = ready_model(Settings(_env_file=None, secret=SECRET))
    shutil.copy(model, image.folder / "model.tar.gz")
    return image


@pytest.fixture
def start(settings: dict[str, str]) -> Iterator[Callable[..., None]]:
    with ExitStack() as running:

        def start(image: Image, *words: str) -> None:
            process = running.enter_context(image.start(settings, *words))
            running.callback(process.terminate)

        yield start


def _until(what: Callable[[], bool], seconds: float = 120) -> None:
    give_up = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < give_up
        time.sleep(0.2)


def test_the_images_run_the_whole_system(
    app: Image, engine: Image, settings: dict[str, str], start: Callable[..., None]
) -> None:
    filled = app.start(settings, "demo", "--customers", "9", "--visits", "20", "--months", "2")
    assert filled.wait() == 0
    start(app)
    start(app, "actions")
    start(engine)
    _until(lambda: app.healthy("8000", settings["DAKEHU_PORT"]))
    _until(lambda: engine.healthy("5005", settings["DAKEHU_ENGINE_PORT"]))
    web = f"http://127.0.0.1:{settings['DAKEHU_PORT']}"
    with urllib.request.urlopen(f"{web}/readyz") as ready:
        assert ready.status == 200
    with urllib.request.urlopen(f"{web}/static/deepChat.bundle.js") as bundle:
        assert bundle.status == 200
    chat = [str(app.folder / ".venv/bin/python"), "-m", "dakehu", "chat", "--as", "specialist1"]
    said = subprocess.run(
        [*chat, "--json", "--url", web],
        input="找一下华东机电\n",
        env={"PATH": "/usr/bin:/bin"} | settings,
        cwd=app.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "华东机电设备有限公司" in said.stdout


def test_no_development_tool_is_left_in_the_application(app: Image) -> None:
    installed = {path.name.split("-")[0] for path in app.folder.rglob("*.dist-info")}
    assert "sqlalchemy" in installed
    assert not installed & {"pytest", "mypy", "ruff", "hypothesis", "playwright", "uv", "rasa"}


def test_of_what_npm_brings_only_the_bundle_is_in_the_application(app: Image) -> None:
    brought = [path for path in (app.folder / "web/node_modules").rglob("*") if path.is_file()]
    assert [path.name for path in brought] == ["deepChat.bundle.js"]
