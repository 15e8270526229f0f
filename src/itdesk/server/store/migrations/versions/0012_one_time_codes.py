"""Codes for the first admin, for who is invited and for who forgot her password."""

import sqlalchemy as sa
from alembic import op

from itdesk.database.utc import UtcTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "one_time_codes",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.String(length=32)),
        sa.Column("ends_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_one_time_codes_person_id_people")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_one_time_codes")),
    )
    op.create_index(op.f("ix_one_time_codes_person_id"), "one_time_codes", ["person_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_one_time_codes_person_id"), table_name="one_time_codes")
    op.drop_table("one_time_codes")
