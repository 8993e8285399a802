"""The actors of one article, collected while its mentions are found."""

from dataclasses import replace

from detente.documents.document import Actor, ActorType, Document
from detente.lexicon import Known, directory, offices


class Registry:
    """Who has been named so far; ``fill`` gives the document its actors."""

    def __init__(self) -> None:
        self._known: dict[str, Actor] = {}

    @classmethod
    def of(cls, document: Document) -> "Registry":
        """Go on from the actors that a document has."""
        registry = cls()
        registry._known = {actor.id: actor for actor in document.actors}
        return registry

    def add(self, key: str, name: str, kind: ActorType, represents: str | None = None) -> str:
        """Note an actor that the directory does not know; give its id."""
        self._known.setdefault(key, Actor(key, name, kind, linked=False, mentions=(), represents=represents))
        return key

    def know(self, known: Known) -> str:
        """Note an actor of the directory; give its id."""
        actor = Actor(known.id, known.name, known.type, linked=True, mentions=(), represents=known.represents)
        self._known.setdefault(known.id, actor)
        if known.represents and known.represents not in self._known:
            self.know(directory()[known.represents])
        return known.id

    def fill(self, document: Document) -> Document:
        """Give the document with all actors that it mentions, each with its spans."""
        spans: dict[str, list[tuple[int, int]]] = {key: [] for key in self._known}
        for mention in document.mentions:
            for actor in mention.actors:
                spans[actor].append(mention.span)
        represented = {
            role.person: role.polity
            for role in document.roles
            if role.person and role.polity and role.status != "former" and _speaks(role.office, document.language)
        }
        actors = tuple(
            replace_spans(actor, document, represented.get(key)) for key, actor in self._known.items() if spans[key]
        )
        return replace(document, actors=actors)


def replace_spans(actor: Actor, document: Document, polity: str | None) -> Actor:
    """Give the actor with the spans of all its mentions, and the state of its office."""
    spans = tuple(mention.span for mention in document.mentions if actor.id in mention.actors)
    return actor._replace(mentions=spans, represents=actor.represents or polity)


def _speaks(office: str, language: str) -> bool:
    """Say whether the holder of an office speaks for his state or bloc: "finance minister" as "minister"."""
    known = offices(language)
    words = office.split()
    entry = next((known[last] for n in range(len(words)) if (last := " ".join(words[n:])) in known), None)
    return entry is not None and entry.represents
