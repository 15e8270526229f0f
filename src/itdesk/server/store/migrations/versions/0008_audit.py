"""Who did and opened what: rows that are only ever added, each bound to the one before it."""

import sqlalchemy as sa
from alembic import op

from itdesk.database.utc import UtcTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SQLITE = """
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
---
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit WHEN OLD.sequence > (SELECT cut FROM audit_head)
  BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
---
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head
  WHEN NEW.sequence < OLD.sequence OR NEW.cut < OLD.cut OR NEW.cut > NEW.sequence
  BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
---
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
  BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
"""
POSTGRESQL = """
CREATE FUNCTION audit_refuse() RETURNS trigger AS $$
  BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$ LANGUAGE plpgsql
---
CREATE FUNCTION audit_refuse_uncut() RETURNS trigger AS $$
  BEGIN
    IF OLD.sequence > (SELECT cut FROM audit_head) THEN RAISE EXCEPTION 'the audit is append-only'; END IF;
    RETURN OLD;
  END $$ LANGUAGE plpgsql
---
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse()
---
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit EXECUTE FUNCTION audit_refuse()
---
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse_uncut()
---
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head FOR EACH ROW
  WHEN (NEW.sequence < OLD.sequence OR NEW.cut < OLD.cut OR NEW.cut > NEW.sequence)
  EXECUTE FUNCTION audit_refuse()
---
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuse()
---
CREATE TRIGGER audit_head_whole BEFORE TRUNCATE ON audit_head EXECUTE FUNCTION audit_refuse()
"""


def upgrade() -> None:
    _create_audit()
    _create_head()
    triggers = POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE
    for statement in triggers.split("---"):
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    op.drop_table("audit_head")
    op.drop_table("audit")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_refuse()")
        op.execute("DROP FUNCTION audit_refuse_uncut()")


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("object_kind", sa.String(length=60), nullable=False),
        sa.Column("object_id", sa.String(length=64), nullable=False),
        sa.Column("request_id", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.String(length=200), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_actor_id_sequence"), "audit", ["actor_id", "sequence"])
    op.create_index(op.f("ix_audit_object_id_sequence"), "audit", ["object_id", "sequence"])


def _create_head() -> None:
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("cut", sa.BigInteger(), nullable=False),
        sa.Column("cut_hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
