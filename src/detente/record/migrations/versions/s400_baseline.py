"""The tables as they were when alembic took over: version 4, on SQLite and PostgreSQL."""

from alembic import op

from detente.record.migrations.released import released

revision = "s400"
down_revision = None


def upgrade() -> None:
    """Make the tables of version 4."""
    released.create_all(op.get_bind())
