"""English wordings: Nov 24, 2026 at 15:00, Nov 24, 2026 to Nov 26, 2026, every Monday at 09:00."""

from datetime import datetime

from dakehu.language.times.rendering.wording import Rule, Wording, clock, iso, split

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = {"MINUTELY": "minute", "HOURLY": "hour", "DAILY": "day", "WEEKLY": "week",
          "MONTHLY": "month", "YEARLY": "year"}  # fmt: skip
_MONTH_PARTS = {
    (1, 2, 3, 4, 5): "the beginning", tuple(range(11, 21)): "the middle",
    (-5, -4, -3, -2, -1): "the end", tuple(range(1, 11)): "the first ten days",
    tuple(range(21, 32)): "the last ten days",
}  # fmt: skip
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth")


class EnglishWording(Wording):
    """How English says the kinds of times."""

    years = range(1900, 2100)  # without a word for them

    def point(self, moment: datetime, hour: bool) -> str:
        """Return Nov 24, 2026 at 15:00, or on the hour Nov 24, 2026 at 3 pm."""
        if not hour:
            return f"{self.day(moment)} at {clock(moment)}"
        half = "am" if moment.hour < 12 else "pm"
        return f"{self.day(moment)} at {(moment.hour - 1) % 12 + 1} {half}"

    def recurring(self, rule: str) -> str:
        """Return every two weeks, every Monday at 09:00, every month on the 15th."""
        read = Rule.read(rule)
        unit = _UNITS[read.frequency]
        often = f"every {unit}" if read.interval == 1 else f"every {read.interval} {unit}s"
        if read.weekdays and not read.weekdays[0][0] and read.position is None:
            days = _weekdays([day for _, day in read.weekdays])
            often = f"every {days}" if read.interval == 1 else f"{often} on {days}"
        if read.days in _MONTH_PARTS:
            often = f"{_MONTH_PARTS[read.days]} of {often}"
        return often + _dates(read) + (f" at {read.clock}" if read.clock else "")

    def length(self, seconds: int) -> str:
        """Return 8 days 20 hours."""
        return " ".join(_counted(count, unit) for unit, count in split(seconds))

    def year(self, start: datetime) -> str:
        """Return the year 2026."""
        return f"the year {start.year}"

    def month(self, start: datetime) -> str:
        """Return Nov 2026."""
        return f"{_MONTHS[start.month - 1]} {start.year}"

    def day(self, moment: datetime, after: datetime | None = None) -> str:
        """Return a date, always with its year."""
        if moment.year not in self.years:
            return iso(moment)
        return f"{_MONTHS[moment.month - 1]} {moment.day}, {moment.year}"

    def at(self, day: datetime, clock: str, after: datetime | None = None) -> str:
        """Return Nov 24, 2026 15:00."""
        return f"{self.day(day, after)} {clock}"

    def between(self, start: str, end: str) -> str:
        """Return Nov 24, 2026 to Nov 26, 2026."""
        return f"{start} to {end}"


def _counted(count: int, unit: str) -> str:
    """Return 2 days, 1 sec: a second by itself is an ordinal."""
    if count != 1:
        return f"{count} {unit}s"
    return "1 sec" if unit == "second" else f"1 {unit}"


def _dates(rule: Rule) -> str:
    """Return the days of the month or year on which a rule falls."""
    if rule.position is not None:
        return f" on the {_nth(rule.position)} working day"
    if rule.weekdays and rule.weekdays[0][0]:
        ((n, day),) = rule.weekdays
        return f" on the {_nth(n)} {_WEEKDAYS[day]}"
    if rule.month:
        month = _MONTHS[rule.month - 1]
        return f" on {month} {rule.days[0]}" if rule.days else f" in {month}"
    if not rule.days or rule.days in _MONTH_PARTS:
        return ""
    return " on the " + " and ".join(_ordinal(day) for day in rule.days)


def _weekdays(days: list[int]) -> str:
    """Return Monday to Friday, or Monday, Wednesday and Friday."""
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{_WEEKDAYS[days[0]]} to {_WEEKDAYS[days[-1]]}"
    *first, last = (_WEEKDAYS[day] for day in days)
    return f"{', '.join(first)} and {last}" if first else last


def _nth(n: int) -> str:
    """Return first, last, second to last."""
    return _ORDINALS[n] if n > 0 else "last" if n == -1 else f"{_ORDINALS[-n]} to last"


def _ordinal(n: int) -> str:
    """Return 1st, 22nd, 13th, last day."""
    if n < 0:
        return "last day"
    tens = n % 100 in (11, 12, 13)
    return f"{n}{'th' if tens else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


WORDING = EnglishWording()
