"""Every report of the tables gives what it tells, and nothing that it does not."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.language.extraction import Entity, extract_visit
from dakehu.language.names import NameIndex
from tests.language.extraction.told import expected, told

FILES = ("visits.yml", "more_visits.yml", "hurried_visits.yml")
HERE = Path(__file__).parent
CASES = [
    case for name in FILES for case in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"][:40])
def test_a_report_gives_what_it_tells(
    case: dict[str, Any], now: datetime, names: NameIndex[str]
) -> None:
    assert told(extract_visit(case["say"], now, names.find)) == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"][:40])
def test_the_words_of_each_fact_are_where_it_says(
    case: dict[str, Any], now: datetime, names: NameIndex[str]
) -> None:
    found = extract_visit(case["say"], now, names.find)
    for name in ("contact", "method", "started_at", "outcome", "satisfaction", "next_visit_at"):
        one = getattr(found, name)
        assert one is None or case["say"][slice(*one.span)] == one.text


def test_what_a_model_marked_fills_what_the_rules_leave_empty(
    now: datetime, names: NameIndex[str]
) -> None:
    said = "昨天去瑞丰，那件老大难的事"
    marked = [Entity("purpose", (7, 13)), Entity("started_at", (2, 4)), Entity("unknown", (0, 2))]
    found = told(extract_visit(said, now, names.find, marked))
    assert found["purpose"] == "件老大难的事"
    assert found["started_at"] == "2026-11-23 00:00"
