"""Something more for what was told already: 内容里加一句, also add that they expand."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Addition:
    """Words that are to stand in a field beside its own.

    Attributes:
        field: The field's name, where the message names one.
        text: The words.
    """

    field: str | None
    text: str


def parse_addition(text: str, field_labels: Mapping[str, Iterable[str]]) -> Addition | None:
    """Read a message that adds to a field.

    Args:
        text: What a person typed.
        field_labels: The words for each field, e.g. `words("visit_field")`.
    """
    labels = {word.casefold(): name for name, words in field_labels.items() for word in words}
    for form in _forms():
        found = form.match(text.strip())
        if found is None:
            continue
        said = found.groupdict().get("to")
        if said is None:
            return Addition(None, found["new"].strip())
        if field := labels.get(said.strip().casefold()):
            return Addition(field, found["new"].strip())
    return None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    text = (files("dakehu.language.extraction") / "additions.yml").read_text(encoding="utf-8")
    return tuple(map(re.compile, yaml.safe_load(text)))
