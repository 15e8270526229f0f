"""Who wrote a version of a document or of somebody's card, and whose own a document is."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("documents", "people"):
        op.add_column(table, sa.Column("author_id", sa.String(length=32)))
        op.add_column(table, sa.Column("foreign_version", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("documents", sa.Column("owner_id", sa.String(length=32)))
    op.add_column("people", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))


def downgrade() -> None:
    op.drop_column("people", "version")
    op.drop_column("documents", "owner_id")
    for table in ("documents", "people"):
        op.drop_column(table, "foreign_version")
        op.drop_column(table, "author_id")
