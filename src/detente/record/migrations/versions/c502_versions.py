"""Add what versions of articles say of themselves, and the sketches by which copies are found."""

import json

import sqlalchemy as sa
from alembic import op

from detente.articles import notice
from detente.record.migrations.released import TEXT
from detente.record.sketches import sketch

revision = "c502"
down_revision = "c501"

_PORTION = 500


def upgrade() -> None:
    """Add the columns and the table; work both out for the texts that are there."""
    op.add_column("articles", sa.Column("notice", TEXT))
    op.add_column("articles", sa.Column("notice_span", TEXT))
    sketches = op.create_table(
        "article_sketches",
        sa.Column("article", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("hashes", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("article", name="article_sketches_key"),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="article_sketches_of_articles"),
    )
    connection = op.get_bind()
    articles = sa.table("articles", *map(sa.column, ("number", "text", "notice", "notice_span")))
    query = sa.select(articles.c.number, articles.c.text).order_by(articles.c.number).limit(_PORTION)
    rows = connection.execute(query).all()
    while rows:
        for number, text in rows:
            connection.execute(sketches.insert().values(article=number, hashes=json.dumps(sketch(text))))
            if said := notice(text):
                noticed = {"notice": said.kind, "notice_span": json.dumps(said.span)}
                connection.execute(articles.update().where(articles.c.number == number).values(**noticed))
        rows = connection.execute(query.where(articles.c.number > rows[-1].number)).all()
