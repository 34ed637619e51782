"""Keys under which a name is found that is not written as it is registered."""

from collections.abc import Iterator
from functools import cache
from itertools import product

from dakehu.language.names.company import Company
from dakehu.language.names.spelling import is_han, letters
from dakehu.language.names.words import data

LEAST_LATIN = 5
"""Letters of a Latin name in which one may be wrong."""

LEAST_CHINESE = 4
"""Characters of a Chinese stem in which one may be wrong."""

ENDING = 2
"""Last characters of a stem, its trade, that tell where to look for a slip before them."""


def halves(name: str) -> Iterator[str]:
    """Yield the two halves of a Latin name: one slip leaves one of them whole."""
    if len(name) >= LEAST_LATIN:
        middle = len(name) // 2
        yield name[:middle] + "*"
        yield "*" + name[middle:]


def slips(stem: str) -> Iterator[str]:
    """Yield what is left of a Chinese stem without one character before its ending."""
    if len(stem) >= LEAST_CHINESE:
        for at in range(len(stem) - ENDING):
            yield stem[:at] + stem[at + 1 :]


def initials(company: Company) -> str:
    """Return the first letters of brand and trade in pinyin, "" where they are too few to tell."""
    said = company.brand + "".join(company.trades[:1])
    return "".join(map(_initial, said)) if len(said) >= LEAST_CHINESE else ""


def readings(brand: str) -> Iterator[str]:
    """Yield the pinyin of a Chinese brand, in every reading of its characters."""
    if not is_han(brand):
        return
    yield letters(brand)
    if not data()["readings"].keys().isdisjoint(brand):
        others = {"".join(syllables) for syllables in product(*map(_readings, brand))}
        yield from others - {letters(brand)}


@cache
def _initial(char: str) -> str:
    return letters(char)[:1]


@cache
def _readings(char: str) -> tuple[str, ...]:
    return tuple({letters(char), *data()["readings"].get(char, "").split()})
