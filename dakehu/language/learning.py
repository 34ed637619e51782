"""Classifiers, learnt once for each state of what they learn from and how, and kept in a folder."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from zipfile import BadZipFile

import numpy as np

from dakehu.language.classifier import TextClassifier
from dakehu.language.vectors import Vectors

_HOW = ("classifier.py", "features.py", "vectors.py", "learning.py")
_folders: list[Path] = []


def keep_in(folder: Path) -> None:
    """Keep in a folder, from now on, what this process learns; before that, nothing is kept."""
    _folders[:] = [folder]


def learnt(examples: Iterable[tuple[str, str]]) -> TextClassifier:
    """Return the classifier of some (text, label): a kept one, else learnt now.

    What is kept holds numbers and words only; a file that is no good is learnt anew.
    """
    told = list(examples)
    if not _folders:
        return TextClassifier.trained(told)
    file = _folders[0] / f"labels-{_state(told)}.npz"
    kept = _load(file) if file.exists() else None
    if kept is None:
        kept = TextClassifier.trained(told)
        _save(kept, file)
    return kept


def _state(examples: list[tuple[str, str]]) -> str:
    drawn = hashlib.sha256(_how())
    drawn.update(json.dumps(examples, ensure_ascii=False).encode())
    return drawn.hexdigest()[:16]


@cache
def _how() -> bytes:
    here = files("dakehu.language")
    return b"".join((here / name).read_bytes() for name in _HOW)


def _save(learnt: TextClassifier, file: Path) -> None:
    """Write a classifier whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    words = json.dumps({"labels": learnt.labels, "features": learnt.vectors.columns}).encode()
    with NamedTemporaryFile(dir=file.parent, delete=False) as part:
        np.savez(
            part,
            words=np.frombuffer(words, dtype=np.uint8),
            rarity=learnt.vectors.rarity,
            coefficients=learnt.coefficients,
            sharpness=learnt.sharpness,
        )
    Path(part.name).replace(file)


def _load(file: Path) -> TextClassifier | None:
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
            words = json.loads(kept["words"].tobytes())
            vectors = Vectors(words["features"], kept["rarity"])
            sharpness = float(kept["sharpness"])
            return TextClassifier(words["labels"], vectors, kept["coefficients"], sharpness)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
