"""Words between quotation marks, of every style and mixture."""

from detente.documents.document import Document


def annotate(document: Document) -> Document:
    """Give the document with this layer."""
    return document
