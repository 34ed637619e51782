from dakehu import people
from dakehu.people import Reach
from tests.rules.conftest import Seat


def test_reach_covers_its_own_people_only() -> None:
    assert Reach(frozenset({2})).covers(2)
    assert not Reach(frozenset({2})).covers(3)
    assert not Reach(frozenset({2})).covers(None)


def test_reach_of_everyone_covers_customers_without_owner_too() -> None:
    assert Reach(everyone=True).covers(None)


def test_an_empty_reach_covers_nobody() -> None:
    assert not Reach().covers(1)


def test_a_manager_asks_about_their_team_only(seat: Seat) -> None:
    assert [p.login for p in people.colleagues(seat("manager2"))] == ["specialist3"]
