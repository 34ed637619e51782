"""What is sold: products of a trade, quantities and prices."""

from dataclasses import dataclass
from random import Random
from typing import Any

from dakehu.storage.demo.content import content


@dataclass(frozen=True, slots=True)
class Order:
    """A quantity of a product; `price` is fen a unit, `cheapest` and `dearest` its usual range."""

    product: str
    quantity: int
    unit: str
    price: int
    cheapest: int
    dearest: int


def order(trade: str, rng: Random) -> Order:
    """Return what a company of this trade might buy."""
    product = rng.choice(content("trades")[trade]["products"])
    facts: dict[str, Any] = content("products")[product]
    least, most = facts["quantity"]
    cheapest, dearest = facts["price"]
    # Small orders are commoner than large ones.
    quantity = round(least + (most - least) * rng.random() ** 3)
    return Order(
        product=product,
        quantity=max(least, quantity // facts["step"] * facts["step"]),
        unit=facts["unit"],
        price=rng.randint(cheapest, dearest) * 100,
        cheapest=cheapest * 100,
        dearest=dearest * 100,
    )
