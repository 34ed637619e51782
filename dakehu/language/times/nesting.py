"""Times within times: 明年3月, 下周的周三, 国庆 of 2025."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from dakehu.language.times.calendar import floor
from dakehu.language.times.values import Cyclic, Fixed, Frame, Span, When

_SIZES = ("minute", "hour", "part", "day", "week", "month", "quarter", "half", "year")


@dataclass(frozen=True, slots=True)
class Nested:
    """A cyclic time within a named period; `lends` it to the left side of a range."""

    outer: When
    inner: Cyclic
    lends: bool = False

    @property
    def grain(self) -> str:
        """Return the inner grain."""
        return self.inner.grain

    @property
    def ends_limit(self) -> bool:
        """Return whether "before it" runs to its end."""
        return self.inner.ends_limit

    def resolve(self, frame: Frame) -> Span | None:
        """Return the inner time within the settled outer one."""
        outer = self.outer.resolve(frame)
        span = self.inner.at(floor(outer.start, self.inner.unit)) if outer else None
        if outer is None or span is None:
            return None
        return replace(span, assumed=span.assumed or outer.assumed)


def nest(outer: When, inner: When) -> When | None:
    """Return `inner` within `outer`, None where that makes no sense (周三的5月)."""
    if not isinstance(inner, Cyclic) or not _fits(outer, inner):
        return None
    if isinstance(outer, Cyclic):
        return Cyclic(outer.unit, inner.grain, _inside(outer, inner), outer.open, inner.ends_limit)
    return Nested(outer, inner)


def _fits(outer: When, inner: Cyclic) -> bool:
    """Tell whether the outer time is one of the inner's cycles."""
    holds = (isinstance(outer, Fixed) and outer.holds) or outer.grain
    return holds == inner.unit and _SIZES.index(inner.grain) < _SIZES.index(holds)


def _inside(outer: Cyclic, inner: Cyclic) -> Callable[[datetime], Span | None]:
    """Return the function that finds inner within outer within a cycle."""

    def at(start: datetime) -> Span | None:
        span = outer.at(start)
        return inner.at(floor(span.start, inner.unit)) if span else None

    return at
