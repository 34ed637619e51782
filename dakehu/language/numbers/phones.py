"""Phone numbers, whole, as digits."""

import re
from collections.abc import Iterator

from dakehu.language.numbers.codes import names_a_code
from dakehu.language.numbers.words import ENGLISH_PHONE_WORDS, PHONE_WORDS, either
from dakehu.language.numerals import DIGITS

_EXTENSION = r"(?:[ ,]?(?:转|分机|x|ext\.?)[ :]?\d{1,5}|-\d{1,4})?"
_MOBILE = r"(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
_SHAPED = (
    _MOBILE,
    rf"(?<!\d )(?:\+?86[- ]?)?\(?0\d{{2,3}}\)?[- ]?\d{{3,4}}[- ]?\d{{4}}{_EXTENSION}",
    r"[48]00[- ]?\d{3}[- ]?\d{4}|[48]00[- ]?\d{4}[- ]?\d{3}",
    rf"\(\d{{3}}\) ?\d{{3}}-\d{{4}}{_EXTENSION}|\d{{3}}-\d{{3}}-\d{{4}}{_EXTENSION}",
    r"\+\d{1,3}[- ]?(?:\(\d{1,4}\)[- ]?)?\d(?:[- ]?\d){6,11}",
    r"(?:00|011)[- ]\d{1,3}(?:[- ]\d{2,4}){3,4}",
    r"(?=(?:\d[- ]?){9,11}(?!\d))0\d{2,4}(?:[- ]\d{3,6}){1,2}",
)
# Digits before these are an amount or a time.
_AMOUNT = r"(?!\s?(?:[元块万亿点时日月年台个家人吨米件套分%]|美元|k\b))"
_PHONE = re.compile(
    rf"(?<![\w.])(?<!\w-)(?:{'|'.join(_SHAPED)})(?![\w=]|-\d|\.\d|:\d){_AMOUNT}", re.ASCII
)
_LOOSE = (
    rf"(?:{_MOBILE}(?!\d)|(?:\(\s?)?\+?\d(?:[-\s.()/]{{0,3}}\d){{6,14}}|\d{{5,6}}){_EXTENSION}"
    rf"(?![\w=]|[-.:/]\d){_AMOUNT}"
)
_CUE = (
    rf"{either(PHONE_WORDS)}|(?<![单编货批件证卡])号码|(?<![\w.])@"
    rf"|\b(?:{either(ENGLISH_PHONE_WORDS)})"
)
_TOLD = re.compile(
    rf"(?:{_CUE})(?:号码?|no\.?|number|me|him|her|us|at|on|is|[是为换改成了新的留记一下给他她我:,.\s])*?"
    rf"(?<!\d)(?P<phone>{_LOOSE})"
    # New cell for Priya: 604 555 0134
    rf"|(?:{_CUE})[^\d。!?;\n]{{0,30}}(?<![\w.$¥-])(?P<grouped>(?=(?:\d[- ]?){{7,12}}(?!\d))"
    rf"\d{{3,5}}(?:[- ]\d{{3,6}}){{1,2}})(?![\w=]|[-.:/ ]\d){_AMOUNT}",
    re.ASCII,
)
_ALSO = re.compile(rf"\s?[,、/或和]\s?(?P<phone>{_LOOSE})", re.ASCII)
# Digits of these shapes are dates, decimals, years and sums even where phones are spoken of.
_NO_PHONE = re.compile(
    r"\d+\.\d+|\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{4}-\d{4}"
)
_SPOKEN_DIGITS = str.maketrans(
    {char: str(DIGITS.get(char, 1)) for char in "零〇一二三四五六七八九幺"}
)
_DIGITS = re.compile(r"(?:\d\D{0,3}){5}|[零〇一二三四五六七八九幺]{7}", re.ASCII)
_SPOKEN = re.compile("[零〇一二三四五六七八九幺]{7,}")
_DENIED = re.compile("不(?:是|像|像是)个?电话号|not a (?:tele)?phone number")


def find_phones(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits; loosely written ones only after a word for a phone."""
    if not _DIGITS.search(text) or _DENIED.search(text):
        return
    text = _SPOKEN.sub(lambda run: run[0].translate(_SPOKEN_DIGITS), text)
    told = list(_told(text))
    shaped = (match.span() for match in _PHONE.finditer(text))
    clear = [span for span in shaped if not any(a < span[1] and span[0] < b for a, b in told)]
    for start, end in sorted(told + clear):
        if not names_a_code(text[max(0, start - 10) : start]):
            yield start, end, re.sub(r"\D", "", text[start:end])


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers that follow a word for a phone, and those listed with them."""
    at = 0
    while match := _TOLD.search(text, at):
        found: re.Match[str] | None = match
        while found:
            start, end = found.span(found.lastgroup or 0)
            if not _NO_PHONE.fullmatch(text, start, end):
                yield start, end
            at = end
            found = _ALSO.match(text, at)
