"""English years as they are spoken: nineteen ninety six, two thousand and five."""

import re

from dakehu.language.times.numeral import Numeral
from dakehu.language.times.words.english import WORDS

_NUMBERS: dict[str, int] = WORDS["number"]
_ONES = "|".join(word for word, value in _NUMBERS.items() if 1 <= value <= 9)
_TEENS = "|".join(word for word, value in _NUMBERS.items() if 10 <= value <= 19)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TAIL = rf"(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}"
_YEAR = re.compile(
    rf"(?P<century>nineteen|twenty)(?: hundred)?(?: and)?[ -](?P<tail>{_TAIL})\b"
    rf"|two thousand(?:(?: and)? (?P<after>{_TAIL}|{_ONES}))?\b"
)


def spoken_year(text: str, at: int) -> tuple[Numeral, int] | None:
    """Return the year spoken at a place of the text and where it ends, None where there is none."""
    found = _YEAR.match(text, at) if text.startswith(("nineteen", "twenty", "two t"), at) else None
    if found is None:
        return None
    first = 100 * _NUMBERS[found["century"]] if found["century"] else 2000
    tail = found["tail"] or found["after"]
    year = first + (_NUMBERS[tail.replace("-", " ")] if tail else 0)
    return Numeral(year, str(year)), found.end()
