"""English clock times: half past 3, a quarter to four, noon, at nine thirty, 1140 a.m., 5ish."""

from dakehu.language.times.calendar import Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import Clock, Meridiem
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.clock import before

clock = Family()
_MINUTES = "(en_a? q=en_unit | m=number (u=en_unit)?)"
# Where a clock time stands: only there are two number words one (at nine thirty, not two fifty).
_AFTER = ("en_at", "en_from", "en_to", "en_until", "en_by", "en_before", "en_after", "en_between")


@clock.rule("clock", "h=number en_oclock")
def oclock(h: Numeral) -> Clock | None:
    """3 o'clock."""
    return Clock(h) if h <= 12 else None


@clock.rule("clock", "en_half en_past h=number en_oclock?")
def half_past(h: Numeral) -> Clock | None:
    """Half past 3."""
    return Clock(h, 30) if h <= 12 else None


@clock.rule("clock", f"{_MINUTES} en_past h=number en_oclock?")
def past(h: Numeral, q: Unit | None = None, m: int = 15, u: Unit = "minute") -> Clock | None:
    """Quarter past 3, ten past two."""
    return Clock(h, m) if h <= 12 and m < 60 and q in (None, "quarter") and u == "minute" else None


@clock.rule("clock", f"{_MINUTES} en_to h=number en_oclock?")
def to(h: Numeral, q: str = "", m: int = 15, u: str = "") -> Clock | None:
    """A quarter to 4, twenty to nine, 5 minutes to ten; five to seven is mostly a range."""
    is_clock = q == "quarter" or u == "minute" or (not q + u and m in (20, 25) and h.raw.isalpha())
    return before(h, m) if h <= 12 and is_clock else None


@clock.rule("clock", "<en_at> m=number en_to h=number")
def minutes_to(h: Numeral, m: Numeral) -> Clock | None:
    """At five to seven."""
    return (
        before(h, m) if m in (5, 10) and h <= 12 and m.raw.isalpha() and h.raw.isalpha() else None
    )


@clock.rule("clock", "n=number? en_noon")
def noon(n: int = 12) -> Clock | None:
    """Noon, 12 noon."""
    return Clock(12, 0, literal=True) if n == 12 else None


@clock.rule("clock", "en_midnight")
def midnight() -> Clock:
    """Midnight: 24:00."""
    return Clock(24, 0, literal=True)


@clock.rule("clock", *(f"<{word}> h=number to? m=number (u=en_unit)?" for word in _AFTER))
def spoken(h: Numeral, m: Numeral, u: str = "minute") -> Clock | None:
    """At nine thirty, from five-thirty."""
    spelled = h.raw.isalpha() and not m.raw.isdigit()
    return Clock(h, m) if spelled and 1 <= h <= 12 and 10 <= m < 60 and u == "minute" else None


@clock.rule("clock", "h=number m=number x=meridiem")
def spoken_half(h: Numeral, m: Numeral, x: Meridiem) -> Clock | None:
    """One thirty p m."""
    return Clock(h, m, meridiem=x) if 1 <= h <= 12 and 10 <= m < 60 else None


@clock.rule("clock", "en_the h=number x=meridiem")
@clock.rule("clock", "<en_at> h=number en_hours", "<en_on> h=number en_hours")
def departure(h: Numeral, x: Meridiem = None) -> Clock | None:
    """The 7am, at 14h."""
    return Clock(h, meridiem=x, literal=h > 12) if 1 <= h <= 24 else None


@clock.rule("clock", "n=number x=meridiem")
def run_together(n: Numeral, x: Meridiem) -> Clock | None:
    """1140 a.m."""
    is_clock = n.raw.isdigit() and len(n.raw) in (3, 4)
    return Clock(n // 100, n % 100, meridiem=x) if is_clock else None


@clock.rule("clock", "<en_at> n=number u=en_hours?")
def four_digits(n: Numeral, u: str = "") -> Clock | None:
    """At 0930, at 1530h; 2026 is mostly a year."""
    return hhmm(n) if u or not 1900 <= n < 2060 else None


@clock.rule("clock", "<en_at> v=hours_minutes")
def at_hours_minutes(v: tuple[int, int]) -> Clock | None:
    """At 15h30; by itself it is a length."""
    return Clock(v[0], v[1], literal=True)


def hhmm(number: Numeral) -> Clock | None:
    """Return the clock time of four digits, None where they are none."""
    hour, minute = divmod(int(number), 100)
    is_clock = number.raw.isdigit() and len(number.raw) == 4 and hour < 24 and minute < 60
    return Clock(hour, minute, literal=True) if is_clock else None


@clock.rule("clock", "<en_at> h=number x=en_letter")
def letter(h: Numeral, x: Meridiem) -> Clock | None:
    """At 9p."""
    return Clock(h, meridiem=x) if 1 <= h <= 12 else None


@clock.rule("clock", "h=number to? en_ish")
def about(h: Numeral) -> Clock | None:
    """11ish."""
    return Clock(h) if 1 <= h <= 12 else None
