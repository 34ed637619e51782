"""A manager sees what the own team's rounds come to, nobody else's; a specialist only the own."""

from datetime import timedelta

import pytest

from dakehu.access import Denied, Reason
from dakehu.coaching import practice
from dakehu.coaching.practice.records import Round
from dakehu.codes import Language, PracticeState
from tests.rules.conftest import Department, Seat


def plant(department: Department, staff_id: int, score: int, days_ago: int = 0) -> None:
    key = len(department.practice.rows) + 1
    at = department.now - timedelta(days=days_ago)
    done = (PracticeState.DONE, at, at, score, {})
    department.practice.rows[key] = Round(key, staff_id, "angry_caller", Language.ZH, *done)


@pytest.fixture
def planted(department: Department) -> Department:
    for staff_id, score in ((2, 60), (2, 80), (4, 99), (1, 70)):
        plant(department, staff_id, score)
    plant(department, 2, 10, days_ago=60)
    return department


def period(department: Department) -> tuple:  # type: ignore[type-arg]
    return department.now - timedelta(days=30), department.now + timedelta(days=1)


def test_a_manager_sees_the_own_specialists_of_the_period(planted: Department, seat: Seat) -> None:
    one, other = practice.team_progress(seat("manager1"), *period(planted))
    assert one.person.login == "specialist1"
    assert one.tally is not None
    assert (one.tally.rounds, one.tally.average, one.tally.best) == (2, 70, 80)
    assert (other.person.login, other.tally) == ("specialist2", None)


@pytest.mark.parametrize("login", ["specialist1", "office1", "admin1"])
def test_others_see_no_team(planted: Department, seat: Seat, login: str) -> None:
    with pytest.raises(Denied):
        practice.team_progress(seat(login), *period(planted))


@pytest.mark.parametrize(
    ("login", "of", "reason"),
    [
        ("specialist1", 3, Reason.NOT_YOURS),
        ("specialist1", 1, Reason.NOT_YOURS),
        ("manager1", 4, Reason.NOT_YOUR_TEAM),
    ],
)
def test_somebody_elses_progress_is_refused(
    planted: Department, seat: Seat, login: str, of: int, reason: Reason
) -> None:
    person = planted.staff.people[of]
    with pytest.raises(Denied) as denied:
        practice.progress_of(seat(login), person, *period(planted))
    assert denied.value.reason is reason


def test_a_manager_sees_one_of_the_team_by_name(planted: Department, seat: Seat) -> None:
    person = practice.named(seat("manager1"), "specialist1 练得怎么样")
    assert person is not None
    found = practice.progress_of(seat("manager1"), person, *period(planted))
    assert found.tally is not None
    assert found.tally.rounds == 2


def test_what_is_shown_of_others_holds_no_word_that_was_said(
    planted: Department, seat: Seat
) -> None:
    shown = practice.team_progress(seat("manager1"), *period(planted))[0]
    assert set(vars(shown)) == {"person", "tally"}
    assert set(vars(shown.tally)) == {"staff_id", "rounds", "average", "best", "last_at"}
