"""Names with one slip of the keyboard: a wrong, missing, doubled or misplaced character."""

from collections.abc import Hashable, Iterator

from rapidfuzz.distance import OSA

from dakehu.language.names import windows
from dakehu.language.names.company import trade_words
from dakehu.language.names.keys import LEAST_LATIN
from dakehu.language.names.match import How, NameMatch
from dakehu.language.names.registry import Form, Registry
from dakehu.language.names.spelling import compact, folded, is_han

LEAST_CHINESE = 4
"""Characters of brand and trade in which one may be wrong."""

LONGEST = 12
CROWDED = 400
"""Forms or brands under one key, beyond which it tells nothing."""


def chinese_slips[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find brand and trade with one wrong character."""
    for start in range(len(text) - LEAST_CHINESE + 2):
        for end in range(start + LEAST_CHINESE - 1, min(start + LONGEST, len(text)) + 1):
            if not is_han(text[end - 1]):
                break
            if text[start : start + 2] in trade_words():  # a trade alone is no name
                break
            for form in _near(text[start:end], registry):
                if found := _slip(text[start:end], form):
                    yield NameMatch(form.id, (start, end), form.text, *found)


def _near[Id: Hashable](said: str, registry: Registry[Id]) -> Iterator[Form[Id]]:
    """Find forms of the same brand, and those that differ in the brand alone."""
    branded = registry.branded.get(said[:2], ())
    if len(branded) <= CROWDED:
        yield from branded
    if said[-2:] in registry.tails:
        for core in _with_other_brands(said, registry):
            yield from registry.heard.get(" ".join(folded(core)), ())


def _with_other_brands[Id: Hashable](said: str, registry: Registry[Id]) -> Iterator[str]:
    """Yield what was said with brands that share a character with its first two."""
    for char in said[:2]:
        brands = registry.partners.get(char, ())
        if len(brands) <= CROWDED:
            for brand in brands:
                yield brand + said[len(brand) :]
                yield brand + said[len(brand) - 1 :]


def _slip[Id: Hashable](said: str, form: Form[Id]) -> tuple[float, How] | None:
    """Score what was said for a form; None where more than one character differs."""
    core = form.company.core
    if said in (core, form.plain) or abs(len(said) - len(core)) > 1:
        return None
    if OSA.distance(said, core, score_cutoff=1) != 1:
        return None
    if len(said) < len(core):
        return (0.66, "abbreviation") if said[-1] == core[-1] else None
    if len(said) > len(core) and (said[0] != core[0] or said[-1] != core[-1]):
        return None
    ends = said[-2:], core[-2:]
    if ends[0] != ends[1] and ends[0] in trade_words():  # another trade, no slip
        return None
    return 0.78 if sorted(said) == sorted(core) else 0.68, "typo"


def latin_slips[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find Latin forms with one wrong letter."""
    for row in windows.latin(text):
        start, end = row[0][0], row[-1][1]
        said = compact(text[start:end])
        if len(said) < LEAST_LATIN:
            continue
        for form in _sharing_half(said, registry):
            if OSA.distance(said, form.plain, score_cutoff=1) == 1:
                yield NameMatch(form.id, (start, end), form.text, 0.75, "typo")


def _sharing_half[Id: Hashable](said: str, registry: Registry[Id]) -> Iterator[Form[Id]]:
    for length in {(len(said) + by) // 2 for by in (-1, 0, 1)}:
        rest = len(said) - length
        for key in (said[:length] + "*", *("*" + said[-n:] for n in (rest, rest + 1) if n > 1)):
            forms = registry.halves.get(key, ())
            if len(forms) <= CROWDED:
                yield from forms
