"""IN an article. OUT a document: the article with its layers."""

from detente.articles import Article
from detente.documents import coreference, language, mentions, quotations, structure, syntax, times
from detente.documents.clauses import Clause, Preposition, clause, clauses, owners, prepositions
from detente.documents.document import (
    Actor,
    ActorType,
    Block,
    Document,
    Entity,
    Mention,
    OfficeStatus,
    Quotation,
    Role,
    Sentence,
    TimeExpression,
)
from detente.documents.factuality import Factuality, factuality
from detente.documents.tree import Token, Tree
from detente.settings import Settings

__all__ = [
    "Actor",
    "ActorType",
    "Block",
    "Clause",
    "Document",
    "Entity",
    "Factuality",
    "Mention",
    "OfficeStatus",
    "Preposition",
    "Quotation",
    "Role",
    "Sentence",
    "TimeExpression",
    "Token",
    "Tree",
    "annotate",
    "clause",
    "clauses",
    "factuality",
    "owners",
    "prepositions",
]


def annotate(article: Article, settings: Settings) -> Document:
    """Make all layers; raise ``LanguageError`` for an article in another language, ``UsageError`` for a bad model."""
    document = language.annotate(Document(article), settings)
    document = structure.annotate(document)
    document = syntax.annotate(document, settings.model)
    document = quotations.annotate(document)
    document = times.annotate(document)
    document = mentions.annotate(document)
    return coreference.annotate(document)
