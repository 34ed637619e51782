"""The check of a sentence or of a whole script."""

import re
from collections.abc import Sequence

from dakehu.coaching.wording_check.breach import Breach
from dakehu.coaching.wording_check.length import cut, free_stretch, is_long
from dakehu.coaching.wording_check.matching import Found, found_in
from dakehu.coaching.wording_check.sentences import Sentence, our_sentences
from dakehu.handbook.wording_rules import BreachKind


def check_wording(text: str) -> list[Breach]:
    """Find what breaks the wording rules (handbook §7), with what to say instead.

    Args:
        text: A sentence or a script, Chinese or English. Where its lines name speakers, only
            our side is judged.

    Returns:
        The breaches in their order; they never overlap. Empty when all is well said.
    """
    return [breach for sentence in our_sentences(text) for breach in _in(sentence)]


def _in(sentence: Sentence) -> list[Breach]:
    found = found_in(sentence)
    rewritten = rewrite(sentence, found)
    breaches = [
        Breach(one.kind, _place(sentence, *one.span), rewritten or one.rule.better) for one in found
    ]
    if is_long(sentence):
        stretch = free_stretch(sentence, [one.span for one in found])
        breaches.append(Breach(BreachKind.LONG, _place(sentence, *stretch), cut(sentence)))
    return sorted(breaches, key=lambda breach: breach.span)


def rewrite(sentence: Sentence, found: Sequence[Found]) -> str | None:
    """Put other words in the place of all that was found; None where one has none."""
    if not found or any(one.instead is None for one in found):
        return None
    words = sentence.text
    for one in reversed(found):
        start, end = one.span
        words = words[:start] + (one.instead or "") + words[end:]
    tidy = re.sub(r"\s{2,}", " ", words).strip(" ，,、")
    return tidy[:1].upper() + tidy[1:] if sentence.text[:1].isupper() else tidy


def _place(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return sentence.start + start, sentence.start + end
