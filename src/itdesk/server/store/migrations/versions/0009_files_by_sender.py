"""Files are counted by who sent them: how much one person may send in a day has a limit."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_files_owner_id"), "files", ["owner_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_files_owner_id"), "files")
