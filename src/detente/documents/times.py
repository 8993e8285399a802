"""Words that name a time, resolved against the publication date."""

from detente.documents.document import Document


def annotate(document: Document) -> Document:
    """Give the document with this layer."""
    return document
