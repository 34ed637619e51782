"""The public cases of `specs/` (Recognizers-Text, MIT), and their answers in one common form.

An answer is a dict that survives JSON, so that libraries of another Python can give it too:
`start` and `end` (its place in the text, end exclusive) and `values`: what it may be, each

- `{"from": ISO, "to": ISO}`: a stretch of time; only one side where the other is open;
- `{"at": ISO}`: a moment; `{"clock": "15:00:00"}`, `{"clock": …, "until": …}`: of no day;
- `{"seconds": n}`: a length; `{"again": true}`: recurring;
- `{"number": n}`, `{"money": n, "unit": "CNY"}` (n in units, not fen), `{"digits": "010…"}`.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

SPECS = Path(__file__).with_name("specs")
FILES = (
    "DateTime/Chinese/DateTimeModel",
    "DateTime/English/DateTimeModel",
    "Number/Chinese/NumberModel",
    "Number/Chinese/PercentModel",
    "NumberWithUnit/Chinese/CurrencyModel",
    "Sequence/Chinese/PhoneNumberModel",
)

UNRESOLVED = "not resolved"

Answer = dict[str, Any]

UNRESOLVABLE: dict[str, Answer | None] = {"set": {"again": True}, "timezone": None}
"""Kinds of time whose value no case gives."""


@dataclass(frozen=True)
class Case:
    """A text, the moment it is read at, and what is to be found in it."""

    file: str
    number: int
    text: str
    now: str
    expected: list[Answer]


def cases(file: str) -> list[Case]:
    """Read a file's cases, numbered from 0 in its order."""
    read = json.loads((SPECS / f"{file}.json").read_text(encoding="utf-8-sig"))
    return [
        Case(
            file,
            number,
            one["Input"],
            one.get("Context", {}).get("ReferenceDateTime", "2026-01-01T00:00:00"),
            [_answer(result, one["Input"]) for result in one["Results"]],
        )
        for number, one in enumerate(read)
    ]


def _answer(result: dict[str, Any], text: str) -> Answer:
    start = result.get("Start", text.lower().find(result["Text"].lower()))
    end = result.get("End", start + len(result["Text"]) - 1) + 1
    kind = result.get("TypeName", "")  # a few cases spell the key otherwise; times do without it
    return {"start": start, "end": end, "values": values(kind, result["Resolution"])}


def values(type_name: str, resolution: dict[str, Any]) -> list[Answer]:
    """Return what a Recognizers-Text resolution may mean."""
    if "values" in resolution:
        return [found for one in resolution["values"] if (found := _time(one))]
    if resolution["value"] is None:  # a unit alone
        return []
    if type_name == "currency":
        return [{"money": float(resolution["value"]), "unit": resolution.get("isoCurrency", "")}]
    if type_name == "phonenumber":
        return [{"digits": "".join(c for c in resolution["value"] if c.isdigit())}]
    value = resolution["value"]
    share = value.endswith("%")
    return [{"number": float(value.rstrip("%")) / (100 if share else 1)}]


def _time(one: dict[str, Any]) -> Answer | None:
    kind, value = one["type"], one.get("value", UNRESOLVED)
    if kind in UNRESOLVABLE:
        return UNRESOLVABLE[kind]
    if kind == "timerange":
        return _known(clock=one.get("start"), until=one.get("end"))
    if kind.endswith("range"):
        return _known(**{"from": _iso(one.get("start")), "to": _iso(one.get("end"))})
    return None if value == UNRESOLVED else _single(kind, value)


def _single(kind: str, value: str) -> Answer:
    if kind == "duration":
        return {"seconds": float(value)}
    if kind == "time":
        return {"clock": value}
    if kind == "date":
        day = datetime.fromisoformat(value)
        return {"from": day.isoformat(), "to": (day + timedelta(days=1)).isoformat()}
    return {"at": _iso(value)}


def _iso(moment: str | None) -> str | None:
    return datetime.fromisoformat(moment).isoformat() if moment else None


def _known(**sides: str | None) -> Answer | None:
    return {name: value for name, value in sides.items() if value} or None
