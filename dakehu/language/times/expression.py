"""What `find_times` returns."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["point", "span", "recurring", "duration", "invalid"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time named in a text.

    Attributes:
        text: The words as typed.
        span: Their place in the text, end exclusive.
        kind: `point` (a clock time), `span` (all other times), `recurring`, `duration`, or
            `invalid` for a date or time that does not exist (2月30日, 25:70).
        start: First moment, aware; None for recurring, duration and invalid.
        end: First moment after it, aware; None likewise.
        grain: Smallest unit named: minute, hour, part, day, week, month, quarter, half or year.
        rule: RFC 5545 RRULE of a recurring time.
        seconds: Length of a duration.
        assumed: True where official holidays of the year are not published yet and Monday to
            Friday stood in for working days.
    """

    text: str
    span: tuple[int, int]
    kind: Kind
    start: datetime | None = None
    end: datetime | None = None
    grain: str | None = None
    rule: str | None = None
    seconds: int | None = None
    assumed: bool = False
