"""One of several within a period: 本月最后一个工作日, 12月的第一周, the first Monday of next month."""

from collections.abc import Callable
from datetime import datetime

from dakehu.language.times.amounts import Amount
from dakehu.language.times.calendar import DAY, Unit, floor, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.holidays import is_published, is_working_day
from dakehu.language.times.relative import moved
from dakehu.language.times.values import Fixed, Frame, Span, When, day_span, unit_span

picks = Family()
Choice = Callable[[Span], list[Span]]


def _days(keep: Callable[[datetime], bool]) -> Choice:
    """Return the choice of the days that are to keep."""

    def choose(span: Span) -> list[Span]:
        count = (span.end - span.start).days
        days = (span.start + at * DAY for at in range(count))
        return [day_span(day) for day in days if keep(day)]

    return choose


def _weeks(span: Span) -> list[Span]:
    """Return the weeks that belong to the period: those whose Thursday lies in it (ISO 8601)."""
    first = floor(span.start, "week")
    starts = (first + 7 * at * DAY for at in range((span.end - first).days // 7 + 1))
    return [unit_span(day, "week") for day in starts if span.start <= day + 3 * DAY < span.end]


def _units(unit: Unit) -> Choice:
    """Return the choice of the months or quarters of a period."""

    def choose(span: Span) -> list[Span]:
        start, found = floor(span.start, unit), []
        while start < span.end:
            found.append(unit_span(start, unit))
            start = shift(start, unit, 1)
        return found

    return choose


def _on_weekday(number: int) -> Choice:
    return _days(lambda day: day.weekday() == number)


def pick(period: When, choice: Choice, n: int, grain: str) -> When | None:
    """Return the nth of the choice within a period, from its end where n is negative."""
    if n == 0 or period.grain in ("minute", "hour", "day"):
        return None

    def settle(frame: Frame) -> Span | None:
        span = period.resolve(frame)
        found = choice(span) if span else []
        return found[n - 1 if n > 0 else n] if len(found) >= abs(n) else None

    return Fixed(grain, settle)


def working_day(period: When, n: int) -> When | None:
    """Return the nth working day of a period, assumed where the calendar is not published."""
    picked = pick(period, _days(is_working_day), n, "day")
    if picked is None:
        return None

    def settle(frame: Frame) -> Span | None:
        span = picked.resolve(frame)
        return span and day_span(span.start, not is_published(span.start.year))

    return Fixed("day", settle)


_NTH = "(di n=number | e=last di? m=number?) ge?"
_EN_NTH = "en_the? (n=en_ordinal | en_second | e=en_last)"
_EN_OF = "(en_of | en_in | comma)?"


def _position(n: int | None, m: int | None, from_end: bool) -> int:
    """Return the place counted from the start, or from the end (倒数第二); "second" is no ordinal."""
    return -(m or 1) if from_end else 2 if n is None else n


@picks.rule(
    "date",
    f"d=date de? {_NTH} workday",
    f"{_EN_NTH} (en_workday | en_business en_unit) {_EN_OF} d=date",
)
def nth_workday(d: When, n: int | None = None, m: int | None = None, e: int = 0) -> When | None:
    """本月最后一个工作日."""
    return working_day(d, _position(n, m, e != 0))


@picks.rule("date", f"d=date de? {_NTH} w=weekday", f"{_EN_NTH} w=en_weekday {_EN_OF} d=date")
def nth_weekday(
    d: When, w: int, n: int | None = None, m: int | None = None, e: int = 0
) -> When | None:
    """下个月第二个周三, the first Monday of next month."""
    return pick(d, _on_weekday(w), _position(n, m, e != 0), "day")


@picks.rule("date", f"d=date de? {_NTH} week")
def nth_week(d: When, n: int | None = None, m: int | None = None, e: int = 0) -> When | None:
    """12月的第一周."""
    return pick(d, _weeks, _position(n, m, e != 0), "week")


@picks.rule("date", f"d=date de? {_NTH} yue", f"d=date de? {_NTH} month_unit")
def nth_month(d: When, n: int | None = None, m: int | None = None, e: int = 0) -> When | None:
    """今年最后一个月."""
    return pick(d, _units("month"), _position(n, m, e != 0), "month")


@picks.rule("date", f"d=date de? {_NTH} u=unit", f"{_EN_NTH} u=en_unit {_EN_OF} d=date")
def nth_unit(
    d: When, u: str, n: int | None = None, m: int | None = None, e: int = 0
) -> When | None:
    """本月第三天, the last day of the month, the second week of December."""
    choices = {
        "day": _days(lambda _: True),
        "week": _weeks,
        "month": _units("month"),
        "quarter": _units("quarter"),
    }
    return pick(d, choices[u], _position(n, m, e != 0), u) if u in choices else None


@picks.rule(
    "date",
    "d=date de qian a=amount",
    "d=date de? e=last a=amount",
    "en_the? (f=en_ordinal | e=en_last) a=amount en_of d=date",
)
def edge(d: When, a: Amount, e: int = 0, f: int = 1) -> When | None:
    """2021年的前两周, 本月最后三天."""
    if d.grain in ("minute", "hour", "day") or f != 1:
        return None
    return Fixed("part", lambda frame: _stretch(d.resolve(frame), a, e != 0))


def _stretch(span: Span | None, amount: Amount, from_end: bool) -> Span | None:
    """Return the first or last stretch of a period; weeks are whole weeks of it."""
    if span is None:
        return None
    count, unit = amount.parts[0]
    if unit == "week":
        weeks = _weeks(span)
        chosen = weeks[-int(count) :] if from_end else weeks[: int(count)]
        return Span(chosen[0].start, chosen[-1].end, "week") if chosen else None
    if from_end:
        return Span(moved(span.end, amount, -1), span.end, unit)
    return Span(span.start, moved(span.start, amount, 1), unit)
