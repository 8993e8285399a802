"""Names and descriptions of actors."""

from detente.documents.document import Document


def annotate(document: Document) -> Document:
    """Give the document with this layer."""
    return document
