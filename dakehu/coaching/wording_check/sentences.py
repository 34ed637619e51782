"""A text taken apart into the sentences that we say; a script also has the customer's."""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dakehu.codes import Language
from dakehu.handbook.wording_rules import Sort, wording_rules

ONE_FOR_ONE = str.maketrans(
    {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i).isalnum() or chr(0x21 + i) in "%'+"}
    | dict.fromkeys(map(ord, "‘’ʼ´`"), "'")
)
"""Wide letters and typographic apostrophes are read as plain ones; every place stays the same."""

_SENTENCE = re.compile(
    r"(?:[^。！？!?；;.]|\.(?=\S)|(?<=\b(?:Mr|Ms|Dr))\.|(?<=\bMrs)\.)+[。！？!?；;.]*"
)
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Sentence:
    """One sentence of ours.

    Attributes:
        text: Its words, with plain letters.
        start: Where it begins in the whole text.
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the whole text."""
        return self.start + len(self.text)

    @property
    def lowered(self) -> str:
        """Its words without capitals; every letter keeps its place."""
        return self.text.translate(_LOWER)

    @property
    def language(self) -> Language:
        """The language that it is judged in; one Chinese character makes it Chinese."""
        return Language.ZH if _CHINESE.search(self.text) else Language.EN

    @property
    def sort(self) -> Sort:
        """Whether it states, asks, or repeats what the customer said.

        A proposal that only ends in "is that all right?" states.
        """
        repeats, asks_leave = _turns_of_phrase(self.language)
        if repeats.search(self.text):
            return Sort.REPETITION
        asks = self.text.endswith(("？", "?")) and not asks_leave.search(self.text)
        return Sort.QUESTION if asks else Sort.STATEMENT


def our_sentences(text: str) -> list[Sentence]:
    """Return what we say, in order; a line without a speaker goes on with the last one."""
    plain = text.translate(ONE_FOR_ONE)
    return [
        Sentence(match.group().strip(), start + _indent(match.group()) + match.start())
        for start, words in _ours(plain)
        for match in _SENTENCE.finditer(words)
        if match.group().strip()
    ]


def _ours(text: str) -> Iterator[tuple[int, str]]:
    """Yield where our words begin, and they themselves, by line and speaker."""
    both_speak = any(_is_ours(match) for match in _label().finditer(text))
    ours = True
    for line in re.finditer(r"[^\r\n]+", text):
        begins = line.start()
        for match in _label().finditer(text, line.start(), line.end()):
            if not _speaks(match, both_speak=both_speak):
                continue
            if ours:
                yield begins, text[begins : match.start()]
            ours, begins = _is_ours(match), match.end()
        if ours:
            yield begins, text[begins : line.end()]


def _speaks(label: re.Match[str], *, both_speak: bool) -> bool:
    """Tell whether words before a colon name a speaker; any may, once one of them is us."""
    return label["known"] is not None or both_speak


def _is_ours(label: re.Match[str]) -> bool:
    return (label["known"] or "").casefold() in wording_rules().speakers.ours


@cache
def _turns_of_phrase(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    said = wording_rules().turns_of_phrase[language]
    repeats = re.compile("|".join(said.repeating), re.IGNORECASE)
    return repeats, re.compile(rf"[，, ](?:{'|'.join(said.asking_leave)})[?？]$", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    """Match a speaker before a colon: one we know anywhere between sentences, else at a line."""
    speakers = wording_rules().speakers
    known = "|".join(map(re.escape, sorted((*speakers.ours, *speakers.theirs), key=len)[::-1]))
    return re.compile(
        rf"(?:^|(?<=[\s。！？!?；;]))(?P<known>{known})\s*[:：]|^[^\S\n]*[^\W\d][^\s:：，。,]{{0,7}}[:：]",
        re.IGNORECASE | re.MULTILINE,
    )


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())
