"""IN an article. OUT a document: the article with its layers."""

from collections.abc import Callable

from detente.articles import Article
from detente.documents import (
    bodies,
    coreference,
    crowds,
    encoder,
    headlines,
    home,
    language,
    mentions,
    quotations,
    roles,
    structure,
    syntax,
    times,
)
from detente.documents.attitudes import Attitude, attitudes
from detente.documents.clauses import Clause, Preposition, clause, clauses, owners, prepositions, subjects_of
from detente.documents.declarations import Declaration, after_point, declarations
from detente.documents.deeds import Weighed, states_about, weigh
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
    Turn,
)
from detente.documents.encoded import Array, Encoded
from detente.documents.factuality import Factuality, factuality
from detente.documents.heads import Asked, asked
from detente.documents.home import HOME_KINDS, by_signs, home_at
from detente.documents.issuers import issuers_of, signatory_of, voice_of
from detente.documents.leaning_marks import Leaning, leanings
from detente.documents.pairs import between, branch_of
from detente.documents.times_of import date_of
from detente.documents.tree import Token, Tree
from detente.settings import Settings

__all__ = [
    "HOME_KINDS",
    "LAYERS",
    "Actor",
    "ActorType",
    "Array",
    "Asked",
    "Attitude",
    "Block",
    "Clause",
    "Declaration",
    "Document",
    "Encoded",
    "Entity",
    "Factuality",
    "Leaning",
    "Mention",
    "OfficeStatus",
    "Preposition",
    "Quotation",
    "Role",
    "Sentence",
    "TimeExpression",
    "Token",
    "Tree",
    "Turn",
    "Weighed",
    "after_point",
    "annotate",
    "asked",
    "attitudes",
    "between",
    "branch_of",
    "by_signs",
    "clause",
    "clauses",
    "date_of",
    "declarations",
    "factuality",
    "home_at",
    "issuers_of",
    "leanings",
    "owners",
    "prepositions",
    "signatory_of",
    "states_about",
    "subjects_of",
    "voice_of",
    "weigh",
]


Layer = Callable[[Document, Settings], Document]


def _alone(layer: Callable[[Document], Document]) -> Layer:
    """Take a layer that needs no settings for one that does."""
    return lambda document, _settings: layer(document)


LAYERS: dict[str, Layer] = {
    "language": language.annotate,
    "structure": _alone(structure.annotate),
    "syntax": syntax.annotate,
    "quotations": _alone(quotations.annotate),
    "encoder": encoder.annotate,
    "times": _alone(times.annotate),
    "mentions": _alone(mentions.annotate),
    "roles": _alone(roles.annotate),
    "coreference": _alone(coreference.annotate),
    "bodies": _alone(bodies.annotate),
    "headlines": headlines.annotate,
    "home": _alone(home.annotate),
    "crowds": _alone(crowds.annotate),
}
"""The layers by name, in the order in which they are made."""


def annotate(article: Article, settings: Settings) -> Document:
    """Make all layers; raise ``LanguageError`` for an article in another language, ``UsageError`` for a bad model."""
    document = Document(article)
    for layer in LAYERS.values():
        document = layer(document, settings)
    return document
