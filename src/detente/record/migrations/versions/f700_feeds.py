"""What is followed: feeds and folders, and what was seen there."""

import sqlalchemy as sa
from alembic import op

from detente.record.migrations.released import TEXT

revision = "f700"
down_revision = "l600"


def upgrade() -> None:
    """Add the two tables, empty."""
    op.create_table(
        "feeds",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), autoincrement=True, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        *(sa.Column(name, TEXT) for name in ("title", "etag", "modified", "asked_at", "due_at")),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("reason", TEXT),
        sa.PrimaryKeyConstraint("number", name="feeds_key"),
        sa.UniqueConstraint("address", name="feeds_one_address"),
    )
    op.create_table(
        "feed_entries",
        sa.Column("feed", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("mark", TEXT, nullable=False),
        *(sa.Column(name, TEXT) for name in ("link", "title", "published", "content", "etag", "modified")),
        sa.Column("seen_at", TEXT, nullable=False),
        sa.Column("due_at", TEXT),
        sa.Column("failures", sa.Integer, nullable=False),
        *(sa.Column(name, TEXT) for name in ("reason", "done_at")),
        sa.PrimaryKeyConstraint("feed", "key", name="feed_entries_key"),
        sa.ForeignKeyConstraint(["feed"], ["feeds.number"], name="feed_entries_of_feeds"),
    )
    op.create_index("feed_entries_by_link", "feed_entries", ["link"])
    op.create_index("feed_entries_by_feed_done_at", "feed_entries", ["feed", "done_at"])
