from pathlib import Path

import pytest

from dakehu.language import learning
from dakehu.language.classifier import TextClassifier
from dakehu.language.learning import keep_in, learnt

EXAMPLES = [("电机多少钱", "price"), ("水泵什么时候到", "time"), ("how much is it", "price")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(learning, "_folders", [])
    keep_in(tmp_path)
    return tmp_path


def refuse(*_: object) -> TextClassifier:
    raise AssertionError("learnt again")


def test_what_was_learnt_is_not_learnt_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = learnt(EXAMPLES)
    monkeypatch.setattr(TextClassifier, "trained", refuse)
    again = learnt(EXAMPLES)
    assert again.ranking("阀门多少钱") == first.ranking("阀门多少钱")
    assert again.evidence("电机多少钱", "price") == first.evidence("电机多少钱", "price")


def test_other_examples_are_learnt_for_themselves(folder: Path) -> None:
    learnt(EXAMPLES)
    other = learnt([*EXAMPLES, ("发票开给谁", "invoice")])
    assert {label for label, _ in other.ranking("发票")} == {"price", "time", "invoice"}
    assert len(list(folder.glob("*.npz"))) == 2


@pytest.mark.parametrize("content", [b"", b"not what it says", b"PK\x03\x04 half of it"])
def test_a_spoilt_file_is_learnt_anew(folder: Path, content: bytes) -> None:
    first = learnt(EXAMPLES)
    (file,) = folder.glob("*.npz")
    file.write_bytes(content)
    assert learnt(EXAMPLES).ranking("阀门") == first.ranking("阀门")


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "_folders", [])
    assert learnt(EXAMPLES).ranking("多少钱")
    assert not list(tmp_path.iterdir())
