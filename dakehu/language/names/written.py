"""Names as they are written: whole, or brand and some of what follows it."""

from collections.abc import Hashable, Iterator

from dakehu.language.names import windows
from dakehu.language.names.match import NameMatch
from dakehu.language.names.registry import Form, Registry
from dakehu.language.names.spelling import compact, is_han

_SCORES = {"exact": 1.0, "alias": 0.95}
LONGEST_BRAND = 6


def whole[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find registered forms."""
    for start, end in windows.chinese(text, registry):
        for form in registry.written.get(text[start:end], ()):
            yield NameMatch(form.id, (start, end), form.text, _SCORES[form.how], form.how)
    for row in windows.latin(text):
        start, end = row[0][0], row[-1][1]
        for form in registry.written.get(compact(text[start:end]), ()):
            yield NameMatch(form.id, (start, end), form.text, _SCORES[form.how], form.how)


def abbreviated[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find a brand, with its place and as many of its trade's words as stand around it."""
    for start in range(len(text)):
        for end in range(start + 2, min(start + LONGEST_BRAND, len(text)) + 1):
            if not is_han(text[end - 1]):
                break
            for form in registry.branded.get(text[start:end], ()):
                yield from _around_brand(text, start, end, form)


def _around_brand[Id: Hashable](
    text: str, start: int, end: int, form: Form[Id]
) -> Iterator[NameMatch[Id]]:
    company = form.company
    reach = follow(text, end, company.trades)
    placed = company.place and text[:start].endswith(company.place)
    first = start - len(company.place) if placed else start
    said = text[first:reach]
    if said != form.plain:
        score = 0.75 if placed else 0.7
        if reach > end:
            score = 0.9 if said == company.core else 0.85
        yield NameMatch(form.id, (first, reach), form.text, score, "abbreviation")


def follow(text: str, position: int, trades: tuple[str, ...]) -> int:
    """Return where the words of a trade that follow in a text end.

    Words of the trade may be left out, and a long one cut short to its first two characters.
    """
    for word in trades:
        for said in (word, word[:2]):
            if text.startswith(said, position):
                position += len(said)
                break
    return position
