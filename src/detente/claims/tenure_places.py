"""A place in the text that says something of an office, and what can be asked about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.claims.arguments import behind, named, proof, role_at
from detente.claims.tenures import Lead, directory_of
from detente.documents import Clause, Document, OfficeStatus, Role, prepositions
from detente.lexicon import TenureCue, tenure_cues

_HELD = ("current", "acting", "contested")


@dataclass(frozen=True, slots=True)
class Place:
    """A cue at a token, with the tenures that titles tell of."""

    document: Document
    titled: tuple[Lead, ...]
    token: int
    cue: TenureCue

    def office_of(self, person: str) -> tuple[str, str | None] | None:
        """Give the office and polity that titles give to a person, else the only one that the directory knows."""
        for lead in self.titled:
            if lead.person == person and lead.status in _HELD:
                return lead.office, lead.polity
        known = {(holder.office, holder.state) for holder in directory_of(self.document, person)}
        return known.pop() if len(known) == 1 else None

    def polity_of(self, token: int) -> str | None:
        """Give the polity for which somebody acts: a state itself, a person's by his office."""
        for actor in behind(self.document, token):
            if not actor.startswith("person/"):
                return self.document.state_of(actor)
            if (office := self.office_of(actor)) and office[1]:
                return office[1]
        role = role_at(self.document, token)
        return role.polity if role else None

    def lead(self, person: str, office: tuple[str, str | None], status: OfficeStatus, *words: int) -> Lead:
        """Give what this place says of a person in an office, proved by these tokens."""
        return Lead(
            person=person,
            office=office[0],
            polity=office[1],
            status=status,
            evidence=proof(self.document, (self.token, *words)),
            why=f"tenure_cues/{self.cue.id}",
            confidence=0.85,
        )


def places(document: Document, titled: tuple[Lead, ...]) -> Iterator[Place]:
    """Give every place where a cue stands."""
    cues, tree = tenure_cues(document.language), document.tree
    for token in tree.tokens:
        for words, cue in cues.get(token.lemma.lower(), ()):
            if token.pos in ("VERB", "NOUN", "PROPN") and _stands(document, token.i, words):
                yield Place(document, titled, token.i, cue)
                break


def _stands(document: Document, i: int, words: tuple[str, ...]) -> bool:
    """Say whether the words after the first hang on it or follow it: "step down", "swear in"."""
    near = document.tree.tokens[i + 1 : i + 4]
    return all(any(token.text.lower() == word for token in near) for word in words[1:])


def persons(document: Document, tokens: tuple[int, ...], title: Role | None = None) -> tuple[tuple[int, str], ...]:
    """Give the persons among these tokens, each with his token; a title does not stand for its own holder."""
    return tuple(
        (token, actor)
        for token in tokens
        if title is None or token != title.head
        for actor in named(document, token)
        if actor.startswith("person/")
    )


def office_named(document: Document, own: Clause) -> Role | None:
    """Give the title that a clause holds: "appointed him *as foreign minister*"."""
    tree = document.tree
    near = (
        head
        for token in own.objects
        for prep in prepositions(tree, token)
        if prep.word == "as"
        for head in prep.objects
    )
    tokens = (*own.attributes, *own.after("as"), *own.complements, *near, *own.objects, *own.after("to", "for", "from"))
    for token in tokens:
        role = role_at(document, token)
        if role is not None and (role.name is None or tree[own.verb].dep == "acl"):
            return role
    return None
