"""The review of a round: the parts of its score, what was missed, what was worded badly."""

import pytest

from dakehu.coaching import Breach
from dakehu.coaching.practice.records import Turn
from dakehu.coaching.practice.review import Review, review
from dakehu.coaching.practice.scenarios import scenarios
from dakehu.codes import Question

ANGRY = scenarios()["angry_caller"]
"""Weights 45, 20, 10, 20, 5; worth 18 in all."""


def turn(question: Question | None, fact: str | None = None, said: str = "好吗？") -> Turn:
    return Turn(said, question, fact, "嗯。")


STORY = turn(Question.OPEN, "story")
ALARM = turn(Question.TARGETED, "alarm")
VAIN = turn(Question.SELECTIVE)
BREACH = Breach("vague", (0, 2), "可以吗？")
VAGUE = turn(Question.SELECTIVE, said="大概可能行吗？")


def look(*turns: Turn, earlier: tuple[int, ...] = ()) -> Review:
    return review(ANGRY, turns, lambda said: [BREACH] * ("大概" in said), earlier)


def test_the_worth_of_what_came_out_counts() -> None:
    assert look(STORY, ALARM).parts["uncovered"] == round(45 * 4 / 18)


def test_questions_that_revealed_something_count_out_of_all_questions() -> None:
    assert look(STORY, ALARM, VAIN, VAIN).parts["fitting_types"] == 10


def test_a_statement_is_not_counted() -> None:
    assert look(STORY, turn(None)).parts == look(STORY).parts


def test_the_order_counts_as_far_as_it_follows_the_best_path() -> None:
    assert look(STORY, ALARM).parts["order"] == round(10 * 2 / 8)
    assert look(ALARM, STORY).parts["order"] == round(10 * 1 / 8)


def test_wording_counts_by_questions_without_a_breach() -> None:
    seen = look(STORY, VAGUE)
    assert seen.parts["wording"] == 10
    assert [slip.said for slip in seen.slips] == [VAGUE.said]


def test_an_insult_counts_as_bad_wording() -> None:
    assert look(STORY, turn(None, said="你这个笨蛋")).parts["wording"] == 10


@pytest.mark.parametrize(("last", "points"), [(Question.SERVICE, 5), (Question.OPEN, 0)])
def test_the_last_question_should_be_of_the_last_type_of_the_best_path(
    last: Question, points: int
) -> None:
    assert look(STORY, turn(last)).parts["ending"] == points


def test_a_round_without_a_question_scores_nothing() -> None:
    assert look().score == 0
    assert look(turn(None)).score == 0


def test_what_was_missed_is_named_the_worthiest_first() -> None:
    missed = look(STORY, ALARM).missed
    assert [fact.worth for fact in missed] == sorted((f.worth for f in missed), reverse=True)
    assert {fact.id for fact in missed}.isdisjoint({"story", "alarm"})


def test_the_types_used_are_counted() -> None:
    assert look(STORY, ALARM, VAIN, VAIN, turn(None)).types == {
        Question.OPEN: 1,
        Question.TARGETED: 1,
        Question.SELECTIVE: 2,
    }


def test_the_customer_takes_leave_by_how_much_came_out() -> None:
    found = [turn(fact.revealed_by[0], fact.id) for fact in ANGRY.facts]
    assert [look(*found[:n]).closing for n in (1, 3, 8)] == ["poor", "fair", "good"]


def test_a_fact_that_is_no_longer_in_the_scenario_is_passed_over() -> None:
    assert look(turn(Question.OPEN, "gone")).uncovered == []
