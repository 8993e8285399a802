"""Add when readings were superseded, what is judged of claims, and what is erased."""

import sqlalchemy as sa
from alembic import op

from detente.record.migrations.released import TEXT
from detente.record.superseding import superseding

revision = "c501"
down_revision = "s410"

_JUDGED = ("claim_kind", "claim", "field", "value")


def upgrade() -> None:
    """Add the columns; say of the readings that are there when each was superseded."""
    op.add_column("readings", sa.Column("superseded_at", TEXT))
    op.add_column("articles", sa.Column("erased_at", TEXT))
    for name in _JUDGED:
        op.add_column("judgements", sa.Column(name, TEXT))
    connection = op.get_bind()
    readings = sa.table("readings", sa.column("number"), sa.column("superseded_at"))
    for number, at in list(superseding(connection)):
        if at is not None:
            connection.execute(readings.update().where(readings.c.number == number).values(superseded_at=at))
