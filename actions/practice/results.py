"""One's own rounds and how they go, and for a manager the team's."""

from datetime import datetime
from statistics import fmean

from actions.forms.kinds.moment import show_day
from actions.turn import Turn
from actions.wording import Button
from dakehu.access import Task, may
from dakehu.coaching import practice
from dakehu.coaching.practice import Progress, Round
from dakehu.handbook.codes import find
from dakehu.language.times import find_times

RECENT = 5
"""Rounds shown one by one."""


def show(turn: Turn, *, team: bool = False) -> None:
    """Answer whose results are asked for: somebody's by name, the team's, else one's own."""
    text = turn.message.text
    person = practice.named(turn.desk, text)
    if person and person.id != turn.desk.person.id:
        start, end, period = _period(turn)
        _show_people(turn, [practice.progress_of(turn.desk, person, start, end)], period)
    elif not (team or "team" in find("practice_do", text)):
        _show_own(turn)
    elif may(turn.desk.person.role, Task.SEE_PRACTICE):
        start, end, period = _period(turn)
        _show_people(turn, practice.team_progress(turn.desk, start, end), period)
    else:
        turn.say("practice_own_only")
        _show_own(turn)


def _show_own(turn: Turn) -> None:
    done = practice.done_rounds(turn.desk)
    scores = [round_.score or 0 for round_ in done]
    if not done:
        turn.say("practice_no_scores", _begin_button(turn))
        return
    trend = practice.trend(scores)
    turn.say(
        "practice_scores",
        _begin_button(turn),
        count=len(done),
        average=round(fmean(scores)),
        best=max(scores),
        recent=turn.phrase("comma").join(str(score) for score in scores[-RECENT:]),
        trend=turn.phrase(f"practice_trend_{trend}") if trend else "",
    )
    rows = [
        _own_row(turn, name, [r for r in done if r.scenario == name])
        for name in dict.fromkeys(r.scenario for r in done)
    ]
    turn.attach(table=_table(turn, ("scenario", "rounds", "best", "last"), rows))


def _own_row(turn: Turn, name: str, rounds: list[Round]) -> list[object]:
    title = practice.scenarios()[name].title.of(turn.language)
    scores = [round_.score or 0 for round_ in rounds]
    return [title, len(rounds), max(scores), scores[-1]]


def _show_people(turn: Turn, people: list[Progress], period: str) -> None:
    """Show what each one's rounds come to; nothing of what was said in them."""
    rounds = sum(one.tally.rounds for one in people if one.tally)
    active = sum(one.tally is not None for one in people)
    turn.say("practice_team", period=period, people=len(people), active=active, rounds=rounds)
    columns = ("name", "rounds", "average", "best", "last")
    turn.attach(table=_table(turn, columns, [_row(turn, one) for one in people]))


def _row(turn: Turn, one: Progress) -> list[object]:
    tally = one.tally
    if tally is None:
        return [one.person.name, 0, "–", "–", "–"]
    last = show_day(tally.last_at.astimezone(turn.now.tzinfo), turn)
    return [one.person.name, tally.rounds, round(tally.average), tally.best, last]


def _table(turn: Turn, columns: tuple[str, ...], rows: list[list[object]]) -> dict[str, object]:
    return {"columns": [turn.label("practice_column", c) for c in columns], "rows": rows}


def _period(turn: Turn) -> tuple[datetime, datetime, str]:
    """Return the period that is named, else this month, and what to call it."""
    for time in find_times(turn.message.text, turn.now, None):
        if time.start and time.end and time.kind == "span":
            return time.start, time.end, time.text
    month = turn.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    following = month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
    return month, following, turn.phrase("practice_this_month")


def _begin_button(turn: Turn) -> Button:
    return turn.press("practice_button_begin", '/practise{"do": "list"}')
