"""What looks like an event and is none: a wish, a rule, a kind of people, words to the press."""

from collections.abc import Callable

from detente.claims.event_known import ToldEvent
from detente.claims.event_parties import noun_sectors
from detente.claims.event_rhetoric import is_courtesy, is_greeting, is_owed, is_rhetoric
from detente.documents import Document, factuality, owners
from detente.lexicon import event_phrases, event_types, event_words, is_done_by_saying, pronouns, reporting_verbs

_SAID_OF_SOMEBODY = ("ACCUSE",)
"""Types of which a present passive tells what is done now: "he *is accused* of it"."""
_LASTING = ("SUPPORT", "COOPERATE", "AID")
"""Types that the present tense tells of a policy, unless it says towards whom."""
_PROMISE = "AGREE"
_KIND = (1, 2)
"""The quads of cooperation."""
_GIVEN = ("SUPPORT", "AID")
_KIND_WORDS, _REQUEST = "SUPPORT", "REQUEST"
_SEVERAL = 2
_PRESS = "JRN"
_MEANS = ("pcomp", "advcl")
_DEFINITE = ("det", "poss", "nummod")


def is_none(document: Document, each: ToldEvent) -> bool:
    """Say whether a match tells no event, whoever takes part."""
    return any(test(document, each) for test in _TESTS)


def is_mere_thought(document: Document, each: ToldEvent) -> bool:
    """Say whether this is only a purpose or a wish ("went there *to condemn* them"), or a rule without a deed."""
    token, frame = document.tree[each.match.verb], each.match.frame
    if frame.complement == "must" and not each.content:
        return True
    if each.standing.status == "future" and token.tag == "VB" and token.dep == "advcl" and not each.recipients:
        sides = {document.state_of(actor) for actor in each.actors}
        return len(sides) < _SEVERAL  # "will go there *to deepen cooperation*"
    bare = token.tag == "VBG" or (token.tag == "VB" and not _has_modal(document, each.match.verb))
    return each.standing.status == "hypothetical" and token.pos == "VERB" and bare


def _has_modal(document: Document, verb: int) -> bool:
    return any(document.tree[child].tag == "MD" for child in document.tree.children(verb, "aux"))


def is_thing(document: Document, each: ToldEvent) -> bool:
    """Say whether the only actor is a thing or place unknown to the directory, called "it": "it hit the ocean"."""
    if len(each.actors) != 1 or len(each.actor_heads) != 1:
        return False
    actor = document.actor.get(each.actors[0])
    known = actor is None or actor.linked or actor.type not in ("organisation", "place", "group")
    return not known and document.tree[each.actor_heads[0]].text.lower() == "it"


def is_rule(document: Document, each: ToldEvent) -> bool:
    """Say whether a present passive by nobody tells a rule or a state: "officials *are removed* after a trial"."""
    around = each.match.ground.clause
    tree, frame = document.tree, each.match.frame
    if around is None or not around.passive or each.actor_heads or each.actors:
        return False
    verb = each.match.verb
    while tree[verb].dep == "conj" and not tree.children(verb, "aux", "auxpass"):
        verb = tree[verb].head  # "is suspended but not *dissolved*"
    helping = [tree[child].tag for child in tree.children(verb, "aux", "auxpass")]
    deed = frame.type not in _SAID_OF_SOMEBODY
    return (
        deed
        and each.standing.status == "actual"
        and bool(helping)
        and set(helping) <= {"VBZ", "VBP"}
        and len(helping) == 1
    )


def is_of_a_kind(document: Document, each: ToldEvent) -> bool:
    """Say whether it only tells of which people one speaks: "*people* accused of crimes", "women who were hurt"."""
    tree, verb = document.tree, document.tree[each.match.verb]
    if verb.dep not in ("relcl", "acl") or (each.actors and verb.tag != "VBG"):
        return False
    whom, whole = tree[verb.head], event_words(document.language)["whole"]
    many = whom.tag in ("NNS", "NNPS") or whom.text.lower() in whole  # "all *those* who were hurt"
    known = [c for c in tree.children(whom.i, *_DEFINITE) if tree[c].text.lower() not in whole]
    bare = many and not known and not document.who(whom.i)
    around = each.match.ground.clause
    asks = each.match.frame.type == _REQUEST
    seeking = asks and verb.dep == "acl" and verb.tag == "VBG"  # "*citizens* seeking help should call"
    return bare and (around is None or around.passive or verb.tag == "VBN" or seeking)


