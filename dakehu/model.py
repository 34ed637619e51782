"""The engine's model: trained once for each state of what it is made of."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from dakehu.running.system import ENGINE_PYTHON
from dakehu.settings import Settings

SOURCES = ("config.yml", "domain.yml", "domain", "data", "bot/importer.py", "bot/nlu", "uv.lock")
SUFFIXES = frozenset({".yml", ".py", ".txt", ".json", ".lock"})


class TrainingError(Exception):
    """The model could not be trained; the message is one line that names the log."""


def ready_model(settings: Settings) -> Path:
    """Return the model of the present sources, trained now if there is none yet.

    Raises:
        TrainingError: The training failed.
    """
    folder = settings.home.absolute() / "models"
    model = folder / f"dakehu-{sources_hash()}.tar.gz"
    if not model.exists():
        _train(model, folder, settings.home.absolute() / "logs" / "train.log")
    return model


def sources_hash() -> str:
    """Return the hash of the names and contents of all that a model is made of."""
    drawn = hashlib.sha256()
    for file in _sources():
        drawn.update(f"{file}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return drawn.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    for name in SOURCES:
        path = Path(name)
        if path.is_dir():
            yield from sorted(f for f in path.rglob("*") if f.suffix in SUFFIXES)
        elif path.exists():
            yield path


def _train(model: Path, folder: Path, log: Path) -> None:
    """Train beside the models and move the finished file in, so that a half one never counts."""
    unfinished = folder / "unfinished" / model.name
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [str(ENGINE_PYTHON), "-m", "bot.train", "--out", str(unfinished)]
    environment = {**os.environ, "RASA_CACHE_DIRECTORY": str(folder / "cache")}
    with log.open("wb") as out:
        ended = subprocess.run(  # noqa: S603 - our own command
            command, env=environment, stdout=out, stderr=subprocess.STDOUT, check=False
        )
    if ended.returncode != 0 or not unfinished.exists():
        raise TrainingError(f"training failed, see {log}")
    unfinished.replace(model)
