"""Corrections of what was said: 时间改成上午十点, not Wang but Li, drop the next visit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from dakehu.language.extraction.cues import compile_words
from dakehu.language.extraction.values import is_value, tells_of_the_visit

UNSAID = " "
"""The new text where a field is to change and its new value is not said (改一下时间)."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction.

    Attributes:
        field: The field it is for, where one was named.
        new_text: The words of the new value; "" clears the field, `UNSAID` leaves it open.
        old_text: The words that are wrong, where they were said.
    """

    field: str | None
    new_text: str
    old_text: str | None = None


def parse_edit(text: str, field_labels: Mapping[str, Iterable[str]]) -> list[Edit]:
    """Read the corrections in a message.

    Args:
        text: What a person typed.
        field_labels: The words for each field, e.g. `words("visit_field")`.
    """
    said = text.strip(" ，。,.!！?？~")
    labels = {word.casefold(): name for name, words in field_labels.items() for word in words}
    if contrast := _contrast(said, labels):
        return [contrast]
    found: list[Edit] = []
    for part in _parts(said):
        waiting = bool(found) and found[-1].new_text == UNSAID
        one = _edit(part, labels, _is_short(said)) or (_value(part) if waiting else None)
        if one and waiting and one.field in (None, found[-1].field):
            one = replace(one, field=found.pop().field)
        if one:
            found.append(one)
    return found


def _parts(text: str) -> Iterator[str]:
    """Split at signs, but keep what a correction begins with together with what follows it."""
    lead = ""
    for part in re.split(r"[,，;；。\n]\s*|\s+(?:and|并且|而且)\s+|(?<=[\w])\.\s+", text):
        said = lead + part.strip()
        lead = ""
        if _form("corrects").fullmatch(said + ",") or said.casefold() in ("no", "不"):
            lead = said + ", "
        elif said:
            yield said


def _edit(text: str, labels: Mapping[str, str], alone: bool) -> Edit | None:
    """Read one part of a message."""
    if _form("adds").search(text):
        return None
    if corrected := _form("corrects").match(text):
        rest = text[corrected.end() :].strip()
        named = _named(rest, labels, alone)
        return named or (Edit(None, _after(rest)) if _after(rest) else None)
    if named := _named(text, labels, alone):
        return named
    bare = _form("bare_changes").match(text)
    return Edit(None, (bare["new"] or bare["en"]).strip()) if bare else None


def _value(text: str) -> Edit | None:
    """Read the value of a field that was named right before (…, 是瑞风)."""
    return Edit(None, _after(text)) if _form("after_corrects").match(text) else None


def _named(text: str, labels: Mapping[str, str], alone: bool) -> Edit | None:
    """Read a part that names a field."""
    for label in _labels_in(text, labels):
        field, rest = labels[label.group().casefold()], text[label.end() :]
        if _form("leads").fullmatch(text[: label.start()]):
            if _form("wrong").match(rest):
                return Edit(field, UNSAID)
            if change := _form("changes").match(rest):
                return Edit(field, rest[change.end() :].strip(" 了吧") or UNSAID)
            if alone and (new := _stated(label.group(), field, rest)):
                return Edit(field, new)
    return _open_or_clear(text, labels)


def _stated(label: str, field: str, rest: str) -> str | None:
    """Read a value that follows the field's name with 是, a colon, or nothing between.

    "who is the boss" names no field, though "change who to Li" does.
    """
    if _form("asks").match(label):
        return None
    between = _form("names_it").match(rest)
    new = rest[between.end() :].strip() if between else rest.strip()
    if between and new and not tells_of_the_visit(field, new):
        return new
    return new if not between and is_value(new) else None


def _open_or_clear(text: str, labels: Mapping[str, str]) -> Edit | None:
    """Read a wish to empty a field, or to change it to what is not said."""
    label = next(_labels_in(text, labels), None)
    if label is None or not _is_short(text):
        return None
    field = labels[label.group().casefold()]
    if _form("clears").search(text):
        return Edit(field, "")
    return Edit(field, UNSAID) if _form("opens").search(text) else None


def _contrast(text: str, labels: Mapping[str, str]) -> Edit | None:
    """Read a correction that says both what is wrong and what is right."""
    for form in _forms()["contrasts"]:
        found = re.search(form, text)
        if found is None:
            continue
        label = next(_labels_in(text[: found.end("old")], labels), None)
        if label and label.start() == found.start("old"):  # it is the field that is changed
            continue
        field = labels[label.group().casefold()] if label else None
        return Edit(field, _after(found["new"].strip()), found["old"].strip())
    return None


def _is_short(text: str) -> bool:
    return len(text) <= int(_forms()["short_english" if text.isascii() else "short"])


def _after(text: str) -> str:
    return _form("after_corrects").sub("", text).strip()


def _labels_in(text: str, labels: Mapping[str, str]) -> Iterator[re.Match[str]]:
    return compile_words(labels).finditer(text.casefold())


@cache
def _form(name: str) -> re.Pattern[str]:
    return re.compile(_forms()[name])


@cache
def _forms() -> dict[str, str]:
    text = (files("dakehu.language.extraction") / "edits.yml").read_text(encoding="utf-8")
    forms: dict[str, str] = yaml.safe_load(text)
    return forms
