"""Which mentions stand for the same actor."""

from detente.documents.document import Document


def annotate(document: Document) -> Document:
    """Give the document with this layer."""
    return document
