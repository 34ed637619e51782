"""The whole of the demo data, in the order in which it can be written."""

from collections.abc import Iterator
from datetime import date, tzinfo

from dakehu.storage.demo import (
    banquets,
    coaching,
    companies,
    deals,
    matters,
    people,
    targets,
    tours,
    visits,
)
from dakehu.storage.demo.world import Batch, Size, World


def generate(size: Size, today: date, zone: tzinfo) -> Iterator[Batch]:
    """Give the rows of every table, parents first; the same arguments give the same rows."""
    world = World(size, today, zone)
    for area in (people, companies, visits, deals, targets, matters, tours, banquets, coaching):
        yield from area.build(world)
