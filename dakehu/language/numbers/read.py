"""Read the number that starts at a place: what stands around a numeral tells its kind."""

import re
from dataclasses import replace

from dakehu.language.numbers import english
from dakehu.language.numbers.counts import counted, ordinal, plain_number
from dakehu.language.numbers.form import Form
from dakehu.language.numbers.money import priced, signed
from dakehu.language.numbers.numeral import Numeral, read
from dakehu.language.numbers.shares import fraction, half, percent

_TO = re.compile(r"\s*(?:到|至|-|~|to)\s*")


def read_form(text: str, at: int) -> Form | None:
    """Return the number that starts here in its form."""
    for reader in (ordinal, fraction, half, signed):
        if found := reader(text, at):
            return found
    numeral = _numeral(text, at)
    if numeral is None:
        return None
    return _with_unit(text, _range(text, numeral) or numeral)


def _numeral(text: str, at: int) -> Numeral | None:
    """Read a numeral in digits or words."""
    return read(text, at) or english.read(text, at)


def _with_unit(text: str, numeral: Numeral) -> Form | None:
    """Return what the word after the numeral makes of it."""
    for reader in (percent, priced, counted):
        if found := reader(text, numeral):
            return found
    return plain_number(text, numeral)


def _range(text: str, first: Numeral) -> Numeral | None:
    """Read 3到5万, 10-20家, 5%-20%."""
    end = first.end + 1 if text.startswith("%", first.end) else first.end
    to = _TO.match(text, end)
    second = _numeral(text, to.end()) if to else None
    if not to or not second or first.is_range or second.is_range or text[to.end()] in "-负":
        return None
    shares_scale = first.scale == 1 and first.low * second.scale < second.low
    low = first.low * second.scale if shares_scale else first.low
    return replace(second, low=low, start=first.start) if low < second.low else None
