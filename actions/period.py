"""A period in words: a month, a year, a day, or from one day to another."""

from datetime import date, timedelta

from babel.dates import format_skeleton

from actions.turn import Turn


def show_period(start: date, end: date, turn: Turn) -> str:
    """Name the days from `start` to before `end`, as short as that can be."""
    last = end - timedelta(days=1)
    if start.day == 1 and end.day == 1 and (start.year, start.month) == (last.year, last.month):
        return format_skeleton("yMMMM", start, locale=turn.language)
    if (start.month, start.day, end) == (1, 1, date(start.year + 1, 1, 1)):
        return format_skeleton("y", start, locale=turn.language)
    if start == last:
        return _day(start, turn)
    return turn.phrase("period", start=_day(start, turn), end=_day(last, turn))


def _day(day: date, turn: Turn) -> str:
    skeleton = "MMMd" if day.year == turn.now.year else "yMMMd"
    return format_skeleton(skeleton, day, locale=turn.language)
