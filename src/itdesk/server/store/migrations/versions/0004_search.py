"""An index of what is searched. The store fills it after the migrations, and whenever its form changes."""

from alembic import op

from itdesk.server.store.search.writing import index_of

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    index_of(op.get_bind()).create(op.get_bind())


def downgrade() -> None:
    index_of(op.get_bind()).drop(op.get_bind())
    op.execute("DELETE FROM meta WHERE key = 'search_version'")
