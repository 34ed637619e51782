"""What is worth a word about a time for a visit, but no reason to refuse it."""

from datetime import datetime, time
from enum import StrEnum

from dakehu.language.times.holidays import is_working_day

WORKING_HOURS = (time(8), time(18))


class Hint(StrEnum):
    """Something unusual about a time."""

    OUTSIDE_HOURS = "outside_hours"
    DAY_OFF = "day_off"


def hints(planned_at: datetime) -> list[Hint]:
    """List what is unusual about a local time: a day off, or outside 8:00 to 18:00."""
    start, end = WORKING_HOURS
    found = [] if is_working_day(planned_at) else [Hint.DAY_OFF]
    if not start <= planned_at.time() < end:
        found.append(Hint.OUTSIDE_HOURS)
    return found
