"""What the page offers a newcomer to say is understood, and allowed to whom it is offered."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from dakehu.codes import Language, Role
from dakehu.gateway import wording
from dakehu.storage.database import Database
from dakehu.storage.tables import Staff
from tests.actions.office import PEOPLE

from .person import sign_in
from .system import System

MISUNDERSTOOD = ("没太明白", "帮不上忙", "not sure what you mean", "cannot help")
REFUSED = ("权限", "not allowed", "may not")


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest, database: Database) -> Iterator[Language]:
    chosen: Language = request.param
    _everybody_speaks(database, chosen)
    yield chosen
    _everybody_speaks(database, Language.ZH)


@pytest.mark.parametrize(("login", "role"), [(login, role) for login, (_, role) in PEOPLE.items()])
def test_an_example_is_understood(
    system: System, database: Database, language: Language, login: str, role: Role
) -> None:
    person = sign_in(system.address, database, login)
    with closing(person.http):
        for example in wording.examples(role, language):
            answer = person.say(example)
            assert not any(sign in answer for sign in (*MISUNDERSTOOD, *REFUSED)), example
            person.say("取消")


def _everybody_speaks(database: Database, language: Language) -> None:
    with database.transaction() as session:
        for staff in session.query(Staff):
            staff.language = language
