"""Runs migrations inside the transaction that the store has begun."""

from alembic import context

from itdesk.server.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
