"""Rounds of practice in both databases."""

from datetime import timedelta

import pytest

from dakehu.clock import FrozenClock
from dakehu.coaching import practice
from dakehu.coaching.practice import Begun, Played
from dakehu.coaching.practice.records import Turn
from dakehu.codes import Language, PracticeState, Question
from dakehu.people import Reach
from dakehu.storage import tables
from dakehu.storage.database import Database
from dakehu.storage.repositories import desk, reading_desk
from tests.actions.office import Office, furnish

BEGUN = Begun("angry_caller", Language.ZH)
TURN = Turn("代码是多少？", Question.TARGETED, "alarm", "E07。")
SAID = "面板上显示的报警代码是多少？"


@pytest.fixture
def office(database: Database) -> Office:
    return furnish(database)


def ask(office: Office, clock: FrozenClock, begun: Begun | int, message: str) -> Played:
    with desk(office.database, clock, office.staff["specialist1"], "web", message) as seat:
        return practice.ask(seat, begun, SAID, lambda said: Question.TARGETED)


def score(office: Office, clock: FrozenClock, login: str, points: int) -> None:
    with desk(office.database, clock, office.staff[login]) as seat:
        begun = seat.practice.begin(BEGUN, office.staff[login], None, seat.now)
        assert begun is not None
        seat.practice.finish(begun.id, seat.now, points, {"uncovered": points})


def test_a_round_is_read_back_as_it_was_kept(office: Office, clock: FrozenClock) -> None:
    kept = ask(office, clock, BEGUN, "m1")
    with reading_desk(office.database, clock, office.staff["specialist1"]) as seat:
        assert practice.played(seat, kept.round.id) == kept
        assert seat.practice.answered("m1") == (kept.round, kept.turns[0])


def test_the_same_message_makes_one_round_and_one_turn(office: Office, clock: FrozenClock) -> None:
    assert ask(office, clock, BEGUN, "m1") == ask(office, clock, BEGUN, "m1")
    assert len(office.rows(tables.PracticeRound)) == 1
    assert len(office.rows(tables.PracticeTurn)) == 1


def test_a_turns_place_is_taken_once(office: Office, clock: FrozenClock) -> None:
    kept = ask(office, clock, BEGUN, "m1").round
    with desk(office.database, clock, office.staff["specialist1"]) as seat:
        assert not seat.practice.add(kept.id, 1, TURN, "m2")
        assert not seat.practice.add(kept.id, 2, TURN, "m1")
        assert seat.practice.begin(BEGUN, kept.staff_id, "m1", seat.now) is None
    assert len(office.rows(tables.PracticeTurn)) == 1


def test_a_finished_round_has_its_score_and_parts(office: Office, clock: FrozenClock) -> None:
    kept = ask(office, clock, BEGUN, "m1").round
    with desk(office.database, clock, office.staff["specialist1"]) as seat:
        points = practice.finish(seat, kept.id, lambda said: []).score
    with reading_desk(office.database, clock, office.staff["specialist1"]) as seat:
        (done,) = seat.practice.done(kept.staff_id)
        assert seat.practice.open(kept.staff_id) == []
    assert done.score == points == sum((done.parts or {}).values())
    assert done.finished_at == clock.now()


def test_a_left_round_is_neither_open_nor_done(office: Office, clock: FrozenClock) -> None:
    kept = ask(office, clock, BEGUN, "m1").round
    with desk(office.database, clock, office.staff["specialist1"]) as seat:
        practice.leave(seat, kept.id)
        assert seat.practice.open(kept.staff_id) == []
        assert seat.practice.done(kept.staff_id) == []
    assert office.rows(tables.PracticeRound)[0].state is PracticeState.LEFT


def test_rounds_are_summed_up_by_person(office: Office, clock: FrozenClock) -> None:
    for login, points in (("specialist1", 60), ("specialist1", 85), ("specialist2", 99)):
        score(office, clock, login, points)
    own = office.staff["specialist1"]
    with reading_desk(office.database, clock, office.staff["manager1"]) as seat:
        start, end = seat.now, seat.now + timedelta(seconds=1)
        (tally,) = seat.practice.tallies(Reach(frozenset({own})), start, end)
        assert seat.practice.tallies(Reach(frozenset({own})), end, end + timedelta(days=1)) == []
        assert len(seat.practice.tallies(Reach(everyone=True), start, end)) == 2
    assert (tally.staff_id, tally.rounds, tally.average, tally.best) == (own, 2, 72.5, 85)
    assert tally.last_at == clock.now()


def test_what_was_said_is_not_in_the_audit(office: Office, clock: FrozenClock) -> None:
    ask(office, clock, BEGUN, "m1")
    assert SAID not in str([vars(row) for row in office.rows(tables.Audit)])
