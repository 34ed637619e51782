"""Adding customers, changing their facts, and handing them over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dakehu import access
from dakehu.access import Task
from dakehu.codes import CustomerLevel, CustomerStatus, Role
from dakehu.customer.naming import Alike, alike
from dakehu.customer.records import Customer, NewCustomer
from dakehu.desk import Desk
from dakehu.problems import Missing, Problem, name_problems, refuse, text_problems

NAME_LIMIT = 100
_LIMITS = {"short_name": 40, "industry": 40, "region": 40, "acquired_via": 200}
_CODES = {"level": CustomerLevel, "status": CustomerStatus}
EDITABLE = frozenset({"name", *_LIMITS, *_CODES})


@dataclass(frozen=True)
class Change:
    """What an update changed: only the facts that differ, before and after."""

    before: dict[str, object]
    after: dict[str, object]


class Taken(Exception):
    """There is a customer of that name already."""

    def __init__(self, alike: Alike) -> None:
        super().__init__(alike.name)
        self.alike = alike


def check(new: NewCustomer) -> list[Problem]:
    """List what keeps a customer from being added: a name too long, none, not readable."""
    aliases = [p for alias in new.aliases for p in name_problems("aliases", alias, NAME_LIMIT)]
    return [*_fact_problems({"name": new.name, **_texts(new)}), *aliases]


def add(desk: Desk, new: NewCustomer) -> Customer:
    """Add a customer, owned by the person; the same message gives the first one again.

    Raises:
        Denied: The role may not add customers.
        Invalid: `check` finds a problem.
        Taken: There is a customer of that name, perhaps somebody else's.
    """
    access.require(desk, Task.ADD_CUSTOMER)
    refuse(check(new))
    new = replace(new, name=_trimmed(new.name), short_name=_trimmed(new.short_name) or None)
    # The name first: who sees what the same message, delivered twice, wrote just now, then sees
    # by the message that it did.
    same = _same_name(desk, new.name)
    if desk.message_id and (first := desk.customers.by_message(desk.message_id)):
        return first
    if same:
        raise Taken(same)
    added = desk.customers.add(new, desk.person.id, desk.message_id, desk.now)
    return added or _lost_the_race(desk, new.name)


def update(
    desk: Desk, customer_id: int, changes: Mapping[str, str | None], alias: str | None = None
) -> Change:
    """Change facts of a customer, and perhaps give it one more name.

    Raises:
        Denied: The customer is not within reach.
        Missing: No such customer.
        Invalid: A fact that is not `EDITABLE`, an unknown code, too long, or an empty name.
        Taken: The new name is another customer's.
    """
    customer = access.require_customer(desk, Task.EDIT_CUSTOMER, customer_id)
    problems = _fact_problems(changes)
    if alias is not None:
        problems += name_problems("alias", alias, NAME_LIMIT)
    refuse(problems)
    change = _change(customer, {key: _fact(key, value) for key, value in changes.items()})
    if "name" in change.after and (same := _same_name(desk, str(change.after["name"]))):
        raise Taken(same)
    if change.after and not desk.customers.update(customer_id, change.after):
        _lost_the_race(desk, str(change.after["name"]))
    if alias is not None:
        desk.customers.add_alias(customer_id, _trimmed(alias))
    return change


def reassign(desk: Desk, customer_id: int, owner_id: int) -> Customer:
    """Hand a customer over to another person; both must be within the manager's team.

    Raises:
        Denied: The role may not, or customer or new owner are not of the person's team.
        Missing: No such customer, or the new owner has left or does no field work.
    """
    customer = access.require_customer(desk, Task.REASSIGN, customer_id)
    owner = access.require_colleague(desk, owner_id)
    if not owner.active or owner.role not in (Role.SPECIALIST, Role.MANAGER):
        raise Missing("staff", owner_id)
    if customer.owner_id != owner_id:
        desk.customers.update(customer_id, {"owner_id": owner_id})
    return replace(customer, owner_id=owner_id, owner_name=owner.name)


def _texts(new: NewCustomer) -> dict[str, str | None]:
    return {field: getattr(new, field) for field in _LIMITS}


def _fact_problems(facts: Mapping[str, str | None]) -> list[Problem]:
    return [problem for field, value in facts.items() for problem in _field_problems(field, value)]


def _field_problems(field: str, value: str | None) -> list[Problem]:
    if field == "name":
        return name_problems(field, value, NAME_LIMIT)
    if field in _LIMITS:
        return text_problems(field, value, _LIMITS[field])
    known = field in _CODES and value in list(_CODES[field])
    return [] if known else [Problem("not_allowed", field)]


def _trimmed(value: str | None) -> str:
    """Return a name with the space around it gone, and runs of it inside made one."""
    return " ".join((value or "").split())


def _fact(field: str, value: str | None) -> object:
    if field in _CODES:
        return _CODES[field](value or "")
    return _trimmed(value) or None


def _change(before: object, facts: Mapping[str, object]) -> Change:
    after = {key: value for key, value in facts.items() if getattr(before, key) != value}
    return Change({key: getattr(before, key) for key in after}, after)


def _same_name(desk: Desk, name: str) -> Alike | None:
    return next((one for one in alike(desk, name) if one.exact), None)


def _lost_the_race(desk: Desk, name: str) -> Customer:
    """Say what happened when the database refused a name or message that was free before."""
    if desk.message_id and (first := desk.customers.by_message(desk.message_id)):
        return first
    raise Taken(_same_name(desk, name) or Alike(None, name, None, exact=True, yours=False))
