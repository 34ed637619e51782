"""Whether an opener worked: asked once after a visit, written for one's own visits."""

from datetime import timedelta

import pytest

from dakehu.access import Denied
from dakehu.coaching import opener
from dakehu.coaching.opener import Unrated
from dakehu.codes import Opener, VisitMethod
from dakehu.problems import Missing
from dakehu.visit import Visit, VisitDraft
from tests.rules.conftest import Department, Seat


def visit(department: Department, method: VisitMethod = VisitMethod.ON_SITE) -> Visit:
    made = VisitDraft(12, method, department.now - timedelta(hours=1), "谈报价")
    added = department.visits.add(made, 2, "m0", department.now)
    assert added is not None
    return added


def test_openers_that_were_named_are_asked_about(department: Department, seat: Seat) -> None:
    made = visit(department)
    department.openers.said[made.id] = {Opener.RESONANCE: None}
    assert opener.unrated(seat(), made) == Unrated(made.id, (Opener.RESONANCE,))


def test_nothing_is_asked_where_it_was_told_or_they_came_to_us(
    department: Department, seat: Seat
) -> None:
    made = visit(department)
    department.openers.said[made.id] = {Opener.RESONANCE: False}
    assert opener.unrated(seat(), made) is None
    assert opener.unrated(seat(), visit(department, VisitMethod.INCOMING)) is None


def test_the_one_that_was_prepared_is_asked_about(department: Department, seat: Seat) -> None:
    made = visit(department)
    department.visits.update(made.id, {"plan_id": 7})
    department.openers.kept[7] = {Opener.SINCERE_PRAISE: "…"}
    planned = department.visits.rows[0]
    assert opener.unrated(seat(), planned) == Unrated(made.id, (Opener.SINCERE_PRAISE,))
    department.openers.kept[7][Opener.RESONANCE] = "…"
    both = (Opener.SINCERE_PRAISE, Opener.RESONANCE)
    assert opener.unrated(seat(), planned) == Unrated(made.id, likely=both)


def test_an_answer_is_written_and_the_last_word_counts(department: Department, seat: Seat) -> None:
    made = visit(department)
    opener.rate(seat(), made.id, [Opener.RESONANCE], engaged=True)
    opener.rate(seat(), made.id, [Opener.RESONANCE], engaged=False)
    assert department.openers.said[made.id] == {Opener.RESONANCE: False}


@pytest.mark.parametrize("login", ["specialist2", "manager1", "office1"])
def test_nobody_else_answers_for_ones_visit(department: Department, seat: Seat, login: str) -> None:
    made = visit(department)
    with pytest.raises(Denied):
        opener.rate(seat(login), made.id, [Opener.RESONANCE], engaged=True)


def test_a_visit_that_was_undone_has_no_opener(seat: Seat) -> None:
    with pytest.raises(Missing):
        opener.rate(seat(), 99, [Opener.RESONANCE], engaged=True)
