import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread
from zipfile import ZipFile

import pytest
from sqlalchemy import text

from dakehu.clock import FrozenClock
from dakehu.storage.backup import backup, check, restore
from dakehu.storage.database import Database
from dakehu.storage.errors import Refused, StorageUnavailable
from dakehu.storage.tables import Audit, Customer, Visit
from tests.storage.rows import customer, visit


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "dakehu.backup"


def _names(database: Database) -> list[str]:
    with database.reading() as session:
        return [row.name for row in session.query(Customer).order_by(Customer.id)]


def _add(database: Database, clock: FrozenClock, *names: str) -> None:
    with database.transaction() as session:
        for name in names:
            customer(session, clock, name)


def test_a_restore_brings_back_what_the_backup_holds(
    database: Database, database_url: str, clock: FrozenClock, file: Path
) -> None:
    with database.transaction() as session:
        visit(session, clock).summary = "谈了“电缆”,\n换行 😀 \\N \t"
    backup(database_url, file)
    _add(database, clock, "后来的客户")
    database.close()
    restore(database_url, file, replace=True)
    assert _names(database) == ["客户 V20261124-1"]
    with database.reading() as session:
        assert session.query(Visit).one().summary == "谈了“电缆”,\n换行 😀 \\N \t"
        assert session.query(Audit).count() == 4
    assert check(database_url) == []


def test_new_rows_are_numbered_on_after_a_restore(
    database: Database, database_url: str, clock: FrozenClock, file: Path
) -> None:
    _add(database, clock, "甲", "乙")
    backup(database_url, file)
    database.close()
    restore(database_url, file, replace=True)
    _add(database, clock, "丙")
    assert _names(database) == ["甲", "乙", "丙"]


def test_a_database_in_use_is_replaced_only_when_told(
    database: Database, database_url: str, clock: FrozenClock, file: Path
) -> None:
    backup(database_url, file)
    _add(database, clock, "甲")
    with pytest.raises(Refused, match="--replace"):
        restore(database_url, file)
    assert _names(database) == ["甲"]


def test_a_backup_can_be_read_by_its_owner_only(database_url: str, file: Path) -> None:
    backup(database_url, file)
    assert file.stat().st_mode & 0o077 == 0


def test_a_backup_replaces_an_earlier_one_only_when_it_is_whole(
    database: Database, database_url: str, clock: FrozenClock, file: Path
) -> None:
    backup(database_url, file)
    earlier = file.read_bytes()
    with database.engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(Refused):
        backup(database_url, file)
    assert file.read_bytes() == earlier
    assert list(file.parent.iterdir()) == [file]
    with database.engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0001')"))


def test_a_backup_and_a_check_go_on_while_others_write(
    database: Database, database_url: str, clock: FrozenClock, file: Path
) -> None:
    with _writing(database, clock) as written:
        assert written.wait(5)
        backup(database_url, file)
        assert check(database_url) == []
    after = _names(database)
    database.close()
    restore(database_url, file, replace=True)
    kept = _names(database)
    # A backup is one moment: what was written by then, and each customer with its audit.
    assert kept == after[: len(kept)] != []
    with database.reading() as session:
        created = session.query(Audit).filter_by(action="customer.create").count()
    assert created == len(kept)
    assert check(database_url) == []


@contextmanager
def _writing(database: Database, clock: FrozenClock) -> Iterator[Event]:
    """Write customers, one a transaction, until the block ends; the event tells of the first."""
    written, enough = Event(), Event()

    def write() -> None:
        number = 0
        while not enough.is_set():
            _add(database, clock, f"客户 {number:04}")
            number += 1
            written.set()

    writer = Thread(target=write)
    writer.start()
    try:
        yield written
    finally:
        enough.set()
        writer.join()


def test_what_is_no_backup_is_refused_and_changes_nothing(
    database: Database, database_url: str, clock: FrozenClock, file: Path
) -> None:
    _add(database, clock, "甲")
    file.parent.mkdir()
    for content in (b"", b"not a backup at all", b"SQLite format 3\0" + b"x" * 4096):
        file.write_bytes(content)
        with pytest.raises(Refused):
            restore(database_url, file, replace=True)
    with pytest.raises(Refused, match="no file"):
        restore(database_url, file.with_name("none"), replace=True)
    assert _names(database) == ["甲"]


def test_a_backup_of_the_other_kind_is_refused(
    sqlite_url: str, postgresql_url: str, file: Path
) -> None:
    backup(sqlite_url, file)
    with pytest.raises(Refused):
        restore(postgresql_url, file)
    backup(postgresql_url, file)
    with pytest.raises(Refused):
        restore(sqlite_url, file)


def test_a_backup_of_a_newer_program_is_refused(
    sqlite_url: str, postgresql_url: str, file: Path
) -> None:
    backup(sqlite_url, file)
    with closing(sqlite3.connect(file)) as copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
        copy.commit()
    with pytest.raises(Refused, match="newer"):
        restore(sqlite_url, file)
    with ZipFile(file := file.with_suffix(".zip"), "w") as archive:
        archive.writestr("manifest.json", '{"revision": "9999", "tables": {}}')
    with pytest.raises(Refused, match="newer"):
        restore(postgresql_url, file)


def test_a_restore_that_breaks_off_leaves_postgresql_as_it_was(
    postgresql_url: str, clock: FrozenClock, file: Path
) -> None:
    database = Database(postgresql_url, clock)
    _add(database, clock, "甲")
    backup(postgresql_url, file)
    broken = file.with_suffix(".broken")
    with ZipFile(file) as whole, ZipFile(broken, "w") as archive:
        for name in whole.namelist():
            text_ = whole.read(name)
            archive.writestr(name, text_ + b"half a row" if name == "contact.csv" else text_)
    database.close()
    with pytest.raises(Refused, match="contact"):
        restore(postgresql_url, broken, replace=True)
    assert _names(database) == ["甲"]
    database.close()


def test_a_restore_into_a_locked_database_is_unavailable(
    sqlite_url: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(sqlite_url, file)
    for module in ("backup.sqlite", "engine"):
        monkeypatch.setattr(f"dakehu.storage.{module}._PATIENCE", 0.05)
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageUnavailable, match="lock"):
            restore(sqlite_url, file)


def test_the_database_is_no_place_for_its_own_backup(sqlite_url: str) -> None:
    with pytest.raises(Refused, match="itself"):
        backup(sqlite_url, Path(sqlite_url.removeprefix("sqlite:///")))


def test_a_check_finds_damage(sqlite_url: str, clock: FrozenClock) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as broken:
        broken.execute("INSERT INTO customer_alias (customer_id, alias) VALUES (4711, '甲')")
        broken.commit()
    assert check(sqlite_url) == ["customer_alias row 1 points at a missing customer"]
    path.write_bytes(b"SQLite format 3\0" + b"x" * 8192)
    assert len(check(sqlite_url)) == 1


def test_a_check_finds_an_old_revision(database: Database, database_url: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert check(database_url) == ["the database is at revision 0000, not 0001: upgrade it"]


def test_a_check_finds_that_there_is_nothing(tmp_path: Path) -> None:
    (problem,) = check(f"sqlite:///{tmp_path}/none.db")
    assert "no database" in problem
    with pytest.raises(StorageUnavailable):
        check(f"postgresql://nobody@/none?host={tmp_path}")
