"""Tables of what can be worked out of each reading: guises of actors, and the offices in which persons are shown.

They are empty at first; ``deriving.py`` fills them when the record is opened.
"""

import sqlalchemy as sa
from alembic import op

revision = "l600"
down_revision = "c502"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the tables, and what ties actors to them."""
    op.create_table(
        "guises",
        sa.Column("number", _NUMBER, autoincrement=True),
        sa.Column("said", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="guises_key"),
        sa.UniqueConstraint("said", name="guises_one_said"),
    )
    op.create_table(
        "holdings",
        sa.Column("reading", _NUMBER, sa.ForeignKey("readings.number", name="holdings_of_readings"), nullable=False),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("actor", "office", "polity")),
        sa.Column("first_day", _TEXT),
        sa.Column("last_day", _TEXT),
        sa.PrimaryKeyConstraint("reading", "actor", "office", "polity", name="holdings_key"),
    )
    op.create_index("holdings_by_polity_office", "holdings", ["polity", "office"])
    op.create_table(
        "claim_sides",
        *(sa.Column(name, _TEXT, nullable=False) for name in ("side", "kind", "role")),
        sa.Column("claim", _NUMBER, sa.ForeignKey("claims.number", name="claim_sides_of_claims"), nullable=False),
        sa.PrimaryKeyConstraint("side", "kind", "role", "claim", name="claim_sides_key"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("actors") as actors:
        actors.add_column(sa.Column("many", sa.Integer))
        actors.add_column(sa.Column("guise", _NUMBER, sa.ForeignKey("guises.number", name="actors_of_guises")))
    op.create_index("actors_by_guise", "actors", ["guise"])
