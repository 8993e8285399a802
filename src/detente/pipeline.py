"""The whole flow of one article, in one screen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from detente.articles import Article
from detente.claims import KINDS, Claims, as_json, extract, older_sanctions
from detente.documents import Document, annotate
from detente.errors import SourceError
from detente.lexicon import own_issues, own_world
from detente.settings import Settings


@dataclass(frozen=True, slots=True)
class Extraction:
    """What comes of one article: the document with all its layers, and its claims."""

    document: Document
    claims: Claims

    def as_json(self) -> dict[str, Any]:
        """Give the object that the contract describes; who only publishes, without a part in it, is no actor."""
        article = self.document.article
        claims = {kind: as_json(getattr(self.claims, kind)) for kind in KINDS}
        heard = {actor.represents for actor in self.document.actors} | set(_words(list(claims.values())))
        return {
            "article": {
                "id": article.id,
                "source": article.source,
                "outlet": article.outlet,
                "title": article.title,
                "published": article.published,
                "published_from": article.published_from,
                "language": self.document.language,
                "language_certain": self.document.language_certain,
                "sha256": article.sha256,
                "url": article.url,
                "encoding": article.encoding,
                "encoding_from": article.encoding_from,
                "extras": dict(article.extras),
            },
            "text": article.text,
            "times": [
                {"start": time.span.start, "end": time.span.end, "value": time.value} for time in self.document.times
            ],
            "actors": [
                {
                    "id": actor.id,
                    "name": actor.name,
                    "type": actor.type,
                    "linked": actor.linked,
                    "represents": actor.represents,
                    "mentions": as_json(actor.mentions),
                }
                for actor in self.document.actors
                if actor.mentions or actor.id in heard
            ],
            **claims,
        }


def _words(value: Any) -> Iterator[str]:
    """Give every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)


def read(article: Article, settings: Settings) -> Extraction:
    """Read one article; raise ``ArticleError`` where it cannot be read, ``LexiconError`` for data of one's own."""
    if len(article.text) > settings.max_characters:
        raise SourceError(article.source, f"{len(article.text)} characters; expected at most {settings.max_characters}")
    with own_world(settings.world), own_issues(settings.issues):
        document = annotate(article, settings)
        claims = extract(document)
    if settings.older_sanctions:
        claims = replace(claims, events=older_sanctions(claims.events, document.language))
    return Extraction(document, claims)
