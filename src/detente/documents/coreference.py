"""Which pronouns and descriptions stand for the same actor as an earlier name."""

from dataclasses import replace

from detente.documents.actors import Registry
from detente.documents.document import Document, Mention

_SINGULAR = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}


def annotate(document: Document) -> Document:
    """Give the document with pronouns resolved, where there is evidence."""
    people = {actor.id for actor in document.actors if actor.type == "person"}
    names = {mention.head: mention for mention in document.mentions}
    last: str | None = None
    subject: str | None = None
    found: list[Mention] = list(document.mentions)
    for token in document.tree.tokens:
        mention = names.get(token.i)
        person = next((actor for actor in mention.actors if actor in people), None) if mention else None
        if person:
            last = person
            subject = person if token.dep in ("nsubj", "nsubjpass") else subject
        elif token.pos == "PRON" and token.text.lower() in _SINGULAR and (subject or last):
            meant = subject or last
            found.append(Mention(token.span, token.i, "pronoun", (meant,) if meant else (), "pronouns/nearest"))
    document = replace(document, mentions=tuple(sorted(found)))
    return Registry.of(document).fill(document)
