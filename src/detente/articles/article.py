"""An article as published: its text, never altered, and what its surroundings say of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from detente.articles.encodings import EncodingFrom
from detente.text import Span

PublishedFrom = Literal["header", "metadata", "column", "url", "feed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article.

    ``published`` is an ISO 8601 day (``2021-08-05``) or None where nothing tells it; ``header`` and
    ``title_span`` say which characters of the text are header line and title and so no prose. ``extras`` keeps
    the columns that we do not know, as they came. ``encoding`` is what the bytes were decoded from (``utf-8``,
    ``windows-1252``) and ``encoding_from`` how that is known; both are None where the text came as characters.
    """

    id: str
    source: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    url: str | None = None
    encoding: str | None = None
    encoding_from: EncodingFrom | None = None
    header: Span | None = None
    title_span: Span | None = None
    extras: Mapping[str, str] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """The digest of the text's UTF-8 bytes (a lone surrogate, which UTF-8 cannot hold, becomes ``?``)."""
        return hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest()

    def named(self, id_: str) -> Self:
        """Give the article under another id."""
        return replace(self, id=id_)

    def identified(self) -> Self:
        """Give the article its digest as id where it has none."""
        return self if self.id else self.named(self.sha256)
