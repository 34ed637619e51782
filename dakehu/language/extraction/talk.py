"""What was talked about, why, and what follows, in the person's own words."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dakehu.handbook.codes import find
from dakehu.language.characters import plain
from dakehu.language.extraction.clauses import Clause, Role, Span
from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Told
from dakehu.language.extraction.wording import content, trimmed
from dakehu.language.times import find_times

LONGEST_ERRAND = 16
"""Characters of what one goes for, as against what was said there."""

FARTHEST_LEAD = {False: 6, True: 20}
"""Characters of who wishes something, before the word for it; by whether it is English."""

LONGEST_PURPOSE = 40
"""Characters; what is longer is a summary."""


def purpose[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find what the visit was for: named as such, talked about, or gone for (去收款)."""
    clauses = sentence.of("event", "talk", "aside")
    for clause in clauses:
        if lead := pattern("purpose_lead").search(clause.text):
            return sentence.words((clause.start + lead.end(), clause.end))
        if named := pattern("errand_patterns").search(clause.text):
            start, end = (clause.start + at for at in named.span("errand"))
            return trimmed(sentence, (start, end), sentence.known)
    told = (one for clause in clauses for one in _reasons(clause, sentence))
    return next((one for one in told if one and _is_purpose(one)), None)


def intention[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find what a visit to come is for: as `purpose`, or whatever is to be talked about."""
    topics = (_topic(clause, sentence) for clause in sentence.of("talk"))
    return purpose(sentence) or next((topic for topic in topics if topic), None)


def summary[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Gather what was talked about and how it went."""
    why = purpose(sentence)
    only_asides = len(sentence.of("aside")) == len(sentence.clauses)
    roles: tuple[Role, ...] = ("talk", "reaction") if only_asides else ("talk", "reaction", "aside")
    told = []
    for clause in sentence.of(*roles):
        only_why = why is not None and clause.role == "aside" and clause.holds(why.span)
        said = _from_verb(clause, sentence) or content(sentence, clause)
        if said and not only_why:
            told.append(said)
    return _joined(sentence, told or _events(sentence, why))


def _events[Id](sentence: Sentence[Id], why: Told[str] | None) -> list[Told[str]]:
    """Fall back on what was done (把样品送到了), where nothing is told of the talk."""
    told = []
    for clause in sentence.of("event"):
        left = _besides(sentence, (clause.start, clause.end))
        done = left and pattern("told_patterns").search(clause.text)
        if left and done and not (why and clause.holds(why.span)) and _is_long(left.text):
            told.append(content(sentence, clause))
    return [one for one in told if one]


def _is_long(text: str) -> bool:
    return len(text.split()) >= 3 if text.isascii() else len(text) >= 4


def next_step[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find what is to be done next, with its due time."""
    told = []
    for clause in sentence.of("next_step"):
        lead = pattern("next_step").search(clause.text)
        near = lead is not None and lead.start() <= FARTHEST_LEAD[clause.text.isascii()]
        start = clause.start + lead.end() if lead and near else clause.start
        told.append(sentence.words((start, clause.end)))
    return _joined(sentence, [one for one in told if one])


def _joined[Id](sentence: Sentence[Id], told: list[Told[str]]) -> Told[str] | None:
    """Put pieces together, as they were typed where nothing else stood between them."""
    if not told:
        return None
    text = told[0].text
    for before, after in pairwise(told):
        between = sentence.text[before.span[1] : after.span[0]]
        apart = pattern("joints").sub("", plain(between)).strip(" ，,。.;；、\n")
        if apart or not between.strip():
            between = "，" if any("一" <= char <= "鿿" for char in text) else ", "
        text += between + after.text
    return Told(text, text, (told[0].span[0], told[-1].span[1]))


def _topic[Id](clause: Clause, sentence: Sentence[Id]) -> Told[str] | None:
    """Return what follows the verb of a clause about the talk."""
    verbs = list(pattern("talk").finditer(clause.text))
    if not verbs:
        return None
    span = clause.start + verbs[-1].end(), clause.end
    return trimmed(sentence, span, _durations(sentence, span), "particles")


def _reasons[Id](clause: Clause, sentence: Sentence[Id]) -> Iterator[Told[str] | None]:
    """Yield what may be the purpose in a clause, the likeliest first."""
    if clause.role == "talk":
        yield _topic(clause, sentence)
        return
    people = [person.span for person in sentence.people]
    means = {one.span for one in sentence.means}
    span = clause.start, clause.end
    yield _errand(trimmed(sentence, span, [*sentence.known, *people]))
    yield _errand(trimmed(sentence, span, [*(set(sentence.known) - means), *people]))


def _errand(left: Told[str] | None) -> Told[str] | None:
    """Take what is left of a clause for an errand, if it is short and tells no event."""
    if left is None or len(left.text) > LONGEST_ERRAND or plain(left.text) in cues("roles"):
        return None
    return None if pattern("no_errand_patterns").search(plain(left.text)) else left


def _is_purpose(told: Told[str]) -> bool:
    return len(told.text) <= LONGEST_PURPOSE and bool(find("purpose", plain(told.text)))


def _from_verb[Id](clause: Clause, sentence: Sentence[Id]) -> Told[str] | None:
    """Return a clause about the talk from its verb on."""
    verb = pattern("talk").search(clause.text) if clause.role == "talk" else None
    if verb is None or _besides(sentence, (clause.start, clause.start + verb.start())):
        return None
    return sentence.words((clause.start + verb.start(), clause.end))


def _besides[Id](sentence: Sentence[Id], span: Span) -> Told[str] | None:
    """Return what words say beside time, customer, person and means."""
    people = [person.span for person in sentence.people]
    left = trimmed(sentence, span, [*sentence.known, *people])
    return None if left and plain(left.text) in cues("roles") else left


def _durations[Id](sentence: Sentence[Id], span: Span) -> Iterable[Span]:
    """Find how long it took (聊了半小时), which is no topic."""
    start, end = span
    found = find_times(sentence.plain[start:end], sentence.now)
    return [(start + t.span[0], start + t.span[1]) for t in found if t.kind == "duration"]
