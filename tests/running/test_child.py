"""Processes that are started, watched, revived and stopped."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from dakehu.running.child import Child

WAIT = "import time; print('up', flush=True); time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);" + WAIT


def say_up(child: Child) -> None:
    """Wait until the child has said that it runs."""
    while "up" not in child.log.read_text():
        assert child.alive()


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Child]:
    child = Child("child", [sys.executable, "-c", WAIT], {}, tmp_path / "logs" / "child.log")
    yield child
    child.stop()


def test_a_child_runs_and_logs_until_it_is_stopped(child: Child) -> None:
    child.start()
    say_up(child)
    child.stop()
    assert not child.alive()


def test_a_killed_child_is_revived(child: Child) -> None:
    child.start()
    say_up(child)
    me = psutil.Process()
    for process in me.children():
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert child.revive()
    assert child.alive()


def test_a_living_child_is_left_alone(child: Child) -> None:
    child.start()
    assert not child.revive()


def test_a_child_that_does_not_listen_is_killed(tmp_path: Path) -> None:
    child = Child("child", [sys.executable, "-c", STUBBORN], {}, tmp_path / "child.log")
    child.start()
    say_up(child)
    child.stop(patience=0.1)
    assert not child.alive()
