"""Fractions: 三分之一, 一又二分之一, 3/4, 1 1/2, 一半, two thirds, half of."""

import re
from fractions import Fraction

from dakehu.language.numbers.digits import read
from dakehu.language.numbers.expression import exact
from dakehu.language.numbers.form import Form
from dakehu.language.numbers.numeral import Numeral
from dakehu.language.numbers.words import MEASURES, either

_OVER = re.compile(r"\s*分\s*之\s*")
_AND = re.compile(r"\s*又\s*")
_SLASHED = re.compile(
    r"(?P<sign>-)?(?:(?P<whole>\d{1,4}) )?(?P<upper>\d{1,4})/(?P<lower>[1-9]\d{0,3})(?![\d/.a-z])"
)
_HALF = re.compile(rf"半({either(MEASURES - set('年天周分点里年级层部期面节口步字场夜'))})|一半")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_ENGLISH = re.compile(
    rf"({'|'.join(_COUNTS)})[ -](third|fourth|fifth|tenth|half|halve|quarter)(s?)(?![a-z])"
    r"(?! (?:part(?:y|ies)|person|time|visit|year|place|round|quarter|floor|one|day|week|of a)\b)"
)
# A quarter is three months, save one of something.
_OF = re.compile(r" of (?!an? |20)")
_ENGLISH_HALF = re.compile(
    r"(?<!first )(?<!second )half(?= of (?!an? (?:hour|day|year|month))| the |[,.;!?]|$)"
)


def written(text: str, at: int) -> Form | None:
    """Read the fraction that is written 3/4, 1 1/2, 一半, a third."""
    if text[at] in "半一":
        return _halved(text, at)
    return (_slashed(text, at) or _english(text, at)) if text[at].isascii() else None


def spoken(text: str, first: Numeral) -> Form | None:
    """Read the fraction whose first numeral is given: 三分之一, 一又二分之一."""
    return _over(text, first) or _mixed(text, first)


def _slashed(text: str, at: int) -> Form | None:
    """Read 3/4, -3/2, 1 1/2."""
    found = _SLASHED.match(text, at)
    if found is None:
        return None
    share = Fraction(int(found["upper"]), int(found["lower"])) + int(found["whole"] or 0)
    return Form(exact(-share if found["sign"] else share), "number", found.end())


def _over(text: str, lower: Numeral) -> Form | None:
    """Read 三分之一."""
    over = _OVER.match(text, lower.end)
    upper = over and read(text, over.end())
    if not upper or not lower.low:
        return None
    return Form(exact(upper.low / lower.low), "number", upper.end)


def _mixed(text: str, whole: Numeral) -> Form | None:
    """Read 一又二分之一, 负一又二分之一."""
    joint = _AND.match(text, whole.end)
    lower = joint and read(text, joint.end())
    over = lower and _OVER.match(text, lower.end)
    upper = over and read(text, over.end())
    if not lower or not upper or not lower.low:
        return None
    share = upper.low / lower.low
    value = whole.low - share if whole.low < 0 else whole.low + share
    return Form(exact(value), "number", upper.end)


def _halved(text: str, at: int) -> Form | None:
    """Read 半吨, 一半, 半百."""
    if text.startswith("半百", at):
        return Form(50, "number", at + 2)
    found = _HALF.match(text, at)
    if found is None:
        return None
    return Form(0.5, "count" if found[1] else "number", found.end(), found[1])


def _english(text: str, at: int) -> Form | None:
    """Read two thirds, a third, half of."""
    if half := _ENGLISH_HALF.match(text, at):
        return Form(0.5, "number", half.end())
    found = _ENGLISH.match(text, at)
    if found is None or (found[2] == "quarter" and not _OF.match(text, found.end())):
        return None
    share = Fraction(_COUNTS[found[1]], _PARTS["half" if found[2] == "halve" else found[2]])
    return Form(exact(share), "number", found.end())
