"""Every report of visits.yml gives what it tells, and nothing that it does not."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.language.extraction import Told, extract_visit
from dakehu.language.names import NameIndex
from dakehu.language.times import TimeExpression

FILES = ("visits.yml", "more_visits.yml")
HERE = Path(__file__).parent
CASES = [
    case for name in FILES for case in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"][:40])
def test_a_report_gives_what_it_tells(
    case: dict[str, Any], now: datetime, names: NameIndex[str]
) -> None:
    found = extract_visit(case["say"], now, names.find)
    expected = {key: value for key, value in case.items() if key != "say"}
    assert facts(found) == {key: plain(value) for key, value in expected.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"][:40])
def test_the_words_of_each_fact_are_where_it_says(
    case: dict[str, Any], now: datetime, names: NameIndex[str]
) -> None:
    found = extract_visit(case["say"], now, names.find)
    for name in ("contact", "method", "started_at", "outcome", "satisfaction", "next_visit_at"):
        told = getattr(found, name)
        assert told is None or case["say"][slice(*told.span)] == told.text


def facts(found: Any) -> dict[str, Any]:
    """Return what was found, as the table has it."""
    told = {
        "customers": [match.id for match in found.customers],
        "customer_words": found.customer_words and found.customer_words.value,
        "contact": found.contact and found.contact.value.text,
        "method": found.method and found.method.value,
        "started_at": moment(found.started_at),
        "purpose": found.purpose and found.purpose.value,
        "summary": found.summary and found.summary.value,
        "outcome": found.outcome and found.outcome.value,
        "satisfaction": found.satisfaction and found.satisfaction.value,
        "next_step": found.next_step and found.next_step.value,
        "due": found.next_step_due and found.next_step_due.text,
        "next_visit_at": moment(found.next_visit_at),
        "questions": [one.value for one in found.questions],
        "openers": [[one.value.opener, one.value.engaged] for one in found.openers],
    }
    return {name: value for name, value in told.items() if value}


def moment(told: Told[TimeExpression] | None) -> str | None:
    if told is None:
        return None
    start = told.value.start
    return f"{start:%Y-%m-%d %H:%M}" if start else told.value.kind


def plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d} 00:00" if isinstance(value, date) else value
