"""What in somebody's words speaks for something, by weight: patterns that are data."""

import re
from collections.abc import Iterable

from dakehu.codes import Language
from dakehu.handbook.questions import Cues


class Weighed:
    """Cues that are ready to be looked for."""

    def __init__(self, cues: Cues) -> None:
        self._patterns = [
            (weight, _compiled(weights[weight], language))
            for language, weights in cues.items()
            for weight in sorted(weights, reverse=True)
        ]

    def weight(self, text: str) -> int:
        """Return how much a text says for it; of matches that overlap, the heaviest counts."""
        found, left = 0, text
        for weight, pattern in self._patterns:
            left, times = pattern.subn("\n", left)
            found += weight * times
        return found


def _compiled(patterns: Iterable[str], language: Language) -> re.Pattern[str]:
    either = "|".join(f"(?:{pattern})" for pattern in patterns)
    if language is Language.EN:
        either = rf"(?<![a-z0-9])(?:{either})(?![a-z0-9])"
    return re.compile(either, re.IGNORECASE)
