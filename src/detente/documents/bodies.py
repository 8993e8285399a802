"""Bodies whose names only the text ties to their state: "the Senate", "the Foreign Ministry", "the Quds Force".

Coreference ties them as descriptions. Those with a name of their own become names here: written with capitals, or in
small letters with the state beside them ("the Turkish parliament"). Names before another noun ("a Foreign Ministry
spokesman") are added. What is still nobody's belongs to the state of which the text speaks most.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property

from detente.documents.actors import Registry
from detente.documents.document import Document, Mention
from detente.lexicon import (
    Known,
    bodies_beside,
    chambers,
    descriptions,
    directory,
    names,
    names_of,
    titles_of_people,
    words,
)
from detente.text import fold, slug

_STEM = 6
_OWNERS = ("amod", "compound", "nmod", "poss")


def annotate(document: Document) -> Document:
    """Give the document with its bodies' names as names, each tied to its state."""
    registry = Registry.of(document)
    reader = _Reader(document, registry)
    told = [reader.named(mention) for mention in document.mentions]
    before = {i for each in told if each.kind == "name" for i in document.tree.within(each.span)}
    added = list(reader.left_out(before))
    heads = {each.head for each in added}
    mentions = sorted([*(each for each in told if each.head not in heads or each.kind == "name"), *added])
    one = reader.joined()
    mentions = [each._replace(actors=tuple(one.get(actor, actor) for actor in each.actors)) for each in mentions]
    roles = tuple(role._replace(polity=one.get(role.polity or "", role.polity)) for role in document.roles)
    return registry.fill(replace(document, mentions=tuple(mentions), roles=roles))


