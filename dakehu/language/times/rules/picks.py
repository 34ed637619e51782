"""One of several within a period: 本月最后一个工作日, 12月的第一周, 2021年的前两周."""

from dakehu.language.times.calendar import Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.pick import Pick, each, units, weeks, working_days
from dakehu.language.times.rules.amounts import Amount
from dakehu.language.times.rules.relative import moved
from dakehu.language.times.values import Cyclic, Fixed, Span, When

places = Family()
picks = Family()


@places.rule("nth", "di n=number ge?")
def nth(n: int) -> int:
    """第三, 第一个."""
    return n


@places.rule("nth", "from_end di? n=number ge?")
def nth_from_end(n: int) -> int:
    """倒数第二个."""
    return -n


@places.rule("nth", "leading n=number ge")
def leading(n: int) -> int | None:
    """头一个; the number of 头两个月 is an amount."""
    return 1 if n == 1 else None


@places.rule("nth", "final n=number ge?", "final")
def final(n: int = 1) -> int | None:
    """最后一个; the number of 最后三天 is an amount."""
    return -1 if n == 1 else None


@picks.rule("date", "d=date de? n=nth workday")
def nth_workday(d: When, n: int) -> When | None:
    """本月最后一个工作日."""
    return Pick(n, working_days, "day").within(d)


@picks.rule("date", "d=date de? n=nth w=date")
def nth_weekday(d: When, n: int, w: When) -> When | None:
    """下个月第二个周三."""
    is_weekday = isinstance(w, Cyclic) and w.is_weekday
    return Pick(n, each(w), "day").within(d) if is_weekday and isinstance(w, Cyclic) else None


@picks.rule("date", "d=date de? n=nth u=unit")
def nth_unit(d: When, n: int, u: Unit) -> When | None:
    """本月第三天."""
    return Pick(n, units("day"), "day").within(d) if u == "day" else None


@picks.rule("date", "d=date de? n=nth week")
def nth_week(d: When, n: int) -> When | None:
    """12月的第一周."""
    return Pick(n, weeks, "week").within(d)


@picks.rule("date", "d=date de? n=nth week de? w=date")
def day_of_nth_week(d: When, n: int, w: When) -> When | None:
    """12月第三周的周三."""
    week = nth_week(d, n)
    return nest(week, w) if week else None


@picks.rule("date", "d=date de? n=nth (yue | month_unit)")
def nth_month(d: When, n: int) -> When | None:
    """今年最后一个月."""
    return Pick(n, units("month"), "month").within(d)


@picks.rule("date", "d=date de? (qian | leading) a=amount", "d=date de? n=nth a=amount")
def stretch(d: When, a: Amount, n: int = 1) -> When | None:
    """2021年的前两周, 本月最后三天."""
    if d.grain in ("minute", "hour", "part", "day") or n not in (1, -1):
        return None
    return Fixed("part", lambda frame: _stretch(d.resolve(frame), a, n < 0))


def _stretch(span: Span | None, amount: Amount, from_end: bool) -> Span | None:
    """Return the first or last stretch of a period; weeks are whole weeks of it."""
    if span is None:
        return None
    count, unit = amount.parts[0]
    if unit == "week":
        found = weeks(span)
        chosen = found[-int(count) :] if from_end else found[: int(count)]
        return Span(chosen[0].start, chosen[-1].end, "week") if chosen else None
    if from_end:
        return Span(moved(span.end, amount, -1), span.end, unit)
    return Span(span.start, moved(span.start, amount, 1), unit)
