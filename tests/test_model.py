"""The model is trained once for each state of its sources."""

from pathlib import Path

import pytest

from dakehu import model
from dakehu.settings import Settings

TRAINS = """#!/bin/sh
echo "$@" >> trainings
echo trained > "$4"
"""
FAILS = """#!/bin/sh
echo half > "$4"
exit 1
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data" / "nlu").mkdir(parents=True)
    (tmp_path / "config.yml").write_text("recipe: default.v1")
    (tmp_path / "data/nlu/visit.yml").write_text("nlu: []")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def here(project: Path) -> Settings:
    return Settings(_env_file=None, home=project / "var", secret="a secret for tests")


def trainer(project: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    python = project / "python"
    python.write_text(script)
    python.chmod(0o755)
    monkeypatch.setattr(model, "ENGINE_PYTHON", python)


def trainings(project: Path) -> int:
    return len((project / "trainings").read_text().splitlines())


def test_the_same_sources_are_trained_once(
    project: Path, here: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer(project, monkeypatch, TRAINS)
    assert model.ready_model(here) == model.ready_model(here)
    assert model.ready_model(here).read_text() == "trained\n"
    assert trainings(project) == 1


@pytest.mark.parametrize("source", ["config.yml", "data/nlu/visit.yml", "domain.yml", "uv.lock"])
def test_a_changed_source_is_trained_again(
    project: Path, here: Settings, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    trainer(project, monkeypatch, TRAINS)
    before = model.ready_model(here)
    (project / source).write_text("changed")
    assert model.ready_model(here) != before
    assert trainings(project) == 2


def test_a_source_that_went_back_needs_no_training(
    project: Path, here: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer(project, monkeypatch, TRAINS)
    before, was = model.ready_model(here), (project / "config.yml").read_text()
    (project / "config.yml").write_text("changed")
    model.ready_model(here)
    (project / "config.yml").write_text(was)
    assert model.ready_model(here) == before
    assert trainings(project) == 2


def test_what_is_no_source_changes_nothing(project: Path) -> None:
    before = model.sources_hash()
    (project / "README.md").write_text("changed")
    (project / "data/nlu/visit.yml~").write_text("an editor's")
    assert model.sources_hash() == before


def test_a_failed_training_is_said_with_its_log_and_leaves_no_model(
    project: Path, here: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer(project, monkeypatch, FAILS)
    with pytest.raises(model.TrainingError, match=r"train\.log"):
        model.ready_model(here)
    assert not list((project / "var/models").glob("*.tar.gz"))

    trainer(project, monkeypatch, TRAINS)
    assert model.ready_model(here).exists()
