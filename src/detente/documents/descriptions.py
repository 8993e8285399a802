"""For whom a description stands: "the foreign minister", "his counterpart", "that nation", "the group"."""

from detente.documents.described_bodies import body, firm, short
from detente.documents.discourse import Discourse, Trace
from detente.documents.document import Mention
from detente.documents.excluded import acted_upon, excluded_above
from detente.documents.holders import governs, introduced, peer, titled
from detente.documents.joint import several
from detente.documents.papers import author
from detente.documents.phrases import POINTING, determiner, is_definite, span
from detente.documents.sides import acting, beside, led_by, met_in, scene, topic
from detente.documents.tree import Token
from detente.lexicon import Description, descriptions, directory, names_of
from detente.text import slug

_ALIKE, _CALLED = 3, 6
_OWNED = {"his", "her", "its", "their", "our", "my"}


def resolve(discourse: Discourse, i: int) -> Mention | None:
    """Resolve the common noun at a token; None when it is no description or stays open."""
    tree = discourse.document.tree
    lemma = tree[i].lemma.lower()
    for entry in descriptions(discourse.document.language).get(lemma, ()):
        if entry.kind in ("crowd", "gathering") or (entry.qualified and entry.kind == "state" and tree[i].tag == "NNS"):
            continue
        if entry.beside and not {tree[each].text.lower() for each in tree.children(i)} & set(entry.beside):
            continue
        if tree[i].dep == "compound" and entry.kind != "peer":
            continue
        found = peer(discourse, i, entry) if entry.kind == "peer" else _RULES[entry.kind](discourse, i, entry)
        if found:
            actors = (found,) if isinstance(found, str) else found
            return Mention(span(discourse, i), i, "nominal", actors, f"descriptions/{entry.id}")
    return titled(discourse, i)


def _state(discourse: Discourse, i: int, entry: Description) -> str | tuple[str, ...] | None:
    """Resolve "his country" by its owner, "that nation" by what has been told, "both countries" by the last two."""
    tree = discourse.document.tree
    word = determiner(discourse, i)
    if tree[i].tag == "NNS":
        return several(discourse, i)
    if word in _OWNED:
        owners = (discourse.mentions[owner].actors for owner in tree.children(i, "poss") if owner in discourse.mentions)
        return next((discourse.registry[actors[0]].represents for actors in owners if actors), None)
    kinds = (tree[child] for child in tree.children(i, "compound") if child not in discourse.mentions)
    if any(each.pos == "NOUN" and each.lemma.lower() not in entry.apt for each in kinds):
        return None
    return _told_of(discourse, i, word, entry) if word in POINTING else None


def _told_of(discourse: Discourse, i: int, word: str, entry: Description) -> str | None:
    """Find the state told of that lies in the region named; "that" points away from the speaker's own."""
    tree = discourse.document.tree
    beside_it = tree.children(i, "amod", "compound")
    places = (actor for child in beside_it if child in discourse.mentions for actor in discourse.mentions[child].actors)
    regions = [directory()[actor].name for actor in places if actor.startswith("place/") and actor in directory()]
    adjectives = {tree[child].text for child in beside_it}
    apart = word == "that" or (not regions and any(tree[each].pos == "NOUN" for each in beside_it))
    own = acting(discourse, i) if apart else None
    if not regions and not apart and (here := scene(discourse, i)):
        return here
    beside_verb = set(acted_upon(discourse, i))
    best: tuple[float, str] | None = None
    if entry.qualified and not regions and not any(tree[each].lemma.lower() in entry.apt for each in beside_it):
        return None
    for trace in discourse.recent(12 if regions else 3, i):
        actor = trace.actors[0]
        if len(trace.actors) > 1 or discourse.type_of(actor) != "state" or actor in (own, *beside_verb):
            continue
        if regions and not _lies_in(actor, regions, adjectives):
            continue
        weight = 1.0 if trace.subject else -0.8 if trace.modifier else 0.0
        score = weight - (discourse.sentence(i) - trace.sentence) + 0.001 * trace.head
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


