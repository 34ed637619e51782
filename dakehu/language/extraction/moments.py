"""Which of the times in a report is the visit's, the next step's and the next visit's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dakehu.language.extraction.clauses import Clause, Role
from dakehu.language.extraction.cues import pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.settle import Claim, Ground
from dakehu.language.extraction.settle import claims as claims_of
from dakehu.language.extraction.told import Told
from dakehu.language.times import TimeExpression, find_times

OF_A_DAY = ("minute", "hour", "part", "day", None)
"""Grains of when a visit was; a year or a month is more likely part of the story."""

WITHIN_A_DAY = ("minute", "hour", "part")

type Moment = Told[TimeExpression]


def claims[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim the times of a report."""
    events = sentence.of("event")
    of_the_visit = [t for t in sentence.past if _in(t, events) or _opens(t, sentence)]
    for time in of_the_visit:
        if time.start and pattern("deadline_patterns").search(time.text):
            continue
        ground = Ground.CUE if _is_of_a_day(time) else Ground.WORD
        told = with_clock(sentence, time, of_the_visit)
        yield Claim("started_at", told, ground)
    yield from claims_of("started_at", [_just_now(sentence)], Ground.DOUBT)
    fields: tuple[tuple[str, Role], ...] = (
        ("next_visit_at", "next_visit"),
        ("next_step_due", "next_step"),
    )
    for field, role in fields:
        ahead = [t for t in sentence.future if _in(t, sentence.of(role))]
        yield from (Claim(field, with_clock(sentence, time, ahead)) for time in ahead)


def _just_now[Id](sentence: Sentence[Id]) -> Moment | None:
    """Read 刚 and "just left" as today: no time by convention, but a report's day."""
    said = pattern("just_patterns").search(sentence.plain)
    if said is None:
        return None
    today = find_times("今天", sentence.now)[0]
    return sentence.told(replace(today, text=said.group(), span=said.span()), said.span())


def ahead[Id](field: str, sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim the times of something to come; one that is over (上周五约的) only in doubt."""
    for time in sentence.future:
        over = time.end is not None and time.end <= sentence.now
        denied = pattern("denied_patterns").search(sentence.plain[: time.span[0]])
        tea = pattern("not_when_patterns").match(sentence.plain, time.span[1])
        ground = Ground.DOUBT if over or denied or tea else Ground.WORD
        yield Claim(field, with_clock(sentence, time, sentence.future), ground)


def with_clock[Id](
    sentence: Sentence[Id], day: TimeExpression, times: Sequence[TimeExpression]
) -> Moment:
    """Put a clock time without a day, told later, on a day (明天不去瑞丰，去安博，下午两点)."""
    finer = {"day": WITHIN_A_DAY, "part": ("minute", "hour")}.get(day.grain or "", ())
    later = [t for t in times if t.span > day.span and t.grain in finer]
    if later and day.start and not pattern("today").search(later[0].text):
        on_it = find_times(sentence.plain[slice(*later[0].span)], day.start)
        if on_it and _is_within(on_it[0], day):
            told = replace(on_it[0], text=later[0].text, span=later[0].span)
            return sentence.told(told, told.span)
    return sentence.told(day, day.span)


def _is_within(time: TimeExpression, day: TimeExpression) -> bool:
    return bool(time.start and day.start and day.end and day.start <= time.start < day.end)


def ends_at[Id](sentence: Sentence[Id], start: Moment) -> Told[datetime] | None:
    """Find until when something lasts: the end of a range, a later end, or how long it takes."""
    begun, ended = start.value.start, start.value.end
    if begun is None or ended is None:
        return None
    days = (ended - begun).days
    if start.value.kind == "span" and (start.value.grain in ("minute", "hour") or days > 1):
        return Told(ended, start.text, start.span)
    for time in find_times(sentence.plain, begun, "future"):
        after = sentence.plain[time.span[1] :]
        if time.seconds and start.value.kind == "point":
            return sentence.told(begun + timedelta(seconds=time.seconds), time.span)
        if time.start and time.start > begun and pattern("ends_patterns").match(after):
            return sentence.told(time.start, time.span)
    return None


def _is_of_a_day(time: TimeExpression) -> bool:
    """Tell whether a time is no longer than a day (not 这两天)."""
    if time.start is None or time.end is None:
        return True
    return time.grain in OF_A_DAY and time.end - time.start <= timedelta(days=1)


def _in(time: TimeExpression, clauses: Iterable[Clause]) -> Clause | None:
    return next((clause for clause in clauses if clause.holds(time.span)), None)


def _opens[Id](time: TimeExpression, sentence: Sentence[Id]) -> bool:
    """Tell whether a time is not of the topic (昨天聊了明年的框架) nor of a promise."""
    if clause := _in(time, sentence.of("talk")):
        verb = pattern("talk").search(clause.text)
        return verb is not None and time.span[0] < clause.start + verb.start()
    began = time.start is not None and time.start <= sentence.now and _is_of_a_day(time)
    return began and _in(time, sentence.of("reaction", "technique")) is not None
