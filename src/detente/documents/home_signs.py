"""What says whose a bare title or body is, beside who acts: owner, seat, sentence, publisher, dateline.

"Nigeria took the other view. Ana Soto, *its* water minister"; "Ana Soto, the works minister, in *Lima*"; "*Peru* will
let them pass, Foreign Minister Ana Soto said"; "LIMA – Foreign Minister Ana Soto", where nobody acts before.
"""

import re
from collections.abc import Iterator

from detente.documents.clauses import subjects_of
from detente.documents.document import Document, Role
from detente.documents.publishers import publisher
from detente.lexicon import Name, capital_of, descriptions, names, office_of, places_called, reporting_verbs, words

_LONGEST, _NEAR = 4, 6
_JOINTS = re.compile(r"[,(–—-]")


def owner_of(document: Document, role: Role) -> str | None:
    """Give the state for which a pronoun before a title stands: "*its* foreign minister"."""
    tree = document.tree
    own = (i for i in tree.children(role.head, "poss") if tree[i].tag == "PRP$")
    states = {state for i in own for state in document.who(i) if _is_polity(document, state)}
    return states.pop() if len(states) == 1 else None


def seat_beside(document: Document, role: Role) -> str | None:
    """Give the state of the city behind a title: "the works minister, in *Lima*", "of the ministry in *Lima*"."""
    tree, end = document.tree, document.tree.within(role.span)[-1] + 1
    last = document.sentence_of(role.head).last
    end += end < last and tree[end].text == ","
    near = range(end, min(last, end + _NEAR))
    at = next((i for i in near if tree[i].text.lower() == "in" or tree[i].pos in ("VERB", "AUX", "PUNCT")), None)
    if at is None or tree[at].text.lower() != "in":
        return None
    known = descriptions(document.language).get(tree[at - 1].lemma.lower(), ())
    if tree[at - 1].text != "," and not any(each.kind == "body" for each in known):
        return None  # "met the foreign minister in Lima"
    ends = range(min(last, at + 1 + _LONGEST), at + 1, -1)
    return next((state for k in ends if (state := _state_at(document, at + 1, k))), None)


def said_beside(document: Document, role: Role) -> str | None:
    """Give the only state of which a sentence tells what it does, where a bare minister says so."""
    sentence = document.sentence_of(role.head)
    verbs = (i for i in range(sentence.first, sentence.last) if document.tree[i].pos in ("VERB", "AUX"))
    acting = {who for verb in verbs for i in subjects_of(document.tree, verb) for who in document.who(i)}
    states = {each for each in acting if "/" not in each}
    return states.pop() if len(states) == 1 else None


def told_before(document: Document, role: Role) -> str | None:
    """Give the only state named in the sentence before and in his own up to the title, where nobody acts before.

    "In *Peru* nobody noticed. Ana Soto, the foreign minister, told parliament".
    """
    here = document.sentences.index(document.sentence_of(role.head))
    before, own = document.sentences[max(0, here - 1)], document.sentences[here]
    if not here or before.block != own.block:
        return None
    named = {who for i in range(before.first, role.head) for who in document.who(i) if _is_polity(document, who)}
    verbs = (i for i in range(before.first, before.last) if document.tree[i].pos in ("VERB", "AUX"))
    acting = {who for verb in verbs for i in subjects_of(document.tree, verb) for who in document.who(i)}
    return named.pop() if len(named) == 1 and not acting else None


def dateline_state(document: Document) -> str | None:
    """Give the state of the place from which an article is sent, where its dateline tells it."""
    line = next((block.dateline for block in document.blocks if block.dateline), None)
    parts = [part.strip() for part in _JOINTS.split(line.of(document.text))] if line else []
    named = (name.known.id for part in parts[1:2] for name in names().get(words(part), ()) if _is_state(name))
    return next(named, None) or (_city(parts[0]) if parts else None)


def _is_state(name: Name) -> bool:
    return name.known.type == "state" and name.use == "name"


