"""What the classifier sees of a message: five views of it, each a list of features.

- `characters`: runs of one to four characters, which need no word breaks and survive a typo;
- `words`: runs of one to three words (Chinese: characters);
- `named`: the same, with a concept in the place of the words that name it, so that every
  person's name or day looks the same;
- `concepts`: the concepts alone, in runs and in pairs further apart;
- `length`: how much was said; a narrative is longer than a bare answer.
"""

import re
from itertools import chain

from bot.nlu.text import normalise, spans

READ = 400
"""Characters of a message that are read: what it wants is said early, and time stays bounded."""

_WORD = re.compile(r"[a-z0-9']+|[\u3400-\u9fff]|[^\w\s]")


def views(message: str) -> tuple[list[str], ...]:
    """Return the features of a message, a list for each view."""
    text = normalise(message[:READ])
    named = list(spans(text))
    concepts = [concept for _, _, concept in named]
    words = _with_concepts(text, named)
    return (
        _runs(f" {text} ", range(1, 5)),
        _runs(["<", *_WORD.findall(text), ">"], range(1, 4)),
        _runs(["<", *words, ">"], range(1, 4)),
        _runs(["<", *concepts, ">"], range(1, 4)) + _pairs(concepts),
        [f"words {min(len(words), 12)}", f"characters {min(len(text) // 8, 8)}"],
    )


def _with_concepts(text: str, named: list[tuple[int, int, str]]) -> list[str]:
    """Split a text into words, with a concept's name for the words that name it."""
    at = 0
    words: list[str] = []
    for start, end, concept in named:
        words += _WORD.findall(text, at, start)
        words.append(f"#{concept}")
        at = end
    return words + _WORD.findall(text, at)


def _runs(items: "str | list[str]", lengths: range) -> list[str]:
    sep = "" if isinstance(items, str) else "_"
    runs = ((items[i : i + n] for i in range(len(items) - n + 1)) for n in lengths)
    return [sep.join(run) for run in chain.from_iterable(runs)]


def _pairs(concepts: list[str]) -> list[str]:
    """Pair each concept with the five that follow it."""
    return [f"{a}>{b}" for i, a in enumerate(concepts) for b in concepts[i + 1 : i + 6]]
