"""Questions used and prepared, needs and products, in both databases."""

from datetime import date, timedelta

from dakehu.coaching.question.preparing import prepare
from dakehu.coaching.question.records import OpenNeed, Prepared, Used
from dakehu.codes import NeedState, Outcome, PlanState, Question, Stage, VisitMethod
from dakehu.storage import tables
from tests.storage.repositories.conftest import Office


def visit(office: Office, days_ago: int, outcome: Outcome | None, *asked: Question) -> None:
    at = office.clock.now() - timedelta(days=days_ago)
    with office.database.transaction() as session:
        row = tables.Visit(
            number=f"V{days_ago}",
            staff_id=office.staff["specialist1"],
            customer_id=office.customers["华东机电"],
            method=VisitMethod.PHONE,
            started_at=at,
            created_at=at,
            outcome=outcome,
        )
        session.add(row)
        session.flush()
        session.add_all(tables.VisitQuestion(visit_id=row.id, question=kind) for kind in asked)


def need(office: Office, product: str, state: NeedState = NeedState.OPEN) -> None:
    of = office.customers["华东机电"]
    office.add(tables.Need(customer_id=of, product=product, quantity=20, unit="台", state=state))


def deal(office: Office, product: str | None, month: int) -> None:
    office.add(
        tables.Deal(
            customer_id=office.customers["华东机电"],
            staff_id=office.staff["specialist1"],
            product=product,
            amount=100,
            signed_on=date(2026, month, 1),
        )
    )


def test_types_used_lately_come_latest_first_with_what_came_of_it(office: Office) -> None:
    visit(office, 9, Outcome.DEAL, Question.SERVICE)
    visit(office, 5, Outcome.SETBACK, Question.CLARIFYING, Question.OPEN)
    visit(office, 2, None, Question.OPEN)
    visit(office, 1, Outcome.PROGRESS)
    with office.reading_desk() as opened:
        assert opened.questions.used(office.customers["华东机电"], 3) == [
            Used(Question.OPEN, None),
            Used(Question.CLARIFYING, Outcome.SETBACK),
            Used(Question.OPEN, Outcome.SETBACK),
        ]


def test_the_need_asked_for_last_that_is_open(office: Office) -> None:
    with office.reading_desk() as opened:
        assert opened.questions.need(office.customers["华东机电"]) is None
    need(office, "水泵")
    need(office, "电机")
    need(office, "电缆", NeedState.MET)
    with office.reading_desk() as opened:
        assert opened.questions.need(office.customers["华东机电"]) == OpenNeed("电机", 20, "台")


def test_what_was_bought_comes_latest_first_and_once(office: Office) -> None:
    for product, month in (("水泵", 3), ("电机", 5), (None, 6), ("水泵", 7)):
        deal(office, product, month)
    with office.reading_desk() as opened:
        assert opened.questions.products(office.customers["华东机电"]) == ["水泵", "电机"]


def test_a_question_is_kept_for_the_next_planned_visit_once_a_type(office: Office) -> None:
    at = office.clock.now() + timedelta(days=1)
    of = office.customers["华东机电"]
    mine = office.staff["specialist1"]
    office.add(
        tables.VisitPlan(staff_id=mine, customer_id=of, planned_at=at, state=PlanState.PLANNED)
    )
    first = Prepared(Question.OPEN, None, "最近怎么样？")
    second = Prepared(Question.OPEN, Stage.OPENING, "近来生意如何？")
    for kept in (first, first, second):
        with office.desk() as opened:
            plan = prepare(opened, of, kept)
    with office.reading_desk() as opened:
        assert plan is not None
        assert opened.questions.prepared(plan.id) == [second]
