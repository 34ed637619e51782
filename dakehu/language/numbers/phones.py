"""Phone numbers, whole, as digits."""

import re
from collections.abc import Iterator

from dakehu.language.numbers.codes import names_a_code

_EXTENSION = r"(?:[ ,]?(?:转|分机|x|ext\.?)[ :]?\d{1,5}|-\d{1,4})?"
_MOBILE = r"(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
_SHAPED = (
    _MOBILE,
    rf"(?:\+?86[- ]?)?\(?0\d{{2,3}}\)?[- ]?\d{{3,4}}[- ]?\d{{4}}{_EXTENSION}",
    r"[48]00[- ]?\d{3}[- ]?\d{4}|[48]00[- ]?\d{4}[- ]?\d{3}",
    rf"\(\d{{3}}\) ?\d{{3}}-\d{{4}}{_EXTENSION}|\d{{3}}-\d{{3}}-\d{{4}}{_EXTENSION}",
    r"\+\d{1,3}[- ]?(?:\(\d{1,4}\)[- ]?)?\d(?:[- ]?\d){6,11}",
    r"(?:00|011)[- ]\d{1,3}(?:[- ]\d{2,4}){3,4}",
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
    r"电话|手机|座机|热线|传真|联系方式|总机|客服|拨打?|致电|(?<![单编货批件证卡])号码|(?<![\w.])@"
    r"|\b(?:tel|phone|mobile|cell|fax|whatsapp|call|dial|reach)"
)
_TOLD = re.compile(
    rf"(?:{_CUE})(?:号码?|no\.?|number|me|him|her|us|at|on|is|[是为换改成了新的留记一下给他她我:,.\s])*?"
    rf"(?<!\d)(?P<phone>{_LOOSE})",
    re.ASCII,
)
_ALSO = re.compile(rf"\s?[,、/或和]\s?(?P<phone>{_LOOSE})", re.ASCII)
# Digits of these shapes are dates, decimals, years and sums even where phones are spoken of.
_NO_PHONE = re.compile(
    r"\d+\.\d+|\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{4}-\d{4}"
)
_DENIED = re.compile("不(?:是|像|像是)个?电话号|not a (?:tele)?phone number")


def find_phones(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits; loosely written ones only after a word for a phone."""
    if _DENIED.search(text):
        return
    told = list(_told(text))
    shaped = (match.span() for match in _PHONE.finditer(text))
    clear = [
        (start, end)
        for start, end in shaped
        if not any(a < end and start < b for a, b in told)
        and not names_a_code(text[max(0, start - 10) : start])
    ]
    for start, end in sorted(told + clear):
        yield start, end, re.sub(r"\D", "", text[start:end])


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers that follow a word for a phone, and those listed with them."""
    at = 0
    while match := _TOLD.search(text, at):
        found: re.Match[str] | None = match
        while found:
            if not _NO_PHONE.fullmatch(found["phone"]):
                yield found.span("phone")
            at = found.end()
            found = _ALSO.match(text, at)
