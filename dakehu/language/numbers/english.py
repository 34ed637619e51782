"""Numbers in English words: twenty-five, two hundred, a third, third."""

import re
from fractions import Fraction

from dakehu.language.numbers.form import Form
from dakehu.language.numbers.numeral import Numeral

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: at for at, word in enumerate(_ONES.split())} | {
    word: 20 + 10 * at for at, word in enumerate(_TENS.split())
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_WORD = "|".join((*_VALUES, *_SCALES))
_PHRASE = re.compile(
    rf"(?:a (?=hundred|thousand|million|dozen))?(?:{_WORD})(?:[- ](?:and )?(?:{_WORD}))*(?![a-z])"
)
_ORDINAL = re.compile(
    r"(\d+)(?:st|nd|rd|th)(?![a-z])|(" + _ORDINALS.replace(" ", "|") + ")(?![a-z])"
)
_FRACTION = re.compile(r"(?:(a|one|two|three) (half|third|quarter|fourth|fifth)s?|half)(?![a-z])")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5}


def read(text: str, at: int) -> Numeral | None:
    """Return the number in words that starts here."""
    match = _PHRASE.match(text, at)
    if match is None:
        return None
    total = section = 0
    for word in re.findall(r"[a-z]+", match[0]):
        if word in _VALUES:
            section += _VALUES[word]
        elif word in _SCALES and _SCALES[word] < 1000:
            section = (section or 1) * _SCALES[word]
        elif word in _SCALES:
            total, section = total + (section or 1) * _SCALES[word], 0
    value = Fraction(total + section)
    return Numeral(value, value, at, match.end())


def ordinal(text: str, at: int) -> Form | None:
    """Return 3rd or third; half and thirds are fractions."""
    if fraction := _FRACTION.match(text, at):
        count = {"a": 1, "one": 1, "two": 2, "three": 3}.get(fraction[1] or "a", 1)
        return Form(count / _PARTS[fraction[2] or "half"], "number", fraction.end())
    match = _ORDINAL.match(text, at)
    if match is None:
        return None
    value = int(match[1]) if match[1] else _ORDINALS.split().index(match[2]) + 1
    return Form(value, "ordinal", match.end())
