"""Who said of what is announced that they have it too."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "having_it_too",
        sa.Column("ticket_id", sa.String(length=32), nullable=False),
        sa.Column("announcement_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["tickets.id"], name=op.f("fk_having_it_too_ticket_id_tickets")
        ),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("pk_having_it_too")),
    )
    op.create_index(op.f("ix_having_it_too_announcement_id"), "having_it_too", ["announcement_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_having_it_too_announcement_id"), table_name="having_it_too")
    op.drop_table("having_it_too")
