"""Find the numbers in a text."""

import re
from collections.abc import Iterator

from dakehu.language.characters import plain
from dakehu.language.numbers.codes import codes
from dakehu.language.numbers.expression import NumberExpression
from dakehu.language.numbers.form import Form
from dakehu.language.numbers.phones import find_phones
from dakehu.language.numbers.read import read_form
from dakehu.language.numbers.timed import may_be_timed, times
from dakehu.language.numbers.words import NOT_NUMBERS, SIGNS, either
from dakehu.language.numerals import DIGITS, HAN

# What a number may begin with.
_START = re.compile(
    rf"(?<![a-z\d_])(?:{either(SIGNS)}|[-.]?\.?\d|no\. ?\d"
    r"|(?:half|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|an? (?:third|quarter|fourth|fifth|tenth|half|couple|dozen|hundred|thousand|million|billion))"
    r"(?![a-z]))"
    rf"|[负第半对{HAN}]"
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
    at, timed = clause[0], None
    while match := _START.search(text, at, clause[1]):
        at = match.start()
        if beyond := _passed_over(text, at, closed):
            at = beyond
            continue
        form = _form(text, at, closed)
        if form and timed is None and may_be_timed(text, at, form):
            timed = times(text, *clause)
        if form is None:
            at += 1
        elif timed and (beyond := _beyond_time(form, at, timed)):
            at = beyond
        else:
            yield (at, form.end), form
            at = form.end
            timed = timed and [span for span in timed if span[0] >= at]


def _passed_over(text: str, at: int, closed: list[Span]) -> int | None:
    """Return where to go on after a word or a code that begins here or holds the place."""
    if word := NOT_NUMBERS.match(text, at):
        return max(word.end(), at + 1)
    return _hole(closed, at)


def _form(text: str, at: int, closed: list[Span]) -> Form | None:
    """Read the number here, up to where a name, an idiom or a code begins in it."""
    form = read_form(text, at)
    for start in range(at + 1, form.end) if form else ():
        word = NOT_NUMBERS.match(text, start) if text[start] in DIGITS else None
        if word and form and word.end() > form.end:
            return read_form(text[:start], at)
    if form and any(start < form.end and at < end for start, end in closed):
        return None
    return form


def _hole(spans: list[Span], at: int) -> int | None:
    """Return the end of the span that holds the position."""
    return max((end for start, end in spans if start <= at < end), default=None)


def _beyond_time(form: Form, at: int, timed: list[Span]) -> int | None:
    """Return where to go on when the number belongs to a time, None when it stands by itself."""
    hole = _hole(timed, at)
    if hole and not _outweighs(form, at, timed):
        return hole
    cut = any(at < start < form.end < end for start, end in timed)
    return at + 1 if cut and form.kind != "money" else None  # 五一 in 三块五一斤 is no festival


def _outweighs(form: Form, at: int, timed: list[Span]) -> bool:
    """Tell whether what looks like a clock time begins a share or a price (六点 五成)."""
    return form.kind in ("percent", "money") and all(
        at <= start and end <= form.end for start, end in timed if start < form.end and at < end
    )
