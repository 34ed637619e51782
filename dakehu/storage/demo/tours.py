"""Tours through the works: routes, applications, visitors (handbook §3)."""

from collections.abc import Iterator
from random import Random

from dakehu.storage.demo.bookings import Application, Bookings, Slot
from dakehu.storage.demo.content import content
from dakehu.storage.demo.people import Names
from dakehu.storage.demo.world import Batch, Row, World, batches
from dakehu.storage.tables import Approval, Tour, TourRoute, TourVisitor

_MORNING, _AFTERNOON = 570, 840
_CUSTOMERS_EACH = 4


def build(world: World) -> Iterator[Batch]:
    """Make the routes, and a tour for some of the customers, never two on a route at once."""
    rng = world.rng("tours")
    routes = [{"id": number, **row} for number, row in enumerate(content("bookings")["routes"], 1)]
    yield TourRoute, routes
    bookings = Bookings(world, "T", rng)
    tours: list[Row] = []
    approvals: list[Row] = []
    visitors: list[Row] = []
    names = Names(rng)
    for number, (slot, application) in enumerate(_applications(bookings, routes, world), 1):
        tours.append(_tour(number, slot, application, world, rng))
        approvals.append(bookings.approval("tour", number, application, world.office))
        visitors += _visitors(tours[-1], application, names)
    yield from batches(Tour, tours)
    yield from batches(TourVisitor, visitors)
    yield from batches(Approval, approvals)


def _applications(
    bookings: Bookings, routes: list[Row], world: World
) -> Iterator[tuple[Slot, Application]]:
    slots = [
        Slot(day, minute, route)
        for day in bookings.days()
        for minute in (_MORNING, _AFTERNOON)
        for route in routes
    ]
    count = world.size.customers // _CUSTOMERS_EACH
    for slot in bookings.pick(slots, count, ahead=4 + count // 10):
        yield slot, bookings.apply(slot, earliest=15, latest=4)


def _tour(number: int, slot: Slot, application: Application, world: World, rng: Random) -> Row:
    words, company = content("bookings"), application.company
    settled = application.state in ("approved", "done")
    return {
        "id": number,
        "number": application.number,
        "customer_id": company.id,
        "applicant_id": company.owner.id,
        "purpose": rng.choice(words["tour_purposes"]),
        "starts_at": world.at(slot.day, slot.minute),
        "ends_at": world.at(slot.day, slot.minute + slot.place["minutes"]),
        "route_id": slot.place["id"],
        "visitor_count": rng.randint(2, min(10, slot.place["capacity"])),
        "lead_visitor": company.speakers[0].name,
        "escort_id": company.owner.id,
        "guide_id": world.office.id if settled else None,
        "vehicle": rng.choice(words["vehicles"]) if settled else None,
        "media": rng.choices(words["media"], (6, 3, 1))[0],
        "state": application.state,
        "reason": application.reason,
    }


def _visitors(tour: Row, application: Application, names: Names) -> Iterator[Row]:
    """Name the contacts and their colleagues, as many as come."""
    known = application.company.speakers[: tour["visitor_count"]]
    for person in known:
        yield {"tour_id": tour["id"], "name": person.name, "title": person.title}
    for _ in range(tour["visitor_count"] - len(known)):
        yield {"tour_id": tour["id"], "name": names.draw(), "title": "随行人员"}
