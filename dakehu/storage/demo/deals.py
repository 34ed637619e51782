"""Deals and the payments that follow from them."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from dakehu.storage.demo.products import order
from dakehu.storage.demo.world import Batch, Company, Row, World, batches
from dakehu.storage.tables import Deal, Payment

# Parts of the price in percent, each with the days after signing when it falls due.
_TERMS = (
    ((100, 30),),
    ((30, 7), (70, 45)),
    ((30, 7), (60, 60), (10, 180)),
)
_PAID = 0.9


def build(world: World) -> Iterator[Batch]:
    """Make a deal of every visit that ended in one, and its payments."""
    rng = world.rng("deals")
    deals = [
        _deal(number, company, day, rng) for number, (company, day) in enumerate(world.deals, 1)
    ]
    yield from batches(Deal, deals)
    yield from batches(Payment, (row for deal in deals for row in _payments(deal, world, rng)))


def _deal(number: int, company: Company, signed_on: date, rng: Random) -> Row:
    bought = order(company.trade, rng)
    return {
        "id": number,
        "customer_id": company.id,
        "staff_id": company.owner.id,
        "product": bought.product,
        "quantity": bought.quantity,
        "amount": bought.quantity * bought.price,
        "signed_on": signed_on,
    }


def _payments(deal: Row, world: World, rng: Random) -> Iterator[Row]:
    """Split the price; most of what is due is paid, some days late."""
    left = deal["amount"]
    terms = rng.choice(_TERMS)
    for place, (percent, days) in enumerate(terms, 1):
        amount = left if place == len(terms) else deal["amount"] * percent // 100
        left -= amount
        due_on = deal["signed_on"] + timedelta(days=days)
        yield {
            "deal_id": deal["id"],
            "due_on": due_on,
            "amount": amount,
            "paid_on": _paid_on(due_on, world.today, rng),
        }


def _paid_on(due_on: date, today: date, rng: Random) -> date | None:
    paid_on = due_on + timedelta(days=round(rng.gauss(2, 6)))
    return paid_on if rng.random() < _PAID and paid_on < today else None
