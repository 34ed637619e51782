"""Clock times in Chinese and in digits: 3点半, 三点一刻, 15:20, 3pm."""

from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import Clock, Meridiem
from dakehu.language.times.numeral import Numeral

clock = Family()


@clock.rule("clock", "h=number dian (m=number fen s=number miao | m=number fen?)? sharp?")
def spoken(h: Numeral, m: Numeral | None = None, s: int = 0) -> Clock | None:
    """3点, 9点20, 16时40分50秒."""
    if h > 99 or (m is not None and m > 99):
        return None
    return Clock(h, m, s, literal=h.raw[0] in "0零" and len(h.raw) > 1)


@clock.rule("clock", "h=number dian half")
def half_past(h: Numeral) -> Clock | None:
    """3点半."""
    return Clock(h, 30) if h <= 24 else None


@clock.rule("clock", "h=number dian q=number ke")
def quarter_past(h: Numeral, q: Numeral) -> Clock | None:
    """三点一刻, 三点三刻."""
    return Clock(h, 15 * q) if h <= 24 and q in (1, 2, 3) else None


@clock.rule("clock", "short (m=number (fen | minutes) | q=number ke) h=number dian")
def short_of(h: Numeral, m: int = 0, q: int = 0) -> Clock | None:
    """差五分三点, 差一刻九点."""
    return before(h, m or 15 * q)


def before(hour: int, minutes: int) -> Clock | None:
    """Return the clock time so many minutes before an hour."""
    if not (1 <= hour <= 24 and 1 <= minutes < 60):
        return None
    return Clock((hour - 2) % 12 + 1 if hour <= 12 else hour - 1, 60 - minutes)


@clock.rule("clock", "v=colon m=meridiem?", "m=meridiem v=colon")
def typed(v: tuple[str, int, float], m: Meridiem = None) -> Clock:
    """15:20, 3:20 pm."""
    hour, minute, second = v
    literal = hour[0] == "0" or int(hour) > 12
    return Clock(int(hour), minute, second, None if int(hour) > 12 else m, literal)


@clock.rule("clock", "h=number m=meridiem")
def with_meridiem(h: Numeral, m: Meridiem) -> Clock | None:
    """3pm."""
    return Clock(h, meridiem=m) if 1 <= h <= 12 else None


@clock.rule("clock", "v=decimal m=meridiem")
def dotted(v: str, m: Meridiem) -> Clock | None:
    """8.30pm."""
    hour, minute = v.split(".")
    return Clock(int(hour), int(minute), meridiem=m) if len(minute) == 2 else None
