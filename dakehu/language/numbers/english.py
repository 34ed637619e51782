"""Numbers in English words: twenty-five, two hundred, half a million, two dozen, third."""

import re
from fractions import Fraction

from dakehu.language.numbers.form import Form
from dakehu.language.numbers.numeral import Numeral
from dakehu.language.numbers.words import NOUNS, either

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES: dict[str, Fraction] = {
    word: Fraction(at) for at, word in enumerate(f"zero {_ONES} {_TEENS}".split())
}
_VALUES |= {word: Fraction(20 + 10 * at) for at, word in enumerate(_TENS.split())}
_VALUES |= {"half": Fraction(1, 2), "couple": Fraction(2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth"
_ORDINALS = {
    word: at for at, word in enumerate(f"{_ORDINAL_ONES} tenth eleventh twelfth".split(), 1)
} | {
    f"{ten}-{one}": 20 + 10 * tens + ones
    for tens, ten in enumerate(_TENS.split())
    for ones, one in enumerate(_ORDINAL_ONES.split(), 1)
}


def _any(words: str) -> str:
    return "|".join(words.split())


_SMALL = (
    rf"(?:(?:{_any(_TENS)})(?:[- ](?:{_any(_ONES)})(?![a-z]))?|{_any(_TEENS)}|{_any(_ONES)}|zero)"
)
_SECTION = rf"{_SMALL}(?: hundred(?: (?:and )?{_SMALL})?)?"
_BIG = "thousand|million|billion"
_LEAD = r"(?:half an?|a couple(?: of)?|an?)"
_PHRASE = re.compile(
    rf"(?:{_LEAD} (?=hundred|dozen|{_BIG})(?:hundred(?: (?:and )?{_SMALL})?)?|{_SECTION})"
    rf"(?P<half>[- ]and[- ]a[- ]half)?"
    rf"(?: ?(?:{_BIG})(?:,? (?:and )?{_SECTION}(?! and a half))?)*"
    r"(?: ?dozen)?(?:[- ]odd)?(?![a-z])"
)
_COUPLE = re.compile(r"a couple(?: of)?(?= [a-z]+s\b)(?! of (?:the|them|my|our|his)\b)")
# Half a ton; half a day is a time.
_HALF = re.compile(rf"half an?(?= (?:{either(NOUNS - {'day', 'hr', 'min', 'percent'})})(?![a-z]))")
_ORDINAL = re.compile(rf"(?:(\d+)(?:st|nd|rd|th)|({either(_ORDINALS)}))(?![a-z])")
_NUMBER = re.compile(r"no\. ?(\d{1,3})(?!\d)")


def read(text: str, at: int) -> Numeral | None:
    """Return the number in words that starts here."""
    if couple := _COUPLE.match(text, at):
        return Numeral(Fraction(2), Fraction(2), at, couple.end())
    if half := _HALF.match(text, at):
        return Numeral(Fraction(1, 2), Fraction(1, 2), at, half.end())
    match = _PHRASE.match(text, at)
    if match is None:
        return None
    words = re.findall(r"[a-z]+", match[0].replace(match["half"] or "-", " "))
    value = _value(words, Fraction(1, 2) if match["half"] else Fraction(0))
    return Numeral(value, value, at, match.end())


def _value(words: list[str], half: Fraction) -> Fraction:
    """Add and multiply the words up, from left to right."""
    total, section = Fraction(0), half
    if words[0] in ("a", "an") and words[1] in ("dozen", "hundred", *_SCALES):
        section += 1
    for word in words:
        if word == "dozen":
            section *= 12
        elif word == "hundred":
            section *= 100
        elif word in _SCALES:
            total, section = total + section * _SCALES[word], Fraction(0)
        else:
            section += _VALUES.get(word, 0)
    return total + section


def ordinal(text: str, at: int) -> Form | None:
    """Return 3rd, third, no. 3."""
    if found := _NUMBER.match(text, at):
        return Form(int(found[1]), "ordinal", found.end())
    match = _ORDINAL.match(text, at)
    if match is None:
        return None
    return Form(int(match[1]) if match[1] else _ORDINALS[match[2]], "ordinal", match.end())
