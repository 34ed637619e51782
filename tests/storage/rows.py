"""The least rows that others need."""

from sqlalchemy.orm import Session

from dakehu.clock import FrozenClock
from dakehu.codes import Role, VisitMethod
from dakehu.storage.tables import Customer, Staff, Visit


def specialist(session: Session, login: str = "specialist1") -> Staff:
    person = Staff(login=login, name="张伟", role=Role.SPECIALIST)
    session.add(person)
    session.flush()
    return person


def customer(session: Session, clock: FrozenClock, name: str = "华东机电有限公司") -> Customer:
    company = Customer(name=name, owner_id=_owner(session).id, created_at=clock.now())
    session.add(company)
    session.flush()
    return company


def visit(session: Session, clock: FrozenClock, number: str = "V20261124-1") -> Visit:
    company = customer(session, clock, f"客户 {number}")
    row = Visit(
        number=number,
        staff_id=company.owner_id,
        customer_id=company.id,
        method=VisitMethod.ON_SITE,
        started_at=clock.now(),
        created_at=clock.now(),
    )
    session.add(row)
    session.flush()
    return row


def _owner(session: Session) -> Staff:
    found = session.query(Staff).first()
    return found or specialist(session)
