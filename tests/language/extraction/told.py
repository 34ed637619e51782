"""What was found in a sentence, written as the tables beside this file write it."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from dakehu.language.extraction import OpenerUsed, Told
from dakehu.language.numbers import NumberExpression
from dakehu.language.people import PersonMention
from dakehu.language.times import TimeExpression


def told(found: Any) -> dict[str, Any]:
    """Return the fields that are not empty; false is told, too."""
    shown = {field.name: _shown(getattr(found, field.name)) for field in fields(found)}
    if shown.pop("next_step_due", None):
        shown["due"] = found.next_step_due.text
    return {name: value for name, value in shown.items() if value not in (None, [])}


def expected(case: dict[str, Any]) -> dict[str, Any]:
    """Return what a table expects, its dates as their first minute."""
    return {k: _plain(v) for k, v in case.items() if k != "say" and v is not None}


def _shown(value: Any) -> Any:
    if isinstance(value, tuple):
        return [one.id if hasattr(one, "how") else _shown(one) for one in value]
    show = _SHOWN.get(type(value))
    return show(value) if show else value


def _number(found: NumberExpression) -> Any:
    return found.value if found.unit == "CNY" else [found.value, found.unit]


_SHOWN: dict[type, Callable[[Any], Any]] = {
    Told: lambda one: _shown(one.value),
    PersonMention: lambda one: one.text,
    TimeExpression: lambda one: _shown(one.start) or one.kind,
    datetime: lambda one: f"{one:%Y-%m-%d %H:%M}",
    OpenerUsed: lambda one: [one.opener, one.engaged],
    NumberExpression: _number,
}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return _shown(value)
    return f"{value:%Y-%m-%d} 00:00" if isinstance(value, date) else value
