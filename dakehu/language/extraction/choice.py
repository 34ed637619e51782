"""Which of several offered options a message means: 第二个, 2, the last one."""

import re

from dakehu.language.numerals import chinese_value

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
}  # fmt: skip
_NUMBER = re.compile(
    r"^(?:选|就|要|我选|我要|是|option|number|no\.?|the|#)*\s*第?\s*(\d{1,2}|[一二三四五六七八九十两]{1,3}|[a-z]+)"
    r"\s*(?:个|家|位|条|项|号|th|st|nd|rd|one|option|吧|。|\.)*$"
)
_LAST = re.compile(r"最后|末|last|后面那|后者|latter|bottom")
_FIRST = re.compile(r"前面那|前者|former|top one|头一|上面那")


def parse_choice(text: str, n: int) -> int | None:
    """Return the index of the option that a message points at.

    Args:
        text: What a person typed.
        n: How many options there are.

    Returns:
        0 to n - 1, or None where the message points at none of them.
    """
    said = text.strip().casefold()
    if len(said) > 20 or n < 1:
        return None
    if _LAST.search(said):
        return n - 1
    if _FIRST.search(said):
        return 0
    found = _NUMBER.match(said)
    number = _value(found[1]) if found else None
    return number - 1 if number and number <= n else None


def _value(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return _ORDINALS.get(word) if word.isascii() else chinese_value(word)
