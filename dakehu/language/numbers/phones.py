"""Phone numbers, whole, as digits."""

import re
from collections.abc import Iterator

_CUE = re.compile(r"电话|手机|号码|联系方式|传真|热线|座机|分机|tel|phone|mobile|call|fax|whatsapp")
_EXTENSION = r"(?:[ ,]?(?:转|x|ext\.?)[ :]?\d{1,5}|-\d{1,4})?"
_SHAPED = (
    r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    rf"|(?:\+?86[- ]?)?\(?0\d{{2,3}}\)?[- ]?\d{{7,8}}{_EXTENSION}"
    r"|[48]00[- ]?\d{3}[- ]?\d{4}|[48]00[- ]?\d{4}[- ]?\d{3}"
    rf"|\(\d{{3}}\) ?\d{{3}}-\d{{4}}{_EXTENSION}|\d{{3}}-\d{{3}}-\d{{4}}{_EXTENSION}"
    r"|\+\d{1,3}[- ]?(?:\(\d{1,4}\)[- ]?)?\d(?:[- ]?\d){6,11}"
)
_PHONE = re.compile(rf"(?<![\w.-])(?:{_SHAPED})(?![\w]|-\d|\.\d)", re.ASCII)
_LOOSE = re.compile(
    rf"(?<![\w.#*/-])\+?\(?\d(?:[-\s.()]{{0,2}}\d){{6,14}}{_EXTENSION}(?![\w/])", re.ASCII
)
# Digits of these shapes are dates, decimals, years and sums even where phones are spoken of.
_NO_PHONE = re.compile(
    r"\d+\.\d+|\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{4}-\d{4}"
)


def find_phones(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits; loosely written ones only where the text speaks of phones."""
    for match in (_LOOSE if _CUE.search(text) else _PHONE).finditer(text):
        if not _NO_PHONE.fullmatch(match[0]):
            yield match.start(), match.end(), re.sub(r"\D", "", match[0])
