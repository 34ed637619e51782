"""Advising a question: whose history, which facts, and never the same twice running."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dakehu.access import Denied
from dakehu.coaching.question.advice import Wish, advise
from dakehu.coaching.question.facts import history, known
from dakehu.coaching.question.preparing import prepare
from dakehu.coaching.question.records import OpenNeed, Prepared, Used
from dakehu.codes import Outcome, Question, Stage, VisitMethod
from dakehu.plan import PlanDraft, plan_visit
from dakehu.visit import VisitDraft, log_visit
from tests.rules.conftest import Department, Seat

HUADONG = 12
COMPLAINT = "客户说水泵效果很差"


def visited(seat: Seat, outcome: Outcome, summary: str, message_id: str = "v1") -> None:
    desk = seat(message_id=message_id)
    started = desk.now - timedelta(days=1)
    draft = VisitDraft(HUADONG, VisitMethod.ON_SITE, started, summary, "价格", outcome)
    log_visit(desk, draft)


def test_without_a_customer_the_situation_alone_decides(seat: Seat) -> None:
    advice = advise(seat(), Wish(COMPLAINT, "zh"))
    assert (advice.type, advice.customer) == (Question.CLARIFYING, None)
    assert len(advice.examples) == 2


def test_the_customers_facts_are_in_the_examples(department: Department, seat: Seat) -> None:
    department.questions.bought[HUADONG] = ["电机", "水泵"]
    advice = advise(seat(), Wish(COMPLAINT, "zh", HUADONG, told={"contact": "王总"}))
    assert advice.facts["product"] == "水泵"
    words = " ".join(words for _, words in advice.examples)
    assert "水泵" in words
    assert "{" not in words


def test_another_one_is_another_type_and_after_three_other_examples(seat: Seat) -> None:
    said: list[Question] = []
    for _ in range(3):
        said.append(advise(seat(), Wish(COMPLAINT, "zh", said=said)).type)
    assert len(set(said)) == 3
    first = advise(seat(), Wish(COMPLAINT, "zh"))
    lines = {first.type: [line for line, _ in first.examples]}
    again = advise(seat(), Wish(COMPLAINT, "zh", said=said, lines=lines))
    assert (again.type, again.again) == (first.type, True)
    assert not {words for _, words in again.examples} & {words for _, words in first.examples}


def test_the_second_type_is_one_that_was_not_advised(seat: Seat) -> None:
    first = advise(seat(), Wish(COMPLAINT, "zh"))
    other = advise(seat(), Wish(COMPLAINT, "zh", said=[first.type]))
    assert other.type is first.second
    assert other.second not in (first.type, other.type)


def test_history_is_the_last_outcome_the_open_need_and_the_types_used(
    department: Department, seat: Seat
) -> None:
    visited(seat, Outcome.SETBACK, "价格没谈拢，下次再谈")
    department.questions.needs[HUADONG] = OpenNeed("电机", 300, "台")
    used = Used(Question.OPEN, Outcome.SETBACK)
    department.questions.asked[HUADONG] = [used]
    found = history(seat(), HUADONG)
    assert (found.last_outcome, found.need, found.used) == (Outcome.SETBACK, True, (used,))


def test_facts_are_said_in_a_few_words_of_the_language(department: Department, seat: Seat) -> None:
    visited(seat, Outcome.SETBACK, "价格没谈拢，下次再谈")
    department.questions.needs[HUADONG] = OpenNeed("drives", 300, "台")
    customer = department.customers.get(HUADONG)
    assert customer is not None
    chinese = known(seat(), customer, "", "zh")
    assert (chinese["last_outcome"], chinese["topic"]) == ("价格没谈拢", "价格")
    assert chinese["need"] == "300台drives"
    english = known(seat(), replace(customer, short_name="Huadong"), "", "en")
    assert english == {"customer": "Huadong", "need": "drives"}


def test_a_day_that_was_is_in_no_question_about_one_to_come(seat: Seat) -> None:
    wish = Wish("", "zh", days={"past": "11月20日"}, type=Question.CONSULTATIVE)
    assert "date" not in advise(seat(), wish).facts
    assert advise(seat(), replace(wish, type=Question.CLARIFYING)).facts["date"] == "11月20日"


def test_a_colleagues_customer_and_the_office_are_refused(seat: Seat) -> None:
    with pytest.raises(Denied):
        advise(seat("specialist2"), Wish(COMPLAINT, "zh", HUADONG))
    with pytest.raises(Denied):
        advise(seat("office1"), Wish(COMPLAINT, "zh"))
    with pytest.raises(Denied):
        prepare(seat("specialist2"), HUADONG, Prepared(Question.OPEN, None, "？"))


def test_a_manager_is_advised_on_the_teams_customers(seat: Seat) -> None:
    assert advise(seat("manager1"), Wish(COMPLAINT, "zh", HUADONG)).customer is not None


def test_a_question_is_kept_for_ones_next_visit_and_for_none_where_none_is_planned(
    department: Department, seat: Seat
) -> None:
    kept = Prepared(Question.OPEN, Stage.OPENING, "最近怎么样？")
    assert prepare(seat(), HUADONG, kept) is None
    desk = seat(message_id="p1")
    plan_visit(desk, PlanDraft(HUADONG, desk.now + timedelta(days=1), "价格"))
    plan = prepare(seat(), HUADONG, kept)
    assert plan is not None
    assert department.questions.prepared(plan.id) == [kept]
