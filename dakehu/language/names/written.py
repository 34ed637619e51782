"""Names as they are written: whole, or brand and some of what follows it."""

from collections.abc import Hashable, Iterator

from dakehu.language.names.company import Company, beginning
from dakehu.language.names.match import NameMatch
from dakehu.language.names.registry import Form, Registry
from dakehu.language.names.typed import Typed

_SCORES = {"exact": 1.0, "alias": 0.95}


def written[Id: Hashable](typed: Typed, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find registered forms, and brands with as many of their trade's words as are there."""
    for start, end in typed.pieces(registry.lengths):
        said = typed.bare[start:end]
        for form in registry.written.get(said, ()):
            span = typed.span(start, end)
            yield NameMatch(form.id, span, form.text, _SCORES[form.how], form.how)
        for form in registry.forms(registry.branded.get(said, ())):
            yield from _around_brand(typed, start, end, form)
        if said.isascii() and said not in registry.branded:
            for form in registry.stems.get(said, ()):  # AnboElectric
                if form.plain != said:
                    span = typed.span(start, end)
                    yield NameMatch(form.id, span, form.text, 0.9, "abbreviation")


def _around_brand[Id: Hashable](
    typed: Typed, start: int, end: int, form: Form[Id]
) -> Iterator[NameMatch[Id]]:
    company = form.company
    reach = follow(typed, end, company.trades)
    first = placed(typed, start, company)
    if typed.bare[first:reach] != form.plain:
        score = 0.7 if first == start else 0.85
        if reach > end:
            score = 0.9 if reach - end == len(company.core) - len(company.brand) else 0.85
        elif company.brand.isascii():  # a foreign word is seldom anything else
            score = 0.8
        yield NameMatch(form.id, typed.span(first, reach), form.text, score, "abbreviation")


def follow(typed: Typed, position: int, trades: tuple[str, ...]) -> int:
    """Return where the words of a trade that follow in a text end.

    Words of the trade may be left out, and a long one cut short to its beginning.
    """
    for word in trades:
        for said in (word, beginning(word)):
            end = position + len(said)
            if typed.bare.startswith(said, position) and end not in typed.inside:
                position = end
                break
    return position


def placed(typed: Typed, start: int, company: Company) -> int:
    """Return where a name begins: before its brand, or before its place where that is there."""
    for place in (company.place, company.place + "市", company.place + "省"):
        first = start - len(place)
        if company.place and first >= 0 and typed.bare.startswith(place, first):
            return first
    return start
