"""The handbook's passages: whole, in both languages, leading to each other."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from dakehu.handbook import passages as module
from dakehu.handbook.passages import Passage, outside, passages, sections, within

IDS = Path(__file__).parents[1] / "coaching" / "passage_ids.yml"
ONE = {
    "id": "9.1",
    "section": "3",
    "title": {"zh": "题", "en": "Title"},
    "text": {"zh": "文", "en": "Text"},
    "asked": {"zh": ["问"], "en": ["asked"]},
    "related": [],
}


def test_every_rule_of_the_handbook_has_its_passage() -> None:
    assert set(passages()) == set(yaml.safe_load(IDS.read_text(encoding="utf-8")))


@pytest.mark.parametrize("passage", passages().values(), ids=lambda p: p.id)
def test_a_passage_can_be_asked_for_in_many_ways_in_both_languages(passage: Passage) -> None:
    assert len(passage.asked.zh) >= 20
    assert len(passage.asked.en) >= 20
    assert passage.title.zh and passage.title.en and passage.text.zh and passage.text.en


def test_every_section_has_passages_and_every_passage_is_in_one() -> None:
    assert sum(len(within(section)) for section in sections()) == len(passages())
    assert all(within(section) for section in sections())


def test_what_no_passage_answers_is_known_in_both_languages() -> None:
    assert min(len(outside().zh), len(outside().en)) >= 100


@pytest.mark.parametrize("lacking", ["en", "zh"])
def test_a_passage_in_one_language_is_refused(lacking: str) -> None:
    half = {k: v for k, v in ONE["title"].items() if k != lacking}  # type: ignore[attr-defined]
    with pytest.raises(ValidationError):
        Passage.model_validate(ONE | {"title": half})


def test_a_key_that_nobody_reads_is_refused() -> None:
    with pytest.raises(ValidationError):
        Passage.model_validate(ONE | {"realted": []})


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"section": "99"}, "no section"), ({"related": ["8"]}, "8"), ({"related": ["9.1"]}, "9.1")],
)
def test_a_passage_that_leads_nowhere_is_refused(wrong: dict[str, object], said: str) -> None:
    passage = Passage.model_validate(ONE | wrong)
    with pytest.raises(ValueError, match=said):
        module._check(passage, {"9.1": passage})
