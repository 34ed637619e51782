"""Which customer and which person a sentence is about."""

import re
from collections.abc import Sequence

from dakehu.language.extraction.clauses import Role
from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Told
from dakehu.language.names import NameMatch
from dakehu.language.people import PersonMention

HAPPENED: Sequence[Role] = ("event", "talk", "technique", "reaction", "aside")


def customers[Id](sentence: Sentence[Id]) -> tuple[NameMatch[Id], ...]:
    """Find the customer: of several that are named, the first one of the event."""
    in_order = sorted(sentence.matches, key=lambda match: match.span)
    for role in (*HAPPENED, "next_step", "next_visit"):
        clauses = sentence.of(role)
        for match in in_order:
            if any(clause.holds(match.span) for clause in clauses):
                return tuple(m for m in sentence.matches if m.span == match.span)
    return ()


def customer_words[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find the words in a customer's place where no known one is named."""
    if sentence.matches:
        return None
    for clause in sentence.of(*HAPPENED):
        for form in cues("place_patterns"):
            for found in re.finditer(form, clause.text):
                start, end = (clause.start + at for at in found.span("name"))
                if not _taken(sentence, start, end):
                    return sentence.words((start, end))
    return None


def contact[Id](sentence: Sentence[Id]) -> Told[PersonMention] | None:
    """Find whom the visit was to."""
    for clause in sentence.of(*HAPPENED):
        for person in sentence.people:
            if clause.holds(person.span) and not _came_along(sentence, person):
                return sentence.told(person, person.span)
    return None


def _taken[Id](sentence: Sentence[Id], start: int, end: int) -> bool:
    """Tell whether words are a person, a time, or name nobody (客户, the office)."""
    known = [person.span for person in sentence.people] + [time.span for time in sentence.past]
    if any(a < end and start < b for a, b in known):
        return True
    return pattern("nobody_patterns").match(sentence.plain, start, end) is not None


def _came_along[Id](sentence: Sentence[Id], person: PersonMention) -> bool:
    """Tell whether somebody is a colleague who went along (和小郑一块儿去)."""
    before, after = sentence.plain[: person.span[0]], sentence.plain[person.span[1] :]
    joined = person.text.isascii() or before.endswith(cues("companion_leads"))
    return joined and pattern("companion_patterns").search(after) is not None
