"""Working days: 下个工作日, 3个工作日后, 5个工作日内, 国庆后第一个工作日."""

from dakehu.language.times.calendar import DAY
from dakehu.language.times.grammar import Family
from dakehu.language.times.holidays import nth_working_day
from dakehu.language.times.values import Fixed, Frame, Span, When, day_span

counts = Family()
workdays = Family()
_WORKDAY = "(en_workday | en_business en_unit)"


@counts.rule("workdays", f"n=number (ge? workday | {_WORKDAY})")
def count(n: int) -> int:
    """三个工作日, 3 working days."""
    return n


def _from_today(count: int) -> Fixed:
    """Return the nth working day after today, or before it."""
    return Fixed("day", lambda frame: day_span(*nth_working_day(frame.today, count)))


@workdays.rule("date", "t=toward workday", f"en_the? t=en_next {_WORKDAY}", "t=nth_workday")
def next_working_day(t: int) -> When | None:
    """下个工作日, the next working day, the last working day."""
    return _from_today(t) if abs(t) == 1 else None


@workdays.rule("date", "n=workdays (hou | after | en_later | en_from en_now | en_from day)")
@workdays.rule("date", "en_in n=workdays")
def later(n: int) -> When | None:
    """3个工作日后, in 3 working days."""
    return _from_today(n) if n else None


@workdays.rule("date", "n=workdays (qian | before | en_ago)")
def earlier(n: int) -> When | None:
    """3个工作日前."""
    return _from_today(-n) if n else None


@workdays.rule("date", "n=workdays within", "(coming | en_within | en_the? en_next) n=workdays")
def within(n: int) -> When | None:
    """5个工作日内: from today through the fifth after it."""

    def settle(frame: Frame) -> Span:
        day, assumed = nth_working_day(frame.today, n)
        return Span(frame.today, day + DAY, "day", assumed=assumed)

    return Fixed("part", settle) if n else None


@workdays.rule("date", "(recent | en_the? (en_last | en_past)) n=workdays")
def latest(n: int) -> When | None:
    """近5个工作日: n working days, the last of them today or the last one before."""

    def settle(frame: Frame) -> Span:
        day, assumed = nth_working_day(frame.today + DAY, -n)
        return Span(day, frame.today + DAY, "day", assumed=assumed)

    return Fixed("part", settle) if n else None


@workdays.rule("date", "d=date de? (hou | after) de? (n=nth workday | n2=workdays)")
@workdays.rule(
    "date", f"(n=nth_workday | en_the? en_next {_WORKDAY} | n2=workdays) en_after d=date"
)
def after(d: When, n: int | None = None, n2: int = 1) -> When | None:
    """国庆后第一个工作日."""
    return _counted(d, n2 if n is None else n)


@workdays.rule("date", "d=date de? (qian | before) de? (n=nth workday | n2=workdays)")
@workdays.rule("date", "(n=nth_workday | n2=workdays) en_before d=date")
def before(d: When, n: int | None = None, n2: int = 1) -> When | None:
    """春节前最后一个工作日."""
    return _counted(d, -n2 if n is None else -abs(n))


def _counted(day: When, count: int) -> When | None:
    """Return the nth working day after the end, or before the start."""

    def settle(frame: Frame) -> Span | None:
        span = day.resolve(frame)
        if span is None:
            return None
        return day_span(*nth_working_day(span.end - DAY if count > 0 else span.start, count))

    return Fixed("day", settle) if count else None
