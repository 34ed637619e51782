"""An administrator at work by HTTP: their forms carry what a browser's would."""

from dataclasses import dataclass, field
from html import unescape
from typing import Any

import httpx
from sqlalchemy import select

from dakehu.codes import Language, Role
from dakehu.storage.database import Database
from dakehu.storage.tables import Audit, Base, Customer, CustomerAlias, Staff

from ..people import Visitor


@dataclass
class Office:
    """The record browser, as an administrator uses it."""

    visitor: Visitor
    staff_id: int
    origin: str = field(default="")

    def __post_init__(self) -> None:
        self.origin = self.visitor.url

    @property
    def database(self) -> Database:
        return self.visitor.gateway.database

    async def get(self, path: str, **query: Any) -> httpx.Response:
        """Open a page, as if by a click."""
        return await self.visitor.http.get(f"/admin{path}", params=query or None)

    async def page(self, path: str, **query: Any) -> str:
        """Return a page's text; it must be one."""
        answer = await self.get(path, **query)
        assert answer.status_code == 200, answer.text[-800:]
        return answer.text

    async def post(
        self, path: str, data: dict[str, Any] | None = None, **query: Any
    ) -> httpx.Response:
        """Send a form."""
        http = self.visitor.http
        if "starlette_admin_csrftoken" not in http.cookies:
            await self.page("/staff/list")
        token = http.cookies["starlette_admin_csrftoken"]
        return await http.post(
            f"/admin{path}",
            params=query,
            data={"csrftoken": token, **(data or {})},
            headers={"Origin": self.origin},
        )

    async def act(self, key: str, name: str, pk: int) -> httpx.Response:
        """Press a button of a row."""
        return await self.post(f"/_api/{key}/row-action", name=name, pk=pk)

    def add(self, row: Base) -> int:
        """Put something into the database."""
        with self.database.transaction() as session:
            session.add(row)
            session.flush()
            return int(row.id)  # type: ignore[attr-defined]

    def get_row[T: Base](self, table: type[T], key: int) -> T:
        with self.database.reading() as session:
            return session.get_one(table, key)

    def audit(self, action: str) -> list[Audit]:
        with self.database.reading() as session:
            chosen = select(Audit).where(Audit.action == action).order_by(Audit.id)
            return list(session.scalars(chosen))

    def hire(self, login: str, role: Role = Role.SPECIALIST, name: str = "陈晨") -> int:
        return self.add(Staff(login=login, name=name, role=role, language=Language.ZH))

    def customer(self, name: str) -> int:
        now = self.visitor.gateway.settings.clock.now()
        return self.add(Customer(name=name, owner_id=self.staff_id, created_at=now))

    def add_alias(self, customer_id: int, alias: str) -> None:
        with self.database.transaction() as session:
            session.add(CustomerAlias(customer_id=customer_id, alias=alias))


def text_of(answer: httpx.Response) -> str:
    """Return what a page says, as it is read."""
    return unescape(answer.text)
