"""The wording rules (handbook §7) as data: what is not said, what to say instead, what is good."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from dakehu.codes import Language
from dakehu.handbook.data import read
from dakehu.handbook.texts import Both, Record

_HERE = files("dakehu.handbook")


class BreachKind(StrEnum):
    """How words can break the rules (contract §7)."""

    VAGUE = "vague"
    BLAMING = "blaming"
    NEGATIVE = "negative"
    JARGON = "jargon"
    LONG = "long"
    PROMISE = "promise"


class Sort(StrEnum):
    """What a sentence does."""

    STATEMENT = "statement"
    QUESTION = "question"
    REPETITION = "repetition"


class Rule(Record):
    """Words not to be used.

    Attributes:
        match: Regular expressions, most of them plain words.
        better: A sentence to say instead; what its … stands for is the salesperson's to fill in.
        rewrite: What may simply stand in the words' place; empty leaves them out.
    """

    match: tuple[str, ...]
    better: str
    rewrite: str | None = None


class KindOfBreach(Record):
    """What a kind of breach is called, and the rule that it breaks.

    Attributes:
        judged_in: The sorts of sentences in which it can be one.
    """

    name: Both
    rule: Both
    judged_in: frozenset[Sort]


class Limits(Record):
    """How long a sentence may be, in characters of Chinese or in words of English."""

    sentence: int
    without_a_pause: int
    commas: int
    break_before: tuple[str, ...]
    better: str


class Praise(Record):
    """Something that is well said, and the expressions by which it is known."""

    id: str
    good: Both
    zh: tuple[str, ...]
    en: tuple[str, ...]


class Speakers(Record):
    """What stands before our words, and before the customer's, in a script."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


class TurnsOfPhrase(Record):
    """Expressions of a sentence that repeats what the customer said, and of asking leave."""

    repeating: tuple[str, ...]
    asking_leave: tuple[str, ...]


class WordingRules(Record):
    """All that `wording_rules.yml` holds."""

    kinds: Mapping[BreachKind, KindOfBreach]
    long: Mapping[Language, Limits]
    praise: tuple[Praise, ...]
    speakers: Speakers
    turns_of_phrase: Mapping[Language, TurnsOfPhrase]


@cache
def wording_rules() -> WordingRules:
    """Read the kinds, the limits, what is good and who speaks, once a process.

    Raises:
        pydantic.ValidationError: The file is not as its first lines say.
    """
    return read(_HERE / "wording_rules.yml", TypeAdapter(WordingRules))


@cache
def rules(kind: BreachKind) -> Mapping[Language, tuple[Rule, ...]]:
    """Read the words that break the rules in one way; `long` has none, it has limits."""
    table = TypeAdapter(dict[Language, tuple[Rule, ...]])
    return read(_HERE / "wording_rules" / f"{kind}.yml", table)
