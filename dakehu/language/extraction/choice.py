"""Which of several offered options a message means: 第二个, 2, the last one."""

import re
from collections.abc import Sequence

from dakehu.language.characters import plain
from dakehu.language.numerals import chinese_value

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
}  # fmt: skip
_NUMBER = r"(?P<number>\d{1,2}|[一二三四五六七八九十两]{1,3}|[a-z]+)"
_BEFORE = r"(?:我?[选要]|就|是|用|option|number|no\.?|the|#|\()*\s*"
_AFTER = r"\s*(?:个|家|位|条|项|号|那个|那家|th|st|nd|rd|one|option|please|吧|的|[.。)])*"
_FROM_START = re.compile(rf"{_BEFORE}第?\s*{_NUMBER}{_AFTER}")
_FROM_END = re.compile(
    rf"{_BEFORE}(?:倒数第\s*{_NUMBER}|(?P<last>second) (?:to|from the) last){_AFTER}"
)
_ONE = r"[个家那条项位]*吧?"
_LAST = rf"{_BEFORE}(?:最后一?|末|后面|下面){_ONE}|后者|{_BEFORE}(?:last|latter|bottom)(?: one)?"
_FIRST = rf"{_BEFORE}(?:最前|前面|上面|头一){_ONE}|前者|{_BEFORE}(?:former|top)(?: one)?"
_PLACES = ((re.compile(_LAST), -1), (re.compile(_FIRST), 0))
_MIDDLE = re.compile(rf"{_BEFORE}中间{_ONE}|{_BEFORE}(?:middle)(?: one)?")
_AROUND = re.compile(
    r"^(?:我?[选要说指]的?(?:是)?|就是|是|就|the )\s*|(?:的?那[个家位条项种]|的|吧|啊|呀| one)+$"
)
"""What stands around the words of an option (就是机械那家吧)."""


def parse_choice(text: str, n: int) -> int | None:
    """Return the index of the option that a message points at.

    Args:
        text: What a person typed.
        n: How many options there are.

    Returns:
        0 to n - 1, or None where the message points at none of them.
    """
    said = plain(text).strip(" ,，。.!！")
    place = _place(said, n)
    return place if place is not None and 0 <= place < n else None


def name_choice(text: str, labels: Sequence[str]) -> int | None:
    """Return the index of the only label that holds the words of a message (机械那家).

    Args:
        text: What a person typed.
        labels: What the options are called.
    """
    said = _AROUND.sub("", plain(text).strip(" ,，。.!！"))
    named = [at for at, label in enumerate(labels) if said and said in plain(label)]
    return named[0] if len(named) == 1 else None


def _place(said: str, n: int) -> int | None:
    for form, place in _PLACES:
        if form.fullmatch(said):
            return place % n if n else None
    if _MIDDLE.fullmatch(said):
        return n // 2 if n % 2 else None
    if found := _FROM_END.fullmatch(said):
        number = 2 if found["last"] else _value(found["number"])
        return n - number if number else None
    found = _FROM_START.fullmatch(said)
    number = _value(found["number"]) if found else None
    return number - 1 if number else None


def _value(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return _ORDINALS.get(word) if word.isascii() else chinese_value(word)
