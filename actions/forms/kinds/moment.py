"""A day or an hour: when a visit was, or will be."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from babel.dates import format_skeleton

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading, Refused
from actions.turn import Turn
from dakehu.handbook.codes import codes, words
from dakehu.language.times import TimeExpression, find_times

Prefer = Literal["past", "future"]

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """A day, a part of a day or a clock time, as JSON `{"start", "end", "grain"}`.

    Attributes:
        field: The field it is for: a new clock time keeps its day, a new day its clock time.
        prefer: Which way a bare weekday or date is read (contract §5).
    """

    field: str
    prefer: Prefer

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Read a time; one that is longer than a day is asked about."""
        known = draft.values.get(self.field)
        times = [
            t
            for t in find_times(text, turn.now, self.prefer)
            if t.kind in ("point", "span", "invalid")
        ]
        if not times:
            return None
        first = times[0]
        if known and first.kind != "invalid":
            return self._amend(text, turn, first, known)
        return reading_of(first, text)

    def _amend(
        self, text: str, turn: Turn, first: TimeExpression, known: dict[str, str]
    ) -> Reading:
        """Put a bare clock time on the known day, and a bare day under the known clock time."""
        start, end = _bounds(known)
        if is_dateless(first, turn.now):
            midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
            again = find_times(text, midnight, None)
            return reading_of(again[0] if again else first, text)
        fresh = reading_of(first, text)
        if isinstance(fresh, Found) and fresh.value["grain"] == "day" and known["grain"] != "day":
            day = datetime.fromisoformat(fresh.value["start"])
            moved = day.replace(hour=start.hour, minute=start.minute)
            return Found(
                {
                    "start": moved.isoformat(),
                    "end": (moved + (end - start)).isoformat(),
                    "grain": known["grain"],
                },
                fresh.whole,
            )
        return fresh

    def show(self, value: Any, turn: Turn) -> str:
        """Show the day with its weekday, and the clock time or part of the day where told."""
        return show_moment(value, turn)

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer the likeliest days and parts of days."""
        options = []
        for code in codes(f"moments_{self.prefer}"):
            phrase = turn.label(f"moments_{self.prefer}", code)
            reading = self.read(phrase, turn, draft)
            if isinstance(reading, Found):
                options.append(Option(phrase, reading.value))
        return options


def reading_of(time: TimeExpression, text: str) -> Reading:
    """Turn what the language library found into a field's value."""
    if time.kind == "invalid" or time.start is None or time.end is None:
        return Refused("invalid_time", {"text": time.text})
    if time.end - time.start > DAY:
        return Refused("which_day", {"text": time.text})
    whole = len(time.text.strip()) >= 0.6 * len(text.strip(" ，。,.!！吧呢的"))
    value = {"start": time.start.isoformat(), "end": time.end.isoformat(), "grain": _grain(time)}
    return Found(value, whole, time.text)


def is_dateless(time: TimeExpression, now: datetime) -> bool:
    """Tell whether a time names no day of its own ("上午十点"), so that a known day keeps."""
    if time.start is None or time.grain == "day" or _names_today(time.text):
        return False
    later = find_times(time.text, now + 8 * DAY, None)
    same = find_times(time.text, now, None)
    return bool(
        same
        and later
        and same[0].start
        and later[0].start
        and same[0].start.date() == now.date()
        and later[0].start.date() == (now + 8 * DAY).date()
    )


def show_moment(value: dict[str, str], turn: Turn) -> str:
    """Show a moment in the person's language, e.g. “11月23日 周一 下午”."""
    start = datetime.fromisoformat(value["start"])
    day = show_day(start, turn)
    if value["grain"] == "day":
        return day
    if value["grain"] == "part":
        return f"{day} {turn.phrase(f'part_{part_of_day(start)}')}"
    return f"{day} {start:%H:%M}"


def show_day(day: datetime, turn: Turn) -> str:
    """Show a day with its weekday; the year only where it is not this one."""
    skeleton = "MMMEd" if day.year == turn.now.year else "yMMMEd"
    return format_skeleton(skeleton, day, locale=turn.language)


def part_of_day(start: datetime) -> str:
    """Name the part of the day that begins here (contract §5)."""
    bounds = ((6, "night"), (11, "morning"), (12, "noon"), (17, "afternoon"), (24, "evening"))
    return next(name for until, name in bounds if start.hour < until)


def _bounds(value: dict[str, str]) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(value["start"]), datetime.fromisoformat(value["end"])


def _grain(time: TimeExpression) -> str:
    """Fold the language's grains into what a card can show: minute, part of day or day."""
    if time.grain in ("minute", "hour"):
        return "minute"
    return "day" if time.grain == "day" else "part"


def _names_today(text: str) -> bool:
    return any(word in text.casefold() for word in words("talk")["today"])
