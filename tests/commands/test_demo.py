import pytest
from rich.console import Console

from dakehu import settings
from dakehu.commands.demo import fill_when_empty
from dakehu.storage.migrations import upgrade
from tests.commands.conftest import Failed, Run

SMALL = ("demo", "--customers", "9", "--visits", "20", "--months", "2")


def test_a_demo_fills_an_empty_database_only(run: Run) -> None:
    run(*SMALL)
    assert "specialist1" in run("staff", "list")
    with pytest.raises(Failed, match="dakehu: demo data goes into an empty database"):
        run(*SMALL)


def test_a_demo_of_nothing_is_refused(run: Run) -> None:
    with pytest.raises(Failed):
        run("demo", "--customers", "0")


def test_a_first_start_fills_and_a_second_leaves_all_as_it_is(run: Run) -> None:
    here = settings.load()
    upgrade(here.database)
    for _ in range(2):
        fill_when_empty(here, Console(quiet=True))
    assert run("staff", "list").count("\n") == 7
