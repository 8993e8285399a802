"""Bodies that are described: "Peru's foreign ministry", "state television", "the department", "the company"."""

from functools import cache

from detente.documents.discourse import SUBJECTS, Discourse
from detente.documents.document import ActorType
from detente.documents.holders import head_of
from detente.documents.phrases import POINTING, determiner, is_definite
from detente.documents.sides import around, beside, scene, topic
from detente.lexicon import Description, Known, names, names_of, titles_of_people, words
from detente.text import slug

_BODIES = ("organisation", "government", "bloc", "party")


def body(discourse: Discourse, i: int, entry: Description) -> str | None:
    """Make a body of its state; a bare "the parliament" is the one told of before."""
    tree = discourse.document.tree
    states = beside(discourse, i)
    state = states[0] if states else None
    plain = _plain(discourse, i)
    if states is None and determiner(discourse, i) in ("his", "her", "my"):
        state = scene(discourse, i)
        if state is None:
            return None  # "his ministry" is none told of before
    first = i == discourse.document.sentence_of(i).first and tree[i].pos == "NOUN"
    named = tree[i].text[0].isupper() and tree[i].pos in ("PROPN", "NOUN") and not first
    known = is_definite(discourse, i) or named
    if states is None and known and (entry.national or " " in plain):
        state = scene(discourse, i)
    if states is None and not state and known and plain in discourse.bodies:
        return discourse.bodies[plain]
    if states is None and not state and ((known and named) or entry.beside):
        state = around(discourse, i)
    if states is None and not state and known and not named and tree[i].dep in SUBJECTS:
        state = head_of(discourse, plain)
    if states is None and known and not state and entry.national:
        state = topic(discourse, i)
    if not state or state not in discourse.registry:
        return discourse.registry.add(f"government/{slug(plain)}", plain, "government") if named else None
    if found := _known_body(state, plain):
        actor = discourse.registry.know(found)
    else:
        owner = discourse.registry[state]
        name = f"{plain} of {owner.name}"
        kind: ActorType = "government" if owner.type == "state" else "organisation"
        actor = discourse.registry.add(f"{kind}/{slug(f'{owner.name} {plain}')}", name, kind)
        discourse.registry.represent(actor, state)
    discourse.bodies[plain] = discourse.bodies[tree[i].lemma.lower()] = actor
    return actor


def _plain(discourse: Discourse, i: int) -> str:
    """Give a body's words without its state's: "foreign ministry" of "the Peruvian Foreign Ministry"."""
    tree = discourse.document.tree
    parts = titles_of_people(discourse.document.language)
    words = [
        c
        for c in tree.children(i, "amod", "compound")
        if c not in discourse.mentions and (tree[c].text[0].isupper() or tree[c].text in parts)
    ]
    for of in tree.children(i, "prep"):
        below = tree.subtree(of)
        if tree[of].text == "of" and tree[below[-1]].pos == "PROPN" and not discourse.mentions.keys() & set(below):
            return " ".join(tree[c].text.lower() for c in (*words, i, *below))
    return " ".join(tree[c].text.lower() for c in (*words, i) if tree[c].text.lower() != "the")


@cache
def _known_body(state: str, plain: str) -> Known | None:
    """Look a body up under all names of its state: "Russian" or "Russia's" parliament."""
    for own in names_of(state):
        for found in names().get(words(f"{own} {plain}"), ()):
            if found.known.represents == state:
                return found.known
    return None


def short(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    """Find the body told of last whose name has this word: "the department" after "the Department of Justice"."""
    tree = discourse.document.tree
    lemma = tree[i].lemma.lower()
    if tree.children(i, "amod", "compound", "prep") or tree[i].tag not in ("NN", "NNP"):
        return None
    if determiner(discourse, i) not in POINTING:
        return None
    for trace in discourse.recent(8, i):
        known = discourse.registry[trace.actors[0]]
        own = {word.replace("organisation", "organization") for word in known.name.lower().split()}
        if len(trace.actors) == 1 and known.type in _BODIES and lemma.replace("isation", "ization") in own:
            return trace.actors[0]
    return _whole(discourse, i, lemma) or _of_officer(discourse, i)


def _whole(discourse: Discourse, i: int, lemma: str) -> str | None:
    """Give the bloc of which only a body has been told of: "the Union" after "the European Commission"."""
    if discourse.document.tree[i].tag != "NNP":
        return None
    for trace in discourse.recent(8, i):
        over = discourse.registry[trace.actors[0]].represents
        named = (word for name in names_of(over) for word in name.lower().split()) if over and "/" in over else ()
        if len(trace.actors) == 1 and over and lemma in named:
            return over
    return None


def _of_officer(discourse: Discourse, i: int) -> str | None:
    """Give the body whose officer has been told of: "the Department" after "the Secretary of State"."""
    document = discourse.document
    found = set()
    for role in document.roles:
        _, of, portfolio = role.span.of(document.text).partition(" of ")
        if of and role.polity and role.head < i:
            found.add(_known_body(role.polity, f"{document.tree[i].lemma.lower()} of {portfolio.lower()}"))
    known = found - {None}
    return discourse.registry.know(one) if len(known) == 1 and (one := known.pop()) else None


def firm(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    """Take "the company" for the organisation that acted last, else for the only one told of before."""
    if determiner(discourse, i) not in POINTING or discourse.document.tree.children(i, "amod", "compound", "prep"):
        return None
    told = [t for t in discourse.recent(6, i) if any(discourse.type_of(a) == "organisation" for a in t.actors)]
    acted = [t.actors[0] for t in told if t.main and len(t.actors) == 1]
    known = {actor for trace in told for actor in trace.actors}
    found = acted[0] if acted else known.pop() if len(known) == 1 else None
    return found if discourse.document.tree[i].tag == "NN" else None
