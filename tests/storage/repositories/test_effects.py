"""Counts of questions and openers in both databases, beside a plain count of the same rows."""

from collections import Counter
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dakehu.coaching.effect import Cases, Dimension, Metric, Tally
from dakehu.coaching.effect.records import Group
from dakehu.people import Reach
from dakehu.storage import tables
from dakehu.storage.database import Database
from dakehu.storage.demo import Size, load
from dakehu.storage.demo.generate import generate
from dakehu.storage.repositories.effects import SqlEffects

ZONE = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 24)
SIZE = Size(customers=30, visits=400, months=6)
START, END = datetime(2026, 8, 1, tzinfo=ZONE), datetime(2026, 11, 1, tzinfo=ZONE)

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    made: Rows = {}
    for table, batch in generate(SIZE, TODAY, ZONE):
        made.setdefault(table.__tablename__, []).extend(batch)
    return made


@pytest.fixture
def full(database: Database) -> Database:
    load(database.engine, SIZE, TODAY, ZONE, lambda *_: None)
    return database


def counted(rows: Rows, metric: Metric, cases: Cases, by: Dimension | None) -> set[Tally]:
    """Count in plain Python, a technique at a time."""
    customers = {row["id"]: row for row in rows["customer"]}
    visits = {row["id"]: row for row in rows["visit"]}
    used: Counter[tuple[Group, str]] = Counter()
    good: Counter[tuple[Group, str]] = Counter()
    for row in rows[f"visit_{metric.technique}"]:
        visit = visits[row["visit_id"]]
        facts = customers[visit["customer_id"]] | {
            "stage": visit["stage"],
            "specialist": visit["staff_id"],
        }
        if not _belongs(visit, facts, cases) or row.get("engaged", True) is None:
            continue
        key = (facts[by] if by else None, row[metric.technique])
        used[key] += 1
        good[key] += row.get("engaged", visit["outcome"] in ("deal", "progress"))
    return {Tally(*key, number, good[key]) for key, number in used.items()}


def _belongs(visit: dict[str, Any], facts: dict[str, Any], cases: Cases) -> bool:
    told = {"industry": cases.industry, "stage": cases.stage, "level": cases.level}
    return (
        cases.start <= visit["started_at"] < cases.end
        and cases.reach.covers(visit["staff_id"])
        and (not cases.customers or visit["customer_id"] in cases.customers)
        and all(value is None or facts[name] == value for name, value in told.items())
    )


CASES = (
    Cases(Reach(frozenset({3, 4})), START, END),
    Cases(Reach(frozenset({3})), START, END, industry="机电设备"),
    Cases(Reach(frozenset({3, 4, 5})), START, END, stage="complaint"),
    Cases(Reach(frozenset({3, 4})), START, END, level="A", customers=(1, 2, 7)),
)


def test_the_counts_are_those_of_a_plain_count(full: Database, rows: Rows) -> None:
    with full.reading() as session:
        for cases in CASES:
            for metric in Metric:
                for by in (None, *Dimension):
                    found = SqlEffects(session).tallies(metric, cases, by, each=True)
                    assert len(found) == len(set(found))
                    assert set(found) == counted(rows, metric, cases, by)


def test_a_visit_in_which_several_types_were_used_is_one_case_of_a_person(
    full: Database, rows: Rows
) -> None:
    everyone = Cases(Reach(everyone=True), START, END)
    asked = {row["visit_id"] for row in rows["visit_question"]}
    there = [v for v in rows["visit"] if v["id"] in asked and START <= v["started_at"] < END]
    with full.reading() as session:
        found = SqlEffects(session).tallies(
            Metric.QUESTION_PROGRESS, everyone, Dimension.SPECIALIST, each=False
        )
    assert {t.group: t.cases for t in found} == Counter(v["staff_id"] for v in there)


def test_deleted_visits_never_count(full: Database) -> None:
    with full.transaction() as session:
        for visit in session.query(tables.Visit).filter(tables.Visit.staff_id == 3):
            visit.deleted_at = START
    with full.reading() as session:
        for metric in Metric:
            assert SqlEffects(session).tallies(metric, CASES[1], None, each=True) == []


def test_only_one_type_is_counted_where_one_is_named(full: Database) -> None:
    cases = Cases(Reach(everyone=True), START, END, techniques=("open",))
    with full.reading() as session:
        found = SqlEffects(session).tallies(Metric.QUESTION_PROGRESS, cases, None, each=True)
    assert [tally.technique for tally in found] == ["open"]


def test_what_is_not_known_is_no_success(full: Database, rows: Rows) -> None:
    """A visit without an outcome is a case; an opener of which nothing was told is none."""
    with full.transaction() as session:
        for visit in session.query(tables.Visit):
            visit.outcome = None
        for used in session.query(tables.VisitOpener):
            used.engaged = None
    everyone = Cases(Reach(everyone=True), START, END)
    with full.reading() as session:
        effects = SqlEffects(session)
        questions = effects.tallies(Metric.QUESTION_PROGRESS, everyone, None, each=True)
        openers = effects.tallies(Metric.OPENER_ENGAGEMENT, everyone, None, each=True)
    plain = counted(rows, Metric.QUESTION_PROGRESS, everyone, None)
    assert {(t.technique, t.cases) for t in questions} == {(t.technique, t.cases) for t in plain}
    assert not any(tally.successes for tally in questions)
    assert openers == []
