"""Runs migrations inside the transaction that the store has begun."""

from alembic import context

from itdesk.server.store.tables import METADATA


def is_portable(name: str | None, kind: str, _of: object) -> bool:
    """Leave the index of search out: each database has tables of its own for it."""
    return kind != "table" or name is None or not name.startswith("search")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
    include_name=is_portable,
)
context.run_migrations()
