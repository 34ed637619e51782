"""Foreign keys that close a cycle of tables, which Alembic leaves out of `create_table`.

SQLite takes them with the table, before the other table is there; PostgreSQL wants them last.
"""

from typing import Any

from alembic.autogenerate.api import AutogenContext
from alembic.autogenerate.render import render_op_text, renderers
from alembic.operations.ops import CreateForeignKeyOp, CreateTableOp, MigrateOperation, UpgradeOps
from sqlalchemy import ForeignKeyConstraint


class CloseCycle(MigrateOperation):
    """Add a foreign key where tables are made without it."""

    def __init__(self, key: ForeignKeyConstraint) -> None:
        self.key = key


def close_cycles(_context: object, _revision: object, directives: list[Any]) -> None:
    """Append what is missing to a revision that is being written."""
    for operations in (directive.upgrade_ops for directive in directives):
        operations.ops += [CloseCycle(key) for key in _left_out(operations)]


def _left_out(operations: UpgradeOps) -> list[ForeignKeyConstraint]:
    tables = [table for table in operations.ops if isinstance(table, CreateTableOp)]
    parts = [part for table in tables for part in table.to_table().foreign_key_constraints]
    return [part for part in parts if part.use_alter]


@renderers.dispatch_for(CloseCycle)
def _render(context: AutogenContext, operation: CloseCycle) -> str:
    create = render_op_text(context, CreateForeignKeyOp.from_constraint(operation.key))
    return f"if op.get_bind().dialect.name == 'postgresql': {create}"
