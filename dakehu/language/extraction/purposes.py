"""What a visit is for: named as such, gone for, or talked about."""

from collections.abc import Iterator
from itertools import islice

from dakehu.handbook.codes import find
from dakehu.language.characters import plain
from dakehu.language.extraction.clauses import Clause
from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.settle import Claim, Ground, claims
from dakehu.language.extraction.told import Told
from dakehu.language.extraction.wording import trimmed

LONGEST_ERRAND = {False: 16, True: 40}
"""Characters of what one goes for, as against what was said there; by whether it is English."""

LONGEST_PURPOSE = 40
"""Characters; what is longer is a summary."""


def purpose[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim what the visit was for: named as such, gone for (去收款), or talked about."""
    answered = False
    for clause in sentence.of("event", "talk", "aside", "reaction"):
        answered = answered or clause.role == "reaction"
        if lead := pattern("purpose_lead").search(clause.text):
            ends = pattern("purpose_ends_patterns").search(clause.text, lead.end() + 1)
            end = clause.start + ends.start() if ends else clause.end
            named = sentence.words((clause.start + lead.end(), end))
            yield from claims("purpose", [named], Ground.NAME)
        elif found := pattern("errand_patterns").search(clause.text):
            start, end = (clause.start + at for at in found.span("errand"))
            errand = trimmed(sentence, (start, end), sentence.known)
            yield from claims("purpose", [errand], Ground.CUE)
        elif clause.role != "reaction" and not (answered and clause.role == "aside"):
            reasons = (one for one in _reasons(clause, sentence) if one and _is_purpose(one))
            yield from claims("purpose", islice(reasons, 1))


def intention[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim what a visit to come is for: as `purpose`, or whatever is to be talked about."""
    yield from purpose(sentence)
    topics = (_topic(clause, sentence) for clause in sentence.of("talk"))
    yield from claims("purpose", topics, Ground.SIGN)


def _topic[Id](clause: Clause, sentence: Sentence[Id]) -> Told[str] | None:
    """Return what follows the verb of a clause about the talk."""
    verbs = list(pattern("talk").finditer(clause.text))
    if not verbs:
        return None
    span = clause.start + verbs[-1].end(), clause.end
    return trimmed(sentence, span, sentence.lengths, "particles")


def _reasons[Id](clause: Clause, sentence: Sentence[Id]) -> Iterator[Told[str] | None]:
    """Yield what may be the purpose in a clause, the likeliest first."""
    if clause.role == "talk":
        yield _topic(clause, sentence)
        return
    people = [person.span for person in sentence.people]
    means = {one.span for one in sentence.means}
    span = clause.start, clause.end
    if about := pattern("about_patterns").search(clause.text):
        yield trimmed(sentence, (clause.start + about.end(), clause.end), sentence.known)
    yield _errand(trimmed(sentence, span, [*sentence.known, *people]))
    yield _errand(trimmed(sentence, span, [*(set(sentence.known) - means), *people]))


def _errand(left: Told[str] | None) -> Told[str] | None:
    """Take what is left of a clause for an errand, if it is short and tells no event."""
    if left is None or len(left.text) > LONGEST_ERRAND[left.text.isascii()]:
        return None
    said = plain(left.text)
    tells = said in cues("roles") or pattern("no_errand_patterns").search(said)
    return None if tells else left


def _is_purpose(told: Told[str]) -> bool:
    return len(told.text) <= LONGEST_PURPOSE and bool(find("purpose", plain(told.text)))
