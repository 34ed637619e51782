"""How often an index of 100,000 names finds who is meant, and how often somebody who is not."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random
from statistics import median

import yaml
from rapidfuzz import fuzz, process, utils

from bench.language.naming import WAYS
from bench.language.register import Entry, parts
from dakehu.language.names import NameIndex

ROOT = Path(__file__).parents[2]
ASKED = 300
"""Sentences for each way of naming."""

OF_PEERS = 10
"""The peers, who take half a second for one, get the first so many of each."""

OFFERED = 10
"""The best of a peer's that count as its candidates."""

NOBODY = ("out_of_scope", "greet", "goodbye", "thank", "help", "affirm", "deny", "cancel", "undo")
"""Intents whose messages name no customer."""

Answer = list[tuple[int, float]]
"""Who was found, by number in the register, with a score of 0 to 100; best first."""


@dataclass(frozen=True)
class Finder:
    """Somebody who finds names in a text, with the steps at which their scores may be cut."""

    name: str
    find: Callable[[str], Answer]
    share: int
    cuts: Sequence[int]


@dataclass
class Asked:
    """What a finder answered: to sentences by way of naming, and to those that name nobody."""

    told: Mapping[str, list[tuple[int, Answer]]]
    nobody: list[Answer]
    seconds: float

    def found(self, way: str, cut: float) -> tuple[float, float]:
        """Return how often who is meant comes first, and is among the candidates."""
        answers = [(meant, _cut(answer, cut)) for meant, answer in self.told[way]]
        first = sum(answer[:1] == [meant] for meant, answer in answers)
        among = sum(meant in answer for meant, answer in answers)
        return first / len(answers), among / len(answers)

    def wrong(self, cut: float) -> float:
        """Return in how many of 1,000 sentences that name nobody somebody was found."""
        return 1000 * sum(bool(_cut(answer, cut)) for answer in self.nobody) / len(self.nobody)

    def kindest(self, cuts: Sequence[int]) -> int:
        """Return the cut at which most is found and least is wrong."""
        return max(
            cuts,
            key=lambda cut: (
                sum(self.found(way, cut)[1] for way in self.told) / len(self.told)
                - self.wrong(cut) / 1000
            ),
        )


def table(register: Sequence[Entry]) -> str:
    """Ask ourselves and the peers, and return what each found."""
    index = NameIndex((number, entry.forms) for number, entry in enumerate(register))
    told, nobody = sentences(register), _nobody()
    finders = [Finder("Dakehu", lambda text: _ours(index, text), 1, [60]), *_peers(register)]
    asked = [_ask(finder, told, nobody) for finder in finders]
    cuts = [a.kindest(finder.cuts) for finder, a in zip(finders, asked, strict=True)]
    pairs = list(zip(asked, cuts, strict=True))
    lines = [
        f"| named by | e.g. | {' | '.join(f'{f.name}: first | among' for f in finders)} |",
        "| --- | --- |" + " ---: | ---: |" * len(finders),
    ]
    for way, some in told.items():
        shares = (f"{share:.2f}" for a, cut in pairs for share in a.found(way, cut))
        lines.append(f"| {way} | {some[0][1]} | {' | '.join(shares)} |")
    wrong = (f"{a.wrong(cut):.0f} | " for a, cut in pairs)
    lines.append(f"| nobody: somebody found in 1,000 | | {' | '.join(wrong)} |")
    taken = (f"{a.seconds * 1000:.1f} | " for a in asked)
    lines.append(f"| time of a sentence, p50 (ms) | | {' | '.join(taken)} |")
    return "\n".join(lines)


def sentences(register: Sequence[Entry]) -> dict[str, list[tuple[int, str]]]:
    """Return, for each way of naming, sentences with the number of who is meant."""
    draw = Random(1)  # noqa: S311 - no secret
    every: dict[str, list[tuple[int, str]]] = {}
    for name, way in WAYS.items():
        told: list[tuple[int, str]] = []
        while len(told) < ASKED:
            meant = draw.randrange(len(register))
            if said := way(register[meant], draw):
                language = "english" if said.isascii() and draw.random() < 0.5 else "chinese"
                told.append((meant, draw.choice(parts()[f"{language}_sentences"]).format(said)))
        every[name] = told
    return every


def _nobody() -> list[str]:
    """Return sentences that name nobody: our own, and the training messages of some intents."""
    texts: list[str] = []
    for file in ("out_of_scope", "session"):
        read = yaml.safe_load((ROOT / f"data/nlu/{file}.yml").read_text(encoding="utf-8"))
        for block in read["nlu"]:
            if block["intent"] in NOBODY:
                texts += [line.removeprefix("- ") for line in block["examples"].splitlines()]
    named = [name.casefold() for name in parts()["named"]]
    unnamed = [text for text in texts if not any(name in text.casefold() for name in named)]
    return [*parts()["ordinary_sentences"], *unnamed]


def _ask(finder: Finder, every: Mapping[str, list[tuple[int, str]]], nobody: list[str]) -> Asked:
    taken: list[float] = []

    def answer(text: str) -> Answer:
        began = time.perf_counter()
        found = finder.find(text)
        taken.append(time.perf_counter() - began)
        return found

    told = {
        way: [(meant, answer(text)) for meant, text in some[:: finder.share]]
        for way, some in every.items()
    }
    answers = [answer(text) for text in nobody[:: finder.share]]
    return Asked(told, answers, median(taken))


def _ours(index: "NameIndex[int]", text: str) -> Answer:
    return [(match.id, 100 * match.score) for match in index.find(text)]


def _peers(register: Sequence[Entry]) -> Iterator[Finder]:
    """Yield rapidfuzz's two scorers for a short text in a long one, over all that is registered."""
    owners = [number for number, entry in enumerate(register) for _ in entry.forms]
    forms = [utils.default_process(form) for form in chain(*(e.forms for e in register))]

    def finder(scorer: Callable[..., float]) -> Callable[[str], Answer]:
        def find(text: str) -> Answer:
            said = utils.default_process(text)
            best = process.extract(said, forms, scorer=scorer, limit=OFFERED, score_cutoff=60)
            return [(owners[number], score) for _, score, number in best]

        return find

    cuts = range(60, 101, 5)
    yield Finder("rapidfuzz WRatio", finder(fuzz.WRatio), ASKED // OF_PEERS, cuts)
    yield Finder("partial_ratio", finder(fuzz.partial_ratio), ASKED // OF_PEERS, cuts)


def _cut(answer: Answer, cut: float) -> list[int]:
    return [number for number, score in answer if score >= cut]
