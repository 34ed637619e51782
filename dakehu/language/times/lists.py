"""Days in a row: in 下周一和周三 and 12月8号、10号 the later ones lie in the first one's period."""

from dataclasses import dataclass, replace

from dakehu.language.times.grammar import Token
from dakehu.language.times.moments import At
from dakehu.language.times.nesting import Nested
from dakehu.language.times.rules.dates import calendar_year, day_of_month
from dakehu.language.times.rules.english_dates import is_year
from dakehu.language.times.rules.ranges import in_month_of
from dakehu.language.times.values import Cyclic, Fixed, Frame, Span, When

_JOINTS = frozenset({"and", "en_and", "en_or", "comma"})


def with_shared_periods(tokens: list[Token]) -> list[Token]:
    """Return the tokens, each day of a list within the period that its first day names."""
    found = list(tokens)
    for at in range(2, len(found)):
        first, joint, later = found[at - 2 : at + 1]
        if joint.kind in _JOINTS and later.kind == "number" and _is_year(first.value):
            found[at] = _year(later)
        if joint.kind in ("and", "en_and") and first.kind == "number":
            found[at - 2] = _day(first, later.value)
        if joint.kind in _JOINTS and isinstance(first.value, At) and isinstance(later.value, At):
            day = _next(first.value, later.value)
            found[at] = replace(later, value=replace(later.value, day=day)) if day else later
    return found


def _is_year(value: object) -> bool:
    """Tell whether a time is a year by its number."""
    return isinstance(value, At) and isinstance(value.day, Fixed) and value.grain == "year"


def _year(token: Token) -> Token:
    """Return a number after "in 2025 and" as a year, as it is where it cannot be one."""
    if not is_year(token.value):
        return token
    return replace(token, kind="time", value=At(calendar_year(token.value)))


def _day(token: Token, later: object) -> Token:
    """Return the number of "18 and 19 June" as a day, as it is where it cannot be one."""
    day = later.day if isinstance(later, At) and not later.clock and not later.part else None
    number = day_of_month(token.value)
    if number is None or not isinstance(day, Cyclic) or (day.unit, day.grain) != ("year", "day"):
        return token
    return replace(token, kind="time", value=At(in_month_of(day, number)))


def _next(one: At, other: At) -> When | None:
    """Return the later day as the next one after the first, None where it stands by itself.

    A part of day or clock time by itself is of the first one's day (明天上午10点、下午3点).
    """
    first, later = one.day, other.day
    if later is None and (one.part or one.clock or one.grain == "day"):
        return first
    if first is None or not isinstance(later, Cyclic) or later.grain != "day":
        return None
    listed = isinstance(first, Listed) and first.unit == later.unit
    nested = isinstance(first, Nested) and first.grain == "day" and first.inner.unit == later.unit
    dated = isinstance(first, Cyclic) and first.unit == "year" and first.grain == "day"
    if not (listed or nested or (dated and later.unit == "month")):
        return None
    return Listed(first, later)


@dataclass(frozen=True, slots=True)
class Listed:
    """The next day of its kind after the one before it in the list."""

    first: When
    later: Cyclic

    @property
    def grain(self) -> str:
        """Return the later day's grain."""
        return self.later.grain

    @property
    def unit(self) -> str:
        """Return the later day's cycle."""
        return self.later.unit

    def resolve(self, frame: Frame) -> Span | None:
        """Return the first such day after the one before."""
        span = self.first.resolve(frame)
        return self.later.resolve(Frame(span.end, "future")) if span else None
