"""Which hour of a day, or of a part of it, a visit is to be at."""

from datetime import datetime

from actions.forms.draft import Option
from actions.forms.flow import Question
from actions.forms.kinds.moment import show_moment
from actions.turn import Turn

OF_A_DAY = (9, 10, 14, 15, 16)
OF_A_PART = (9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20)

KEY = "clock"


def question(turn: Turn, value: dict[str, str]) -> Question | None:
    """Ask for the hour where a time has none."""
    if value["grain"] == "minute":
        return None
    return Question(KEY, _options(turn, value), {"day": show_moment(value, turn)})


def _options(turn: Turn, value: dict[str, str]) -> list[Option]:
    """Offer hours that lie in what was named and are still to come."""
    start, end = (datetime.fromisoformat(value[side]) for side in ("start", "end"))
    hours = OF_A_DAY if value["grain"] == "day" else OF_A_PART
    moments = [start.replace(hour=hour) for hour in hours]
    return [
        Option(f"{at:%H:%M}", {"start": at.isoformat(), "end": at.isoformat(), "grain": "minute"})
        for at in moments
        if max(start, turn.now) <= at < end
    ]
