"""Facts, references, counts and ratings of openers in both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from dakehu import access, undo
from dakehu.coaching import opener
from dakehu.coaching.opener import Reference, Tally
from dakehu.codes import CustomerLevel, CustomerStatus, FactKind, Opener, PlanState, VisitMethod
from dakehu.storage import tables
from tests.storage.repositories.conftest import Office

TRADE = "机械"


def note(office: Office, text: str = "新厂投产", message_id: str = "f1") -> opener.Fact:
    with office.desk(message_id=message_id) as opened:
        return opener.note_fact(opened, office.customers["华东机电"], FactKind.NEWS, text)


def visit(
    office: Office, customer_id: int, number: int, satisfaction: int | None = None, **more: object
) -> int:
    at = office.clock.now() - timedelta(days=50 - number)
    row = tables.Visit(
        number=f"V{number}",
        staff_id=office.staff["specialist1"],
        customer_id=customer_id,
        method=VisitMethod.ON_SITE,
        started_at=at,
        created_at=at,
        satisfaction=satisfaction,
        **more,
    )
    office.add(row)
    with office.database.reading() as session:
        return session.query(tables.Visit.id).filter_by(number=f"V{number}").scalar() or 0


def company(office: Office, name: str, owner: str = "specialist1", **facts: object) -> int:
    office.add(
        tables.Customer(
            name=name,
            owner_id=office.staff[owner],
            created_at=office.clock.now(),
            **({"industry": TRADE, "status": CustomerStatus.ACTIVE} | facts),
        )
    )
    with office.database.reading() as session:
        return session.query(tables.Customer.id).filter_by(name=name).scalar() or 0


def test_a_fact_is_found_and_undone(office: Office) -> None:
    noted = note(office)
    with office.desk(message_id="u1") as opened:
        assert opened.openers.facts(noted.customer_id) == [noted]
        assert undo.undo(opened).label == "新厂投产"
    with office.reading_desk() as opened:
        assert opened.openers.facts(noted.customer_id) == []


def test_the_same_message_at_once_notes_one_fact(office: Office) -> None:
    with ThreadPoolExecutor(5) as threads:
        facts = set(threads.map(lambda _: note(office), range(5)))
    assert len(facts) == office.count(tables.CustomerFact) == 1


def test_the_newest_fact_comes_first(office: Office) -> None:
    note(office, "旧闻", "f1")
    office.clock.move(days=1)
    note(office, "新闻", "f2")
    with office.reading_desk() as opened:
        facts = opened.openers.facts(office.customers["华东机电"])
    assert [fact.text for fact in facts] == ["新闻", "旧闻"]


def test_a_customer_with_a_fact_cannot_be_undone(office: Office) -> None:
    office.add(
        tables.CustomerFact(
            customer_id=office.customers["华东机电"],
            kind=FactKind.NEWS,
            text="新厂投产",
            staff_id=office.staff["specialist1"],
            noted_at=office.clock.now(),
        )
    )
    with office.reading_desk() as opened:
        assert opened.trail.has_dependants(office.customers["华东机电"], frozenset())


def references(office: Office, login: str) -> list[Reference]:
    with office.reading_desk(login) as opened:
        return opened.openers.references(access.reach(opened), TRADE, 0)


def test_who_was_satisfied_last_time_may_be_named_within_reach(office: Office) -> None:
    happy = company(office, "满意电机", short_name="满意")
    visit(office, happy, 1, 2)
    visit(office, happy, 2, 4)
    visit(office, happy, 3)
    colleague = company(office, "同事的客户", "specialist2", level=CustomerLevel.A)
    visit(office, colleague, 4, 5)
    mine = Reference(happy, "满意", 4)
    assert references(office, "specialist1") == [mine]
    assert references(office, "manager1") == [Reference(colleague, "同事的客户", 5), mine]
    assert references(office, "specialist3") == []


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"industry": "电子"}, {"satisfaction": 5}),
        ({"status": CustomerStatus.LOST}, {"satisfaction": 5}),
        ({"status": CustomerStatus.PROSPECT}, {"satisfaction": 5}),
        ({}, {"satisfaction": 3}),
        ({}, {}),
    ],
)
def test_others_are_not_named(
    office: Office, facts: dict[str, object], told: dict[str, int]
) -> None:
    other = company(office, "别家", **facts)
    visit(office, other, 1, 5 if told.get("satisfaction") == 3 else None)
    visit(office, other, 2, told.get("satisfaction"))
    assert references(office, "specialist1") == []


def test_openers_are_counted_by_trade_and_level(office: Office) -> None:
    same, trade = company(office, "同级", level=CustomerLevel.A), company(office, "同行")
    other = company(office, "别行", industry="电子", level=CustomerLevel.A)
    for number, (customer_id, engaged) in enumerate(
        [(same, True), (same, False), (trade, True), (other, False), (same, None)], 1
    ):
        at = visit(office, customer_id, number)
        office.add(tables.VisitOpener(visit_id=at, opener=Opener.RESONANCE, engaged=engaged))
    gone = visit(office, same, 9, deleted_at=office.clock.now())
    office.add(tables.VisitOpener(visit_id=gone, opener=Opener.RESONANCE, engaged=True))
    with office.reading_desk("specialist3") as opened:
        records = opened.openers.records(TRADE, CustomerLevel.A, 100)
        latest = opened.openers.records(TRADE, CustomerLevel.A, 2)
    assert list(records) == [Opener.RESONANCE]
    found = records[Opener.RESONANCE]
    assert (found.everywhere, found.trade, found.alike) == (Tally(4, 2), Tally(3, 2), Tally(2, 1))
    assert latest[Opener.RESONANCE].everywhere == Tally(1, 0)


def test_a_prepared_opener_takes_the_place_of_its_earlier_words(office: Office) -> None:
    office.add(
        tables.VisitPlan(
            staff_id=office.staff["specialist1"],
            customer_id=office.customers["华东机电"],
            planned_at=office.clock.now() + timedelta(days=1),
            state=PlanState.PLANNED,
        )
    )
    for words in ("第一句", "第二句"):
        with office.desk(message_id=words) as opened:
            plan = opener.prepare(opened, office.customers["华东机电"], Opener.DISTINCTION, words)
            assert plan is not None
            assert opened.openers.prepared(plan.id) == [Opener.DISTINCTION]
    with office.database.reading() as session:
        assert [row.words for row in session.query(tables.VisitPlanOpener)] == ["第二句"]


def test_a_rating_is_written_once_and_audited(office: Office) -> None:
    made = visit(office, office.customers["华东机电"], 1)
    for message_id in ("r1", "r2"):
        with office.desk(message_id=message_id) as opened:
            opener.rate(opened, made, [Opener.RESONANCE], engaged=True)
            assert [one.engaged for one in opened.openers.used(made)] == [True]
    with office.desk(message_id="r3") as opened:
        opener.rate(opened, made, [Opener.RESONANCE], engaged=False)
    rows = office.audit("visit_opener.create", "visit_opener.update")
    written = [(row.message_id, (row.after or {})["engaged"]) for row in rows[-2:]]
    assert written == [("r1", True), ("r3", False)]
