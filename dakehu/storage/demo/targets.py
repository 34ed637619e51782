"""Monthly plans of visits, new customers and deals (handbook §2)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from dakehu.storage.demo import seasonality
from dakehu.storage.demo.scores import Counts, scores
from dakehu.storage.demo.world import Batch, Person, Row, World, batches
from dakehu.storage.tables import MonthlyPlan, Score

_UNPLANNED = 0.04
_LATE = 0.06


def build(world: World) -> Iterator[Batch]:
    """Make the plans of all months, and the scores of those that are over."""
    rng = world.rng("targets")
    counts = _counts(world)
    plans = list(_plans(world, counts, rng))
    yield from batches(MonthlyPlan, plans)
    yield from batches(Score, scores(world, counts, plans, rng))


def _counts(world: World) -> dict[str, Counts]:
    """Count what each person reached in each month, by indicator."""
    return {
        "visit": world.visit_counts,
        "expansion": Counter(
            (company.owner.id, f"{company.created:%Y-%m}") for company in world.companies
        ),
        "deal": Counter((company.owner.id, f"{day:%Y-%m}") for company, day in world.deals),
    }


def _plans(world: World, counts: dict[str, Counts], rng: Random) -> Iterator[Row]:
    """Plan what a person usually reaches, more where they are less diligent."""
    seasons = _seasons(world)
    for person in world.specialists:
        usual = {name: _usual(world, person, count) for name, count in counts.items()}
        for month in world.months:
            if rng.random() < _UNPLANNED:
                continue
            submitted_at = _submitted(world, month, rng)
            for indicator, amount in usual.items():
                wanted = amount * seasons[month] / person.diligence * rng.uniform(0.92, 1.08)
                yield {
                    "staff_id": person.id,
                    "month": month,
                    "indicator": indicator,
                    "target": max(1, round(wanted)),
                    "submitted_at": submitted_at,
                }


def _usual(world: World, person: Person, counts: Counts) -> float:
    """Return what a person reaches on a day of ordinary busyness."""
    reached = sum(counts[person.id, month] for month in world.months)
    return reached / max(sum(map(seasonality.busyness, world.days)), 1.0)


def _seasons(world: World) -> dict[str, float]:
    """Return how many ordinary days each whole month is worth."""
    seasons = {}
    for month in world.months:
        start = date.fromisoformat(f"{month}-01")
        days = seasonality.days_between(start, seasonality.month_start(start, 1))
        seasons[month] = sum(map(seasonality.busyness, days))
    return seasons


def _submitted(world: World, month: str, rng: Random) -> datetime:
    """Plans are due on the last working day before; a few came days late."""
    start = date.fromisoformat(f"{month}-01")
    due = seasonality.workdays(start - timedelta(days=14), start)[-1]
    late = month != world.months[-1] and rng.random() < _LATE
    day = due + timedelta(days=rng.randint(1, 4) if late else 0)
    return world.at(day, rng.randrange(900, 1080))
