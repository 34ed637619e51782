"""Find the numbers in a text."""

import re
from collections.abc import Iterator

from dakehu.language.characters import plain
from dakehu.language.numbers.codes import codes
from dakehu.language.numbers.expression import NumberExpression
from dakehu.language.numbers.form import Form
from dakehu.language.numbers.phones import find_phones
from dakehu.language.numbers.read import read_form
from dakehu.language.numbers.words import NOT_NUMBERS, SIGNS, either
from dakehu.language.numerals import HAN
from dakehu.language.times.parser import parse

# What a number may begin with.
_START = re.compile(
    rf"(?<![a-z\d_])(?:{either(SIGNS)}|[-.]?\.?\d|no\. ?\d"
    r"|(?:half|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|an? (?:third|fourth|fifth|tenth|half|couple|dozen|hundred|thousand|million|billion))"
    r"(?![a-z]))"
    rf"|[负第半对{HAN}]"
)
# What a number that belongs to a time stands beside or holds; only then are times looked for.
_TIMED = re.compile(
    "[年月日号点时分秒周刻天期拜季初午晚早工:/~到至前后内、-]|五一|十一|六一|三八|八一"
)
_NEAR = 3
"""Characters on either side; for Latin letters four times as many."""
_LATIN = re.compile(
    r"am|pm|day|week|month|year|hour|minute|quarter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|past|ago|at |\bin \d{4}|[qh]\d"
)
_CLAUSE = re.compile(r"(?:[^。!?;\n,]|,(?=[\d ]))+")

Span = tuple[int, int]


def find_numbers(text: str) -> list[NumberExpression]:
    """Return the numbers named in a text, in order, not overlapping.

    Args:
        text: What a person typed, Chinese or English or both.

    Returns:
        Numbers, percentages, money, counts, ordinals, ranges and phone numbers; nothing inside
        dates, models, names and idioms. Never raises on any text.
    """
    spelled = plain(text)
    if not _START.search(spelled):
        return []
    phones = list(find_phones(spelled))
    closed = [(start, end) for start, end, _ in phones] + codes(text, spelled)
    found = [
        NumberExpression(text[start:end], (start, end), digits, "phone")
        for start, end, digits in phones
    ]
    for clause in _CLAUSE.finditer(spelled):
        for (start, end), form in _forms(spelled, clause.span(), closed):
            found.append(
                NumberExpression(text[start:end], (start, end), form.value, form.kind, form.unit)
            )
    return sorted(found, key=lambda each: each.span)


def _forms(text: str, clause: Span, closed: list[Span]) -> Iterator[tuple[Span, Form]]:
    """Yield the numbers of a clause outside the closed spans and outside its times."""
    at, times = clause[0], None
    while match := _START.search(text, at, clause[1]):
        at = match.start()
        if word := NOT_NUMBERS.match(text, at):
            at = max(word.end(), at + 1)
            continue
        if hole := _hole(closed, at):
            at = hole
            continue
        form = _form(text, at, closed)
        if form is None:
            at += 1
            continue
        if times is None and _is_timed(text, at, form.end):
            times = _times(text, clause)
        if times and (hole := _hole(times, at)) and not _outweighs(form, at, times):
            at = hole
            continue
        if times and _cuts(form, at, times):
            at += 1
            continue
        yield (at, form.end), form
        at = form.end
        times = times and [span for span in times if span[0] >= at]


def _form(text: str, at: int, closed: list[Span]) -> Form | None:
    """Read the number here, up to where a name, an idiom or a code begins in it."""
    form = read_form(text, at)
    for start in range(at + 1, form.end) if form else ():
        word = NOT_NUMBERS.match(text, start) if text[start] in HAN else None
        if word and form and word.end() > form.end:
            return read_form(text[:start], at)
    if form and any(start < form.end and at < end for start, end in closed):
        return None
    return form


def _is_timed(text: str, start: int, end: int) -> bool:
    """Tell whether a number may belong to a time, from what stands beside it."""
    beside = text[max(0, start - _NEAR) : end + _NEAR]
    latin = text[max(0, start - 4 * _NEAR) : end + 4 * _NEAR]
    return bool(_TIMED.search(beside) or _LATIN.search(latin))


def _times(text: str, clause: Span) -> list[Span]:
    """Return where the times of a clause lie; lengths of time count as numbers."""
    tokens = (token for token in parse(text[slice(*clause)]) if token.kind != "amount")
    return [(clause[0] + token.start, clause[0] + token.end) for token in tokens]


def _hole(spans: list[Span], at: int) -> int | None:
    """Return the end of the span that holds the position."""
    return max((end for start, end in spans if start <= at < end), default=None)


def _outweighs(form: Form, at: int, times: list[Span]) -> bool:
    """Tell whether what looks like a clock time begins a share or a price (六点 五成)."""
    return form.kind in ("percent", "money") and all(
        at <= start and end <= form.end for start, end in times if start < form.end and at < end
    )


def _cuts(form: Form, at: int, times: list[Span]) -> bool:
    """Tell whether a time begins in the number and goes on after it; not 五一 in 三块五一斤."""
    return form.kind != "money" and any(at < start < form.end < end for start, end in times)
