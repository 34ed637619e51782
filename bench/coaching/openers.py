"""Does the choice of openers learn? A made-up department whose true rates are known.

How likely each opener is to be taken up differs by opener, by trade and by level within the trade.
Regret is what a visit lost against the opener that is truly best there.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from random import Random
from statistics import mean
from typing import Protocol

from dakehu.coaching.opener.choice import ranking
from dakehu.coaching.opener.records import Record, Tally
from dakehu.codes import CustomerLevel, Opener

TRADES = 8
SPREADS = (0.6, 0.5, 0.4)
"""How far rates differ, in logits: by opener, by trade, by level within the trade."""

STAGES = (0, 100, 500, 2_000, 5_000, 20_000)
SEEDS = range(10)

type Kind = tuple[int, CustomerLevel]
"""A trade and a level: customers whose openers truly work alike."""

type World = Mapping[Kind, Mapping[Opener, float]]


class Chooser(Protocol):
    """Who chooses an opener for a kind of customer, and is told how it went."""

    def choose(self, kind: Kind, draw: Random) -> Opener:
        """Choose an opener."""
        ...

    def learn(self, kind: Kind, opener: Opener, *, engaged: bool) -> None:
        """Take note of how it went."""
        ...


@dataclass
class Ours:
    """The coach's choice, with the tallies that the database would give it."""

    tallies: dict[tuple[object, Opener], Tally] = field(default_factory=lambda: defaultdict(Tally))

    def choose(self, kind: Kind, draw: Random) -> Opener:
        """Choose as the coach does."""
        records = {
            opener: Record(*(self.tallies[group, opener] for group in _groups(kind)))
            for opener in Opener
        }
        return ranking(records, draw)[0]

    def learn(self, kind: Kind, opener: Opener, *, engaged: bool) -> None:
        """Count the case."""
        for group in _groups(kind):
            known = self.tallies[group, opener]
            self.tallies[group, opener] = Tally(known.used + 1, known.engaged + engaged)


@dataclass(frozen=True)
class OneOf:
    """Any of some openers, whatever happens: all of them, or the one that is best on the whole."""

    openers: Sequence[Opener]

    def choose(self, kind: Kind, draw: Random) -> Opener:
        """Choose by chance."""
        return draw.choice(self.openers)

    def learn(self, kind: Kind, opener: Opener, *, engaged: bool) -> None:
        """Learn nothing."""


def world(seed: int) -> World:
    """Draw the true rates."""
    draw = Random(seed)  # noqa: S311 - no secret
    by_opener, by_trade, by_level = SPREADS
    common = {opener: draw.gauss(0, by_opener) for opener in Opener}
    rates: dict[Kind, dict[Opener, float]] = {}
    for trade in range(TRADES):
        here = {opener: common[opener] + draw.gauss(0, by_trade) for opener in Opener}
        for level in CustomerLevel:
            logits = {opener: here[opener] + draw.gauss(0, by_level) for opener in Opener}
            rates[trade, level] = {o: 1 / (1 + math.exp(-logit)) for o, logit in logits.items()}
    return rates


def best_fixed(true: World) -> OneOf:
    """Return the single opener that is best in hindsight."""
    total = {opener: sum(rates[opener] for rates in true.values()) for opener in Opener}
    return OneOf([max(Opener, key=lambda opener: total[opener])])


def regrets(true: World, chooser: Chooser, visits: int, seed: int) -> list[float]:
    """Let a chooser go through visits; return what each lost against the best choice."""
    draw = Random(seed)  # noqa: S311 - no secret
    kinds = list(product(range(TRADES), CustomerLevel))
    lost = []
    for _ in range(visits):
        kind = draw.choice(kinds)
        opener = chooser.choose(kind, draw)
        rate = true[kind][opener]
        chooser.learn(kind, opener, engaged=draw.random() < rate)
        lost.append(max(true[kind].values()) - rate)
    return lost


def table() -> str:
    """Simulate, and return the table."""
    runs = [_run(seed) for seed in SEEDS]
    measures = ("best opener chosen", "regret a visit", "regret in all")
    heads = [f"{what}: Thompson | random | best fixed" for what in measures]
    head = f"| visits | {' | '.join(heads)} |"
    rows = [_row(runs, start, end) for start, end in pairwise(STAGES)]
    return "\n".join([ABOUT, head, f"| --- |{' ---: |' * 9}", *rows])


def _run(seed: int) -> list[list[float]]:
    true = world(seed)
    choosers = (Ours(), OneOf(list(Opener)), best_fixed(true))
    return [regrets(true, chooser, STAGES[-1], seed) for chooser in choosers]


def _row(runs: list[list[list[float]]], start: int, end: int) -> str:
    stretches = [[run[who][start:end] for run in runs] for who in range(3)]
    best = [mean(lost == 0 for one in those for lost in one) for those in stretches]
    each = [mean(lost for one in those for lost in one) for those in stretches]
    total = [mean(sum(run[who][:end]) for run in runs) for who in range(3)]
    cells = [f"{share:.2f}" for share in best] + [f"{lost:.3f}" for lost in each]
    cells += [f"{lost:,.0f}" for lost in total]
    return f"| {start + 1:,} to {end:,} | {' | '.join(cells)} |"


def _groups(kind: Kind) -> tuple[object, object, object]:
    return None, kind[0], kind


ABOUT = f"""A made-up department: {TRADES} trades of three levels, visited alike; how likely each of
the six openers is to be taken up differs by opener, trade and level (logits, standard deviations
{", ".join(map(str, SPREADS))}). Regret is what a visit lost against the opener that is truly best
at that kind of customer. *Best fixed* knows in hindsight which single opener is best on the whole.
Means of {len(SEEDS)} departments.
"""
