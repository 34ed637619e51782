"""A department that a dialogue has to itself."""

from dataclasses import dataclass, field

from sqlalchemy import delete, select, update

from dakehu.codes import Channel
from dakehu.storage import tables
from dakehu.storage.database import Database
from dakehu.storage.messages.accounts import bind
from tests.actions.office import PEOPLE, add_customers
from tests.e2e.person import Person, new_code, sign_in

_EMPTIED = (
    tables.PracticeTurn,
    tables.PracticeRound,
    tables.ChannelAccount,
    tables.VisitQuestion,
    tables.VisitOpener,
    tables.VisitPlanOpener,
    tables.VisitPlanQuestion,
    tables.CustomerFact,
    tables.VisitPlan,
    tables.Visit,
    tables.CustomerAlias,
    tables.Contact,
    tables.Customer,
)


@dataclass
class Department:
    """People by the role that a dialogue names (`specialist1`), each with a login of their own."""

    address: str
    database: Database
    logins: dict[str, str]
    present: list[Person] = field(default_factory=list)

    def person(self, role: str) -> Person:
        """Sign somebody in."""
        person = sign_in(self.address, self.database, self.logins[role])
        self.present.append(person)
        return person

    def code(self, role: str) -> str:
        """Return a new sign-in code for somebody."""
        return new_code(self.database, self.logins[role])

    def bind(self, role: str, channel: str, name: str) -> None:
        """Bind a chat account to somebody."""
        with self.database.transaction() as session:
            staff = session.scalars(select(tables.Staff).filter_by(login=self.logins[role])).one()
            bind(session, staff.id, Channel(channel), self.logins[role], name)

    def close(self) -> None:
        """Send everybody away."""
        for person in self.present:
            person.http.close()

    def rows(self, table: str) -> list[dict[str, str]]:
        """Return what a table holds, as text, in the order of its ids."""
        found = tables.Base.metadata.tables[table]
        with self.database.reading() as session:
            rows = session.execute(select(found).order_by(*found.primary_key.columns))
            return [{k: str(v) for k, v in row._mapping.items()} for row in rows]


def found(address: str, database: Database, number: int) -> Department:
    """Put new people before the customers' first day."""
    logins = {role: f"{role}-{number}" for role in PEOPLE}
    _empty(database)
    with database.transaction() as session:
        people = {
            role: tables.Staff(login=logins[role], name=name, role=of)
            for role, (name, of) in PEOPLE.items()
        }
        session.add_all(people.values())
        session.flush()
        team = tables.Team(name=f"team {number}", manager_id=people["manager1"].id)
        session.add(team)
        session.flush()
        people["specialist1"].team_id = people["specialist2"].team_id = team.id
        add_customers(session, people["specialist1"].id)
    return Department(address, database, logins)


def _empty(database: Database) -> None:
    """Take the customers and all that hangs on them away, past the audit."""
    with database.engine.begin() as connection:
        connection.execute(update(tables.VisitPlan).values(visit_id=None))
        connection.execute(update(tables.Visit).values(plan_id=None))
        for table in _EMPTIED:
            connection.execute(delete(table))
