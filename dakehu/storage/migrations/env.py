"""What Alembic runs for every command: our tables on the connection it was given."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from dakehu.storage.migrations.cycles import close_cycles
from dakehu.storage.tables import Base, UtcDateTime


def _render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    # A revision stands for ever, so it must not import a type that may change.
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=_render,
    render_as_batch=True,
    process_revision_directives=close_cycles,
)
with context.begin_transaction():
    context.run_migrations()
