"""The tables as they are today. Text columns that hold JSON say so in their name's comment.

Nothing here is particular to a database, but that PostgreSQL compares text as SQLite does, by code points. Whoever
changes a table adds the change to ``migrations/versions`` and names its revision in ``HEAD``.

articles ─┬─ readings ─┬─ actors ── guises
          │            ├─ claims ── claim_sides
          │            └─ holdings
          ├─ article_words
          └─ article_sketches
feeds ── feed_entries
judgements  failures  about  alembic_version
"""

import sqlalchemy as sa

HEAD = "b100"
"""The revision of these tables: that of the last file in ``migrations/versions``."""

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Text, compared by code points."""

tables = sa.MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_one_%(column_0_N_name)s",
        "fk": "%(table_name)s_of_%(referred_table_name)s",
        "pk": "%(table_name)s_key",
    }
)


def _number() -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("number", kind, primary_key=True, autoincrement=True)


def _needed(name: str, *rules: sa.schema.SchemaItem, index: bool = False) -> sa.Column[str]:
    return sa.Column(name, TEXT, *rules, nullable=False, index=index)


def _of(name: str, table: str, *, key: bool = False, index: bool = True) -> sa.Column[int]:
    found = not key and index
    return sa.Column(name, sa.ForeignKey(f"{table}.number"), nullable=False, index=found, primary_key=key)


about = sa.Table("about", tables, sa.Column("name", TEXT, primary_key=True), _needed("value"))

alembic_version = sa.Table(
    "alembic_version",
    tables,
    sa.Column("version_num", sa.String(32), primary_key=True),
    comment="The revision of the tables; alembic's own table",
)

articles = sa.Table(
    "articles",
    tables,
    _number(),
    _needed("id"),
    _needed("sha256"),
    _needed("source", index=True),
    sa.Column("outlet", TEXT),
    sa.Column("title", TEXT),
    sa.Column("published", TEXT, index=True),
    sa.Column("published_from", TEXT),
    sa.Column("url", TEXT),
    sa.Column("encoding", TEXT),
    sa.Column("encoding_from", TEXT),
    _needed("extras"),  # JSON: the columns that we do not know
    _needed("text"),
    _needed("recorded_at"),
    sa.Column("notice", TEXT),  # what the version says of itself: corrected, updated, withdrawn, translated
    sa.Column("notice_span", TEXT),  # JSON: where it says so
    sa.Column("erased_at", TEXT),
    sa.UniqueConstraint("id", "sha256"),
    comment="An article in one version; the same id with another text is another row",
)

article_words = sa.Table(
    "article_words",
    tables,
    _of("article", "articles", key=True),
    _needed("folded"),
    comment="What searching sees of an article: the words of title and text, folded, with single blanks between",
)

article_sketches = sa.Table(
    "article_sketches",
    tables,
    _of("article", "articles", key=True),
    _needed("hashes"),  # JSON
    comment="A sample of the hashes of a text's words, by which copies are found; worked out from the text",
)

readings = sa.Table(
    "readings",
    tables,
    _number(),
    _of("article", "articles"),
    _needed("code"),
    _needed("model"),
    _needed("lexicon"),
    _needed("language"),
    sa.Column("language_certain", sa.Boolean, nullable=False),
    _needed("kinds"),  # JSON: the kinds of claims that were looked for
    _needed("times"),  # JSON
    _needed("recorded_at"),
    sa.Column("superseded_at", TEXT),
    comment="One version of an article, read by one version of the code, again where another read it in between; "
    "superseded_at is null while it counts",
)

actors = sa.Table(
    "actors",
    tables,
    _of("reading", "readings", key=True),
    sa.Column("id", TEXT, primary_key=True, index=True),
    sa.Column("place", sa.Integer, nullable=False),
    _needed("name"),
    _needed("type"),
    sa.Column("linked", sa.Boolean, nullable=False),
    sa.Column("represents", TEXT),
    _needed("mentions"),  # JSON: spans
    sa.Column("many", sa.Integer),
    sa.Column("guise", sa.ForeignKey("guises.number")),
    sa.Index(None, "guise", "reading", "many"),
    comment="An actor as one reading knows him; many and guise are derived",
)

guises = sa.Table(
    "guises",
    tables,
    _number(),
    _needed("said"),  # JSON: as guises.py has it
    sa.UniqueConstraint("said"),
    comment="Derived: what readings say of actors, each once; it can be dropped and worked out anew",
)

holdings = sa.Table(
    "holdings",
    tables,
    _of("reading", "readings", key=True),
    sa.Column("actor", TEXT, primary_key=True),
    sa.Column("office", TEXT, primary_key=True),
    sa.Column("polity", TEXT, primary_key=True),
    sa.Column("first_day", TEXT),
    sa.Column("last_day", TEXT),
    sa.Index(None, "polity", "office"),
    comment="Derived: the offices in which readings show persons, and the days of which that is known",
)

claims = sa.Table(
    "claims",
    tables,
    _number(),
    _of("reading", "readings", index=False),
    _needed("kind", index=True),
    _needed("id"),
    sa.Column("place", sa.Integer, nullable=False),
    _needed("evidence"),  # JSON: spans
    sa.Column("asserted_by", TEXT),
    sa.Column("issue", TEXT),
    sa.Column("first_day", TEXT),
    sa.Column("last_day", TEXT),
    _needed("body"),  # JSON: the claim as it is printed
    sa.UniqueConstraint("reading", "kind", "id"),
    comment="A claim, never changed; first_day and last_day bound its own date, where it has one",
)

claim_sides = sa.Table(
    "claim_sides",
    tables,
    sa.Column("side", TEXT, primary_key=True),
    sa.Column("kind", TEXT, primary_key=True),
    sa.Column("role", TEXT, primary_key=True),
    sa.Column("claim", sa.ForeignKey("claims.number"), primary_key=True),
    sa.Column("issue", TEXT),
    sa.Column("about", TEXT),
    sqlite_with_rowid=False,
    comment="Derived: by whom a claim is found: who has a part in it, for whom he speaks; a tenure by its office. "
    "Beside them its issue, and the folded words of a stance's object",
)

failures = sa.Table(
    "failures",
    tables,
    _number(),
    _needed("source"),
    _needed("stage"),
    _needed("reason"),
    sa.Column("place", TEXT),  # absolute path or address; null where it cannot be read again
    _needed("recorded_at"),
    sa.Column("resolved_at", TEXT),
    sa.UniqueConstraint("source", "stage", "reason"),
    comment="What could not be read, and why; resolved_at says when the same source was read after all",
)

judgements = sa.Table(
    "judgements",
    tables,
    _number(),
    _needed("kind"),
    _needed("one", index=True),
    sa.Column("one_article", TEXT),
    _needed("one_name"),
    _needed("one_evidence"),  # JSON: where he was seen
    sa.Column("other", TEXT, index=True),
    sa.Column("other_article", TEXT),
    sa.Column("other_name", TEXT),
    sa.Column("other_evidence", TEXT),  # JSON
    sa.Column("claim_kind", TEXT),
    sa.Column("claim", TEXT),  # JSON: the claim as it was judged
    sa.Column("field", TEXT),
    sa.Column("value", TEXT),  # JSON
    _needed("by"),
    sa.Column("rule_version", TEXT),
    sa.Column("score", sa.Float),
    _needed("why"),
    _needed("judged_at"),
    sa.Column("withdrawn_at", TEXT),
    sa.Column("withdrawn_by", TEXT),
    comment="What a person, or a rule of a version, decides of actors, claims, articles; kept for good",
)

feeds = sa.Table(
    "feeds",
    tables,
    _number(),
    sa.Column("address", TEXT, nullable=False, unique=True),
    sa.Column("title", TEXT),
    sa.Column("etag", TEXT),
    sa.Column("modified", TEXT),
    sa.Column("asked_at", TEXT),
    sa.Column("due_at", TEXT),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("reason", TEXT),
    comment="A feed, by its address, or a folder, by its path, that is followed; not before due_at it is asked again",
)

feed_entries = sa.Table(
    "feed_entries",
    tables,
    _of("feed", "feeds", key=True),
    sa.Column("key", TEXT, primary_key=True),
    _needed("mark"),
    sa.Column("link", TEXT, index=True),
    sa.Column("title", TEXT),
    sa.Column("published", TEXT),
    sa.Column("content", TEXT),
    sa.Column("etag", TEXT),
    sa.Column("modified", TEXT),
    _needed("seen_at"),
    sa.Column("due_at", TEXT),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("reason", TEXT),
    sa.Column("done_at", TEXT),
    sa.Index(None, "feed", "done_at"),
    comment="What a feed announced or a folder holds; done_at says when it was read, or given up for a reason",
)
