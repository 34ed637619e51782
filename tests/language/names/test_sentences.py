"""Every sentence of sentences.yml names the customers that it names, and ordinary words none."""

from pathlib import Path

import pytest
import yaml

from dakehu.language.names import NameIndex

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "sentences.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def index() -> NameIndex[str]:
    known = yaml.safe_load((HERE / "customers.yml").read_text(encoding="utf-8"))
    return NameIndex(known.items())


@pytest.mark.parametrize(("said", "ids", "words", "how"), CASES)
def test_a_sentence_names_its_customers(
    said: str, ids: list[str], words: str | None, how: str | None, index: NameIndex[str]
) -> None:
    found = index.find(said)
    assert [match.id for match in found] == ids
    assert {said[slice(*match.span)] for match in found} == ({words} if words else set())
    assert [match.how for match in found[:1]] == ([how] if how else [])


@pytest.mark.parametrize("said", [case[0] for case in CASES])
def test_scores_fall_and_none_is_under_six_tenths(said: str, index: NameIndex[str]) -> None:
    scores = [match.score for match in index.find(said)]
    assert scores == sorted(scores, reverse=True)
    assert all(0.6 <= score <= 1 for score in scores)
