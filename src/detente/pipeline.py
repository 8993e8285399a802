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
        """Give the object that the contract describes."""
        article = self.document.article
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
            ],
            **{kind: as_json(getattr(self.claims, kind)) for kind in KINDS},
        }


def read(article: Article, settings: Settings) -> Extraction:
    """Read one article; raise ``ArticleError`` where it cannot be read, ``LexiconError`` for data of one's own."""
    if len(article.text) > settings.max_characters:
        raise SourceError(article.source, f"{len(article.text)} characters; expected at most {settings.max_characters}")
    with own_world(settings.world), own_issues(settings.issues):
        document = annotate(article, settings)
        claims = extract(document)
    if settings.older_sanctions:
        claims = replace(claims, events=older_sanctions(claims.events, document.language))
    return Extraction(_heard(document, claims), claims)


def _heard(document: Document, claims: Claims) -> Document:
    """Leave out the actors without a part in what is told: a publisher who only publishes."""
    if all(actor.mentions for actor in document.actors):
        return document
    named = {actor.represents for actor in document.actors}
    named |= set(_words([as_json(getattr(claims, kind)) for kind in KINDS]))
    return replace(document, actors=tuple(each for each in document.actors if each.mentions or each.id in named))


def _words(value: Any) -> Iterator[str]:
    """Give every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)
