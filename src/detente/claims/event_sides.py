"""Who is on either side of a match: who did it, and to whom."""

from collections.abc import Iterator

from detente.claims.event_bystanders import is_beside, is_effect, is_freed, is_request, is_suffered, not_meant
from detente.claims.event_further import (
    attacked,
    called_after,
    guests,
    hearers,
    in_whose,
    meant,
    spoken_to,
    those_before,
)
from detente.claims.event_known import ToldEvent
from detente.claims.event_lists import accompanied, joined
from detente.claims.event_matches import Match
from detente.claims.event_nouns import is_facing
from detente.claims.event_parties import is_somebody, is_weapon, noun_sectors
from detente.claims.event_roles import (
    NOUN_SLOTS,
    OBJECT_SLOTS,
    Ground,
    actors_of,
    fill,
    governed,
    recipients_of,
)
from detente.claims.event_status import Standing, standing
from detente.documents import Document, date_of, owners, subjects_of
from detente.lexicon import Frame, event_types, event_words

Side = tuple[tuple[int, ...], tuple[str, ...]]
"""The head tokens of a side, and the actors for whom they stand."""
_WHERE = ("in", "at", "on", "from")
_MERELY_NEAR = "salient"
"""How a pronoun was resolved for which nothing else spoke."""
_ADDRESSED = ("object", "with", "dative")
_AGAINST = ("against", "on", "upon", "into")
_TALK, _BLAME, _REQUEST = "CONSULT", "ACCUSE", "REQUEST"
_TOGETHER = (_TALK, "COOPERATE")
_SEVERAL = 2
_HARM = 4
_NEXT, _BELOW = 1, 3
"""How deep the doers stand below a deed: "attacks on the staff *of a bank*" are not its own."""
_KIND, _IN_WORDS = (1, 2), (1, 3)
"""The quads of cooperation, and those of deeds in words."""


def with_roles(document: Document, match: Match) -> ToldEvent:
    """Give a match with those who did it, those to whom, whether it happened, and when."""
    frame = match.frame
    actor_heads, actors = _actors(document, match, _acting(document, match))
    if not actors and (whole := _of_the_whole(document, match)):
        actor_heads, actors = whole
    if not actors and (heads := those_before(document, match, actor_heads)):
        actor_heads, actors = heads, actors_of(document, heads, "subject")
    if not actor_heads and (heads := guests(document, match)):
        actor_heads, actors = heads, actors_of(document, heads, "subject")
    if not actors and (heads := in_whose(document, match)):
        actor_heads, actors = heads, actors_of(document, heads, "owner")
    if nearer := _nearer_owner(document, match, actor_heads):
        actors = nearer
    borne = _borne(document, match, actor_heads, actors)
    if borne:
        actor_heads, actors = (), ()
    others = actors if frame.mutual else _without_addressed(document, match, actor_heads, actors)
    recipient_heads, recipients = borne or _recipients(document, match, _wanted(match), others)
    actors = others
    recipient_heads, recipients = _with_further(document, match, actors, (recipient_heads, recipients))
    recipient_heads = tuple(head for head in recipient_heads if head not in actor_heads)
    date = _date(document, match)
    stands = standing(document, match, date)
    if event_types()[stands.type].quad in _KIND and not frame.mutual:
        own = {document.state_of(actor) for actor in actors}
        recipients = tuple(each for each in recipients if each not in own) or recipients
    told = actors or any(noun_sectors(document, head) for head in actor_heads)
    if frame.mutual and not (told and _is_one_sided(frame, stands)):
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    return ToldEvent(match, actor_heads, recipient_heads, actors, recipients, stands, date)


def _date(document: Document, match: Match) -> str | None:
    """Give when it was done: as its words say, or those of the deed that it goes on: "came *in May* and met her"."""
    tree, verb = document.tree, match.verb
    found = date_of(document, match.token) or (date_of(document, verb) if verb != match.token else None)
    while (
        found is None
        and tree[verb].dep == "conj"
        and tree[verb].tag == "VBD"
        and not tree.children(verb, "nsubj", "nsubjpass")
    ):
        verb = tree[verb].head
        found = date_of(document, verb) if tree[verb].tag == "VBD" else None
    return found


def _with_further(document: Document, match: Match, actors: tuple[str, ...], named: Side) -> Side:
    """Give those to whom it is done with the rest of their list; where none is named, who else is meant."""
    heads, recipients = named
    more = (*joined(document, heads), *accompanied(document, match, heads))
    if not heads and not recipients:
        more = attacked(document, match, actors) or spoken_to(document, match) or called_after(document, match)
    meant = recipients_of(document, more, direct=False)
    if match.frame.type == _TALK and not heads:  # who talks is no guest of himself
        own = {document.state_of(actor) for actor in actors}
        meant = tuple(each for each in meant if each not in own)
    if not meant and not recipients:
        meant = hearers(document, match, actors, heads)
    found = (actor for actor in meant if actor not in actors)
    return (*heads, *more), tuple(dict.fromkeys((*recipients, *found)))


