"""The state to which a description belongs: named beside it, or told of around it."""

from collections.abc import Iterator

from detente.documents.clauses import owners, subjects_of
from detente.documents.discourse import SUBJECTS, Discourse
from detente.documents.excluded import excluded_above
from detente.lexicon import Description, capital_of

_SHORTEST = 2


def beside(discourse: Discourse, i: int) -> tuple[str, ...] | None:
    """Give the states named with a noun: "Peruvian officials", "the parliament of Peru", "his government".

    An empty tuple where an owner is named whose state is not known; None where none is named.
    """
    tree = discourse.document.tree
    found: list[str] = []
    named = False
    for child in (*tree.children(i, "amod", "compound", "nmod"), *owners(tree, i)):
        mention = discourse.mentions.get(child)
        for actor in mention.actors if mention else ():
            known = discourse.registry[actor]
            if known.type in ("state", "bloc", "person") or known.represents:
                named = True
                found += [side] if (side := discourse.registry.side(actor)) else []
    listed = [actors for owner in owners(tree, i) if (actors := discourse.listed(owner))]
    if listed and len(listed[0]) > len(found):
        found = list(listed[0])
    return tuple(dict.fromkeys(found)) if named else _seated_in(discourse, i)


def _seated_in(discourse: Discourse, i: int) -> tuple[str, ...] | None:
    """Give the state of the capital in which a body sits: "the foreign ministry in Buenos Aires"."""
    tree = discourse.document.tree
    places = [place for prep in tree.children(i, "prep") if tree[prep].text == "in" for place in tree.children(prep)]
    if i + 2 < len(tree) and tree[i + 1].text == "in":
        places.append(i + 2)
    return next(((state,) for place in places if (state := _capital_at(discourse, place))), None)


def _capital_at(discourse: Discourse, place: int) -> str | None:
    """Give the state of the capital that a token names."""
    mention = discourse.mentions.get(place)
    state = capital_of(mention.span.of(discourse.document.text)) if mention else None
    return discourse.registry.know(state) if state else None


def scene(discourse: Discourse, i: int) -> str | None:
    """Give the state in whose capital a sentence or its paragraph is set: "In Lima the opposition met"."""
    document = discourse.document
    here = document.sentence_of(i)
    opening = next(each for each in document.sentences if each.block == here.block)
    for sentence in (here, opening):
        if sentence.last - sentence.first > _SHORTEST and document.tree[sentence.first].text == "In":
            return _capital_at(discourse, sentence.first + 1)
    return None


def met_in(discourse: Discourse, i: int, entry: Description) -> tuple[str, ...] | None:
    """Give the state in which plain officials are met: "*In Peru*, she met senior officials", "to Peru, where she met".

    Only words of ``entry.apt`` may stand before them.
    """
    tree = discourse.document.tree
    before = tree.children(i, "amod", "compound", "nmod", "det", "poss")
    whose = any(tree[each].text.lower() in ("of", "from", "at", "in") for each in tree.children(i, "prep"))
    if not entry.apt or whose or any(tree[each].lemma.lower() not in entry.apt for each in before):
        return None
    verb = next((each for each in tree.heads(i) if tree[each].pos in ("VERB", "AUX")), None)
    if verb is None or tree[i].dep not in ("dobj", "pobj", "conj"):
        return None
    if tree[verb].dep == "conj" and not tree.children(verb, *SUBJECTS):
        verb = tree[verb].head
    fronted = [prep for prep in tree.children(verb, "prep") if tree[prep].text == "In" and prep < verb]
    places = [place for prep in fronted for place in tree.children(prep, "pobj")]
    where = any(tree[each].text.lower() == "where" for each in tree.children(verb, "advmod"))
    if (tree[verb].dep == "relcl" and where) or (tree[verb].dep in ("advcl", "xcomp") and tree[verb].tag == "VB"):
        places += _goals(discourse, verb)
    states = [actor for each in places for actor in _named_state(discourse, each)]
    return tuple(states) if len(states) == 1 else None


def _goals(discourse: Discourse, verb: int) -> Iterator[int]:
    """Give where somebody goes by the clause above: "will travel *to Peru* on May 3, where she will meet them"."""
    tree = discourse.document.tree
    above = next((each for each in tree.heads(verb) if tree[each].pos == "VERB"), None)
    for prep in tree.children(above, "prep") if above is not None else ():
        if tree[prep].text.lower() in ("to", "in"):
            yield from (
                head for place in tree.children(prep, "pobj") for head in (place, *tree.children(place, "appos"))
            )


def _named_state(discourse: Discourse, place: int) -> Iterator[str]:
    mention = discourse.mentions.get(place)
    yield from (each for each in mention.actors if discourse.type_of(each) == "state") if mention else ()


def around(discourse: Discourse, i: int) -> str | None:
    """Give the state in whose talk a noun stands: the only one of the sentence, the acting one, the one told of."""
    return _only(discourse, i) or acting(discourse, i) or topic(discourse, i)


def _only(discourse: Discourse, i: int) -> str | None:
    states = set(_named(discourse, i))
    return states.pop() if len(states) == 1 else None


def _named(discourse: Discourse, i: int) -> Iterator[str]:
    sentence = discourse.document.sentence_of(i)
    for token in range(sentence.first, sentence.last):
        mention = discourse.mentions.get(token)
        for actor in mention.actors if mention and mention.kind == "name" else ():
            if side := discourse.registry.side(actor):
                yield side


def acting(discourse: Discourse, i: int) -> str | None:
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


def topic(discourse: Discourse, i: int) -> str | None:
    """Give the state told of: that of the subject, else the one in the foreground of the last sentences.

    Whoever acts on the noun is not meant by it: "Peru greets the new government".
    """
    if here := scene(discourse, i):
        return here
    counts: dict[str, int] = {}
    barred = {discourse.registry.side(actor) for actor in excluded_above(discourse, i)}
    for trace in discourse.recent(2, i):
        for actor in trace.actors:
            known = discourse.registry[actor]
            state = actor if known.type == "state" else known.represents
            if state and len(trace.actors) == 1 and state not in barred:
                counts[state] = counts.get(state, 0) + (3 if trace.subject else 1)
    best, *others = sorted(counts.values(), reverse=True) or [0]
    clear = best and (not others or best >= 2 * others[0])
    return max(counts, key=lambda state: counts[state]) if clear else None


def led_by(discourse: Discourse, i: int, entry: Description) -> tuple[str, ...]:
    """Read "the government that Ruiz leads", "the government led by Ruiz"."""
    tree = discourse.document.tree
    found: list[str] = []
    for verb in (each for each in tree.children(i, "relcl", "acl") if tree[each].lemma in entry.led):
        agents = (head for by in tree.children(verb, "agent") for head in tree.children(by, "pobj"))
        for head in (*tree.children(verb, "nsubj"), *agents):
            actors = discourse.mentions[head].actors if head in discourse.mentions else ()
            found += [side for actor in actors if (side := discourse.registry.side(actor))]
    return tuple(dict.fromkeys(found))
