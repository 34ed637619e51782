"""The choice of openers learns, in a made-up department whose true rates are known."""

from statistics import mean

import pytest

from bench.coaching.openers import OneOf, Ours, regrets, world
from dakehu.codes import Opener

VISITS = 2400
THIRD = VISITS // 3


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_regret_falls_and_ends_well_below_chance(seed: int) -> None:
    true = world(seed)
    ours = regrets(true, Ours(), VISITS, seed)
    chance = regrets(true, OneOf(list(Opener)), VISITS, seed)
    first, last = mean(ours[:THIRD]), mean(ours[-THIRD:])
    assert last < first * 0.8
    assert last < mean(chance[-THIRD:]) * 0.5


def test_the_same_seed_gives_the_same_run() -> None:
    true = world(5)
    assert regrets(true, Ours(), 200, 5) == regrets(true, Ours(), 200, 5)