def _of_the_whole(document: Document, match: Match) -> Side | None:
    """Give whose deed it is of which this one is a part: "*Iran*'s raids, including a strike on Basra"."""
    tree, noun = document.tree, document.tree[match.token]
    if match.ground.clause or noun.dep != "pobj" or tree[noun.head].text.lower() != "including":
        return None
    whole = tree[noun.head].head
    heads = tree.children(whole, "poss")
    if match.frame.mutual and tree[whole].dep == "dobj":  # "*Peru* held meetings, including a lunch with Chile"
        heads = heads or subjects_of(tree, tree[whole].head)
    found = actors_of(document, heads, "owner")
    return (heads, found) if found else None


def _nearer_owner(document: Document, match: Match, heads: tuple[int, ...]) -> tuple[str, ...]:
    """Give the state named last before "its" harm in a sentence: "France condemned Russia even after *its* attack"."""
    tree = document.tree
    owned = len(heads) == 1 and tree[heads[0]].text.lower() == "its" and tree[heads[0]].head == match.token
    told = document.mention_at.get(heads[0]) if owned else None
    sure = told is not None and not told.why.endswith(_MERELY_NEAR)
    if not owned or sure or event_types()[match.frame.type].quad != _HARM:
        return ()
    start = document.sentence_of(match.token).first
    named = (document.who(i) for i in range(heads[0] - 1, start - 1, -1) if tree[i].dep not in ("amod", "compound"))
    return next((who for who in named if len(who) == 1 and _type(document, who[0]) == "state"), ())


def _without_addressed(
    document: Document, match: Match, heads: tuple[int, ...], actors: tuple[str, ...]
) -> tuple[str, ...]:
    """Give those for whom "we" stands without the one to whom "we" do it: "*We* thank *Italy*", of Italy's ally."""
    if len(actors) < _SEVERAL or len(heads) != 1 or document.tree[heads[0]].pos != "PRON":
        return actors
    _, addressed = _recipients(document, match, _wanted(match)[:1], ())
    left = tuple(each for each in actors if each not in addressed)
    return left if len(left) == len(actors) - 1 else actors


def _acting(document: Document, match: Match) -> tuple[str, ...]:
    """Give the slots of those who do it: those of the frame, else the usual ones."""
    frame, ground = match.frame, match.ground
    if ground.clause:
        if frame.mutual and ground.clause.passive and ground.clause.after("by"):
            return ("joined",)  # "*Ms Lee* will be joined *by Mr Holm* for talks"
        of_noun = ("by", "owner") if frame.nouns else ("by",) if ground.clause.passive else ()
        doer = ("doer",) if frame.nouns else ()
        named_first = frame.actors or ("subject", *of_noun)
        return (*named_first, *doer) if frame.type == _TALK else (*doer, *named_first)
    own = ("owner", "by", "doer", "modifier", "between") if match.token == match.verb else ()
    slots = ("doer", *frame.actors) if frame.actors else (*own, "subject")
    two_sided = any(governed(document, ground, word, 1) for word in _AGAINST)
    return (*slots, "of") if two_sided else slots  # "the attack *of Iraq* on Kuwait"


def _wanted(match: Match) -> tuple[str, ...]:
    """Give the slots of those to whom it is done; whom a request would help is not whom one asks."""
    frame, ground = match.frame, match.ground
    default = OBJECT_SLOTS if ground.clause and not frame.nouns else NOUN_SLOTS
    asked = frame.type == _REQUEST and ground.clause is not None and ground.clause.objects
    return (*(frame.recipients or default), *(() if frame.mutual or asked else ("content",)))


def _borne(
    document: Document, match: Match, heads: tuple[int, ...], actors: tuple[str, ...]
) -> tuple[tuple[int, ...], tuple[str, ...]] | None:
    """Give the person who bears a deed as his own: "*Navalny's* arrest"; None where somebody else is said to."""
    tree, ground = document.tree, match.ground
    if ground.clause or match.phrase.word not in match.frame.borne or not heads:
        return None
    owns = all(tree[head].dep == "poss" and tree[head].head == match.token for head in heads)
    others = governed(document, ground, "of", 1) or governed(document, ground, "against", 1)
    people = all(_type(document, actor) in ("person", "group") for actor in actors)
    return (heads, actors) if owns and people and not others else None


def _is_one_sided(frame: Frame, stands: Standing) -> bool:
    """Say whether one side speaks of what both would do: "will meet them" promises, "will not meet them" refuses."""
    return stands.type != frame.type and stands.type in ("AGREE", "REJECT")


def _actors(document: Document, match: Match, slots: tuple[str, ...]) -> Side:
    """Give head tokens and actors of the first slot that holds somebody, else the tokens of the first filled one."""
    tokens: tuple[int, ...] = ()
    for slot in slots:
        depth = _NEXT if slot == "of" and not match.ground.clause else _BELOW
        heads = tuple(head for head in fill(document, match.ground, slot, depth) if head != match.token)
        if slot == "modifier":
            heads = tuple(head for head in heads if _is_named(document, head) and not is_weapon(document, head))
        if found := actors_of(document, heads, slot):
            return heads, found
        tokens = tokens or heads
    return tokens, ()


