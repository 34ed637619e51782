"""Find the numbers in a text."""

import re

from dakehu.language.characters import plain
from dakehu.language.numbers.expression import NumberExpression
from dakehu.language.numbers.phones import find_phones
from dakehu.language.numbers.read import read_form
from dakehu.language.numbers.words import NOT_NUMBERS
from dakehu.language.times.parser import parse

# What a number may begin with.
_START = re.compile(
    r"(?<![a-z\d_])(?:us\$|hk\$|[$¥￥€£]|rmb|usd|cny|eur|[-.]?\d"
    r"|(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|a (?:third|quarter|half|hundred|thousand|million|dozen))(?![a-z]))"
    r"|[负第一二两三四五六七八九十百千万零廿卅壹贰叁肆伍陆柒捌玖拾佰仟半几对]|人民币"
)
# What a time has in it; only then are times looked for.
_TIMED = re.compile(
    r"[年月日号点时分秒天周刻:/-]|星期|礼拜|小时|季度|五一|十一|国庆|am|pm|day|week|month|year|hour|minute"
    r"|quarter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|past|ago|at |\bin \d{4}"
)
_CLOSED = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\d+(?:\.\d+){2,}|[a-z]+[-_/]?\d[\w./×*+-]*"
    r"|\d+[a-z]*[×x*]\d[\w.×x*+]*|\d{6,}[a-z]\w*|" + NOT_NUMBERS,
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
    phones = list(find_phones(spelled))
    closed = [(start, end) for start, end, _ in phones] + _closed(spelled)
    found = [
        NumberExpression(text[start:end], (start, end), digits, "phone")
        for start, end, digits in phones
    ]
    found += _open_numbers(text, spelled, closed)
    return sorted(found, key=lambda each: each.span)


def _open_numbers(text: str, spelled: str, closed: list[tuple[int, int]]) -> list[NumberExpression]:
    """Return the numbers outside the closed spans."""
    found: list[NumberExpression] = []
    at = 0
    while match := _START.search(spelled, at):
        at = match.start()
        if hole := _hole(closed, at):
            at = hole
            continue
        form = read_form(spelled, at)
        if form is None or any(start < form.end and at < end for start, end in closed):
            at += 1
            continue
        span = (at, form.end)
        found.append(NumberExpression(text[slice(*span)], span, form.value, form.kind, form.unit))
        at = form.end
    return found


def _closed(text: str) -> list[tuple[int, int]]:
    """Return where no number is looked for: times, models, names, idioms."""
    spans = [match.span() for match in _CLOSED.finditer(text)]
    if _TIMED.search(text):
        spans += [(token.start, token.end) for token in parse(text) if token.kind != "amount"]
    return spans


def _hole(spans: list[tuple[int, int]], at: int) -> int | None:
    """Return the end of the span that holds the position."""
    return max((end for start, end in spans if start <= at < end), default=None)
