"""Banquets: venues, bookings, guests of both sides (handbook §4)."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from dakehu.storage.demo.bookings import Application, Bookings, Slot
from dakehu.storage.demo.content import content, weighted_names
from dakehu.storage.demo.guests import guests
from dakehu.storage.demo.people import Names
from dakehu.storage.demo.world import Batch, Row, World, batches
from dakehu.storage.tables import Approval, Banquet, BanquetGuest, Venue

_MEALS = {"lunch": 720, "dinner": 1_110}
_CUSTOMERS_EACH = 6
_INVITED_BEFORE = timedelta(days=14)


def build(world: World) -> Iterator[Batch]:
    """Make the venues, and a banquet for some of the customers, never two in a place at once."""
    rng = world.rng("banquets")
    venues = [{"id": number, **row} for number, row in enumerate(content("bookings")["venues"], 1)]
    yield Venue, venues
    bookings = Bookings(world, "B", rng)
    banquets: list[Row] = []
    approvals: list[Row] = []
    invited: list[Row] = []
    names = Names(rng)
    for number, (slot, application) in enumerate(_applications(bookings, venues, world), 1):
        manager = world.leaders[application.company.owner.team]
        present = list(guests(number, application, manager, names, rng))
        banquet = _banquet(slot, application, world, rng)
        budget = banquet["budget"] * len(present)
        banquets.append(banquet | {"id": number, "guest_count": len(present), "budget": budget})
        approvals.append(bookings.approval("banquet", number, application, manager))
        invited += present
    yield from batches(Banquet, banquets)
    yield from batches(BanquetGuest, invited)
    yield from batches(Approval, approvals)


def _applications(
    bookings: Bookings, venues: list[Row], world: World
) -> Iterator[tuple[Slot, Application]]:
    """State banquets are rare: their venue is free on Thursdays only."""
    slots = [
        Slot(day, minute, venue)
        for day in bookings.days()
        for minute in _MEALS.values()
        for venue in venues
        if venue["formality"] != "state" or day.weekday() == 3
    ]
    count = world.size.customers // _CUSTOMERS_EACH
    for slot in bookings.pick(slots, count, ahead=3 + count // 10):
        yield slot, bookings.apply(slot, earliest=30, latest=16)


def _banquet(slot: Slot, application: Application, world: World, rng: Random) -> Row:
    purposes = content("bookings")["banquets"]
    purpose = weighted_names(purposes).draw(rng)
    least, most = purposes[purpose]["head"]
    due_on = slot.day - _INVITED_BEFORE
    sent = application.state in ("approved", "done") and due_on < world.today
    return {
        "number": application.number,
        "customer_id": application.company.id,
        "host_id": application.company.owner.id,
        "purpose": purpose,
        "formality": slot.place["formality"],
        "form": purposes[purpose]["form"],
        "meal": next(meal for meal, minute in _MEALS.items() if minute == slot.minute),
        "starts_at": world.at(slot.day, slot.minute),
        "venue_id": slot.place["id"],
        "budget": rng.randrange(least, most, 10) * 100,
        "state": application.state,
        "invitations_due_on": due_on,
        "invitations_sent_at": world.at(due_on, rng.randrange(560, 700)) if sent else None,
        "reason": application.reason,
    }
