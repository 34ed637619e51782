"""Names by their sound: other characters, or Latin letters."""

from collections.abc import Hashable, Iterator

from dakehu.language.names import windows
from dakehu.language.names.company import trade_words
from dakehu.language.names.match import NameMatch
from dakehu.language.names.registry import Form, Registry
from dakehu.language.names.spelling import letters, sounds

_LEAST_LETTERS = 4


def homophones[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find forms written with other characters of the same, or nearly the same, sound."""
    heard = windows.syllables(text)
    for start, end in windows.sounding(text, registry):
        said = text[start:end]
        for form in registry.heard.get(" ".join(heard[start:end]), ()):
            meant = form.company.core
            if meant != said:
                same = sounds(meant) == sounds(said)
                score = (0.82 if same else 0.72) if len(said) > 2 else (0.65 if same else 0.6)
                yield NameMatch(form.id, (start, end), form.text, score, "pinyin")


def spelled[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find brands in Latin letters, with their trade in pinyin or in English."""
    for row in windows.latin(text):
        said = "".join(text[a:b] for a, b in row)
        ends = {sum(b - a for a, b in row[: i + 1]) for i in range(len(row))}
        for cut in range(_LEAST_LETTERS, len(said) + 1):
            for brand in registry.brands.get(said[:cut], ()):
                for form in registry.branded[brand]:
                    if score := _spelled_score(said, cut, ends, form):
                        span = row[0][0], row[-1][1]
                        yield NameMatch(form.id, span, form.text, score, "pinyin")


def _spelled_score[Id: Hashable](
    said: str, cut: int, ends: set[int], form: Form[Id]
) -> float | None:
    """Score a brand and what follows it; None where that is not of the company's trade."""
    position, score = cut, 0.9
    trades = form.company.trades
    if position == len(said):
        return 0.85 if not trades else 0.7
    for word in (*trades, "公司", "集团"):
        if said.startswith(letters(word), position):
            position += len(letters(word))
        elif position in ends and (english := _english(said, position, ends, word)):
            position, score = english, 0.8
    return score if position == len(said) else None


def _english(said: str, position: int, ends: set[int], word: str) -> int | None:
    """Return where an English word for a trade's word ends, if one stands here."""
    fitting = (
        position + len(one)
        for one in trade_words().get(word, ())
        if said.startswith(one, position) and position + len(one) in ends
    )
    return max(fitting, default=None)
