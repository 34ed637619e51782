import pytest

from dakehu import settings
from dakehu.commands.staff import demo_links
from tests.commands.conftest import Failed, Run


def test_a_person_is_added_listed_linked_and_let_go(run: Run) -> None:
    run("staff", "add", "s1", "--name", "张伟", "--role", "specialist", "--team", "一部")
    assert run("staff", "list") == "s1\t张伟\tspecialist\t一部\t-\tzh\tactive\n"
    link, code = run("staff", "link", "s1").splitlines()
    assert link == f"link: http://127.0.0.1:8000/?code={code.removeprefix('code: ')}"
    run("staff", "deactivate", "s1")
    assert run("staff", "list").endswith("\tinactive\n")


def test_with_telegram_a_link_that_binds_is_printed_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAKEHU_TELEGRAM_TOKEN", "1:x")
    monkeypatch.setenv("DAKEHU_TELEGRAM_NAME", "@dakehu_bot")
    run("staff", "add", "s1", "--name", "张伟", "--role", "specialist", "--team", "一部")
    _link, code, telegram = run("staff", "link", "s1").splitlines()
    assert telegram == f"telegram: https://t.me/dakehu_bot?start={code.removeprefix('code: ')}"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("link", "nobody"), "dakehu: nobody has the login nobody\n"),
        (("deactivate", "nobody"), "dakehu: nobody has the login nobody\n"),
        (("add", " ", "--name", "张伟", "--role", "admin"), "dakehu: a login and a name"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    with pytest.raises(Failed, match=told) as failed:
        run("staff", *words)
    assert failed.value.code == 2


def test_a_role_that_there_is_not_is_refused(run: Run) -> None:
    with pytest.raises(Failed, match="boss"):
        run("staff", "add", "s1", "--name", "张伟", "--role", "boss")


def test_links_are_made_for_the_demos_people_and_for_nobody_else(run: Run) -> None:
    run("demo", "--customers", "1", "--visits", "0", "--months", "1")
    run("staff", "add", "boss", "--name", "真人", "--role", "admin")
    run("staff", "deactivate", "specialist2")
    logins = [login for login, _link in demo_links(settings.load())]
    assert logins == ["admin1", "manager1", "manager2", "office1", "specialist1", "specialist3"]