def _is_named(document: Document, head: int) -> bool:
    """Say whether a word before a deed names who does it: "*police* raids", not "*military* action"."""
    return bool(document.who(head)) or document.tree[head].pos in ("NOUN", "PROPN")


def _recipients(document: Document, match: Match, slots: tuple[str, ...], taken: tuple[str, ...]) -> Side:
    """Give the same for those to whom it is done, leaving out the actors; else the nouns that describe somebody."""
    described: tuple[int, ...] = ()
    without = not_meant(document, match, taken)
    for slot, depth, ground in _places(match, slots):
        filled = (head for head in fill(document, ground, slot, depth) if head != match.token)
        heads = tuple(each for head in filled if not is_facing(document, head) for each in meant(document, head))
        heads = heads if slot != "modifier" else tuple(head for head in heads if document.who(head))
        heads = heads if slot != "at" else tuple(head for head in heads if not is_request(document, head))
        heads = tuple(
            head for head in heads if not (is_beside(document, head, heads) or is_freed(document, match, head))
        )
        if slot == "on" and is_effect(document, match):
            heads = heads[: len(heads) - 1]  # "the impact of the war *on Mali* on trade"
        if match.frame.type == _BLAME and is_suffered(document, match, slot, heads):
            continue
        found = recipients_of(document, heads, direct=match.frame.direct, without=without)
        talks_there = match.frame.mutual and match.frame.type in _TOGETHER
        aside = (depth > 1 and _is_in_words(match)) or ((talks_there or described) and slot in _WHERE)
        where = ("place", "state") if talks_there and described and slot in _WHERE else ("place",)
        found = tuple(each for each in found if not (aside and _type(document, each) in where))
        if kept := tuple(actor for actor in found if actor not in taken):
            whose = _states_of(document, heads) if match.frame.mode in ("expel", "withdraw") else ()
            return heads, tuple(dict.fromkeys((*kept, *(state for state in whose if state not in taken))))
        described = described or tuple(
            each
            for head in heads
            for each in _whose(document, head)
            if _may_be_done_to(document, each, slot) and not is_freed(document, match, each)
        )
        addressed = slot in _ADDRESSED or (match.frame.type == _REQUEST and slot in match.phrase.beside)
        if addressed and _is_in_words(match) and any(_is_told_of(document, head) for head in heads):
            break  # "praised *the nurses* for their help to Chad", "called on *the council* to fine Chad"
    return described, ()


def _is_told_of(document: Document, head: int) -> bool:
    """Say whether a word tells who is addressed, without a name: "met *students*", "asks *anyone* who knows"."""
    whole = event_words(document.language)["whole"]
    return bool(noun_sectors(document, head)) or document.tree[head].text.lower() in whole


def _places(match: Match, slots: tuple[str, ...]) -> Iterator[tuple[str, int, Ground]]:
    """Give where to look for those to whom it is done: slots with depth and ground, the likeliest first.

    What stands beside the noun that tells the deed is meant before what stands beside its verb ("launched an invasion
    *of Ukraine* on Monday, to the horror of Peru"), and what stands near before what stands inside of it.
    """
    frame, ground = match.frame, match.ground
    if ground.clause and ground.nouns and not ground.clause.recipients and (frame.nouns or frame.objects):
        for slot in slots:
            if slot in NOUN_SLOTS:
                yield slot, 1, ground._replace(clause=None)
    for depth in (1,) if frame.mutual else (1, 3):
        for slot in slots:
            yield slot, depth, ground


def _whose(document: Document, head: int) -> tuple[int, ...]:
    """Give a word that describes somebody, or whose thing it is: "the work of the *committee*"."""
    if _may_be_done_to(document, head, ""):
        return (head,)
    whose = owners(document.tree, head)
    return tuple(i for i in whose if document.tree[i].pos == "PROPN" or noun_sectors(document, i)) or (head,)


def _is_in_words(match: Match) -> bool:
    return event_types()[match.frame.type].quad in _IN_WORDS


def _may_be_done_to(document: Document, head: int, slot: str) -> bool:
    """Say whether a word describes somebody: a noun for people or bodies; where it is no mere place, any name."""
    return bool(noun_sectors(document, head)) or (slot not in _WHERE and is_somebody(document, head))


def _states_of(document: Document, heads: tuple[int, ...]) -> tuple[str, ...]:
    """Give whose envoys they are: "the *Peruvian* ambassador", "*Peru*'s ambassador"."""
    tree = document.tree
    near = [child for head in heads for child in tree.children(head, "amod", "nmod", "compound", "poss")]
    return tuple(actor for actor in document.who(*near) if _type(document, actor) == "state")


def _type(document: Document, actor: str) -> str:
    return document.actor[actor].type if actor in document.actor else "person"
