"""The choice among openers: what works is said more often, what is new gets its chance."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from dakehu.coaching.opener.choice import ranking
from dakehu.coaching.opener.records import Record, Tally
from dakehu.codes import Opener

GOOD, BAD, NEW = Opener.RESONANCE, Opener.DISTINCTION, Opener.PEER_REFERENCE


def first_of(records: Mapping[Opener, Record], draws: int = 500) -> Counter[Opener]:
    return Counter(ranking(records, Random(n))[0] for n in range(draws))


def alike(used: int, engaged: int) -> Record:
    tally = Tally(used, engaged)
    return Record(tally, tally, tally)


def test_the_same_generator_draws_the_same() -> None:
    assert ranking({}, Random("m1")) == ranking({}, Random("m1"))


def test_every_opener_is_ranked() -> None:
    assert set(ranking({}, Random(0))) == set(Opener)


def test_what_works_comes_first_most_of_the_time() -> None:
    records = {o: alike(100, 20) for o in Opener} | {GOOD: alike(100, 80)}
    assert first_of(records)[GOOD] > 490


def test_what_was_hardly_tried_gets_its_chance() -> None:
    records = {o: alike(200, 100) for o in Opener} | {NEW: alike(2, 1)}
    assert first_of(records)[NEW] > 100


def test_few_cases_lean_on_the_wider_experience() -> None:
    flat = Tally(200, 20)
    records = {o: Record(flat, flat, Tally()) for o in Opener}
    records[GOOD] = Record(Tally(200, 180), Tally(40, 36), Tally(1, 0))
    assert first_of(records)[GOOD] > 400


def test_many_cases_outweigh_the_wider_experience() -> None:
    good = Tally(500, 450)
    records = {o: Record(good, good, Tally(60, 30)) for o in Opener}
    records[BAD] = Record(Tally(500, 50), Tally(100, 10), Tally(60, 54))
    assert first_of(records)[BAD] > 450
