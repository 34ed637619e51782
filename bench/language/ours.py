"""What `dakehu.language` finds, in the common form of `cases.py`."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bench.language.cases import Answer, Case
from dakehu.language.numbers import NumberExpression, find_numbers
from dakehu.language.numbers.words import NO_MINOR
from dakehu.language.times import TimeExpression, find_times

NAME = "Dakehu"
KINDS = {"PercentModel": "percent", "CurrencyModel": "money", "PhoneNumberModel": "phone"}
"""The files that ask for one kind of number only."""


def answers(case: Case) -> list[Answer]:
    """Ask for times or for numbers, as the case's file wants."""
    if case.file.startswith("DateTime"):
        now = datetime.fromisoformat(case.now).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
        return [_time(found) for found in find_times(case.text, now) if found.kind != "invalid"]
    kind = KINDS.get(case.file.rsplit("/")[-1])
    numbers = find_numbers(case.text)
    return [_number(found) for found in numbers if kind in (None, found.kind)]


def _time(found: TimeExpression) -> Answer:
    return {"start": found.span[0], "end": found.span[1], "values": [_moment(found)]}


def _moment(found: TimeExpression) -> Answer:
    if found.kind == "recurring":
        return {"again": True}
    if found.start is None or found.end is None:
        return {"seconds": found.seconds}
    start, end = (m.replace(tzinfo=None).isoformat() for m in (found.start, found.end))
    return {"at": start} if found.kind == "point" else {"from": start, "to": end}


def _number(found: NumberExpression) -> Answer:
    value: Answer = {"number": found.value}
    if found.kind == "money" and isinstance(found.value, int | float):
        cents = 1 if found.unit in NO_MINOR else 100
        value = {"money": found.value / cents, "unit": found.unit}
    if found.kind == "phone":
        value = {"digits": found.value}
    return {"start": found.span[0], "end": found.span[1], "values": [value]}
