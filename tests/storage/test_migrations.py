import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text

from dakehu.storage.database import Database
from dakehu.storage.errors import StorageError
from dakehu.storage.migrations import HEAD, revision, upgrade
from dakehu.storage.migrations.config import configure
from dakehu.storage.tables import Base


def test_the_migrated_schema_is_what_the_tables_say(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_migrated_checks_are_what_the_tables_say(sqlite_url: str) -> None:
    made = create_engine("sqlite://")
    Base.metadata.create_all(made)
    migrated = create_engine(sqlite_url)
    with made.connect() as one, migrated.connect() as other:
        assert _checks(one) == _checks(other) != {}
    made.dispose()
    migrated.dispose()


def _checks(connection: Connection) -> dict[str, set[tuple[object, object]]]:
    inspector = inspect(connection)
    return {
        table: {
            (check["name"], check["sqltext"]) for check in inspector.get_check_constraints(table)
        }
        for table in Base.metadata.tables
    }


def test_the_known_newest_revision_is_the_newest_script(database: Database) -> None:
    with database.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(configure(connection))
        assert scripts.get_current_head() == HEAD == revision(connection)


def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    upgrade(database_url)


def test_a_database_of_a_newer_program_is_left_alone(database_url: str, database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match="another version"):
        upgrade(database_url)
