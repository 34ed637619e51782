"""Read the number that starts at a place: what stands around a numeral tells its kind."""

import re
from dataclasses import replace

from dakehu.language.numbers import english, money
from dakehu.language.numbers.counts import counted, ordinal, plain_number
from dakehu.language.numbers.digits import read
from dakehu.language.numbers.form import Form
from dakehu.language.numbers.fractions import spoken, written
from dakehu.language.numbers.numeral import Numeral
from dakehu.language.numbers.shares import halved, parts, percent

_TO = re.compile(r"\s*(?:到|至|-|~|to(?![a-z]))\s*")
_OR = re.compile(r" or (?=\d|[a-z])|、(?=\d(?!\d))")
_BETWEEN = re.compile(r"between $")
_AND = re.compile(r" and ")


def read_form(text: str, at: int) -> Form | None:
    """Return the number that starts here in its form, a range where a second one follows."""
    first = _read(text, at)
    if first is None or first.kind not in ("percent", "money", "count"):
        return first
    to = _joint(text, at, first.end)
    second = _read(text, to.end()) if to and text[to.end() : to.end() + 1] not in "-负" else None
    return _between(first, second) or first if second else first


def _between(first: Form, second: Form) -> Form | None:
    """Return the range of two forms of one kind and unit: 5%到8%, 3万元到5万元."""
    low, high = first.value, second.value
    alike = (first.kind, first.unit) == (second.kind, second.unit)
    if not alike or isinstance(low, str | tuple) or isinstance(high, str | tuple) or low >= high:
        return None
    return Form((low, high), "range", second.end, "%" if first.kind == "percent" else first.unit)


def _read(text: str, at: int) -> Form | None:
    """Return the number that starts here in its form."""
    for reader in (ordinal, parts, written, halved):
        if found := reader(text, at):
            return found
    code, start = money.sign(text, at) or (None, at)
    numeral = _numeral(text, start)
    if numeral is None:
        return None
    if code is None and (found := spoken(text, numeral)):
        return found
    numeral = _range(text, numeral) or numeral
    if code:
        return money.signed(text, replace(numeral, start=at), code)
    return _with_unit(text, numeral)


def _numeral(text: str, at: int) -> Numeral | None:
    """Read a numeral in digits or words."""
    return read(text, at) or english.read(text, at)


def _with_unit(text: str, numeral: Numeral) -> Form | None:
    """Return what the word after the numeral makes of it."""
    for reader in (percent, money.priced, counted):
        if found := reader(text, numeral):
            return found
    return plain_number(text, numeral)


def _joint(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what joins two ends of a range here: 到, -, to, and after between."""
    if _BETWEEN.search(text[max(0, start - 8) : start]):
        return _AND.match(text, end)
    return _TO.match(text, end)


def _range(text: str, first: Numeral) -> Numeral | None:
    """Read 3到5万, 10-20家, 5%-20%, 5 or 6 people."""
    end = first.end + 1 if text.startswith("%", first.end) else first.end
    to = _joint(text, first.start, end)
    neighbours = None if to else _OR.match(text, end)
    joint = to or neighbours
    second = _numeral(text, joint.end()) if joint else None
    if not joint or not second or first.is_range or second.is_range:
        return None
    if text[joint.end()] in "-负" or (neighbours and second.low != first.low + 1):
        return None
    shares_scale = first.scale == 1 and first.low * second.scale < second.low
    low = first.low * second.scale if shares_scale else first.low
    return replace(second, low=low, start=first.start) if low < second.low else None