def is_by_deed(document: Document, each: ToldEvent) -> bool:
    """Say whether kindness is only what somebody's deed is good for: "his *trip* supports the alliance"."""
    around, deeds = each.match.ground.clause, event_phrases(document.language, "nouns")
    if around is None or event_types()[each.match.frame.type].quad not in _KIND or not around.subjects:
        return False
    return all(
        document.tree[head].lemma.lower() in deeds and not document.who(head) and not noun_sectors(document, head)
        for head in around.subjects
    )


def is_description(document: Document, each: ToldEvent) -> bool:
    """Say whether a noun only judges what something is: "the decision is *an attack* on the truce"."""
    tree, noun = document.tree, document.tree[each.match.token]
    above = tree[noun.head]
    called = each.match.ground.clause is None and noun.dep == "attr" and above.tag in ("VBZ", "VBP", "MD", "VB")
    return called and any(tree[child].text.lower() in ("a", "an") for child in tree.children(noun.i, "det"))


def is_prevented(document: Document, each: ToldEvent) -> bool:
    """Say whether it is what somebody is kept from, or goes without: "barred ships *from sailing* to Chad"."""
    token = document.tree[each.match.verb]
    if each.match.ground.clause is None and token.dep == "pobj" and document.tree[token.head].text.lower() == "without":
        return True  # "work without *restrictions*"
    kept = token.dep == "pcomp" and document.tree[token.head].text.lower() == "from"
    return kept and token.tag == "VBG" and each.standing.negated


def is_to_press(document: Document, each: ToldEvent) -> bool:
    """Say whether somebody only speaks to the press, which is an utterance: "speaking to Reuters, she said"."""
    if each.match.frame.type != "CONSULT":
        return False
    heads = (*each.recipient_heads, *each.actor_heads)
    known = (document.actor[actor].type for actor in (*each.actors, *each.recipients) if actor in document.actor)
    return "outlet" in known or any(_PRESS in noun_sectors(document, head) for head in heads)


def is_anybody(document: Document, each: ToldEvent) -> bool:
    """Say whether "you" or "one" stands for anybody: "you go and ask the court"."""
    known = pronouns(document.language)
    words = [document.tree[head].text.lower() for head in each.actor_heads]
    return not each.actors and any((found := known.get(word)) and found.kind == "hearer" for word in words)


def is_feeling(document: Document, each: ToldEvent) -> bool:
    """Say whether a passive tells how somebody feels about what he does: "I *was honored* to host them"."""
    around, tree = each.match.ground.clause, document.tree
    passive = around is not None and around.passive and not each.actor_heads
    return passive and is_done_by_saying(document.language, tree[each.match.verb].text.lower())


def is_general(document: Document, each: ToldEvent) -> bool:
    """Say whether it tells what somebody does in general, for anybody: "we *support* reformers around the world"."""
    verb, noun = document.tree[each.match.verb], document.tree[each.match.token]
    lasting = verb.tag in ("VBP", "VBZ", "VBG", "VB") and not _helping(document, each.match.verb) & {"VBD", "MD"}
    if not lasting or each.date or each.standing.status != "actual" or len(each.actors) > 1:
        return False
    if (noun.pos == "ADJ" or noun.dep == "acomp") and each.standing.type in _SAID_OF_SOMEBODY:
        return all(_is_plight(document, head) for head in each.recipient_heads)  # "is concerned about the drought"
    return not each.recipients and _is_policy(document, each)


