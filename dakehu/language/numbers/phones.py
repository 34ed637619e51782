"""Phone numbers, whole, as digits."""

import re
from collections.abc import Iterator

_CUE = re.compile(r"电话|手机|号码|联系方式|传真|热线|座机|分机|tel|phone|mobile|call|fax|whatsapp")
_SHAPED = (
    r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"|(?:\+?86[- ]?)?\(?0\d{2,3}\)?[- ]?\d{7,8}(?:[-转]\d{1,5})?"
    r"|[48]00[- ]?\d{3}[- ]?\d{4}|[48]00[- ]?\d{4}[- ]?\d{3}"
    r"|\+\d{1,3}[- ]?(?:\(\d{1,4}\)[- ]?)?\d(?:[- ]?\d){6,11}"
)
_PHONE = re.compile(rf"(?<![\w.-])(?:{_SHAPED})(?![\w]|-\d|\.\d)", re.ASCII)
_LOOSE = re.compile(r"(?<![\w.])\+?\(?\d(?:[-\s./()]{0,3}\d){6,14}(?!\w)", re.ASCII)


def find_phones(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits; loosely written ones only where the text speaks of phones."""
    pattern = _LOOSE if _CUE.search(text) else _PHONE
    for match in pattern.finditer(text):
        yield match.start(), match.end(), re.sub(r"\D", "", match[0])
