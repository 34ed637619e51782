"""Ranking what worked, and whose figures one may see (docs/flows/effect.md)."""

from dataclasses import replace

import pytest

from dakehu.access import Denied, Reason
from dakehu.coaching import effect
from dakehu.coaching.effect import Asked, Dimension, Metric, Tally
from tests.rules.conftest import Department, Seat

NOVEMBER = Asked(Metric.QUESTION_PROGRESS, "2026-11-01", "2026-12-01")


def test_the_best_comes_first_and_too_few_cases_last_without_a_rank(
    seat: Seat, department: Department
) -> None:
    department.effects.counted = [
        Tally(None, "open", 20, 10),
        Tally(None, "closed", 9, 9),
        Tally(None, "service", 10, 8),
        Tally(None, "targeted", 30, 15),
    ]
    found = effect.effect(seat("manager1"), NOVEMBER)
    ranks = [(line.tally.technique, line.rank) for line in found.lines]
    assert ranks == [("service", 1), ("targeted", 2), ("open", 2), ("closed", None)]
    assert found.best is found.lines[0]


def test_the_worst_comes_first_where_that_is_asked_for(seat: Seat, department: Department) -> None:
    department.effects.counted = [Tally(None, "open", 20, 10), Tally(None, "service", 20, 5)]
    found = effect.effect(seat("manager1"), replace(NOVEMBER, lowest=True))
    ranks = [(line.tally.technique, line.rank) for line in found.lines]
    assert ranks == [("service", 2), ("open", 1)]


def test_under_ten_cases_nothing_is_best(seat: Seat, department: Department) -> None:
    department.effects.counted = [Tally(None, "open", 9, 9)]
    assert effect.effect(seat("manager1"), NOVEMBER).best is None


def test_each_group_has_its_own_ranking(seat: Seat, department: Department) -> None:
    department.effects.counted = [
        Tally("化工", "open", 10, 1),
        Tally("化工", "closed", 10, 2),
        Tally("医药", "open", 10, 9),
        Tally("医药", "closed", 3, 3),
    ]
    found = effect.effect(seat("manager1"), replace(NOVEMBER, by=Dimension.INDUSTRY))
    ranks = [(line.tally.group, line.tally.technique, line.rank) for line in found.lines]
    assert ranks == [
        ("医药", "open", 1),
        ("医药", "closed", None),
        ("化工", "closed", 1),
        ("化工", "open", 2),
    ]
    assert [line.tally.group for line in found.leaders()] == ["医药", "化工"]


def test_of_one_type_the_groups_are_ranked(seat: Seat, department: Department) -> None:
    department.effects.counted = [Tally("化工", "open", 10, 1), Tally("医药", "open", 10, 9)]
    asked = replace(NOVEMBER, by=Dimension.INDUSTRY, techniques=("open",))
    found = effect.effect(seat("manager1"), asked)
    assert [(line.tally.group, line.rank) for line in found.lines] == [("医药", 1), ("化工", 2)]


def test_a_managers_figures_are_their_specialists(seat: Seat, department: Department) -> None:
    effect.effect(seat("manager1"), NOVEMBER)
    team = department.staff.specialists(seat("manager1").person.id)
    assert department.effects.asked[0].reach.people == {person.id for person in team}


def test_a_specialist_sees_their_own_and_is_told_so(seat: Seat, department: Department) -> None:
    desk = seat("specialist1")
    found = effect.effect(desk, replace(NOVEMBER, by=Dimension.SPECIALIST))
    assert department.effects.asked[0].reach.people == {desk.person.id}
    assert found.own_only


@pytest.mark.parametrize("login", ["specialist1", "manager1"])
def test_figures_of_somebody_elses_are_refused(
    seat: Seat, department: Department, login: str
) -> None:
    other = department.staff.by_login("specialist3")
    assert other is not None
    with pytest.raises(Denied) as refused:
        effect.effect(seat(login), replace(NOVEMBER, person=other.id))
    assert (refused.value.reason, refused.value.subject) == (Reason.NOT_YOURS, "figures")


@pytest.mark.parametrize("login", ["office1", "admin1"])
def test_who_visits_nobody_has_no_figures(seat: Seat, login: str) -> None:
    with pytest.raises(Denied) as refused:
        effect.effect(seat(login), NOVEMBER)
    assert refused.value.reason is Reason.ROLE