class _Reader:
    def __init__(self, document: Document, registry: Registry) -> None:
        self.document = document
        self.tree = document.tree
        self.registry = registry
        self.told: dict[str, str] = {}
        self.renamed: dict[str, str] = {}
        self.parts = titles_of_people(document.language)
        self.joining = bodies_beside(document.language)
        kinds = ((word, each) for word, some in descriptions(document.language).items() for each in some)
        self.words = {word for word, each in kinds if each.kind == "body"}

    def named(self, mention: Mention) -> Mention:
        """Make a name of a description that is one."""
        if mention.kind != "nominal" or self.tree[mention.head].lemma.lower() not in self.words:
            return mention
        actor = self.registry[mention.actors[0]] if len(mention.actors) == 1 else None
        if actor is None or actor.type not in ("government", "organisation"):
            return mention
        first, last = self._name(mention.head)
        plain = " ".join(token.text.lower() for token in self.tree.tokens[first:last])
        if self._is_name(first, last):
            whole = actor.represents and (actor.linked or plain in actor.name.lower())
            key = actor.id if whole else self._tied(plain, mention.head, actor.represents)
            self.told.setdefault(plain, key)
            self.renamed[actor.id] = key
            return mention._replace(span=self.tree.span(range(first, last)), kind="name", actors=(key,))
        state = self._beside(mention.head)
        if state and fold(self.tree[mention.head].text) in bodies_beside(self.document.language):
            self.told.setdefault(plain, actor.id)
            start = self.tree.within(mention.span).start
            start += self.tree[start].tag == "DT"
            return mention._replace(span=self.tree.span(range(start, mention.head + 1)), kind="name")
        return mention

    def left_out(self, taken: set[int]) -> Iterator[Mention]:
        """Give the names of bodies that no mention covers."""
        for token in self.tree.tokens:
            if token.i in taken or not token.text[0].isupper() or token.pos not in ("PROPN", "NOUN"):
                continue
            first, last = self._name(token.i)
            word = fold(token.text)
            alone = last - first == 1 and word in chambers(self.document.language) and self._is_chamber(token.i)
            longer = last - first > 1 and word in self.words and not taken & set(range(first, last))
            if (alone or longer) and self._is_name(first, last):
                plain = " ".join(each.text.lower() for each in self.tree.tokens[first:last])
                actor = self._tied(plain, token.i)
                span = self.tree.span(range(first, last))
                yield Mention(span, token.i, "name", (actor,), f"bodies/{'alone' if alone else 'before'}")

    def joined(self) -> dict[str, str]:
        """Give the actors that are another: the later of two ministries with one state, last word and first stem."""
        one = dict(self.renamed)
        seen: dict[tuple[str | None, str, str], str] = {}
        for plain, actor in self.told.items():
            parts = plain.split()
            if len(parts) > 1 and parts[-1] in self.joining and parts[0] not in self.parts and len(parts[0]) >= _STEM:
                key = self.registry[actor].represents, parts[-1], parts[0][:_STEM]
                one[actor] = seen.setdefault(key, actor)
        return {old: one.get(new, new) for old, new in one.items()}

    def _name(self, head: int) -> tuple[int, int]:
        """Give the tokens of the name around a word: "Emergency Situations *Ministry*", "*Ministry* of Health"."""
        first, last = head, head + 1
        floor = self.document.sentence_of(head).first
        while first > floor and self._goes_before(first - 1):
            first -= 1
        of = next((i for i in self.tree.children(head, "prep") if self.tree[i].text == "of" and i == head + 1), None)
        below = self.tree.subtree(of) if of is not None else ()
        if below and self.tree[below[-1]].pos == "PROPN" and not self._others & set(below):
            last = below[-1] + 1
        return first, last

    def _goes_before(self, i: int) -> bool:
        token = self.tree[i]
        named = token.text[0].isupper() and token.pos in ("PROPN", "ADJ", "NOUN") and token.text.isalpha()
        return named and i not in self._others

    @cached_property
    def _others(self) -> set[int]:
        known = (each for each in self.document.mentions if each.kind == "name")
        days = (each for each in self.document.entities if each.label in ("DATE", "TIME"))
        named = {i for each in known for i in self.tree.within(each.span)}
        return named | {i for each in days for i in range(each.first, each.last)}

    def _is_name(self, first: int, last: int) -> bool:
        """Say whether words are written as a name, and not only as the beginning of a sentence."""
        token = self.tree[last - 1]
        return token.text[0].isupper() and (last - first > 1 or token.pos == "PROPN")

    def _is_chamber(self, i: int) -> bool:
        """Say whether "House" or "Senate" stands alone: no other name goes on it, and the text has its like."""
        tree = self.tree
        following = tree[i + 1] if i + 1 < len(tree) else None
        if following is not None and (following.text[0].isupper() or following.text in ("of", "-")):
            return False
        likes = chambers(self.document.language)
        return fold(tree[i].text) != "house" or any(
            fold(each.text) in likes and each.text != tree[i].text and each.text[0].isupper() for each in tree.tokens
        )

    def _tied(self, plain: str, head: int, state: str | None = None) -> str:
        """Give the actor of a body: that told of under these words, or that of its state."""
        state = state or self._beside(head)
        if plain in self.told and (state is None or self.registry[self.told[plain]].represents == state):
            return self.told[plain]
        state = state or self._home
        if state is None:
            return self.told.setdefault(plain, self.registry.add(f"government/{slug(plain)}", plain, "government"))
        if known := known_body(state, plain):
            return self.told.setdefault(plain, self.registry.know(known))
        owner = self.registry[state]
        actor = self.registry.add(
            f"government/{slug(f'{owner.name} {plain}')}", f"{plain} of {owner.name}", "government"
        )
        self.registry.represent(actor, state)
        return self.told.setdefault(plain, actor)

    def _beside(self, head: int) -> str | None:
        """Give the state named with a body: "the *Turkish* parliament", "the parliament of *Turkey*"."""
        tree = self.tree
        near = [*tree.children(head, *_OWNERS)]
        near += [i for of in tree.children(head, "prep") if tree[of].text == "of" for i in tree.children(of, "pobj")]
        found = (self.document.mention_at[i].actors for i in near if i in self.document.mention_at)
        return next((a for actors in found for a in actors if self.registry[a].type == "state"), None)

    @cached_property
    def _home(self) -> str | None:
        """The state of which the text speaks most, by its names, its places and its people."""
        counts: Counter[str] = Counter()
        for mention in self.document.mentions:
            for actor in mention.actors if mention.kind == "name" else ():
                known = directory().get(actor)
                state = self.registry.side(actor) or (known.within if known else None)
                if state and state in directory() and directory()[state].type == "state":
                    counts[state] += 1
        return max(counts, key=lambda state: counts[state], default=None)


@cache
def known_body(state: str, plain: str) -> Known | None:
    """Look a body up under all names of its state: "Russian" or "Russia's" parliament."""
    found = (each.known for own in names_of(state) for each in names().get(words(f"{own} {plain}"), ()))
    return next((known for known in found if known.represents == state), None)
