"""Files that came with a reply which is repeated in other tickets: those merged with its own."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "repeated_files",
        sa.Column("file_id", sa.String(length=32), nullable=False),
        sa.Column("ticket_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_repeated_files_file_id_files")),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["tickets.id"], name=op.f("fk_repeated_files_ticket_id_tickets")
        ),
        sa.PrimaryKeyConstraint("file_id", "ticket_id", name=op.f("pk_repeated_files")),
    )


def downgrade() -> None:
    op.drop_table("repeated_files")
