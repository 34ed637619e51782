"""Working days: 下个工作日, 3个工作日后, 5个工作日内, 国庆后第一个工作日."""

from dakehu.language.times.calendar import DAY
from dakehu.language.times.grammar import Family
from dakehu.language.times.holidays import nth_working_day
from dakehu.language.times.values import Fixed, Frame, Span, When, day_span

counts = Family()
workdays = Family()


@counts.rule(
    "workdays", "n=number ge? workday", "n=number en_workday", "n=number en_business en_unit"
)
def count(n: int) -> int:
    """三个工作日, 3 working days."""
    return n


def from_today(count: int) -> Fixed:
    """Return the nth working day after today, or before it."""
    return Fixed("day", lambda frame: day_span(*nth_working_day(frame.today, count)))


@workdays.rule(
    "date",
    "t=toward workday",
    "en_the? t=en_next (en_business en_unit | en_workday)",
    "en_the? t=en_last (en_business en_unit | en_workday)",
)
def next_working_day(t: int) -> When | None:
    """下个工作日, the next working day."""
    return from_today(t)


@workdays.rule(
    "date",
    "n=workdays (hou | after)",
    "n=workdays (en_later | en_from en_now)",
    "en_in n=workdays",
    "n=workdays en_from day",
)
def later(n: int) -> When | None:
    """3个工作日后, in 3 working days."""
    return from_today(n) if n else None


@workdays.rule("date", "n=workdays (qian | before)", "n=workdays en_ago")
def earlier(n: int) -> When | None:
    """3个工作日前."""
    return from_today(-n) if n else None


@workdays.rule(
    "date",
    "n=workdays within",
    "coming n=workdays",
    "en_within n=workdays",
    "en_the? en_next n=workdays",
)
def within(n: int) -> When | None:
    """5个工作日内: from today through the fifth after it."""

    def settle(frame: Frame) -> Span:
        day, assumed = nth_working_day(frame.today, n)
        return Span(frame.today, day + DAY, "day", assumed=assumed)

    return Fixed("part", settle) if n else None


@workdays.rule("date", "recent n=workdays", "en_the? (en_last | en_past) n=workdays")
def latest(n: int) -> When | None:
    """近5个工作日: n working days, the last of them today or the last one before."""

    def settle(frame: Frame) -> Span:
        day, assumed = nth_working_day(frame.today + DAY, -n)
        return Span(day, frame.today + DAY, "day", assumed=assumed)

    return Fixed("part", settle) if n else None


@workdays.rule(
    "date",
    "d=date de? (hou | after) de? di n=number ge? workday",
    "d=date de? (hou | after) de? n=workdays",
    "en_the? n=en_ordinal (en_business en_unit | en_workday) en_after d=date",
    "n=workdays en_after d=date",
)
def after(d: When, n: int) -> When | None:
    """国庆后第一个工作日."""
    return _counted(d, n)


@workdays.rule(
    "date",
    "d=date de? (qian | before) de? last number? ge? workday",
    "d=date de? (qian | before) n=workdays",
    "en_the? en_last (en_business en_unit | en_workday) en_before d=date",
    "n=workdays en_before d=date",
)
def before(d: When, n: int = 1) -> When | None:
    """春节前最后一个工作日."""
    return _counted(d, -n)


def _counted(day: When, count: int) -> When | None:
    """Return the nth working day after the end, or before the start."""

    def settle(frame: Frame) -> Span | None:
        span = day.resolve(frame)
        if span is None:
            return None
        return day_span(*nth_working_day(span.end - DAY if count > 0 else span.start, count))

    return Fixed("day", settle) if count else None
