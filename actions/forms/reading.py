"""From what the language library finds in a sentence to the readings of a form's fields."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from actions.forms.field import Found, Reading, Unclear
from actions.forms.kinds.customer import reading_of as customer_reading
from actions.forms.kinds.moment import reading_of as moment_reading
from actions.turn import Turn
from dakehu.language.extraction import OpenerUsed, Told
from dakehu.language.people import PersonMention
from dakehu.language.times import TimeExpression


def readings_of(found: Any, text: str, turn: Turn) -> dict[str, Reading]:
    """Return a reading for each field that a sentence fills.

    Args:
        found: What `extract_visit`, `extract_plan` or `extract_customer` returned.
        text: The sentence.
        turn: The turn, for the names of customers.
    """
    readings: dict[str, Reading] = {}
    for name in (f.name for f in fields(found)):
        told = getattr(found, name)
        if isinstance(told, Told):
            readings[name] = _reading(told.value, text)
        elif name in ("questions", "openers") and told:
            readings[name] = Found([_code(one.value) for one in told], whole=False)
    readings.pop("customer_words", None)
    if customer := _customer(found, text, turn):
        readings["customer"] = customer
    return readings


def _reading(value: Any, text: str) -> Reading:
    if isinstance(value, TimeExpression):
        return moment_reading(value, text)
    if isinstance(value, PersonMention):
        return Found({"id": None, "name": value.text}, whole=False)
    return Found(str(value), whole=False)


def _code(value: str | OpenerUsed) -> Any:
    if isinstance(value, OpenerUsed):
        return {"opener": value.opener, "engaged": value.engaged}
    return value


def _customer(found: Any, text: str, turn: Turn) -> Reading:
    """Take the customer that is named, ask which of several, or note a name that is unknown."""
    matches: Sequence[Any] = found.customers
    if matches:
        return customer_reading(list(matches), text, turn)
    unknown = getattr(found, "customer_words", None)
    return Unclear(unknown.value, whole=False) if unknown else None
