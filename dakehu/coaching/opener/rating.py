"""Whether an opener worked: what to ask after a visit, and noting the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from dakehu import access
from dakehu.access import Denied, Reason, Task
from dakehu.codes import Opener, VisitMethod
from dakehu.desk import Desk
from dakehu.problems import Missing
from dakehu.visit.records import Visit


@dataclass(frozen=True)
class Unrated:
    """A visit that an opener may have been used at, and nobody said how it went.

    Attributes:
        openers: Those that were used; empty where that is not known.
        likely: Where it is not known, those that were prepared for the visit.
    """

    visit_id: int
    openers: tuple[Opener, ...] = ()
    likely: tuple[Opener, ...] = ()


def unrated(desk: Desk, visit: Visit) -> Unrated | None:
    """Return what to ask about a visit's opener; None where it was told, or they came to us."""
    used = desk.openers.used(visit.id)
    if visit.method is VisitMethod.INCOMING or any(one.engaged is not None for one in used):
        return None
    if used:
        return Unrated(visit.id, tuple(one.opener for one in used))
    prepared = tuple(desk.openers.prepared(visit.plan_id)) if visit.plan_id else ()
    if len(prepared) == 1:
        return Unrated(visit.id, prepared)
    return Unrated(visit.id, likely=prepared)


def rate(desk: Desk, visit_id: int, openers: Sequence[Opener], *, engaged: bool) -> None:
    """Note whether openers that one used at a visit were taken up; the last word counts.

    Raises:
        Denied: The role may not, or the visit is somebody else's.
        Missing: No such visit, or no longer.
    """
    access.require(desk, Task.BE_COACHED)
    visit = desk.visits.get(visit_id)
    if visit is None:
        raise Missing("visit", visit_id)
    if visit.staff_id != desk.person.id:
        raise Denied(Reason.NOT_YOURS, "visit", visit_id)
    for opener in openers:
        desk.openers.rate(visit_id, opener, engaged)
