"""Open and settled matters: needs, counter-measures, service requests, competitor notes."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from dakehu.storage.demo.content import content, weighted
from dakehu.storage.demo.products import order
from dakehu.storage.demo.world import Batch, Company, Row, World, batches
from dakehu.storage.tables import CompetitorNote, Countermeasure, Need, ServiceRequest

_NEED_STATES = weighted({"open": 45, "met": 35, "dropped": 20})
_NEEDS, _COUNTERMEASURES, _SERVICE_REQUESTS = 0.7, 0.45, 0.6
_SLOW = 0.12


def build(world: World) -> Iterator[Batch]:
    """Make the matters, each kind for some of the customers."""
    rng = world.rng("matters")
    wanting = _some(world, _NEEDS, rng)
    yield from batches(Need, (_need(company, rng) for company in wanting))
    moving = _some(world, _COUNTERMEASURES, rng)
    yield from batches(Countermeasure, (_countermeasure(company, world, rng) for company in moving))
    asking = _some(world, _SERVICE_REQUESTS, rng)
    yield from batches(ServiceRequest, (_service(company, world, rng) for company in asking))
    yield from batches(CompetitorNote, _notes(world, rng))


def _some(world: World, share: float, rng: Random) -> list[Company]:
    return [company for company in world.companies if rng.random() < share]


def _need(company: Company, rng: Random) -> Row:
    wanted = order(company.trade, rng)
    use = rng.choice(content("trades")[company.trade]["uses"])
    return {
        "customer_id": company.id,
        "product": wanted.product,
        "quantity": wanted.quantity,
        "unit": wanted.unit,
        "region": company.region,
        "price_min": wanted.cheapest,
        "price_max": wanted.price,
        "reason": rng.choice(content("results")["need_reasons"]).format(use=use),
        "state": _NEED_STATES.draw(rng),
    }


def _countermeasure(company: Company, world: World, rng: Random) -> Row:
    """Most of what was due is done; the rest is overdue."""
    words = content("results")
    direction = weighted(words["directions"]).draw(rng)
    due_on = world.today + timedelta(days=rng.randint(-150, 30))
    settled = due_on < world.today and rng.random() < 0.85
    return {
        "customer_id": company.id,
        "direction": direction,
        **rng.choice(words["countermeasures"][direction]),
        "owner_id": company.owner.id,
        "due_on": due_on,
        "state": rng.choices(("done", "dropped"), (9, 1))[0] if settled else "open",
    }


def _service(company: Company, world: World, rng: Random) -> Row:
    """Requests are solved within ten days; the latest and a few slow ones are open."""
    product = order(company.trade, rng).product
    opened_on = company.first + timedelta(days=rng.randint(0, company.days))
    solved_on = opened_on + timedelta(days=rng.randint(1, 10))
    solved = solved_on < world.today and rng.random() > _SLOW
    return {
        "customer_id": company.id,
        "description": rng.choice(content("results")["service_requests"]).format(product=product),
        "state": "solved" if solved else "open",
        "opened_at": world.at(opened_on, rng.randrange(540, 1050)),
        "solved_at": world.at(solved_on, rng.randrange(540, 1050)) if solved else None,
        "satisfaction": rng.choices((2, 3, 4, 5), (1, 3, 8, 6))[0] if solved else None,
    }


def _notes(world: World, rng: Random) -> Iterator[Row]:
    """Give about one note a specialist and month."""
    words = content("results")
    for person in world.specialists:
        for day in sorted(rng.choices(world.days, k=world.size.months)):
            facts = {
                "competitor": rng.choice(words["competitors"]),
                "region": person.region,
                "product": rng.choice(list(content("products"))),
                "percent": rng.randint(2, 6),
                "days": rng.choice((30, 45, 60, 90)),
            }
            yield {
                "region": person.region,
                "competitor": facts["competitor"],
                "content": rng.choice(words["competitor_notes"]).format(**facts),
                "staff_id": person.id,
                "created_at": world.at(day, rng.randrange(540, 1080)),
            }