def _state_at(document: Document, first: int, end: int) -> str | None:
    """Give the state of the city that these words name."""
    return _city(" ".join(token.text for token in document.tree.tokens[first:end]))


def _city(name: str) -> str | None:
    """Give the state of the capital, or the largest city, of a name."""
    if not name[:1].isupper():
        return None
    if capital := capital_of(name.title()):
        return capital.id
    found = [place for place in places_called(name) if place.kind in ("capital", "city") and place.state]
    largest = max(found, key=lambda place: place.people, default=None)
    return largest.state if largest and largest.people else None


def _is_polity(document: Document, actor: str) -> bool:
    return actor in document.actor and document.actor[actor].type in ("state", "bloc")


def named_next(document: Document) -> Iterator[tuple[str, str]]:
    """Give whom a description introduces right before his name: "*Peru's works minister* said no. "…", *Soto* said"."""
    verbs, tree = reporting_verbs(document.language), document.tree
    seen: set[str] = {role.person for role in document.roles if role.person}
    unnamed = {
        document.sentences.index(document.sentence_of(role.head)): role
        for role in document.roles
        if _acts(document, role)
    }
    for mention in document.mentions:
        new = [who for who in mention.actors if who.startswith("person/") and who not in seen]
        if mention.kind != "name" or not new or mention.head >= len(tree):
            continue
        seen.update(new)
        here = document.sentences.index(document.sentence_of(mention.head))
        says = tree[mention.head].dep == "nsubj" and tree[tree[mention.head].head].lemma in verbs
        bare = not tree.children(mention.head, "appos", "relcl", "acl", "prep")
        quoted = any(
            document.sentences[here].span.start <= q.span.start < mention.span.start for q in document.quotations
        )
        role = unnamed.get(here - 1) if bare and quoted else None
        if says and role and role.polity and document.actor[new[0]].represents is None:
            yield new[0], role.polity


def _acts(document: Document, role: Role) -> bool:
    """Say whether an official whom nobody names is the subject of a sentence."""
    tree = document.tree
    entry = office_of(role.office, document.language)
    speaks = entry is not None and entry.represents and role.status not in ("former", "contested")
    return speaks and role.person is None and tree[role.head].dep in ("nsubj", "nsubjpass") and role.polity is not None


def leading(document: Document) -> Iterator[tuple[str, str]]:
    """Give those who lead a body of a state: "Ana Soto, who *led the delegation of Peru*"."""
    tree = document.tree
    known = descriptions(document.language)
    verbs = {verb for some in known.values() for each in some for verb in each.led}
    for token in tree.tokens:
        if token.pos != "VERB" or token.lemma not in verbs:
            continue
        people = [who for i in subjects_of(tree, token.i) for who in document.who(i) if who.startswith("person/")]
        for i in tree.children(token.i, "dobj") if len(people) == 1 else ():
            body = any(each.kind == "body" for each in known.get(tree[i].lemma.lower(), ()))
            below = {document.state_of(who) for t in tree.subtree(i) for who in document.who(t)}
            states = {each for each in below if _is_polity(document, each)}
            if body and len(states) == 1:
                yield people[0], states.pop()


def own_bodies(document: Document) -> Iterator[tuple[str, str]]:
    """Give the bodies that publish the text, with their state: "Ministry of Water, Republic of Mali"."""
    if (state := publishing_state(document)) is None:
        return
    named = set(words(document.article.outlet or ""))
    for actor in document.actors:
        body = actor.type == "government" and not actor.represents
        if body and set(words(actor.name)) <= named:
            yield actor.id, state


def publishing_state(document: Document) -> str | None:
    """Give the state one of whose bodies publishes the text, by its name or its capital."""
    outlet = document.article.outlet or ""
    if found := next(iter(publisher(document)), None):
        return found
    parts = [part.strip() for part in outlet.replace("–", ",").replace("-", ",").split(",")]
    bodies = {actor.name.lower() for actor in document.actors if actor.type == "government" and not actor.represents}
    capitals = (capital_of(part) for part in parts)
    return next((each.id for each in capitals if each), None) if parts[0].lower() in bodies else None
