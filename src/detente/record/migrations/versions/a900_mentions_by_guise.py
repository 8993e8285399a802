"""Where actors of a guise are mentioned, and how often, is told by an index alone."""

from alembic import op

revision = "a900"
down_revision = "p800"


def upgrade() -> None:
    """Put an index with reading and number of mentions in the place of that of the guises."""
    op.drop_index("actors_by_guise", "actors")
    op.create_index("actors_by_guise_reading_many", "actors", ["guise", "reading", "many"])
