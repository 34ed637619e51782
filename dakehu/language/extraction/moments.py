"""Which of the times in a report is the visit's, the next step's and the next visit's."""

from collections.abc import Iterable

from dakehu.language.extraction.clauses import Clause, Role
from dakehu.language.extraction.cues import pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Told
from dakehu.language.times import TimeExpression

OF_A_DAY = ("minute", "hour", "part", "day", None)
"""Grains of when a visit was; a year or a month is more likely part of the story."""

type Moment = Told[TimeExpression]


def started_at[Id](sentence: Sentence[Id]) -> Moment | None:
    """Find when the visit was: a time of the event, or one before what it tells."""
    events = sentence.of("event")
    fitting = [t for t in sentence.past if _in(t, events) or _opens(t, sentence)]
    if not fitting:
        return None
    time = next((t for t in fitting if t.grain in OF_A_DAY), fitting[0])
    return sentence.told(time, time.span)


def next_visit_at[Id](sentence: Sentence[Id]) -> Moment | None:
    """Find when the next visit is."""
    return _first(sentence, sentence.future, "next_visit")


def next_step_due[Id](sentence: Sentence[Id]) -> Moment | None:
    """Find until when the next step is due."""
    return _first(sentence, sentence.future, "next_step")


def _first[Id](
    sentence: Sentence[Id], times: Iterable[TimeExpression], role: Role
) -> Moment | None:
    clauses = sentence.of(role)
    return next((sentence.told(t, t.span) for t in times if _in(t, clauses)), None)


def _in(time: TimeExpression, clauses: Iterable[Clause]) -> Clause | None:
    return next((clause for clause in clauses if clause.holds(time.span)), None)


def _opens[Id](time: TimeExpression, sentence: Sentence[Id]) -> bool:
    """Tell whether a time is not of the topic (昨天聊了明年的框架) nor of a promise."""
    if clause := _in(time, sentence.of("talk")):
        verb = pattern("talk").search(clause.text)
        return verb is not None and time.span[0] < clause.start + verb.start()
    began = time.start is not None and time.start <= sentence.now
    return began and _in(time, sentence.of("reaction", "technique")) is not None