def _realm(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    """Find the state told of last whose full name holds these words: "the Kingdom", "the Islamic Republic"."""
    tree = discourse.document.tree
    title = " ".join(tree[each].text.lower() for each in (*tree.children(i, "amod", "compound"), i))
    if determiner(discourse, i) not in POINTING or tree.children(i, "prep") or not tree[i].text[0].isupper():
        return None
    for trace in discourse.recent(6, i):
        for actor in trace.actors if len(trace.actors) == 1 else ():
            if any(f"{title} " in f"{name.lower()} " for name in names_of(actor)):
                return actor
    return None


def _side(discourse: Discourse, i: int, entry: Description) -> str | tuple[str, ...] | None:
    token = discourse.document.tree[i]
    if token.lemma.lower() == "authority" and token.tag == "NN":
        return None
    states = beside(discourse, i)
    if states is None and entry.qualified:
        return None
    if states is None and any(each.text == "of" for each in _preps(discourse, i)):
        return None
    if states is None and (led := led_by(discourse, i, entry)):
        states = led
    if states is None and token.tag == "NNS" and token.lemma == "government":
        return several(discourse, i)
    if states is not None:
        return states if token.tag == "NNS" or token.lemma == "authority" else states[:1]
    return _definite(discourse, i) if is_definite(discourse, i) else None


def _definite(discourse: Discourse, i: int) -> str | None:
    """Give the state of "the Administration" in a statement, of "the authorities" again, else the one told of."""
    capital = discourse.document.tree[i].text[0].isupper() and i != discourse.document.sentence_of(i).first
    own = discourse.issuer if capital else None
    return own or _told_alike(discourse, i) or topic(discourse, i) or _only_one(discourse, i)


def _told_alike(discourse: Discourse, i: int) -> str | None:
    """Give the state that the same noun has meant just before: "Peruvian authorities … the authorities"."""
    tree = discourse.document.tree
    barred = {discourse.registry.side(actor) for actor in excluded_above(discourse, i)}
    for trace in discourse.recent(_ALIKE, i):
        same = tree[trace.head].lemma.lower() == tree[i].lemma.lower() and len(trace.actors) == 1
        if same and trace.actors[0] not in barred and discourse.type_of(trace.actors[0]) == "state":
            return trace.actors[0]
    return None


def _only_one(discourse: Discourse, i: int) -> str | None:
    """Give the state whose government alone has been told of before, else the only state that has been named."""
    told = [each for each in discourse.mentions.values() if each.head < i and len(each.actors) == 1]
    nouns = [each for each in told if discourse.document.tree[each.head].lemma == discourse.document.tree[i].lemma]
    same = {each.actors[0] for each in nouns if each.kind == "nominal"}
    states = {each.actors[0] for each in told if discourse.type_of(each.actors[0]) == "state" and each.kind == "name"}
    found = same or states
    return found.pop() if len(found) == 1 else None


def _several(discourse: Discourse, i: int, entry: Description) -> tuple[str, ...]:  # noqa: ARG001
    return several(discourse, i)


def _people(discourse: Discourse, i: int, entry: Description) -> str | None:
    tree = discourse.document.tree
    states = beside(discourse, i) if tree[i].tag == "NNS" else None
    if states is None and tree[i].tag == "NNS":
        states = met_in(discourse, i, entry)
    if not states or states[0] not in discourse.registry:
        return None
    state = states[0]
    owner = discourse.registry[state]
    actor = discourse.registry.add(
        f"group/{slug(f'{owner.name} {tree[i].lemma}')}s", f"{tree[i].text.lower()} of {owner.name}", "group"
    )
    discourse.registry.represent(actor, state)
    return actor


def _latest(discourse: Discourse, i: int, kind: str, sentences: int) -> str | None:
    if determiner(discourse, i) not in POINTING or discourse.document.tree[i].tag != "NN":
        return None
    traces: list[Trace] = [t for t in discourse.recent(sentences, i) if len(t.actors) == 1]
    return next((t.actors[0] for t in traces if discourse.type_of(t.actors[0]) == kind), None)


def _bloc(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    if discourse.document.tree.children(i, "amod", "compound", "prep"):
        return None
    return _latest(discourse, i, "bloc", 6) or next(
        (found for kind in ("group", "party") if (found := _latest(discourse, i, kind, 2))), None
    )


def _preps(discourse: Discourse, i: int) -> tuple[Token, ...]:
    tree = discourse.document.tree
    return tuple(tree[each] for each in tree.children(i, "prep"))


def _party(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    """Take "the party" for the one told of last; "her party" too, where only one has been told of."""
    if discourse.document.tree.children(i, "amod", "compound", "prep") or discourse.document.tree[i].tag != "NN":
        return None
    if determiner(discourse, i) not in _OWNED:
        return _latest(discourse, i, "party", 6)
    told = {a for t in discourse.recent(6, i) for a in t.actors if discourse.type_of(a) == "party"}
    return told.pop() if len(told) == 1 else None


def _outlet(discourse: Discourse, i: int, entry: Description) -> str | None:  # noqa: ARG001
    return _latest(discourse, i, "outlet", 3)


def _person(discourse: Discourse, i: int, entry: Description) -> str | None:
    if determiner(discourse, i) not in POINTING or discourse.document.tree[i].tag != "NN":
        return None
    if discourse.document.tree.children(i, "amod", "compound", "nmod", "prep", "appos", "relcl", "acl"):
        return None
    if found := introduced(discourse, i) or _called(discourse, i):
        return found
    n = discourse.quotation_of[i]
    speakers = discourse.quoted(n) if n >= 0 else ()
    best: tuple[float, str] | None = None
    for trace in discourse.recent(2, i):
        actor = trace.actors[0]
        known = discourse.genders.get(actor)
        fits = entry.gender is None or known is None or known[0] == entry.gender
        fits = fits and not (entry.below and governs(discourse, actor))
        if discourse.type_of(actor) == "person" and actor not in speakers and fits and len(trace.actors) == 1:
            score = discourse.salience(trace, i)
            if best is None or score > best[0]:
                best = score, actor
    return best[1] if best else None


def _called(discourse: Discourse, i: int) -> str | None:
    """Give the person for whom the same noun stood last: "Ruiz met Keller. The envoy … the envoy"."""
    tree = discourse.document.tree
    for trace in discourse.recent(_CALLED, i):
        mention = discourse.mentions.get(trace.head)
        alike = mention is not None and mention.kind == "nominal" and tree[trace.head].lemma == tree[i].lemma
        if alike and len(trace.actors) == 1 and discourse.type_of(trace.actors[0]) == "person":
            return trace.actors[0]
    return None


_RULES = {
    "state": _state,
    "side": _side,
    "several": _several,
    "body": body,
    "people": _people,
    "bloc": _bloc,
    "party": _party,
    "outlet": _outlet,
    "realm": _realm,
    "short": short,
    "firm": firm,
    "paper": author,
    "person": _person,
}
