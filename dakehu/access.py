"""Who may do what, decided anew on every call from what the database says of a person."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from dakehu.codes import Role
from dakehu.desk import Desk
from dakehu.people import Person, Reach, colleagues
from dakehu.problems import Missing

# The customer's rules ask here what is allowed, so only the type checker looks back at them.
if TYPE_CHECKING:
    from dakehu.customer.records import Contact, Customer


class Task(StrEnum):
    """Something that a role may or may not do."""

    SEE_CUSTOMER = "see_customer"
    ADD_CUSTOMER = "add_customer"
    EDIT_CUSTOMER = "edit_customer"
    REASSIGN = "reassign"
    LOG_VISIT = "log_visit"
    PLAN_VISIT = "plan_visit"
    SEE_AGENDA = "see_agenda"
    SEE_BOOKINGS = "see_bookings"
    ASK_HANDBOOK = "ask_handbook"
    USE_PHONE_GUIDE = "use_phone_guide"
    CHECK_WORDING = "check_wording"
    BE_COACHED = "be_coached"
    PRACTISE = "practise"
    SEE_PRACTICE = "see_practice"
    SEE_FIGURES = "see_figures"


class Reason(StrEnum):
    """Why something was refused."""

    UNKNOWN = "unknown"
    INACTIVE = "inactive"
    ROLE = "role"
    NOT_YOURS = "not_yours"
    NOT_YOUR_TEAM = "not_your_team"


class Denied(Exception):
    """The person may not do this. Nothing is written but the refusal, in the audit."""

    def __init__(self, reason: Reason, subject: str, subject_id: int | None = None) -> None:
        super().__init__(f"{reason}: {subject} {subject_id or ''}".strip())
        self.reason = reason
        self.subject = subject
        self.subject_id = subject_id


_FIELD_WORK = frozenset({Role.SPECIALIST, Role.MANAGER})
_ROLES: Mapping[Task, frozenset[Role]] = {
    Task.SEE_CUSTOMER: _FIELD_WORK | {Role.ADMIN},
    Task.ADD_CUSTOMER: _FIELD_WORK,
    Task.EDIT_CUSTOMER: _FIELD_WORK | {Role.ADMIN},
    Task.REASSIGN: frozenset({Role.MANAGER, Role.ADMIN}),
    Task.LOG_VISIT: _FIELD_WORK,
    Task.PLAN_VISIT: _FIELD_WORK,
    Task.SEE_AGENDA: _FIELD_WORK | {Role.ADMIN},
    Task.SEE_BOOKINGS: frozenset(Role),
    Task.ASK_HANDBOOK: frozenset(Role),
    Task.USE_PHONE_GUIDE: _FIELD_WORK | {Role.OFFICE},
    Task.CHECK_WORDING: _FIELD_WORK | {Role.OFFICE},
    Task.BE_COACHED: _FIELD_WORK,
    Task.PRACTISE: _FIELD_WORK,
    Task.SEE_PRACTICE: frozenset({Role.MANAGER}),
    Task.SEE_FIGURES: _FIELD_WORK,
}


def may(role: Role, task: Task) -> bool:
    """Tell whether a role may do a task at all; whose customer it is comes on top."""
    return role in _ROLES[task]


def require(desk: Desk, task: Task) -> None:
    """Go on only where the person's role may do the task.

    Raises:
        Denied: The role may not.
    """
    if not may(desk.person.role, task):
        raise Denied(Reason.ROLE, task)


def reach(desk: Desk) -> Reach:
    """Return whose customers and visits the person may touch (handbook §1)."""
    match desk.person.role:
        case Role.ADMIN:
            return Reach(everyone=True)
        case Role.MANAGER:
            return Reach(frozenset({desk.person.id, *(p.id for p in colleagues(desk))}))
        case Role.SPECIALIST:
            return Reach(frozenset({desk.person.id}))
        case _:
            return Reach()


def require_customer(desk: Desk, task: Task, customer_id: int) -> "Customer":
    """Return a customer with whom the person may do the task.

    Raises:
        Denied: The role may not, or the customer is somebody else's.
        Missing: There is no such customer.
    """
    require(desk, task)
    customer = desk.customers.get(customer_id)
    if customer is None:
        raise Missing("customer", customer_id)
    if not reach(desk).covers(customer.owner_id):
        raise Denied(_not_within(desk.person), "customer", customer_id)
    return customer


def require_contact(desk: Desk, task: Task, contact_id: int) -> "Contact":
    """Return a contact of a customer with whom the person may do the task.

    Raises:
        Denied: As for the customer.
        Missing: There is no such contact.
    """
    require(desk, task)
    contact = desk.customers.contact(contact_id)
    if contact is None:
        raise Missing("contact", contact_id)
    require_customer(desk, task, contact.customer_id)
    return contact


def require_colleague(desk: Desk, staff_id: int) -> Person:
    """Return a person whose work the one at the desk may see: oneself, or of one's team.

    Raises:
        Denied: Somebody else's.
    """
    if staff_id == desk.person.id:
        return desk.person
    found = next((p for p in colleagues(desk) if p.id == staff_id), None)
    if found is None:
        raise Denied(_not_within(desk.person), "staff", staff_id)
    return found


def _not_within(person: Person) -> Reason:
    return Reason.NOT_YOUR_TEAM if person.role is Role.MANAGER else Reason.NOT_YOURS
