"""Corrections of what was said: 时间改成上午十点, not Wang but Li, drop the next visit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dakehu.language.extraction.cues import compile_words


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction.

    Attributes:
        field: The field it is for, where one was named.
        new_text: The words of the new value; "" clears the field.
        old_text: The words that are wrong, where they were said.
    """

    field: str | None
    new_text: str
    old_text: str | None = None


_CHANGE = (
    r"(?:改成|改为|改到|换成|换为|换到|应该是|应为|写成|写|设成|设为|调成|调到|定在|定为|变成|是)"
)
_CHANGE_EN = r"(?:should be|should read|is|was|to|at|=|:)"
_CLEAR = re.compile(
    r"(去掉|删掉|删除|删了|清空|不要了|取消掉|拿掉|remove|delete|drop|clear|no )", re.IGNORECASE
)


def parse_edit(text: str, field_labels: Mapping[str, Iterable[str]]) -> list[Edit]:
    """Read the corrections in a message.

    Args:
        text: What a person typed.
        field_labels: The words for each field.
    """
    return [e for part in re.split(r"[,，;；。]\s*", text) if (e := _edit(part, field_labels))]


def _edit(text: str, labels: Mapping[str, Iterable[str]]) -> Edit | None:
    owners = {word.casefold(): name for name, words in labels.items() for word in words}
    label = compile_words(owners).search(text.casefold())
    field = owners[label.group()] if label else None
    if field and _CLEAR.search(text):
        return Edit(field, "")
    if found := re.search(r"(?:不是|not)\s*(.+?)\s*(?:，|,|而是|是)\s*(.+)", text):
        return Edit(field, found[2], found[1])
    rest = text[label.end() :] if label else text
    change = re.search(f"{_CHANGE}|(?i:\\b{_CHANGE_EN})", rest)
    if change and rest[change.end() :].strip():
        return Edit(field, rest[change.end() :].strip())
    return None
