"""What is due next on each ticket. Those that are open are stale until they have been looked at."""

import sqlalchemy as sa
from alembic import op

from itdesk.database.utc import UtcTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INDEXED = ("due_at", "turns_at", "due_basis")


def upgrade() -> None:
    with op.batch_alter_table("tickets") as batch_op:
        batch_op.add_column(sa.Column("due_at", UtcTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("due_target", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("turns_at", UtcTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("due_basis", sa.BigInteger(), nullable=True))
        for name in INDEXED:
            batch_op.create_index(op.f(f"ix_tickets_{name}"), [name])
    op.execute("UPDATE tickets SET due_basis = 0 WHERE status IN ('new', 'open', 'pending')")


def downgrade() -> None:
    for name in INDEXED:
        op.drop_index(op.f(f"ix_tickets_{name}"), table_name="tickets")
    for name in ("due_basis", "turns_at", "due_target", "due_at"):
        op.drop_column("tickets", name)
