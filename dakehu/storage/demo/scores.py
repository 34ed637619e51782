"""The scorecards of months that are over (handbook §2)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from random import Random

from dakehu.storage.demo.content import content
from dakehu.storage.demo.world import Person, Row, World

Counts = Counter[tuple[int, str]]
Targets = Mapping[tuple[int, str, str], int]
_REMARKED = 0.3


def scores(
    world: World, counts: Mapping[str, Counts], plans: Iterable[Row], rng: Random
) -> Iterator[Row]:
    """Give the rows of `score`: sheets A and B of every specialist and month that is over."""
    targets = {(row["staff_id"], row["month"], row["indicator"]): row["target"] for row in plans}
    for person in world.specialists:
        for month in world.months[:-1]:
            for sheet, indicators in content("results")["scorecards"].items():
                for indicator, weight in indicators.items():
                    common = {"staff_id": person.id, "month": month, "sheet": sheet}
                    common |= {"indicator": indicator, "weight": weight}
                    if indicator in counts:
                        planned = targets.get((person.id, month, indicator))
                        yield common | _measured(
                            planned, counts[indicator][person.id, month], weight
                        )
                    else:
                        yield common | _given(world.leaders[person.team], weight, rng)


def _measured(planned: int | None, actual: int, weight: int) -> Row:
    """Points grow with the rate of completion, up to the weight; without a plan there are none."""
    rate = min(actual / planned, 1.0) if planned else 0.0
    points = round(weight * rate, 1)
    return {"planned": planned, "actual": actual, "points": points, "given_by": None, "note": None}


def _given(manager: Person, weight: int, rng: Random) -> Row:
    """Points that a manager gives by judgement."""
    points = round(weight * rng.uniform(0.78, 1.0), 1)
    note = rng.choice(content("results")["remarks"]) if rng.random() < _REMARKED else None
    judged = {"planned": None, "actual": None, "points": points}
    return judged | {"given_by": manager.id, "note": note}
