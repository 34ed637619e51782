"""The person's own words, without what is known from them already."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dakehu.handbook.codes import codes, label, words
from dakehu.language.extraction.clauses import Clause, Span
from dakehu.language.extraction.cues import compile_words, cues, pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Told
from dakehu.language.times import TimeExpression

LONG = ("month", "quarter", "half", "year")
"""Grains that tell no day of a visit."""


def content[Id](sentence: Sentence[Id], clause: Clause) -> Told[str] | None:
    """Return what a clause tells beside what is known at its ends; times to come are left.

    None where that is nothing, a field's name, or only how satisfied somebody was or a code.
    """
    span = clause.start, clause.end
    ahead = {t.span for t in sentence.future if _is_of_the_story(t, sentence, clause)}
    within = {one.span for one in sentence.means if not _leads_or_where(one, clause)}
    places = [place for place in sentence.known if place not in ahead | within]
    known = [_with_preposition(sentence.plain, place) for place in places]
    start, end = _peeled(sentence.plain, span, known)
    if start > clause.start:  # 拜访了3次: what follows the verb
        ending = pattern("verb_endings_patterns").match(sentence.plain, start, end)
        start = ending.end() if ending else start
    said = sentence.words((start, end))
    core = trimmed(sentence, span, sentence.known)
    if said is None or core is None or core.text in cues("roles"):
        return None
    if sentence.plain[slice(*said.span)] in _labels() or _only_satisfaction(sentence, said):
        return None
    return said


def trimmed[Id](
    sentence: Sentence[Id], span: Span, known: Iterable[Span], heads: str = "heads"
) -> Told[str] | None:
    """Return words without known pieces and little words at both ends.

    Args:
        sentence: The text.
        span: Place of the words.
        known: Places of what is known.
        heads: The list of `cues.yml` with the little words that may stand in front.
    """
    return sentence.words(_peeled(sentence.plain, span, list(known), heads))


def _is_of_the_story[Id](time: TimeExpression, sentence: Sentence[Id], clause: Clause) -> bool:
    """Tell whether a time is part of what was told: one to come, a deadline, a month or a year."""
    if pattern("deadline_patterns").search(time.text) or time.grain in LONG:
        return True
    to_come = time.start is not None and time.start.date() > sentence.now.date()
    return to_come and not pattern("past_patterns").search(clause.text)


def _leads_or_where(means: Told[str], clause: Clause) -> bool:
    """Tell whether how a visit was may be left out of what is told (at their office)."""
    return means.span[0] == clause.start or means.text.casefold().startswith(
        ("at ", "over ", "by ")
    )


def _with_preposition(text: str, span: Span) -> Span:
    before = pattern("joins_patterns").search(text[: span[0]])
    after = "的" if text[span[1] :].startswith("的") else ""
    return before.start() if before else span[0], span[1] + len(after)


def _peeled(text: str, span: Span, known: list[Span], heads: str | None = None) -> Span:
    """Take known pieces, and little words where asked, off both ends until nothing comes off."""
    while True:
        span = _inner(text, span)
        pieces = [*known, *(_little(text, span, heads) if heads else ())]
        shorter = next((cut for piece in pieces if (cut := _cut(span, piece))), None)
        if shorter is None:
            return span
        span = shorter


def _inner(text: str, span: Span) -> Span:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or _belongs(text[start:end])):
        end -= 1
    return start, end


def _belongs(said: str) -> bool:
    """Tell whether the last sign is part of what is said (3%, 200 cartons (¥86,000))."""
    return said[-1] in "%‰" or (said[-1] == ")" and "(" in said)


def _cut(span: Span, piece: Span) -> Span | None:
    if span[0] == piece[0] < piece[1] <= span[1]:
        return piece[1], span[1]
    if span[0] <= piece[0] < piece[1] == span[1]:
        return span[0], piece[0]
    return None


def _little(text: str, span: Span, heads: str) -> Iterator[Span]:
    if head := pattern(heads).match(text, *span):
        yield head.span()
    if tail := re.search(f"(?:{pattern('tails').pattern})$", text[slice(*span)]):
        yield span[0] + tail.start(), span[1]


def _only_satisfaction[Id](sentence: Sentence[Id], said: Told[str]) -> bool:
    text = sentence.plain[slice(*said.span)]
    rest = _satisfaction().sub("", text)
    if rest == text:
        return False
    for person in sentence.people:
        rest = rest.replace(person.text.casefold(), "")
    return not any(map(str.isalpha, _around().sub("", rest)))


_OUT_OF_FIVE = r"/[1-5]\s*(?:out of 5|/5|stars?)"


@cache
def _around() -> re.Pattern[str]:
    return compile_words(cues("around_satisfaction"))


@cache
def _satisfaction() -> re.Pattern[str]:
    said = {word.casefold() for each in words("satisfaction").values() for word in each}
    return compile_words(
        {w for w in said if not w.isdigit()} | {"满意度", "satisfaction", _OUT_OF_FIVE}
    )


@cache
def _labels() -> frozenset[str]:
    both = (label("outcome", code, way) for code in codes("outcome") for way in ("zh", "en"))
    return frozenset(text.casefold() for text in (*both, *cues("fields")))
