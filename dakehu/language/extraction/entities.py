"""What a model marked in a text, as claims that yield to the rules'."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dakehu.language.extraction.clauses import Span
from dakehu.language.extraction.coded import find_codes
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.settle import Claim, Ground
from dakehu.language.extraction.told import Told
from dakehu.language.people import find_people
from dakehu.language.times import find_times

type Kind = str
"""How marked words are read: `words`, `person`, `past` or `future` (a time), or a set of codes."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Words that a model takes for a field.

    Attributes:
        field: The field's name, e.g. `purpose`.
        span: Place of the words in the text, end exclusive.
    """

    field: str
    span: Span


def read_entities[Id](
    entities: Iterable[Entity], sentence: Sentence[Id], kinds: Mapping[str, Kind]
) -> Iterator[Claim]:
    """Claim what a model marked, where its words can be read as the field's kind of value.

    Args:
        entities: What was marked.
        sentence: The text.
        kinds: How each field is read; others are passed over.
    """
    for entity in entities:
        kind = kinds.get(entity.field)
        told = _read(kind, entity.span, sentence) if kind else None
        if told:
            yield Claim(entity.field, told, Ground.MODEL)


def _read[Id](kind: Kind, span: Span, sentence: Sentence[Id]) -> Told[Any] | None:
    start, end = span
    if kind == "words":
        return sentence.words(span)
    if kind == "person":
        people = find_people(sentence.text[start:end])
        return sentence.told(people[0], span) if people else None
    if kind in ("past", "future"):
        prefer: Literal["past", "future"] = "past" if kind == "past" else "future"
        times = find_times(sentence.plain[start:end], sentence.now, prefer)
        return sentence.told(times[0], span) if times else None
    codes = find_codes(kind, sentence.text, sentence.plain, start, end)
    return codes[0] if codes else None
