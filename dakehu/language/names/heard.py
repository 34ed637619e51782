"""Names by their sound, in other characters."""

from collections.abc import Hashable, Iterator

from dakehu.language.names.company import HEAD, Company
from dakehu.language.names.match import NameMatch
from dakehu.language.names.registry import Registry
from dakehu.language.names.spelling import is_han, sounds
from dakehu.language.names.typed import Typed
from dakehu.language.names.written import follow, placed


def homophones[Id: Hashable](typed: Typed, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find stems written with other characters of the same, or nearly the same, sound."""
    for start, end in _sounding(typed, registry):
        said = typed.bare[start:end]
        for stem in registry.heard.get(" ".join(typed.heard[start:end]), ()):
            if stem != said:
                score = _score(said, stem)
                for form in registry.stems[stem] if score else ():
                    span = typed.span(*widened(typed, start, end, form.company))
                    yield NameMatch(form.id, span, form.text, score, "pinyin")


def _score(said: str, stem: str) -> float:
    """Score what sounds like a stem; two characters must sound the very same."""
    if sounds(said) == sounds(stem):
        return 0.82 if len(said) > 2 else 0.65
    return 0.72 if len(said) > 2 else 0.0


def _sounding[Id: Hashable](typed: Typed, registry: Registry[Id]) -> Iterator[tuple[int, int]]:
    """Yield pieces that sound like the beginning of a stem and are as long."""
    for start in range(len(typed.bare) - 1):
        for length in registry.heard_lengths.get(" ".join(typed.heard[start : start + 2]), ()):
            end = start + length
            if end <= len(typed.bare) and is_han(typed.bare[start:end]):
                yield start, end


def widened(typed: Typed, start: int, end: int, company: Company) -> tuple[int, int]:
    """Return where a name begins and ends of which the stem was found."""
    rest = company.trades[0][HEAD:] if company.trades else ""
    if typed.bare.startswith(rest, end):
        end = follow(typed, end + len(rest), company.trades[1:])
    return placed(typed, start, company), end
