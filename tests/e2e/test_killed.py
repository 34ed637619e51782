"""Whatever is killed at whatever step, each message is answered once and each visit stored once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from dakehu.storage.database import Database
from dakehu.storage.tables import Inbox, Visit

from .fault_point import Moment
from .person import Person, message, rows
from .system import System

STEPS: dict[str, tuple[str, Moment]] = {
    "before the engine has it": ("engine", "request"),
    "before the action runs": ("actions", "request"),
    "after the visit is written": ("actions", "answer"),
    "after the engine has answered": ("engine", "answer"),
    "after the gateway has kept the answer": ("gateway", "answer"),
}


@pytest.mark.parametrize("victim", ["gateway", "actions", "engine"])
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_neither_loses_nor_doubles(  # noqa: PLR0917 - fixtures
    system: System, specialist: Person, database: Database, day: str, step: str, victim: str
) -> None:
    specialist.say(f"{day}下午去华东机电拜访了王建国，聊了电缆报价，有进展")
    before = len(rows(database, Visit))
    confirm = specialist.button("确认")
    kill_at(system, specialist, confirm, step, victim)
    system.start()
    specialist.deliver(confirm)
    visits = rows(database, Visit)
    assert len(visits) == before + 1
    assert visits[-1].number in specialist.text
    assert all(kept.state == "answered" for kept in rows(database, Inbox))
    said = specialist.history()
    place = [one["id"] for one in said].index(confirm["id"])
    assert [one["text"] for one in said[place + 1 :]] == [one["text"] for one in specialist.answers]


@pytest.mark.parametrize("victim", ["gateway", "actions", "engine"])
def test_nothing_typed_is_lost_when_a_process_dies_in_mid_form(
    system: System, specialist: Person, database: Database, day: str, victim: str
) -> None:
    specialist.say(f"{day}下午去华东机电拜访了王建国")
    topic = message(text="聊了年度框架协议的价格，有进展")
    kill_at(system, specialist, topic, "after the engine has answered", victim)
    system.start()
    card = specialist.deliver(topic)
    for typed in ("江苏华东机电设备有限公司", "王建国", "年度框架协议", "上门"):
        assert typed in card
    specialist.press("确认")
    assert rows(database, Visit)[-1].number in specialist.text


def kill_at(system: System, person: Person, said: dict[str, str], step: str, victim: str) -> None:
    """Send a message, and kill a process when it has come to a step of its way."""
    name, moment = STEPS[step]
    point = system.points[name]
    point.hold(moment)
    with ThreadPoolExecutor() as threads:
        sending = threads.submit(person.send, said)
        point.wait()
        system.kill(victim)
        # An answer that is thrown away leaves its sender sure and its receiver unknowing.
        point.drop() if moment == "answer" else point.release()
        sending.result()
