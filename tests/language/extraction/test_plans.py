"""Every sentence of plans.yml gives what it tells, and nothing that it does not."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.language.extraction import extract_plan
from dakehu.language.names import NameIndex

TABLE = Path(__file__).parent / "plans.yml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["say"])[:40])
def test_a_plan_gives_what_it_tells(
    case: dict[str, Any], now: datetime, names: NameIndex[str]
) -> None:
    found = extract_plan(case["say"], now, names.find)
    time = found.planned_at.value.start if found.planned_at else None
    told = {
        "customers": [match.id for match in found.customers],
        "customer_words": found.customer_words and found.customer_words.value,
        "contact": found.contact and found.contact.value.text,
        "planned_at": time and time.replace(tzinfo=None),
        "purpose": found.purpose and found.purpose.value,
        "method": found.method and found.method.value,
    }
    expected = {key: _moment(value) for key, value in case.items() if key != "say"}
    assert {key: value for key, value in told.items() if value} == expected


def _moment(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001
    return datetime.fromisoformat(value) if str(value).startswith("2026-") else value
