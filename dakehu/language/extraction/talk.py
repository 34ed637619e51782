"""What was talked about and what follows, in the person's own words."""

from itertools import pairwise

from dakehu.language.characters import plain
from dakehu.language.extraction.clauses import Clause, Role, Span
from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Told
from dakehu.language.extraction.wording import content, trimmed

FARTHEST_LEAD = {False: 6, True: 20}
"""Characters of who wishes something, before the word for it; by whether it is English."""


def summary[Id](sentence: Sentence[Id], why: Told[str] | None) -> Told[str] | None:
    """Gather what was talked about and how it went; not again what the visit was for."""
    only_asides = len(sentence.of("aside")) == len(sentence.clauses)
    roles: tuple[Role, ...] = ("talk", "reaction") if only_asides else ("talk", "reaction", "aside")
    told = []
    for clause in sentence.of(*roles):
        said = _from_verb(clause, sentence) or content(sentence, clause)
        if said and not _tells_nothing(clause, sentence, why):
            told.append(said)
    return _joined(sentence, told or _events(sentence, why))


def _tells_nothing[Id](clause: Clause, sentence: Sentence[Id], why: Told[str] | None) -> bool:
    """Tell whether a clause only fills in a field, says why, or that there was a talk (聊的)."""
    if pattern("field_line_patterns").match(clause.text):
        return True
    if clause.role == "talk" and _from_verb(clause, sentence):
        verb = list(pattern("talk").finditer(clause.text))[-1]
        people = [person.span for person in sentence.people]
        after = clause.start + verb.end(), clause.end
        return trimmed(sentence, after, [*sentence.known, *people], "particles") is None
    gone_for = clause.role == "aside" or pattern("errand_patterns").search(clause.text)
    return why is not None and bool(gone_for) and clause.holds(why.span)


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
