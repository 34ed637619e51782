"""What is planned and what was done: one's own days, or the team's for a manager."""

from datetime import datetime, timedelta

from actions.forms.kinds.moment import show_day
from actions.turn import Turn
from dakehu import people
from dakehu.agenda import Agenda, Day, Entry, agenda
from dakehu.handbook.codes import words
from dakehu.language.times import find_times

LISTED = 30
"""Entries shown at most; more is no help in a chat."""


def show_agenda(turn: Turn) -> None:
    """Answer what is on in the period that the message names, today if none."""
    start, end = _period(turn)
    of, team = _whose(turn)
    found = agenda(turn.desk, start, end, of=of, team=team)
    title = turn.phrase(
        "agenda_title", period=_show_period(turn, start, end), whose=_title(turn, of, team)
    )
    if not found.days and not found.follow_ups:
        turn.say("agenda_empty", title=title)
    else:
        turn.say("agenda", title=title, lines="\n".join(_lines(turn, found, team)))


def _period(turn: Turn) -> tuple[datetime, datetime]:
    for time in find_times(turn.message.text, turn.now, None):
        if time.start and time.end and time.kind in ("point", "span"):
            day = time.start.replace(hour=0, minute=0, second=0, microsecond=0)
            if time.end - time.start < timedelta(days=1):
                return day, day + timedelta(days=1)
            return time.start, time.end
    today = turn.now.replace(hour=0, minute=0, second=0, microsecond=0)
    return today, today + timedelta(days=1)


def _whose(turn: Turn) -> tuple[int | None, bool]:
    """Find whose agenda is asked for; only a manager's own people can be named."""
    text = turn.message.text
    colleagues = people.colleagues(turn.desk)
    named = next((c.id for c in colleagues if c.name in text or c.login in text), None)
    team = named is None and bool(colleagues) and any(w in text for w in words("talk")["team"])
    return named, team


def _lines(turn: Turn, found: Agenda, team: bool) -> list[str]:
    lines: list[str] = []
    for day in found.days:
        lines.append(_show_date(turn, day))
        for entry in day.entries:
            lines += [_entry(turn, entry, team), *_prepared(turn, entry)]
    if found.follow_ups:
        lines.append(turn.phrase("agenda_follow_ups"))
        lines += [
            turn.phrase(
                "agenda_follow_up",
                customer=f.visit.customer_name,
                step=f.visit.next_step or turn.phrase("agenda_call_again"),
            )
            for f in found.follow_ups
        ]
    if len(lines) > LISTED:
        lines = [*lines[:LISTED], turn.phrase("agenda_more", count=len(lines) - LISTED)]
    return lines


def _show_date(turn: Turn, day: Day) -> str:
    return show_day(
        datetime(day.date.year, day.date.month, day.date.day, tzinfo=turn.now.tzinfo), turn
    )


def _entry(turn: Turn, entry: Entry, team: bool) -> str:
    what = entry.visit or entry.plan
    state = "done" if entry.visit else str(entry.plan.state) if entry.plan else ""
    return turn.phrase(
        "agenda_entry",
        time=_time(entry.at.astimezone(turn.now.tzinfo)),
        who=f"{entry.staff_name} · " if team else "",
        customer=what.customer_name if what else "",
        purpose=f" · {what.purpose}" if what and what.purpose else "",
        state=turn.label("plan_state", state),
    )


def _prepared(turn: Turn, entry: Entry) -> list[str]:
    """List the questions that one means to ask at a visit of one's own that is to come."""
    planned = entry.plan
    if entry.visit or planned is None or planned.staff_id != turn.desk.person.id:
        return []
    kept = turn.desk.questions.prepared(planned.id)
    return [turn.phrase("agenda_prepared", words=one.example) for one in kept]


def _time(at: datetime) -> str:
    """Show the hour; midnight stands for a day whose hour was never told."""
    return f"{at:%H:%M}" if at.hour or at.minute else "--:--"


def _show_period(turn: Turn, start: datetime, end: datetime) -> str:
    last = end - timedelta(seconds=1)
    if start.date() == last.date():
        return show_day(start, turn)
    return turn.phrase("agenda_period", start=show_day(start, turn), end=show_day(last, turn))


def _title(turn: Turn, of: int | None, team: bool) -> str:
    if team:
        return turn.phrase("agenda_of_team")
    names = {c.id: c.name for c in people.colleagues(turn.desk)} if of else {}
    return turn.phrase("agenda_of", name=names[of]) if of else turn.phrase("agenda_of_me")
