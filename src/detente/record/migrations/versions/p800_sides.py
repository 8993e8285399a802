"""Claims are found by their sides alone, which tell what a claim is about; indices that nothing asks are dropped."""

import sqlalchemy as sa
from alembic import op

from detente.record.migrations.released import TEXT

revision = "p800"
down_revision = "f700"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Drop what can be worked out of claims; ``deriving.py`` fills the new table when the record is opened."""
    op.drop_table("claim_actors")
    op.drop_table("claim_sides")
    op.create_table(
        "claim_sides",
        *(sa.Column(name, TEXT, nullable=False) for name in ("side", "kind", "role")),
        sa.Column("claim", _NUMBER, sa.ForeignKey("claims.number", name="claim_sides_of_claims"), nullable=False),
        *(sa.Column(name, TEXT) for name in ("issue", "about")),
        sa.PrimaryKeyConstraint("side", "kind", "role", "claim", name="claim_sides_key"),
        sqlite_with_rowid=False,
    )
    for table, columns in _DROPPED:
        op.drop_index(f"{table}_by_{columns}", table)
    op.create_index("claims_by_kind", "claims", ["kind"])
    with op.batch_alter_table("actors") as actors:
        actors.drop_column("folded")


_DROPPED = (
    ("actors", "folded"),
    ("actors", "represents"),
    ("articles", "sha256"),
    ("claims", "issue"),
    ("claims", "kind_first_day"),
    ("claims", "reading"),
)
