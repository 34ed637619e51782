"""One of several within a period: 本月最后一个工作日, 12月的第一周, the first Monday of May."""

from dakehu.language.times.calendar import Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import Part
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.pick import Pick, each, units, weeks, working_days
from dakehu.language.times.rules.amounts import Amount, amount
from dakehu.language.times.rules.dates import calendar_year
from dakehu.language.times.rules.english_dates import is_year
from dakehu.language.times.rules.relative import moved
from dakehu.language.times.rules.weekdays import weekday
from dakehu.language.times.values import Cyclic, Fixed, Span, When, this_unit

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


_EN_NTH = "en_the? n=(en_ordinal | en_second | en_last)"


@places.rule("pick", f"{_EN_NTH} w=en_weekday (en_of | en_in)")
def english_weekday(n: int, w: int) -> Pick:
    """The first Monday of."""
    return Pick(n, each(weekday(w)), "day")


@places.rule("pick", f"{_EN_NTH} u=en_unit (en_of | en_in)")
def english_unit(n: int, u: Unit) -> Pick | None:
    """The last day of."""
    return Pick(n, units(u), u) if u in ("day", "week", "month") else None


@places.rule("pick", f"{_EN_NTH} (en_workday | en_business en_unit) (en_of | en_in)")
def english_workday(n: int) -> Pick:
    """The last working day of."""
    return Pick(n, working_days, "day")


@places.rule("nth_workday", f"{_EN_NTH} (en_workday | en_business en_unit)")
def english_nth_workday(n: int) -> int:
    """The first working day, before or after something."""
    return n


@places.rule("pick_part", f"{_EN_NTH} w=en_weekday p=en_part (en_of | en_in)")
def english_weekday_part(n: int, w: int, p: Part) -> tuple[Pick, Part]:
    """The first Monday evening of."""
    return Pick(n, each(weekday(w)), "day"), p


@places.rule("first_amount", "en_the? en_ordinal a=number u=en_unit")
def first_amount(a: int, u: Unit) -> Amount:
    """The first two weeks, of something."""
    return amount(a, u)


@places.rule("rank", f"{_EN_NTH} u=en_unit")
def ranked(n: int, u: Unit) -> tuple[int, Unit]:
    """The first week, of whatever: no time by itself, nor is the first a day there."""
    return n, u


@picks.rule("date", "p=pick (d=date | en_the? u=en_unit | y=number)")
def english_pick(
    p: Pick, d: When | None = None, u: Unit = "month", y: Numeral | None = None
) -> When | None:
    """The first Monday of next month, the last day of the month, the first week of 2026."""
    if y is not None:
        return p.within(calendar_year(y)) if is_year(y) else None
    return p.within(d or this_unit(u))


@picks.rule("date", "d=date de? (qian | leading) a=amount", "d=date de? n=nth a=amount")
@picks.rule("date", "(a=first_amount | en_the? n=en_last a=amount) en_of (d=date | y=number)")
def stretch(a: Amount, d: When | None = None, n: int = 1, y: Numeral | None = None) -> When | None:
    """2021年的前两周, 本月最后三天, the first two weeks of 2026."""
    if y is not None:
        d = calendar_year(y) if is_year(y) else None
    if d is None or d.grain in ("minute", "hour", "part", "day") or n not in (1, -1):
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
