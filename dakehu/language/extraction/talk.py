"""What was talked about, why, and what follows, in the person's own words."""

from collections.abc import Iterable

from dakehu.handbook.codes import find
from dakehu.language.extraction.clauses import Clause, Span
from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Told
from dakehu.language.extraction.wording import content, trimmed
from dakehu.language.times import find_times

LONGEST_ERRAND = 16
"""Characters of what one goes for, as against what was said there."""

LONGEST_PURPOSE = 40
"""Characters; what is longer is a summary."""


def purpose[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find what the visit was for: named as such, talked about, or gone for (去收款)."""
    for clause in sentence.of("event", "talk"):
        if lead := pattern("purpose_lead").search(clause.text):
            return sentence.words((clause.start + lead.end(), clause.end))
    told = [_topic(c, sentence) for c in sentence.of("talk")]
    told += [_errand(c, sentence) for c in sentence.of("event", "reaction")]
    return next((t for t in told if t and _is_purpose(t)), None)


def summary[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Gather what was talked about and how it went."""
    why = purpose(sentence)
    told = []
    for clause in sentence.of("talk", "reaction"):
        only_why = why is not None and clause.role == "reaction" and clause.holds(why.span)
        said = _from_verb(clause, sentence) or content(sentence, clause)
        if said and not only_why:
            told.append(said)
    return _joined(told)


def next_step[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find what is to be done next, with its due time."""
    told = []
    for clause in sentence.of("next_step"):
        lead = pattern("next_step").search(clause.text)
        start = clause.start + lead.end() if lead and lead.start() < 4 else clause.start
        told.append(sentence.words((start, clause.end)))
    return _joined(one for one in told if one)


def _joined(parts: Iterable[Told[str]]) -> Told[str] | None:
    told = list(parts)
    if not told:
        return None
    joint = "，" if any("一" <= char <= "鿿" for char in told[0].text) else ", "
    text = joint.join(one.text for one in told)
    return Told(text, text, (told[0].span[0], told[-1].span[1]))


def _is_purpose(told: Told[str]) -> bool:
    text = told.text.casefold()
    return len(text) <= LONGEST_PURPOSE and bool(find("purpose", text))


def _topic[Id](clause: Clause, sentence: Sentence[Id]) -> Told[str] | None:
    """Return what follows the verb of a clause about the talk."""
    verb = list(pattern("talk").finditer(clause.text))
    if not verb:
        return None
    span = clause.start + verb[-1].end(), clause.end
    return trimmed(sentence, span, _durations(sentence, span))


def _errand[Id](clause: Clause, sentence: Sentence[Id]) -> Told[str] | None:
    """Return what is left of a clause without time, customer, person and means, if it is short."""
    left = _besides(sentence, (clause.start, clause.end))
    if left is None or len(left.text) > LONGEST_ERRAND or find("outcome", left.text.casefold()):
        return None
    return None if pattern("reaction").search(left.text.casefold()) else left


def _besides[Id](sentence: Sentence[Id], span: Span) -> Told[str] | None:
    found = (*sentence.past, *sentence.matches, *sentence.people, *sentence.means)
    left = trimmed(sentence, span, [one.span for one in found])
    return None if left and left.text.casefold() in cues("roles") else left


def _from_verb[Id](clause: Clause, sentence: Sentence[Id]) -> Told[str] | None:
    """Return a clause about the talk from its verb on."""
    verb = pattern("talk").search(clause.text) if clause.role == "talk" else None
    if verb is None or _besides(sentence, (clause.start, clause.start + verb.start())):
        return None
    return sentence.words((clause.start + verb.start(), clause.end))


def _durations[Id](sentence: Sentence[Id], span: Span) -> list[Span]:
    """Find how long it took (聊了半小时), which is no topic."""
    start, end = span
    found = find_times(sentence.plain[start:end], sentence.now)
    return [(start + t.span[0], start + t.span[1]) for t in found if t.kind == "duration"]
