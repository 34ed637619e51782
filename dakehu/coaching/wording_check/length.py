"""Sentences that are too long, and where they can be cut."""

import re
from functools import cache

from dakehu.coaching.wording_check.breach import Span
from dakehu.coaching.wording_check.sentences import Sentence
from dakehu.codes import Language
from dakehu.handbook.wording_rules import Limits, wording_rules

_PAUSE = re.compile(r"[，,、：:（）()—…“”\"]+")
_COMMA = re.compile(r"[，,]")
_UNIT = {
    Language.ZH: re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9.%]+"),
    Language.EN: re.compile(r"\w[\w'.%-]*"),
}
CUT = " / "
"""What stands between the parts of a sentence that is cut."""


def is_long(sentence: Sentence) -> bool:
    """Tell whether a sentence says more than one can take in at once."""
    limits = _limits(sentence)
    stretches = [_size(stretch, sentence) for stretch in _PAUSE.split(sentence.text)]
    return (
        sum(stretches) > limits.sentence
        or max(stretches) > limits.without_a_pause
        or len(_COMMA.findall(sentence.text)) > limits.commas
    )


def cut(sentence: Sentence) -> str:
    """Advise to make several sentences of it, and show where it can be cut."""
    parts: list[str] = []
    for part in _breaks(sentence.language).split(sentence.text):
        piece = part.strip(" ，,")
        joined = f"{parts[-1]}，{piece}" if parts else piece
        if parts and _size(joined, sentence) <= _limits(sentence).without_a_pause // 2:
            parts[-1] = joined
        elif piece:
            parts.append(piece)
    advice = _limits(sentence).better
    return f"{advice}\n{CUT.join(parts)}" if len(parts) > 1 else advice


def free_stretch(sentence: Sentence, taken: list[Span]) -> Span:
    """Return the longest stretch of a sentence that holds no other breach."""
    begins = [0, *(end for _, end in taken)]
    ends = [*(start for start, _ in taken), len(sentence.text)]
    return max(zip(begins, ends, strict=True), key=lambda span: span[1] - span[0])


def _size(words: str, sentence: Sentence) -> int:
    return len(_UNIT[sentence.language].findall(words))


def _limits(sentence: Sentence) -> Limits:
    return wording_rules().long[sentence.language]


@cache
def _breaks(language: Language) -> re.Pattern[str]:
    """Match where a sentence can be cut: after a comma, or before a word that goes on with it."""
    words = "|".join(map(re.escape, wording_rules().long[language].break_before))
    before = rf"(?={words})" if language is Language.ZH else rf"\s+(?=(?:{words})\b)"
    return re.compile(rf"[，,]\s*|{before}", re.IGNORECASE)
