"""How often an index of 100,000 names finds who is meant, and how often somebody who is not."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random
from statistics import fmean, quantiles

import yaml

from bench.language.finders import Answer, Finder, ours, peers
from bench.language.naming import WAYS
from bench.language.register import Entry, parts

ROOT = Path(__file__).parents[2]
ASKED = 300
"""Sentences for each way of naming."""

ASKED_OF_PEERS, NOBODY_OF_PEERS = 5, 100
"""The peers, who take half a second for one, get so many of each way, and of the others."""

NOBODY = ("out_of_scope", "greet", "goodbye", "thank", "help", "affirm", "deny", "cancel", "undo")
"""Intents whose messages name no customer."""

Sentences = Mapping[str, list[tuple[int, str]]]
"""By way of naming: who is meant, by number in the register, and what is said."""


@dataclass(frozen=True)
class Asked:
    """What a finder answered: to sentences by way of naming, and to those that name nobody."""

    told: Mapping[str, list[tuple[int, Answer]]]
    nobody: list[Answer]
    seconds: list[float]

    def found(self, way: str, cut: float) -> tuple[float, float]:
        """Return how often who is meant comes first, and is among the candidates."""
        answers = [(meant, _cut(answer, cut)) for meant, answer in self.told[way]]
        first = fmean(answer[:1] == [meant] for meant, answer in answers)
        return first, fmean(meant in answer for meant, answer in answers)

    def found_in_all(self, cut: float) -> tuple[float, float]:
        """Return the same over all ways of naming."""
        first, among = zip(*(self.found(way, cut) for way in self.told), strict=True)
        return fmean(first), fmean(among)

    def wrong(self, cut: float) -> float:
        """Return in what share of the sentences that name nobody somebody was found."""
        return fmean(bool(_cut(answer, cut)) for answer in self.nobody)

    def many(self, cut: float) -> float:
        """Return how many candidates 95 of 100 sentences have at most."""
        answers = chain(*self.told.values())
        return quantiles((len(_cut(answer, cut)) for _, answer in answers), n=20)[-1]

    def kindest(self, cuts: Sequence[int]) -> int:
        """Return the cut at which most is found and least is wrong."""
        return max(cuts, key=lambda cut: self.found_in_all(cut)[1] - self.wrong(cut))


def table(register: Sequence[Entry]) -> str:
    """Ask ourselves and the peers, and return what each found."""
    told, nobody = sentences(register), _nobody()
    some = {way: of_way[:ASKED_OF_PEERS] for way, of_way in told.items()}
    some_nobody = nobody[:: len(nobody) // NOBODY_OF_PEERS]
    first, *others = finders = [ours(register), *peers(register)]
    asked = [_ask(first, told, nobody), *(_ask(peer, some, some_nobody) for peer in others)]
    pairs = [(a, a.kindest(finder.cuts)) for finder, a in zip(finders, asked, strict=True)]
    lines = [
        f"| named by | e.g. | {' | '.join(f'{f.name}: first | among' for f in finders)} |",
        "| --- | --- |" + " ---: | ---: |" * len(finders),
    ]
    for way, of_way in told.items():
        lines.append(_row(way, of_way[0][1], [_two(*a.found(way, cut)) for a, cut in pairs]))
    lines += [
        _row("all of these", "", [_two(*a.found_in_all(cut)) for a, cut in pairs]),
        _row("candidates, p95", "", [f"| {a.many(cut):.0f}" for a, cut in pairs]),
        _row("nobody: found in 1,000", "", [f"| {1000 * a.wrong(cut):.0f}" for a, cut in pairs]),
        _row("ms a sentence, p95", "", [f"| {_p95(a.seconds) * 1000:.1f}" for a in asked]),
    ]
    return "\n".join(lines)


def _row(name: str, example: str, cells: list[str]) -> str:
    return f"| {name} | {example} | {' | '.join(cells)} |"


def _two(first: float, among: float) -> str:
    return f"{first:.2f} | {among:.2f}"


def _p95(taken: list[float]) -> float:
    return quantiles(taken, n=20)[-1]


def sentences(register: Sequence[Entry]) -> Sentences:
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


def _ask(finder: Finder, every: Sentences, nobody: list[str]) -> Asked:
    taken: list[float] = []

    def answer(text: str) -> Answer:
        began = time.perf_counter()
        found = finder.find(text)
        taken.append(time.perf_counter() - began)
        return found

    told = {way: [(meant, answer(text)) for meant, text in some] for way, some in every.items()}
    return Asked(told, [answer(text) for text in nobody], taken)


def _cut(answer: Answer, cut: float) -> list[int]:
    return [number for number, score in answer if score >= cut]