def _is_policy(document: Document, each: ToldEvent) -> bool:
    verb = document.tree[each.match.verb]
    called = document.tree[each.match.token].dep == "acomp"  # "remains *committed* to freedom"
    if (each.match.frame.nouns or called) and each.standing.type == _PROMISE:
        return not each.content and not each.recipient_heads  # "reaffirms its commitment to freedom"
    if verb.lemma in reporting_verbs(document.language):
        return False  # who "welcomes progress" does so by saying it
    around = each.match.ground.clause
    told = (*each.recipient_heads, *(around.objects if around else ()))
    return each.standing.type in _LASTING and all(_is_bare(document, head) for head in told)


def _is_plight(document: Document, head: int) -> bool:
    """Say whether a word tells how things stand, not a deed: "the *crisis* in Chad", but "the *arrests* there"."""
    tree, deeds = document.tree, event_phrases(document.language, "nouns")
    near = (*tree.children(head, "poss", "amod", "compound"), *owners(tree, head))
    owned = document.who(head, *near) or tree.children(head, "poss")
    return tree[head].pos == "NOUN" and not owned and tree[head].lemma.lower() not in deeds


def _helping(document: Document, verb: int) -> set[str]:
    tree = document.tree
    perfect = {"VBD"} if any(tree[child].lemma == "have" for child in tree.children(verb, "aux")) else set()
    return perfect | {tree[child].tag for child in tree.children(verb, "aux", "auxpass")}


def _is_bare(document: Document, head: int) -> bool:
    """Say whether a word is for no one in particular: without an article, a name or an owner."""
    tree = document.tree
    named = document.who(*tree.subtree(head))
    this = [c for c in tree.children(head, *_DEFINITE) if tree[c].text.lower() not in ("a", "an")]
    return not (named or this) and tree[head].pos in ("NOUN", "ADJ")


def is_to_oneself(document: Document, each: ToldEvent) -> bool:
    """Say whether a state or its people are kind to that state itself: "the minister backed her country's plans"."""
    own = {document.state_of(actor) for actor in each.actors}
    return each.standing.type in _GIVEN and bool(each.recipients) and own.issuperset(each.recipients)


def is_ability(document: Document, each: ToldEvent) -> bool:
    """Say whether it is the means of what somebody may or can do: "states can help *by training* officers"."""
    token = document.tree[each.match.verb]
    if token.tag != "VBG" or token.dep not in _MEANS or document.tree.children(token.i, "aux"):
        return False
    above = next((i for i in document.tree.heads(token.i) if document.tree[i].pos in ("VERB", "AUX")), None)
    return above is not None and factuality(document, above).hypothetical


def is_standing(document: Document, each: ToldEvent) -> bool:
    """Say whether a gerund only tells in what somebody is something: "has been a leader *in helping* refugees"."""
    token, tree = document.tree[each.match.verb], document.tree
    if token.tag != "VBG" or token.dep not in _MEANS or each.match.verb != each.match.token:
        return False
    above = next((i for i in tree.heads(token.i) if tree[i].pos in ("VERB", "AUX")), token.i)
    return tree[above].lemma == "be" and bool(tree.children(above, "attr"))


def is_hoped(document: Document, each: ToldEvent) -> bool:
    """Say whether it is only what somebody looks forward to: "she looks forward *to meeting him*"."""
    tree, hoping = document.tree, event_words(document.language)["hoping"]
    above = (i for i in tree.heads(each.match.verb) if tree[i].pos == "VERB")
    return any(f"{tree[i].lemma} {tree[child].lemma}" in hoping for i in above for child in tree.children(i, "advmod"))


_TESTS: tuple[Callable[[Document, ToldEvent], bool], ...] = (
    is_mere_thought,
    is_thing,
    is_rule,
    is_of_a_kind,
    is_by_deed,
    is_description,
    is_prevented,
    is_to_press,
    is_anybody,
    is_feeling,
    is_general,
    is_courtesy,
    is_to_oneself,
    is_ability,
    is_standing,
    is_hoped,
    is_owed,
    is_rhetoric,
    is_greeting,
)
