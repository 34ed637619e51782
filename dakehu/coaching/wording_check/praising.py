"""What is good about what is said."""

from functools import cache
from re import Pattern

from dakehu.coaching.wording_check.breach import overlap
from dakehu.coaching.wording_check.matching import compiled, found_in
from dakehu.coaching.wording_check.sentences import Sentence, our_sentences
from dakehu.codes import Language
from dakehu.handbook.wording_rules import Praise, wording_rules


def praise(text: str) -> list[Praise]:
    """Find what is well said, each thing once; words that break a rule earn nothing."""
    sentences = our_sentences(text)
    return [one for one in wording_rules().praise if any(_earned(one, s) for s in sentences)]


def _earned(one: Praise, sentence: Sentence) -> bool:
    spoilt = [found.span for found in found_in(sentence)]
    return any(
        not any(overlap(match.span(), span) for span in spoilt)
        for pattern in _patterns(one.id, sentence.language)
        for match in pattern.finditer(sentence.text)
    )


@cache
def _patterns(id_: str, language: Language) -> tuple[Pattern[str], ...]:
    one = next(one for one in wording_rules().praise if one.id == id_)
    return tuple(compiled(e, language) for e in (one.zh if language is Language.ZH else one.en))
