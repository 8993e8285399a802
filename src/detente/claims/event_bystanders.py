"""Who is named near a deed, but is not one to whom it is done."""

from detente.claims.event_matches import Match
from detente.claims.event_parties import is_somebody
from detente.documents import Document
from detente.lexicon import event_phrases, event_types, event_words

_AGAINST = ("against", "on", "upon", "into")
_HARM, _REQUEST = 4, "REQUEST"
_KIND, _IN_WORDS = (1, 2), (1, 3)


def not_meant(document: Document, match: Match, taken: tuple[str, ...]) -> frozenset[str]:
    """Give who is not meant where he is only named inside of what is spoken of or shared.

    A place is not in mere words ("services *in Gaza*"), nor is whose freedom is asked for; nor is one's own state in
    what helps or pleases ("pledged to deepen *U.S.*-Peru ties").
    """
    quad = event_types()[match.frame.type].quad
    places = {actor.id for actor in document.actors if actor.type == "place"} if quad in _IN_WORDS else set()
    own = {document.state_of(each) for each in taken} if quad in _KIND else set()
    inside = document.tree.subtree(match.verb) if match.frame.type == _REQUEST else ()
    freed = {actor for i in inside if is_freed(document, match, i) for actor in document.who(i)}
    return frozenset(places | own | freed)


def is_suffered(document: Document, match: Match, slot: str, heads: tuple[int, ...]) -> bool:
    """Say whether those in a slot suffer the harm that is condemned: "the attack *on Mali*"."""
    tree, deeds = document.tree, event_phrases(document.language, "nouns")
    if slot not in _AGAINST or not heads or not match.ground.clause:
        return False
    above = tree[tree[tree[heads[0]].head].head]
    told = deeds.get(above.lemma.lower(), ())
    return above.pos == "NOUN" and any(event_types()[each.frame.type].quad == _HARM for each in told)


def is_effect(document: Document, match: Match) -> bool:
    """Say whether "on" follows what the deed does to others: "the *impact* of the war on Moldova"."""
    tree, known = document.tree, event_words(document.language)["effect"]
    above = tree[tree[match.token].head]
    return match.ground.clause is None and above.text.lower() == "of" and tree[above.head].lemma in known


def is_beside(document: Document, head: int, heads: tuple[int, ...]) -> bool:
    """Say whether a thing only stands beside those to whom it is done: "the war on the people and *the drought*"."""
    token = document.tree[head]
    joined = token.dep == "conj" and token.head in heads and is_somebody(document, token.head)
    known = is_somebody(document, head) or document.who(head, *document.tree.children(head, "appos"))
    return joined and token.pos == "NOUN" and not known


def is_request(document: Document, head: int) -> bool:
    """Say whether a noun asks for the deed and does not suffer it: "at the *behest* of the king"."""
    asked = event_phrases(document.language, "nouns").get(document.tree[head].lemma.lower(), ())
    return any(phrase.frame.type == "REQUEST" for phrase in asked)


def is_freed(document: Document, match: Match, head: int) -> bool:
    """Say whether those after "of" shall be freed, and are not asked for it: "called for the return *of the pilots*".

    Where they are told to be those of a state, it is asked: "the release of the prisoners *in Chad*".
    """
    tree, first = document.tree, head
    while tree[first].dep == "conj":
        first = tree[first].head
    above = tree[tree[first].head]
    if match.frame.type != _REQUEST:
        return False
    freed = above.text.lower() == "of" and tree[above.head].lemma.lower() in event_words(document.language)["freed"]
    named = (document.actor[each].type for each in document.who(*tree.subtree(head)) if each in document.actor)
    return freed and "state" not in named
