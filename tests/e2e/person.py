"""Somebody who talks to the running system by its web API, and never gives a message up."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy import select

from dakehu.sign_in import issue
from dakehu.storage.database import Database
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import Base, Staff

from .system import SECRET

PATIENCE = 60.0  # seconds
LOOK_AGAIN = 0.05  # seconds between two looks

type Said = dict[str, Any]


@dataclass
class Person:
    """A signed-in person.

    Attributes:
        answers: The last answer's messages.
    """

    http: httpx.Client
    answers: list[Said] = field(default_factory=list)

    def say(self, text: str) -> str:
        """Say something, and return what is answered."""
        return self.deliver(message(text=text))

    def press(self, label: str) -> str:
        """Press a button of the last answer, and return what is answered."""
        return self.deliver(self.button(label))

    def button(self, label: str) -> Said:
        """Return the message that presses a button of the last answer."""
        buttons = {b["label"]: b["token"] for said in self.answers for b in said["buttons"]}
        return message(button=buttons[label])

    def deliver(self, said: Said) -> str:
        """Send a message, again and again until it is answered."""

        def answered() -> bool:
            answer = self.send(said)
            if answer is None or answer.status_code == 503:
                return False
            assert answer.status_code == 200, answer.text
            self.answers = answer.json()["messages"]
            return True

        until(answered)
        return self.text

    def send(self, said: Said) -> httpx.Response | None:
        """Send a message once; None when the connection is lost."""
        try:
            return self.http.post("/api/messages", json=said)
        except httpx.TransportError:
            return None

    def history(self) -> list[Said]:
        """Return everything that was said."""
        answer = self.http.get("/api/messages")
        messages: list[Said] = answer.json()["messages"]
        return messages

    @property
    def text(self) -> str:
        """The last answer as one text."""
        return "\n".join(said["text"] for said in self.answers)


def message(**what: str) -> Said:
    """Return a new message."""
    return {"id": str(uuid4()), **what}


def sign_in(address: str, database: Database, login: str) -> Person:
    """Sign somebody in."""
    code = new_code(database, login)
    http = httpx.Client(base_url=address, timeout=PATIENCE, trust_env=False)
    http.post("/api/session", json={"code": code}).raise_for_status()
    return Person(http)


def new_code(database: Database, login: str) -> str:
    """Issue a one-time code."""
    with database.transaction() as session:
        staff = session.scalars(select(Staff).filter_by(login=login)).one()
        return issue(SqlCodes(session), SECRET, staff.id, datetime.now(UTC))


def rows[T: Base](database: Database, table: type[T]) -> Sequence[T]:
    """Return a table's rows."""
    with database.reading() as session:
        return session.scalars(select(table).order_by(table.__table__.c.id)).all()


def until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds."""
    give_up = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < give_up, "it never came to pass"
        time.sleep(LOOK_AGAIN)
