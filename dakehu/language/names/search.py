"""The ways in which a name is found in a sentence."""

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from dakehu.language.names.match import How, NameMatch
from dakehu.language.names.registry import Form, Registry
from dakehu.language.names.spelling import is_han, sounds

LONGEST = 30
"""Characters of a name that is looked for in a sentence."""

_SCORES = {"exact": 1.0, "alias": 0.95}


def spelt[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find registered forms as they are written."""
    for start, end in _windows(text):
        for form in registry.spelt.get("".join(text[start:end].split()), ()):
            yield _match(form, (start, end), _SCORES[form.how], form.how)


def sounding[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find forms that sound the same, three characters and more."""
    heard = sounds(text)
    for start, end in _windows(text):
        if end - start >= 3 and is_han(text[start:end]):
            for form in registry.sounding.get(" ".join(heard[start:end]), ()):
                if form.plain != text[start:end]:
                    yield _match(form, (start, end), 0.8, "pinyin")


def branded[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find a brand, with as many of the name's other characters, in their order, as follow it."""
    for start, end in _windows(text, longest=6):
        for form in registry.branded.get(text[start:end], ()):
            reach = _follow(text, end, "".join(form.company.trades))
            if text[start:reach] != form.plain:
                score = 0.85 if reach > end else 0.7
                yield _match(form, (start, reach), score, "abbreviation")


def _follow(text: str, position: int, rest: str) -> int:
    """Return where the name's words that follow in the text end, two characters at a time."""
    while len(pair := text[position : position + 2]) == 2 and pair in rest:
        rest = rest[rest.index(pair) + 2 :]
        position += 2
    return position


def _windows(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    for start in range(len(text)):
        if text[start].isspace() or (start and _cuts(text, start)):
            continue
        for end in range(start + 2, min(start + longest, len(text)) + 1):
            if not (text[end - 1].isspace() or _cuts(text, end)):
                yield start, end


def _cuts(text: str, position: int) -> bool:
    """Tell whether a Latin word would be cut in two here."""
    around = text[position - 1 : position + 1]
    return len(around) == 2 and around.isascii() and around.isalnum()


def _match[Id: Hashable](
    form: Form[Id], span: tuple[int, int], score: float, how: How
) -> NameMatch[Id]:
    return NameMatch(form.id, span, form.text, score, how)


SEARCHES: tuple[Callable[[str, Registry[Any]], Iterator[NameMatch[Any]]], ...] = (
    spelt,
    sounding,
    branded,
)
