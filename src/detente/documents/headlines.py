"""Names in the title that a header gives ("title: Lima talks end"): mentions of those whom the text knows.

Such a title is no part of the prose: nothing is claimed from it, and nothing refers back to it. So it is read by
itself, and the heads of its mentions lie beyond the tokens of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.articles import Article
from detente.documents import mentions, syntax
from detente.documents.actors import Registry
from detente.documents.document import Block, Document, Mention
from detente.documents.names import phrases
from detente.documents.people import covers
from detente.settings import Settings
from detente.text import Span, fold

_LINE = re.compile(r"^(?:title|headline)[ \t]*:[ \t]*(?P<value>[^\r\n]*\S)", re.IGNORECASE | re.MULTILINE)


def annotate(document: Document, settings: Settings) -> Document:
    """Give the document with the names in its header's title as mentions."""
    span = _title(document.article)
    if span is None:
        return document
    title = syntax.annotate(Document(document.article, document.language, blocks=(Block("title", span),)), settings)
    registry = Registry.of(document)
    known, taken = mentions.known(title, registry)
    found = (*known, *_people(document, title, taken))
    beyond = len(document.tree)
    added = (mention._replace(head=mention.head + beyond) for mention in found)
    return registry.fill(replace(document, mentions=tuple(sorted((*document.mentions, *added)))))


def _title(article: Article) -> Span | None:
    if article.header is None or article.title is None:
        return None
    start = article.header.start
    match = _LINE.search(article.header.of(article.text))
    if match is None or match["value"] != article.title:
        return None
    return Span(start + match.start("value"), start + match.end("value"))


def _people(document: Document, title: Document, taken: set[int]) -> Iterator[Mention]:
    """Give the names in the title that are those of the one person of the text who bears them."""
    for phrase in phrases(title, taken):
        key = tuple(map(fold, phrase.words))
        bearers = [
            actor.id
            for actor in document.actors
            if actor.type == "person" and ((parts := tuple(fold(actor.name).split())) == key or covers(parts, key))
        ]
        if len(bearers) == 1:
            span = title.tree.span(range(phrase.first, phrase.last))
            yield Mention(span, phrase.last - 1, "name", (bearers[0],), "names/title")
