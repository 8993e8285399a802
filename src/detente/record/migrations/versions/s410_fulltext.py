"""A full-text index over the folded words: FTS5 on SQLite, a tsvector under GIN on PostgreSQL."""

from alembic import op

from detente.record import fulltext

revision = "s410"
down_revision = "s400"


def upgrade() -> None:
    """Index every article."""
    connection = op.get_bind()
    fulltext.create(connection)
    fulltext.fill(connection)
