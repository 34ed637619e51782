"""Who wins when readings claim the same field or the same words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dakehu.language.extraction.settle import Claim, Ground, settle
from dakehu.language.extraction.told import Told
from dakehu.language.times import TimeExpression


def claim(field: str, value: Any, span: tuple[int, int], ground: Ground = Ground.WORD) -> Claim:
    return Claim(field, Told(value, "x" * (span[1] - span[0]), span), ground)


def winners(*claims: Claim) -> dict[str, Any]:
    return {field: told.value for field, told in settle(claims).items()}


def time(day: int) -> TimeExpression:
    start = datetime(2026, 11, day, tzinfo=UTC)
    return TimeExpression("", (0, 1), "span", start, start, "day")


@pytest.mark.parametrize(
    "better", [Ground.NAME, Ground.CUE, Ground.WORD, Ground.SIGN, Ground.DOUBT]
)
def test_the_better_ground_wins_wherever_it_stands(better: Ground) -> None:
    worse = Ground(better - 1)
    assert winners(
        claim("purpose", "first", (0, 2), worse), claim("purpose", "second", (5, 7), better)
    ) == {"purpose": "second"}


def test_the_rules_win_over_the_model() -> None:
    assert winners(
        claim("purpose", "model", (0, 2), Ground.MODEL), claim("purpose", "rule", (5, 7))
    ) == {"purpose": "rule"}


def test_what_only_the_model_found_is_used() -> None:
    assert winners(claim("purpose", "model", (0, 2), Ground.MODEL)) == {"purpose": "model"}


def test_on_equal_ground_the_first_told_wins() -> None:
    assert winners(claim("method", "phone", (5, 7)), claim("method", "meal", (0, 2))) == {
        "method": "meal"
    }


def test_of_an_outcome_the_last_told_wins() -> None:
    assert winners(claim("outcome", "setback", (0, 2)), claim("outcome", "progress", (5, 7))) == {
        "outcome": "progress"
    }


def test_of_two_that_begin_together_the_longer_wins() -> None:
    assert winners(claim("place", "hall", (3, 5)), claim("place", "exhibition hall", (3, 9))) == {
        "place": "exhibition hall"
    }


def test_a_number_is_of_one_field_only_and_the_loser_takes_its_next() -> None:
    assert winners(
        claim("own_count", 3, (6, 8), Ground.CUE),
        claim("visitor_count", 3, (6, 8)),
        claim("visitor_count", 8, (0, 2)),
    ) == {"own_count": 3, "visitor_count": 8}


def test_a_time_that_lost_its_words_is_no_other_fields() -> None:
    assert winners(
        claim("next_visit_at", time(25), (4, 8), Ground.CUE), claim("started_at", time(25), (4, 8))
    ) == {"next_visit_at": time(25)}


def test_words_may_tell_two_codes() -> None:
    assert winners(claim("meal", "dinner", (0, 2)), claim("formality", "formal", (0, 2))) == {
        "meal": "dinner",
        "formality": "formal",
    }


def test_nothing_claimed_is_nothing_told() -> None:
    assert winners() == {}
