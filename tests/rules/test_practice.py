"""Rounds of practice are kept question by question, belong to their person, and count once."""

from datetime import timedelta

import pytest

from dakehu.access import Denied, Reason
from dakehu.coaching import practice
from dakehu.coaching.practice import Begun, Played
from dakehu.codes import Language, PracticeState, Question
from dakehu.desk import Desk
from dakehu.problems import Conflict, Missing
from tests.rules.conftest import Department, Seat

ANGRY = Begun("angry_caller", Language.ZH)
ALARM = "面板上显示的报警代码是多少？"


def ask(desk: Desk, begun: Begun | int = ANGRY, said: str = ALARM) -> Played:
    return practice.ask(desk, begun, said, lambda said: Question.TARGETED)


def finish(desk: Desk, round_id: int) -> int:
    return practice.finish(desk, round_id, lambda said: []).score


def play(seat: Seat, scenario: str = "angry_caller", login: str = "specialist1") -> int:
    begun = Begun(scenario, Language.ZH)
    round_id = ask(seat(login, None), begun).round.id
    finish(seat(login, None), round_id)
    return round_id


def test_the_first_question_begins_a_round(seat: Seat, department: Department) -> None:
    at = ask(seat())
    assert department.practice.rows[at.round.id].state is PracticeState.OPEN
    assert [turn.fact for turn in at.turns] == ["alarm"]


def test_the_same_message_is_asked_once(seat: Seat, department: Department) -> None:
    first, again = ask(seat()), ask(seat())
    assert again == first
    assert len(department.practice.rows) == 1
    assert len(department.practice.turns(first.round.id)) == 1


def test_a_message_that_came_in_between_is_a_conflict(
    seat: Seat, department: Department, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask(seat())
    monkeypatch.setattr(department.practice, "turns", lambda round_id: [])
    with pytest.raises(Conflict):
        ask(seat(message_id="m2"), first.round.id)


def test_a_round_goes_on_where_it_was(seat: Seat) -> None:
    first = ask(seat())
    second = ask(seat(message_id="m2"), first.round.id, "急单最晚几点发车？")
    assert [turn.fact for turn in second.turns] == ["alarm", "order"]


def test_a_round_belongs_to_its_person(seat: Seat) -> None:
    round_id = ask(seat()).round.id
    for login in ("specialist2", "manager1"):
        with pytest.raises(Denied) as denied:
            practice.played(seat(login), round_id)
        assert denied.value.reason is Reason.NOT_YOURS


@pytest.mark.parametrize("login", ["office1", "admin1"])
def test_only_specialists_and_managers_practise(seat: Seat, login: str) -> None:
    with pytest.raises(Denied):
        ask(seat(login))


def test_a_round_is_closed_with_its_score_once(seat: Seat, department: Department) -> None:
    round_id = ask(seat()).round.id
    score = finish(seat(), round_id)
    first = department.practice.rows[round_id]
    assert first.state is PracticeState.DONE
    assert first.score == score == sum((first.parts or {}).values())
    department.now += timedelta(days=1)
    assert finish(seat(), round_id) == score
    assert department.practice.rows[round_id] == first


def test_nothing_is_asked_in_a_round_that_is_over(seat: Seat) -> None:
    round_id = play(seat)
    with pytest.raises(Missing):
        ask(seat(message_id="m2"), round_id)


def test_a_round_without_a_question_is_left_without_a_score(
    seat: Seat, department: Department
) -> None:
    round_id = ask(seat(), said="我们很抱歉。").round.id
    finish(seat(), round_id)
    assert department.practice.rows[round_id].state is PracticeState.LEFT


def test_a_review_compares_with_ones_own_earlier_rounds_of_the_scenario(seat: Seat) -> None:
    play(seat)
    play(seat, "invoice_problem")
    play(seat, login="specialist2")
    third = play(seat)
    seen = practice.finish(seat(), third, lambda said: [])
    assert len(seen.earlier) == 1


def test_an_interrupted_round_is_reviewed_after_weeks(seat: Seat, department: Department) -> None:
    round_id = ask(seat()).round.id
    department.now += timedelta(days=40)
    assert [r.id for r in practice.open_rounds(seat())] == [round_id]
    assert finish(seat(), round_id) > 0


def test_a_round_is_left_without_a_score(seat: Seat, department: Department) -> None:
    round_id = ask(seat()).round.id
    practice.leave(seat(), round_id)
    assert department.practice.rows[round_id].state is PracticeState.LEFT
    assert practice.open_rounds(seat()) == []


def test_the_scenario_that_was_practised_least_is_picked(seat: Seat) -> None:
    names = list(practice.scenarios())
    assert practice.least_practised(seat()) == names[0]
    play(seat, names[0])
    assert practice.least_practised(seat()) == names[1]


@pytest.mark.parametrize(
    ("scores", "trend"),
    [
        ([], None),
        ([50], None),
        ([50, 60], "up"),
        ([60, 50, 40], "down"),
        ([50, 52, 50, 51, 52], "steady"),
        ([40, 40, 70, 70, 70], "up"),
    ],
)
def test_the_last_rounds_are_held_against_the_ones_before(
    scores: list[int], trend: str | None
) -> None:
    assert practice.trend(scores) == trend
