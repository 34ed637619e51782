"""The conventions of time, one table a convention: what a sentence says is what the table says."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from dakehu.language.times import TimeExpression, find_times

ZONE = ZoneInfo("Asia/Shanghai")
NOW = "2026-11-24T11:00"  # a Tuesday


@dataclass(frozen=True)
class Case:
    sentence: str
    found: dict[str, str]
    group: dict[str, Any]


def _cases() -> list[Any]:
    """Read the tables; a case is named by its table and sentence."""
    return [
        pytest.param(Case(sentence, found, group), id=f"{path.stem}-{group['about']}-{sentence}")
        for path in sorted((Path(__file__).parent / "tables").glob("*.yml"))
        for group in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for sentence, found in group["cases"].items()
    ]


@pytest.mark.parametrize("case", _cases())
def test_a_sentence_says_what_its_table_says(case: Case) -> None:
    found = find_times(
        case.sentence,
        _moment(case.group.get("now", NOW)),
        case.group.get("prefer"),
        _interval(case.group["context"]) if "context" in case.group else None,
    )
    assert [(each.text, _written(each)) for each in found] == [
        (text, _expected(notation)) for text, notation in case.found.items()
    ]
    assert all(case.sentence[slice(*each.span)] == each.text for each in found)


def _written(found: TimeExpression) -> str:
    """Write an expression in the tables' notation, in full."""
    if found.start is None or found.end is None:
        said = found.rule or found.seconds
        return f"{found.kind} {said}" if said else found.kind
    kind = f"point {found.grain}" if found.kind == "point" else found.kind
    assumed = " assumed" if found.assumed else ""
    return f"{kind} {found.start.isoformat()}/{found.end.isoformat()}{assumed}"


def _expected(notation: str) -> str:
    """Write in full: `hour 2026-11-24T15:00`, `2026-11-24`, `2026-W48`, `2026-11`, `a/b`."""
    said, _, rest = notation.partition(" ")
    match said:
        case "invalid":
            return "invalid"
        case "rule":
            return f"recurring {rest}"
        case "seconds":
            return f"duration {rest}"
        case "hour" | "minute":
            start = _moment(rest)
            end = start + timedelta(minutes=60 if said == "hour" else 1)
            return f"point {said} {start.isoformat()}/{end.isoformat()}"
    start, end = _interval(said)
    return f"span {start.isoformat()}/{end.isoformat()}{' ' * bool(rest)}{rest}"


def _interval(notation: str) -> tuple[datetime, datetime]:
    """Read `start/end`, or the day, week, month or year of a reduced date."""
    first, slash, last = notation.partition("/")
    if slash:
        return _moment(first), _moment(last)
    match first.count("-"), "W" in first:
        case 0, _:
            return _moment(f"{first}-01-01"), _moment(f"{int(first) + 1}-01-01")
        case 1, True:
            start = _moment(f"{first}-1")
            return start, start + timedelta(days=7)
        case 1, False:
            start = _moment(f"{first}-01")
            return start, (start + timedelta(days=31)).replace(day=1)
    start = _moment(first)
    return start, start + timedelta(days=1)


def _moment(notation: str) -> datetime:
    return datetime.fromisoformat(notation).replace(tzinfo=ZONE)
