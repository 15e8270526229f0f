"""What the server does by itself: its jobs, when tickets wake, whose turn it is, what leads follow up."""

import sqlalchemy as sa
from alembic import op

from itdesk.database.utc import UtcTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "jobs",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("next_run_at", UtcTime(timezone=True), nullable=False),
        sa.Column("holder", sa.String(length=32), nullable=True),
        sa.Column("leased_until", UtcTime(timezone=True), nullable=True),
        sa.Column("last_run_at", UtcTime(timezone=True), nullable=True),
        sa.Column("done", sa.Integer(), nullable=True),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_jobs")),
    )
    op.create_table(
        "turns",
        sa.Column("queue_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("queue_id", name=op.f("pk_turns")),
    )
    op.add_column("tickets", sa.Column("wakes_at", UtcTime(timezone=True), nullable=True))
    op.add_column("tickets", sa.Column("follow_up_since", UtcTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_tickets_wakes_at"), "tickets", ["wakes_at"])
    op.create_index(op.f("ix_tickets_follow_up_since"), "tickets", ["follow_up_since"])
    # Looked at once; each then says itself when the next time is.
    op.execute("UPDATE tickets SET wakes_at = updated_at WHERE status IN ('pending', 'resolved')")


def downgrade() -> None:
    op.drop_index(op.f("ix_tickets_follow_up_since"), table_name="tickets")
    op.drop_index(op.f("ix_tickets_wakes_at"), table_name="tickets")
    op.drop_column("tickets", "follow_up_since")
    op.drop_column("tickets", "wakes_at")
    op.drop_table("turns")
    op.drop_table("jobs")
