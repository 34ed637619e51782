"""Find the numbers in a text."""

import re

from dakehu.language.characters import plain
from dakehu.language.numbers.expression import NumberExpression
from dakehu.language.numbers.forms import read_form
from dakehu.language.numbers.phones import find_phones
from dakehu.language.numbers.words import NOT_NUMBERS
from dakehu.language.times.parser import parse

_START = re.compile(
    r"(?<![a-z\d_])(?:us\$|hk\$|[$¥€£]|rmb|[-.]?\d|(?:half|a (?:third|quarter)|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|first|"
    r"second|third|fourth|fifth|a (?:hundred|thousand|million|dozen))(?![a-z]))"
    r"|[负第一二两三四五六七八九十百千零廿卅壹贰叁肆伍陆柒捌玖拾佰仟半几对]|人民币"
)
_TIMED = re.compile(
    r"[年月日号点时分秒天周:/-]|星期|礼拜|小时|am|pm|day|week|month|year|hour|minute|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|past|ago|at |五一|十一|国庆"
)
_DIGITAL = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\d+(?:\.\d+){2,}|[a-z]+[-_/]?\d[\w./×*+-]*|\d+[a-z]*[×x*]\d[\w.×x*+]*|\d{6,}[a-z]\w*",
    re.ASCII,
)


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
    found = [
        NumberExpression(text[start:end], (start, end), digits, "phone")
        for start, end, digits in find_phones(spelled)
    ]
    taken = sorted([each.span for each in found] + _closed(spelled))
    at = 0
    while match := _START.search(spelled, at):
        at = match.start()
        hole = _hole(taken, at)
        if hole:
            at = hole
            continue
        form = read_form(spelled, at)
        if form is None or _hole(taken, form.end - 1):
            at += 1
            continue
        found.append(
            NumberExpression(text[at : form.end], (at, form.end), form.value, form.kind, form.unit)
        )
        at = form.end
    return sorted(found, key=lambda each: each.span)


def _closed(text: str) -> list[tuple[int, int]]:
    """Return where no number is looked for: times, models, names, idioms."""
    spans = [match.span() for match in NOT_NUMBERS.finditer(text)]
    spans += [match.span() for match in _DIGITAL.finditer(text)]
    if _TIMED.search(text):
        spans += [(token.start, token.end) for token in parse(text) if token.kind != "amount"]
    return spans


def _hole(spans: list[tuple[int, int]], at: int) -> int | None:
    """Return the end of the span that holds the position."""
    ends = [end for start, end in spans if start <= at < end]
    return max(ends) if ends else None
