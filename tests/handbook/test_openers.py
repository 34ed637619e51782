"""The data of the six ways is whole, in both languages."""

import pytest
from pydantic import ValidationError

from dakehu.codes import Opener
from dakehu.handbook.openers import Need, Way, strengths, ways
from dakehu.handbook.texts import gaps

LINE = {"zh": ["{news}"], "en": ["{news}"]}
BOTH = {"zh": "话", "en": "words"}
WAY = {
    "needs": "news",
    "idea": BOTH,
    "when": BOTH,
    "example": BOTH,
    "mistake": BOTH,
    "templates": LINE,
}


def test_every_way_is_there_in_the_handbooks_order() -> None:
    assert list(ways()) == list(Opener)


def test_each_way_has_its_own_need() -> None:
    assert {way.needs for way in ways().values()} == set(Need)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_way_has_words_that_need_no_contact(language: str) -> None:
    for way in ways().values():
        assert any("contact" not in gaps(line) for line in way.templates.in_(language))


def test_the_department_has_strengths_to_state() -> None:
    assert all(one.zh and one.en for one in strengths())
    assert strengths()


@pytest.mark.parametrize(
    "templates",
    [
        {"zh": ["{news}"], "en": []},
        {"zh": ["没有消息"], "en": ["no news"]},
        {"zh": ["{news}{price}"], "en": ["{news}"]},
        {"zh": ["{contact}，{news}"], "en": ["{contact}, {news}"]},
    ],
)
def test_words_with_wrong_gaps_are_refused(templates: dict[str, list[str]]) -> None:
    with pytest.raises(ValidationError):
        Way.model_validate(WAY | {"templates": templates})


def test_a_way_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError):
        Way.model_validate(WAY | {"price": 1})
