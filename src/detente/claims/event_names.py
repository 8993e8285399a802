"""For whom a name stands in an event: nobody for the name of a thing, each of several whose people are spoken of."""

import re

from detente.documents import Document, prepositions
from detente.lexicon import event_agents, event_words

_UNKNOWN = ("organisation", "place", "outlet", "person")
_MANY = 2


def named(document: Document, *heads: int) -> tuple[str, ...]:
    """Give the actors (ids) for whom head tokens stand, in order, each once, without names of things.

    The people of several are these: "representatives of *Peru, Chile and Cuba*".
    """
    found: dict[str, None] = {}
    for head in heads:
        own = [actor for actor in document.who(head) if not is_thing(document, actor)]
        found |= dict.fromkeys(_of_several(document, head) or own if own else own)
    return tuple(found)


def is_thing(document: Document, actor: str) -> bool:
    """Say whether an actor that the directory does not know is called as things are: "the Seoul *Declaration*"."""
    known = document.actor.get(actor)
    if known is None or known.linked or known.type not in _UNKNOWN:
        return False
    return is_name_of_thing(document, known.name) or _is_short_for_thing(document, known.name)


def _is_short_for_thing(document: Document, name: str) -> bool:
    """Say whether a short form stands for a word of no name: "female illiteracy (*FI*)", a single letter."""
    if len(name.rstrip(".")) == 1:
        return True
    at = document.text.find(f"({name})")
    before = document.tree.at(document.text[:at].rstrip().rfind(" ") + 1) if at > 0 and name.isupper() else None
    token = document.tree[before] if before is not None else None
    return token is not None and token.pos == "NOUN" and token.text.islower() and not _is_agent(document, token.lemma)


def _is_agent(document: Document, lemma: str) -> bool:
    return lemma in event_agents(document.language)


def is_name_of_thing(document: Document, name: str) -> bool:
    """Say whether a name ends as those of things do: "the 3rd Strategic *Dialogue*", "*COP27*"."""
    last = re.sub(r"[\d.]+$", "", name.lower()).split()
    things = event_words(document.language)["thing"]
    return bool(last) and (last[-1] in things or last[-1].removesuffix("s") in things)


def _of_several(document: Document, head: int) -> tuple[str, ...]:
    """Give those whose people are spoken of, where they are several: "*Malian and Nigerien* officials"."""
    own = [document.actor[actor] for actor in document.who(head) if actor in document.actor]
    if len(own) != 1 or own[0].type != "group" or own[0].linked or own[0].people_of:
        return ()
    tree = document.tree
    told = [each.objects for each in prepositions(tree, head) if each.word in ("of", "from")]
    told += [tree.conjuncts(child) for child in tree.children(head, "amod", "compound", "nmod")]
    whose = (document.who(*heads) for heads in told)
    return next((each for each in whose if len(each) >= _MANY), ())
