"""For whom a description stands: "the foreign minister", "his counterpart", "that nation", "the group"."""

from functools import cache

from detente.documents.clauses import owners, subjects_of
from detente.documents.discourse import Discourse, Trace
from detente.documents.document import Mention
from detente.documents.holders import peer
from detente.documents.phrases import determiner, is_definite, span
from detente.lexicon import Description, Known, capital_of, descriptions, directory, names, names_of, words
from detente.text import slug

_POINTING = {"this", "that", "the"}
_ISSUERS = ("state", "government", "bloc", "organisation", "party")
_OWNED = {"his", "her", "its", "their", "our", "my"}


def resolve(discourse: Discourse, i: int) -> Mention | None:
    """Resolve the common noun at a token; None when it is no description or stays open."""
    tree = discourse.document.tree
    lemma = tree[i].lemma.lower()
    for entry in descriptions(discourse.document.language).get(lemma, ()):
        if tree[i].dep == "compound" and entry.kind != "peer":
            continue
        actor = peer(discourse, i, entry) if entry.kind == "peer" else _RULES[entry.kind](discourse, i, entry)
        if actor:
            return Mention(span(discourse, i), i, "nominal", (actor,), f"descriptions/{entry.id}")
    return None


def _state_beside(discourse: Discourse, i: int) -> str | None:
    """Give the state named with a noun: "Peruvian officials", "the parliament of Peru", "his government"."""
    tree = discourse.document.tree
    for child in (*tree.children(i, "amod", "compound", "nmod"), *owners(tree, i)):
        mention = discourse.mentions.get(child)
        for actor in mention.actors if mention else ():
            known = discourse.registry[actor]
            if known.type in ("state", "bloc"):
                return actor
            if known.represents:
                return known.represents
            if known.type == "person":
                return ""
    return _seated_in(discourse, i)


def _seated_in(discourse: Discourse, i: int) -> str | None:
    """Give the state of the capital in which a body sits: "the foreign ministry in Buenos Aires"."""
    tree = discourse.document.tree
    for prep in tree.children(i, "prep"):
        for place in tree.children(prep, "pobj") if tree[prep].text == "in" else ():
            mention = discourse.mentions.get(place)
            if mention and (state := capital_of(mention.span.of(discourse.document.text))):
                return discourse.registry.know(state)
    return None


