"""What a message looks like to the classifier: one spelling, and the concepts it names."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import yaml
from opencc import OpenCC

_CONCEPTS = Path(__file__).with_name("concepts.yml")
_SIMPLIFY = OpenCC("t2s")
_NOT_INSIDE_A_WORD = "(?:(?<![a-z])|(?![a-z]))"  # so most places of an English text are passed over


def normalise(text: str) -> str:
    """Give a text one spelling: compatibility forms folded, lower-case, simplified Chinese.

    Marks that nobody sees, as those that set the direction of writing, are left out.
    """
    folded = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    visible = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    return _SIMPLIFY.convert(" ".join(visible.split()))


def _compile() -> re.Pattern[str]:
    """Join all concepts to one pattern, so that one pass over a message finds them in order."""
    concepts = yaml.safe_load(_CONCEPTS.read_text(encoding="utf-8"))
    either = "|".join(f"(?P<{name}>{_either(words)})" for name, words in concepts.items())
    return re.compile(f"{_NOT_INSIDE_A_WORD}(?:{either})")


def _either(words: list[str]) -> str:
    return "|".join(rf"\b(?:{w})\b" if re.search("[a-z]{2}|^i$|^u$", w) else w for w in words)


_PATTERN = _compile()


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the concepts (concepts.yml) that a normalised text names: start, end, concept."""
    for match in _PATTERN.finditer(text):
        if match.lastgroup and match.group():
            yield match.start(), match.end(), match.lastgroup
