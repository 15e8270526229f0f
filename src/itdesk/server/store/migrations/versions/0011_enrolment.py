"""Keys by which computers enrol, and the logins that they claim."""

import sqlalchemy as sa
from alembic import op

from itdesk.database.utc import UtcTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "enrolment_keys",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("site", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=False),
        sa.Column("revoked_at", UtcTime()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment_keys")),
        sa.UniqueConstraint("digest", name=op.f("uq_enrolment_keys_digest")),
    )
    op.create_table(
        "enrolments",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("os_login", sa.String(length=200), nullable=False),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("enrolled_at", UtcTime(), nullable=False),
        sa.Column("revoked_at", UtcTime()),
        sa.Column("linked_to", sa.String(length=32)),
        sa.Column("linked_at", UtcTime()),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_enrolments_person_id_people")),
        sa.ForeignKeyConstraint(
            ["key_id"], ["enrolment_keys.id"], name=op.f("fk_enrolments_key_id_enrolment_keys")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_enrolments")),
        sa.UniqueConstraint("token", name=op.f("uq_enrolments_token")),
    )
    op.create_index(op.f("ix_enrolments_linked_at"), "enrolments", ["linked_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_enrolments_linked_at"), table_name="enrolments")
    op.drop_table("enrolments")
    op.drop_table("enrolment_keys")