def _state(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    """Resolve "his country" by its owner, "that South American nation" by its region and by who is speaking."""
    tree = discourse.document.tree
    word = determiner(discourse, i)
    if tree[i].tag not in ("NN", "NNP") or word is None:
        return None
    if word in _OWNED:
        for owner in tree.children(i, "poss"):
            mention = discourse.mentions.get(owner)
            for actor in mention.actors if mention else ():
                return discourse.registry[actor].represents
        return None
    if word not in _POINTING:
        return None
    regions = [
        directory()[actor].name
        for child in tree.children(i, "amod", "compound")
        if (mention := discourse.mentions.get(child))
        for actor in mention.actors
        if actor.startswith("place/")
    ]
    adjectives = {discourse.document.tree[child].text for child in tree.children(i, "amod", "compound")}
    own = _own_side(discourse, i) if word == "that" else None
    best: tuple[float, str] | None = None
    for trace in discourse.recent(3, i):
        actor = trace.actors[0]
        if len(trace.actors) > 1 or discourse.type_of(actor) != "state" or actor == own:
            continue
        if regions and not _lies_in(actor, regions, adjectives):
            continue
        score = (
            (1.0 if trace.subject else -0.8 if trace.modifier else 0.0)
            - (discourse.sentence(i) - trace.sentence)
            + 0.001 * trace.head
        )
        if best is None or score > best[0]:
            best = score, actor
    return best[1] if best else None


def _lies_in(actor: str, regions: list[str], adjectives: set[str]) -> bool:
    own = directory()[actor].regions
    return any(region in own for region in adjectives) or any(
        word.startswith(region.split()[0])
        for region in regions
        for word in own
        if len(word.split()) == len(region.split())
    )


def _own_side(discourse: Discourse, i: int) -> str | None:
    """Give the state of the one who is speaking or acting in the sentence."""
    tree = discourse.document.tree
    for verb in tree.heads(i):
        for subject in subjects_of(tree, verb):
            mention = discourse.mentions.get(subject)
            for actor in mention.actors if mention else ():
                known = discourse.registry[actor]
                if known.represents or known.type == "state":
                    return known.represents or actor
    return None


def _side(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    if discourse.document.tree[i].lemma.lower() == "authority" and discourse.document.tree[i].tag == "NN":
        return None
    beside = _state_beside(discourse, i)
    if beside is not None or not is_definite(discourse, i):
        return beside
    return _topic(discourse, i)


def _topic(discourse: Discourse, i: int) -> str | None:
    """Give the state told of: that of the subject, else the one in the foreground of the last sentences."""
    counts: dict[str, int] = {}
    for trace in discourse.recent(2, i):
        for actor in trace.actors:
            known = discourse.registry[actor]
            state = actor if known.type == "state" else known.represents
            if state and len(trace.actors) == 1:
                counts[state] = counts.get(state, 0) + (3 if trace.subject else 1)
    return max(counts, key=lambda state: counts[state]) if counts else None


def _body(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    """Make a body of its state; a bare "the parliament" is the one told of before."""
    tree = discourse.document.tree
    state = _state_beside(discourse, i)
    plain = _plain(discourse, i)
    named = tree[i].text[0].isupper() and tree[i].pos in ("PROPN", "NOUN")
    known = is_definite(discourse, i) or named
    if state is None and known and plain in discourse.bodies:
        return discourse.bodies[plain]
    if state is None and known and named:
        state = _own_side(discourse, i) or _topic(discourse, i)
    if not state or state not in discourse.registry:
        return discourse.registry.add(f"government/{slug(plain)}", plain, "government") if named else None
    if found := _known_body(state, plain):
        actor = discourse.registry.know(found)
    else:
        owner = discourse.registry[state]
        name = f"{plain} of {owner.name}"
        actor = discourse.registry.add(f"government/{slug(f'{owner.name} {plain}')}", name, "government")
        discourse.registry.represent(actor, state)
    discourse.bodies[plain] = discourse.bodies[tree[i].lemma.lower()] = actor
    return actor


def _plain(discourse: Discourse, i: int) -> str:
    """Give a body's words without its state's: "foreign ministry" of "the Peruvian Foreign Ministry"."""
    tree = discourse.document.tree
    words = [c for c in tree.children(i, "amod", "compound") if c not in discourse.mentions and tree[c].dep != "det"]
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


def _people(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    tree = discourse.document.tree
    state = _state_beside(discourse, i) if tree[i].tag == "NNS" else None
    if not state or state not in discourse.registry:
        return None
    owner = discourse.registry[state]
    actor = discourse.registry.add(
        f"group/{slug(f'{owner.name} {tree[i].lemma}')}s", f"{tree[i].text.lower()} of {owner.name}", "group"
    )
    discourse.registry.represent(actor, state)
    return actor


def _latest(discourse: Discourse, i: int, kind: str, sentences: int) -> str | None:
    if determiner(discourse, i) not in _POINTING or discourse.document.tree[i].tag != "NN":
        return None
    traces: list[Trace] = [t for t in discourse.recent(sentences, i) if len(t.actors) == 1]
    return next((t.actors[0] for t in traces if discourse.type_of(t.actors[0]) == kind), None)


def _bloc(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    if discourse.document.tree.children(i, "amod", "compound", "prep"):
        return None
    return _latest(discourse, i, "bloc", 6)


def _outlet(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    return _latest(discourse, i, "outlet", 3)


def _paper(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    """Give the issuer of a document that speaks: its owner, else the body or state that acted last."""
    tree = discourse.document.tree
    if tree[i].dep not in ("nsubj", "pobj") or not is_definite(discourse, i) or tree[i].tag != "NN":
        return None
    if beside := _state_beside(discourse, i):
        return beside
    acting = (t for t in discourse.recent(3, i) if t.subject and len(t.actors) == 1)
    return next((t.actors[0] for t in acting if discourse.type_of(t.actors[0]) in _ISSUERS), None)


def _person(discourse: Discourse, i: int, entry: Description) -> str | None:
    if determiner(discourse, i) not in _POINTING or discourse.document.tree[i].tag != "NN":
        return None
    n = discourse.quotation_of[i]
    speakers = discourse.quoted(n) if n >= 0 else ()
    best: tuple[float, str] | None = None
    for trace in discourse.recent(2, i):
        actor = trace.actors[0]
        known = discourse.genders.get(actor)
        fits = entry.gender is None or known is None or known[0] == entry.gender
        if discourse.type_of(actor) == "person" and actor not in speakers and fits and len(trace.actors) == 1:
            score = discourse.salience(trace, i)
            if best is None or score > best[0]:
                best = score, actor
    return best[1] if best else None


_RULES = {
    "state": _state,
    "side": _side,
    "body": _body,
    "people": _people,
    "bloc": _bloc,
    "outlet": _outlet,
    "paper": _paper,
    "person": _person,
}
