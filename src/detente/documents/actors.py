"""The actors of one article, collected while its mentions are found."""

from dataclasses import replace

from detente.documents.document import Actor, ActorType, Document
from detente.documents.publishers import publisher
from detente.lexicon import Known, directory, office_of
from detente.text import Span, slug


class Registry:
    """Who has been named so far; ``fill`` gives the document its actors."""

    def __init__(self) -> None:
        self._known: dict[str, Actor] = {}

    @classmethod
    def of(cls, document: Document) -> "Registry":
        """Go on from the actors that a document has."""
        registry = cls()
        registry._known = {actor.id: actor for actor in document.actors}
        for role in document.roles:
            if role.person and role.polity and role.status != "former" and _speaks(role.office, document.language):
                registry.represent(role.person, role.polity)
        return registry

    def __getitem__(self, key: str) -> Actor:
        return self._known[self._introduce(key)]

    def __contains__(self, key: str) -> bool:
        return key in self._known

    def side(self, key: str) -> str | None:
        """Give the state or bloc that an actor is or speaks for."""
        actor = self[key]
        return actor.represents or (key if actor.type in ("state", "bloc") else None)

    def represent(self, key: str, polity: str) -> None:
        """Note for whom an actor speaks by office."""
        above = self._known.get(polity) or directory().get(polity)
        if above and above.represents:
            polity = above.represents
        if not self._known[key].represents:
            self._known[key] = self._known[key]._replace(represents=polity)

    def add(self, key: str, name: str, kind: ActorType, represents: str | None = None) -> str:
        """Note an actor that the directory does not know; give its id."""
        self._known.setdefault(key, Actor(key, name, kind, linked=False, mentions=(), represents=represents))
        return key

    def people(self, name: str, state: Known) -> str:
        """Note the people of a state as a group of their own: "Peruvians"; give its id."""
        key = f"group/{slug(name)}"
        self._known.setdefault(key, Actor(key, name, "group", linked=False, mentions=(), people_of=state.id))
        return key

    def know(self, known: Known) -> str:
        """Note an actor of the directory; give its id."""
        actor = Actor(known.id, known.name, known.type, linked=True, mentions=(), represents=known.represents)
        self._known.setdefault(known.id, actor)
        if known.represents and known.represents not in self._known:
            self.know(directory()[known.represents])
        return known.id

    def join(self, key: str, members: tuple[str, ...]) -> None:
        """Note who makes up a group."""
        self._known[key] = self._known[key]._replace(members=members)

    def fill(self, document: Document) -> Document:
        """Give the document with all actors that it mentions, those for whom they speak and its publisher."""
        spans: dict[str, list[Span]] = {}
        for mention in document.mentions:
            for key in mention.actors:
                spans.setdefault(key, []).append(mention.span)
        for turn in document.turns:
            if turn.speaker:
                spans.setdefault(turn.speaker, []).append(turn.label)
        for key in tuple(spans):
            represented = self._known[key].represents
            if represented:
                spans.setdefault(self._introduce(represented), [])
        for state in publisher(document):
            spans.setdefault(self._introduce(state), [])
        actors = (
            actor._replace(mentions=tuple(sorted(spans[key]))) for key, actor in self._known.items() if key in spans
        )
        return replace(document, actors=tuple(actors))

    def _introduce(self, key: str) -> str:
        return key if key in self._known else self.know(directory()[key])


def _speaks(office: str, language: str) -> bool:
    """Say whether the holder of an office speaks for his state or bloc: "finance minister" as "minister"."""
    entry = office_of(office, language)
    return entry is not None and entry.represents
