"""Which customer and which person a sentence is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from dakehu.language.extraction.clauses import Clause, Role, Span
from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.extraction.sentence import Sentence, blanked
from dakehu.language.extraction.settle import Claim, Ground
from dakehu.language.extraction.told import Told
from dakehu.language.people import PersonMention

HAPPENED: Sequence[Role] = ("event", "talk", "technique", "reaction", "aside")


def customers[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim the customers that are named: those of the event before those of the talk."""
    for clause in sentence.clauses:
        for match in sentence.matches:
            if clause.holds(match.span):
                alike = tuple(m for m in sentence.matches if m.span == match.span)
                ground = _ground(sentence, clause, match.span[0])
                yield Claim("customers", sentence.told(alike, match.span), ground)


def _ground[Id](sentence: Sentence[Id], clause: Clause, start: int) -> Ground:
    """Tell how likely the customer named in a clause is the one that it is all about."""
    if pattern("denied_patterns").search(sentence.plain[:start]):
        return Ground.DOUBT
    grounds = {"event": Ground.CUE, "next_step": Ground.SIGN, "next_visit": Ground.SIGN}
    return grounds.get(clause.role, Ground.WORD)


def customer_words[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find the words in a customer's place where no known one is named."""
    for clause in sentence.of(*HAPPENED):
        if told := words_in_place(sentence, cues("place_patterns"), clause):
            return told
    return None


def words_in_place[Id](
    sentence: Sentence[Id], forms: Iterable[str], clause: Clause | None = None
) -> Told[str] | None:
    """Find words that stand where a pattern expects a `name`, in a clause or anywhere."""
    if sentence.matches:
        return None
    begin, end = (clause.start, clause.end) if clause else (0, len(sentence.plain))
    cut_off = sentence.plain
    for person in sentence.people:  # 拜访江南水务周处长 as 拜访江南水务的…
        cut_off = cut_off[: person.span[0]] + "的" + cut_off[person.span[0] + 1 :]
    for text, form in product((sentence.plain, cut_off), forms):
        for found in re.compile(form).finditer(text, begin, end):
            if not _taken(sentence, *found.span("name")):
                return sentence.words(found.span("name"))
    return None


def contact[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim whom the visit was to: who was met before who was not there."""
    clauses = sentence.of(*HAPPENED)
    for person in sentence.people:
        if any(clause.holds(person.span) for clause in clauses):
            ground = _nearness(sentence, person)
            if ground is not None:
                yield Claim("contact", sentence.told(person, person.span), ground)


def was_met[Id](sentence: Sentence[Id], absence: Span) -> bool:
    """Tell whether somebody else was met where words say that a person was not (李总不在，…)."""
    before, after = sentence.plain[: absence[0]].rstrip(), sentence.plain[absence[1] :]
    next_to = {len(before), len(sentence.plain) - len(after.lstrip())}
    others = [p for p in sentence.people if not next_to & set(p.span)]
    met = any(_nearness(sentence, p) not in (None, Ground.SIGN) for p in others)
    return met and len(others) < len(sentence.people)


def _nearness[Id](sentence: Sentence[Id], person: PersonMention) -> Ground | None:
    """Tell how likely a person was met; None for a colleague who came along."""
    timeless = blanked(sentence.plain, [time.span for time in sentence.past])
    before, after = timeless[: person.span[0]], timeless[person.span[1] :]
    if _came_along(before, after, person):
        return None
    if pattern("missed_patterns").search(before) or pattern("absent_patterns").match(after):
        return Ground.SIGN
    return Ground.CUE if pattern("met_patterns").search(before) else Ground.WORD


def _taken[Id](sentence: Sentence[Id], start: int, end: int) -> bool:
    """Tell whether words are a person, a time, or name nobody (客户, the office)."""
    known = [person.span for person in sentence.people] + [time.span for time in sentence.past]
    if any(a < end and start < b for a, b in known):
        return True
    return pattern("nobody_patterns").match(sentence.plain, start, end) is not None


def _came_along(before: str, after: str, person: PersonMention) -> bool:
    """Tell whether somebody is a colleague who went along (和小郑一块儿去, 带上小赵)."""
    if pattern("companion_always_patterns").search(before):
        return True
    joined = person.text.isascii() or before.endswith(cues("companion_leads"))
    return joined and pattern("companion_patterns").search(after) is not None
