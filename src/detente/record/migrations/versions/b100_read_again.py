"""A version may read a text again after another did, so that its claims count once more."""

from alembic import op

revision = "b100"
down_revision = "a900"


def upgrade() -> None:
    """Drop the rule that a version reads a text but once."""
    with op.batch_alter_table("readings") as readings:
        readings.drop_constraint("readings_one_article_code_model_lexicon", type_="unique")
