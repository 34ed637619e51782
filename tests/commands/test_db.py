import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.conftest import Failed, Run


def test_a_database_is_made_checked_backed_up_and_put_back(run: Run, tmp_path: Path) -> None:
    run("db", "upgrade")
    assert run("db", "check") == "ok\n"
    run("staff", "add", "s1", "--name", "张伟", "--role", "specialist")
    assert run("db", "backup", "saved.db").startswith("saved.db: ")
    run("staff", "add", "s2", "--name", "刘芳", "--role", "specialist")
    with pytest.raises(Failed, match="--replace"):
        run("db", "restore", "saved.db")
    run("db", "restore", "saved.db", "--replace")
    assert run("staff", "list").count("\n") == 1


def test_a_check_that_finds_something_fails(run: Run, tmp_path: Path) -> None:
    run("db", "upgrade")
    with closing(sqlite3.connect(tmp_path / "var" / "dakehu.db")) as broken:
        broken.execute("UPDATE alembic_version SET version_num = '0000'")
        broken.commit()
    with pytest.raises(Failed, match="upgrade it") as failed:
        run("db", "check")
    assert failed.value.code == 1


def test_a_file_that_is_no_backup_is_told_in_one_line(run: Run) -> None:
    Path("no.db").write_text("hello")
    with pytest.raises(Failed, match=r"^dakehu: no.db is not a sound database.*\n$"):
        run("db", "restore", "no.db")


def test_a_missing_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DAKEHU_SECRET")
    with pytest.raises(Failed, match=r"^dakehu: DAKEHU_SECRET: .*\n$") as failed:
        run("db", "upgrade")
    assert failed.value.code == 2
