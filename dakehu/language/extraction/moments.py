"""Which of the times in a report is the visit's, the next step's and the next visit's."""

from collections.abc import Iterable

from dakehu.language.extraction.clauses import Clause
from dakehu.language.extraction.cues import pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Told
from dakehu.language.times import TimeExpression

Moment = Told[TimeExpression]


def started_at(sentence: Sentence) -> Moment | None:
    """Find when the visit was: a time of the event, or one before the talk's own words."""
    for time in sentence.past:
        clause = _clause_of(time, sentence.of("event"))
        if clause or _precedes_talk(time, sentence):
            return sentence.told(time, time.span)
    for time in sentence.past:
        began = time.start is not None and time.start <= sentence.now
        if began and _clause_of(time, sentence.of("technique")):
            return sentence.told(time, time.span)
    return None


def next_visit_at(sentence: Sentence) -> Moment | None:
    """Find when the next visit is."""
    return _first(sentence.future, sentence.of("next_visit"), sentence)


def next_step_due(sentence: Sentence) -> Moment | None:
    """Find until when the next step is due."""
    return _first(sentence.future, sentence.of("next_step"), sentence)


def _first(
    times: Iterable[TimeExpression], clauses: list[Clause], sentence: Sentence
) -> Moment | None:
    for time in times:
        if _clause_of(time, clauses):
            return sentence.told(time, time.span)
    return None


def _clause_of(time: TimeExpression, clauses: list[Clause]) -> Clause | None:
    return next((clause for clause in clauses if clause.holds(time.span)), None)


def _precedes_talk(time: TimeExpression, sentence: Sentence) -> bool:
    """Tell whether a time opens a clause about the talk (昨天聊了明年的框架)."""
    clause = _clause_of(time, sentence.of("talk"))
    if clause is None:
        return False
    verb = pattern("talk").search(clause.text)
    return verb is not None and time.span[0] < clause.start + verb.start()
