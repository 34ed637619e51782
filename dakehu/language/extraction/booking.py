"""What tours and banquets have in common: the coded facts, the language, the customer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from dakehu.language.extraction import party
from dakehu.language.extraction.coded import find_codes
from dakehu.language.extraction.phrases import data
from dakehu.language.extraction.sentence import Sentence, read
from dakehu.language.extraction.settle import Claim, claims
from dakehu.language.extraction.told import Lookup, Told


def read_booking[Id](text: str, now: datetime, names: Lookup[Id]) -> Sentence[Id]:
    """Take a text apart; what stands in a customer's place is looked for too."""
    sentence = read(text, now, names)
    return replace(sentence, elsewhere=party.words_in_place(sentence, data()["booked_for"]))


def coded[Id](field: str, kind: str, sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim the words of a set of codes, not those within times and names."""
    yield from claims(field, codes(kind, sentence))


def codes[Id](kind: str, sentence: Sentence[Id]) -> Iterator[Told[str]]:
    """Find the words of a set of codes, not those within times and names."""
    taken = [t.span for t in sentence.future] + [m.span for m in sentence.matches]
    for told in find_codes(kind, sentence.text, sentence.plain):
        start, end = told.span
        if not any(first <= start and end <= last for first, last in taken):
            yield told


def language[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim the language of guide or interpreter: named where somebody speaks it."""
    cue = re.compile(data()["language_cue"])
    for told in codes("tour_language", sentence):
        start, end = told.span
        around = sentence.plain[max(start - 4, 0) : start] + " " + sentence.plain[end : end + 8]
        if sentence.plain.isascii():
            around = (
                sentence.plain[max(start - 12, 0) : start] + " " + sentence.plain[end : end + 20]
            )
        if cue.search(around):
            yield Claim("language", told)
