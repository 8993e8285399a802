"""What is only said: courtesies, greetings, duties that are owed, commitments that are only avowed."""

from detente.claims.event_known import ToldEvent
from detente.claims.event_parties import noun_sectors
from detente.documents import Document, factuality, prepositions
from detente.lexicon import event_types, event_words, pronouns

_PROMISE, _KIND_WORDS = "AGREE", "SUPPORT"
_KIND = (1, 2)


def is_courtesy(document: Document, each: ToldEvent) -> bool:
    """Say whether only a speaker and his hearers take part in kind words: "*thank you*", "I *welcome* you all"."""
    known, words = pronouns(document.language), (document.tree[head].text.lower() for head in each.recipient_heads)
    heard = [known[word].kind == "hearer" if word in known else False for word in words]
    return each.standing.type == _KIND_WORDS and not each.recipients and bool(heard) and all(heard)


def is_owed(document: Document, each: ToldEvent) -> bool:
    """Say whether kindness is only a duty of somebody: "we *must help* them"."""
    duties = event_words(document.language)["must"]
    owed = not duties.isdisjoint(factuality(document, each.match.verb).why)
    return owed and each.standing.status == "hypothetical" and event_types()[each.standing.type].quad in _KIND


def is_rhetoric(document: Document, each: ToldEvent) -> bool:
    """Say whether a commitment is only avowed: "reaffirmed its *commitment* to a free sea", "remains *open* to talks".

    It is a promise where a deed is promised ("to send tents", "to helping Chad"), or where its object is a party, what
    binds two of them, or a definite good.
    """
    tree, known, match = document.tree, event_words(document.language), each.match
    if each.standing.type != _PROMISE:
        return False
    if _is_below_avowal(document, match.verb):
        return True
    if tree[match.token].lemma.lower() not in known["avowed"] or tree.children(match.token, "acl", "xcomp", "ccomp"):
        return False
    to = (prep for prep in prepositions(tree, match.token) if prep.word in ("to", "in"))
    heads = tuple(head for prep in to for head in prep.objects)
    return bool(heads) and not any(_is_definite(document, each, head) for head in heads)


def _is_below_avowal(document: Document, verb: int) -> bool:
    """Say whether a gerund goes on with what somebody stands for: "praised our commitment to *deepening ties*"."""
    tree = document.tree
    while tree[verb].dep == "conj" and tree[verb].tag == "VBG":
        verb = tree[verb].head
    above = tree[tree[tree[verb].head].head]
    avowed = above.pos == "NOUN" and above.lemma in event_words(document.language)["avowed"]
    return avowed and tree[verb].tag == "VBG" and tree[verb].dep == "pcomp"


def _is_definite(document: Document, each: ToldEvent, head: int) -> bool:
    known, token = event_words(document.language), document.tree[head]
    if token.tag == "VBG":
        return bool(each.content)
    goods = known["definite"] | known["bond"]
    return bool(document.who(head) or noun_sectors(document, head)) or token.lemma.lower() in goods


def is_greeting(document: Document, each: ToldEvent) -> bool:
    """Say whether somebody only greets a guest: "*welcomed the minister*", but not "welcomed the offer"."""
    around, known = each.match.ground.clause, event_words(document.language)
    if (
        each.standing.type != _KIND_WORDS
        or around is None
        or document.tree[each.match.verb].lemma not in known["greet"]
    ):
        return False
    people = (
        document.actor[actor].type for head in around.objects for actor in document.who(head) if actor in document.actor
    )
    return bool(around.objects) and ("person" in people or any(noun_sectors(document, head) for head in around.objects))
