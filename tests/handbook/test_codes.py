"""The handbook's words agree with the codes, and each means one of them."""

import pytest

from dakehu import codes as enums
from dakehu.handbook.codes import codes, find, label, words

STORED = {
    "visit_method": enums.VisitMethod,
    "outcome": enums.Outcome,
    "customer_level": enums.CustomerLevel,
    "customer_status": enums.CustomerStatus,
    "question": enums.Question,
    "opener": enums.Opener,
    "banquet_purpose": enums.BanquetPurpose,
    "formality": enums.Formality,
    "banquet_form": enums.BanquetForm,
    "meal": enums.Meal,
}
FREE = (
    *("satisfaction", "purpose", "region", "industry", "person_title", "acquired_via"),
    *("tour_vehicle", "tour_language", "tour_media", "tour_purpose", "diet"),
    *("practice_do", "practice_word", "practice_said"),
    *("phone_way", "phone_move"),
    *("advice_answer", "opener_verdict"),
)


@pytest.mark.parametrize(("kind", "enum"), STORED.items())
def test_a_set_has_the_codes_that_are_stored(kind: str, enum: type[enums.Outcome]) -> None:
    assert list(codes(kind)) == [str(code) for code in enum]


def test_satisfaction_goes_from_one_to_five() -> None:
    assert sorted(codes("satisfaction")) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("kind", [*STORED, *FREE])
def test_every_code_has_a_label_in_both_languages(kind: str) -> None:
    for code in codes(kind):
        assert label(kind, code, "zh")
        assert label(kind, code, "en")


@pytest.mark.parametrize("kind", [*STORED, *FREE])
def test_a_word_means_one_code(kind: str) -> None:
    owners: dict[str, str] = {}
    for code, said in words(kind).items():
        for word in said:
            assert owners.setdefault(word.casefold(), code) == code


@pytest.mark.parametrize("kind", [*STORED, *FREE])
def test_a_label_is_found_as_its_code(kind: str) -> None:
    for code in codes(kind):
        for language in ("zh", "en"):
            assert find(kind, label(kind, code, language))[:1] == [code]


@pytest.mark.parametrize(
    ("kind", "said", "code"),
    [
        ("customer_level", "改成A", "A"),
        ("satisfaction", "不满意", "2"),
        ("satisfaction", "3", "3"),
        ("visit_method", "用zoom开的会", "video"),
        ("outcome", "没进展", "unchanged"),
        ("outcome", "有进展", "progress"),
        ("region", "in the south", "华南"),
    ],
)
def test_words_of_a_sentence_are_found(kind: str, said: str, code: str) -> None:
    assert find(kind, said) == [code]


def test_a_latin_word_is_found_only_whole() -> None:
    assert find("outcome", "dealer") == []
