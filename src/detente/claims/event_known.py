"""Whether a match is an event: who is known to have taken part, and whether anything was done at all."""

from typing import NamedTuple

from detente.claims.event_matches import Match
from detente.claims.event_parties import is_somebody, noun_sectors
from detente.claims.event_roles import governed
from detente.claims.event_status import Standing
from detente.documents import Document, Tree
from detente.lexicon import event_agents, event_phrases, event_types, pronouns

_COOPERATION, _MATERIAL_CONFLICT = 2, 4
_TOGETHER = ("CONSULT", "COOPERATE")
"""What nobody does alone."""
_PROMISE, _SHARED = "AGREE", "COOPERATE"
_CROWD = "PROTEST"
"""What tells of a crowd by itself, whoever was in it: "the *protests* went on"."""
_HARM = "ASSAULT"
"""What is done to people whom nobody names: "three nurses were stabbed"."""
_PRAISE, _REQUEST = "SUPPORT", "REQUEST"
_ADDRESSED = (_PRAISE, _REQUEST)
"""What is none unless it is known to whom it is done."""
_SPEAKING = ("speaker", "several")
_TALK = "CONSULT"
_TOLD = ("ROOT", "conj", "ccomp", "parataxis")


class ToldEvent(NamedTuple):
    """A match with its parts: head tokens and the actors they stand for.

    ``chance`` is how sure the learned branch is, where it and no frame tells the event; None elsewhere.
    """

    match: Match
    actor_heads: tuple[int, ...]
    recipient_heads: tuple[int, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    standing: Standing
    date: str | None
    content: tuple[str, ...] = ()
    chance: float | None = None


def is_known(document: Document, each: ToldEvent) -> bool:
    """Say whether enough is known of who took part, by type, frame and status, for this to be an event.

    A side is known that is named or only described: "*two suspects* were arrested", "urged *residents* to leave".
    """
    frame, stands = each.match.frame, each.standing
    actor = _is_there(document, each.actors, each.actor_heads)
    recipient = _is_there(document, each.recipients, each.recipient_heads)
    lonely = frame.mutual and frame.type in _TOGETHER and not recipient and _is_one_speaker(document, each)
    nobody = frame.type == _TALK and not actor and each.match.ground.clause is not None  # "*he was briefed*"
    if lonely or nobody or _is_half(document, each) or (stands.status == "future" and stands.negated):
        return False
    if _is_two_sided(document, each) or (each.actors and each.recipients):
        return True
    if each.match.ground.clause is None and frame.mode != "resign":
        return _is_bare_deed(document, each, actor=actor, recipient=recipient)
    if stands.status == "hypothetical" or (frame.alone and actor):
        return stands.status != "hypothetical"
    if (actor and recipient) or frame.both or frame.mutual:
        return actor and recipient
    return _is_done_by(document, each) or (not each.actors and _is_suffered(document, each, described=recipient))


def _is_half(document: Document, each: ToldEvent) -> bool:
    """Say whether only one side is told of what two do: "stressed cooperation with *Chad*"."""
    if each.match.frame.type != _SHARED or len(each.actors) != 1 or _type(document, each.actors[0]) == "bloc":
        return False
    sides = [side for side in (each.actor_heads, each.recipient_heads) if any(is_somebody(document, i) for i in side)]
    return len(sides) < 2 and sum(map(len, sides)) < 2


def _is_bare_deed(document: Document, each: ToldEvent, *, actor: bool, recipient: bool) -> bool:
    """Say whether a noun alone tells a deed: by its own frame, by both sides, or by one where it does harm."""
    frame, kind = each.match.frame, event_types()[each.match.frame.type]
    if not _is_told(each) or _is_below_denial(document.tree, each.match.token):
        return False
    if frame.mutual and len(each.actors) == 1 and not _is_shared(document, each):
        return False
    either, harms = actor or recipient, kind.quad == _MATERIAL_CONFLICT
    return (actor and recipient) or (either and (frame.alone or harms)) or _is_crowd(document, each)


def _is_shared(document: Document, each: ToldEvent) -> bool:
    """Say whether a noun tells with whom: "the call *with* Ruiz", "a dialogue *between* them", "the bloc's summit"."""
    with_whom = any(governed(document, each.match.ground, word, 1) for word in ("with", "between", "among"))
    return with_whom or _type(document, each.actors[0]) == "bloc"


def _is_crowd(document: Document, each: ToldEvent) -> bool:
    """Say whether a plural tells of crowds by itself: "the *protests* went on", not "a demonstration of the pump"."""
    return each.match.frame.type == _CROWD and document.tree[each.match.token].tag == "NNS"


def _is_below_denial(tree: Tree, noun: int) -> bool:
    """Say whether the verb above a noun is negated: "do *not* support an intervention" tells none."""
    verb = next((head for head in tree.heads(noun) if tree[head].pos in ("VERB", "AUX")), None)
    return verb is not None and bool(tree.children(verb, "neg"))


def _is_done_by(document: Document, each: ToldEvent) -> bool:
    """Say whether those who do it are enough: "*students* marched"; others in a clause that stands by itself."""
    kind = event_types()[each.match.frame.type]
    if each.actors:
        joint = kind.id == _PROMISE and each.standing.status == "future" and len(each.actors) > 1
        if kind.id in _ADDRESSED and (_is_said(document, each) or _is_unaddressed(each)):
            return joint
        return kind.needs == "anybody" or bool(each.content) or joint or _is_deed_alone(document, each)
    described = any(noun_sectors(document, head) for head in each.actor_heads)
    together = each.match.frame.complement == "to" and any(_is_plural(document, head) for head in each.actor_heads)
    enough = kind.needs == "anybody" or kind.quad > _COOPERATION or together  # "*both parties* agreed to meet"
    return described and enough and _is_deed_alone(document, each)


def _is_said(document: Document, each: ToldEvent) -> bool:
    """Say whether those who praise or ask do so with these words: "*we* welcome the progress", to nobody."""
    known = pronouns(document.language)
    words = (known.get(document.tree[head].text.lower()) for head in each.actor_heads)
    return any(word is not None and word.kind in _SPEAKING for word in words)


def _is_unaddressed(each: ToldEvent) -> bool:
    """Say whether nobody is asked, or a noun alone tells of praise: "called for calm", "voiced *respect* for law"."""
    match = each.match
    voiced = match.frame.type == _PRAISE and match.token != match.verb
    return not match.frame.mutual and ((match.frame.type == _REQUEST and not each.content) or voiced)


def _is_suffered(document: Document, each: ToldEvent, *, described: bool) -> bool:
    """Say whether somebody unnamed did it to somebody: "*two suspects* were arrested"."""
    kind = event_types()[each.match.frame.type]
    harmed = described and not each.match.frame.befalls and (kind.needs != "recipient" or kind.id == _HARM)
    done = _is_done_to(document, each) or harmed
    return done and _is_told(each) and _is_unnamed_hand(document, each)


def _is_told(each: ToldEvent) -> bool:
    return each.standing.status in ("actual", "historical")


def _is_there(document: Document, actors: tuple[str, ...], heads: tuple[int, ...]) -> bool:
    """Say whether a side is named, or described by a noun for those who act, a number of them or a pronoun."""
    return bool(actors) or any(is_somebody(document, head) for head in heads)


def _is_two_sided(document: Document, each: ToldEvent) -> bool:
    """Say whether all take part alike and several are there: named, or a plural of those who act ("the two")."""
    if len(each.actors) > 1:
        return each.match.frame.mutual or _is_between(document, each)
    if not each.match.frame.mutual or each.match.ground.clause is None or each.standing.status == "hypothetical":
        return False
    if not _is_finite(document, each) or _is_one_speaker(document, each):
        return False
    if any(_type(document, actor) == "bloc" for actor in each.actors):
        return True  # "the Lima Group met"
    several = len(each.actor_heads) > 1 or any(_is_plural(document, head) for head in each.actor_heads)
    return several and any(is_somebody(document, head) for head in each.actor_heads)


def _is_one_speaker(document: Document, each: ToldEvent) -> bool:
    """Say whether "we" stands for one side alone, so that nobody is told with whom: "*we* will talk"."""
    known = pronouns(document.language)
    words = [document.tree[head].text.lower() for head in each.actor_heads]
    return (
        len(each.actors) <= 1
        and len(words) == 1
        and all(word in known and known[word].kind == "speaker" for word in words)
    )


def _type(document: Document, actor: str) -> str | None:
    return document.actor[actor].type if actor in document.actor else None


def _is_plural(document: Document, head: int) -> bool:
    token = document.tree[head]
    known = pronouns(document.language).get(token.text.lower())
    return known.number == "plural" if known else token.tag in ("NNS", "NNPS", "CD")


def _is_deed_alone(document: Document, each: ToldEvent) -> bool:
    """Say whether a deed is told in a clause of its own, so that it is one whatever it is done to.

    Help and exchange are none without the other side.
    """
    kind = event_types()[each.match.frame.type]
    if kind.quad == _COOPERATION and kind.needs == "recipient":
        return False
    harms = each.standing.status == "future" and kind.quad > _COOPERATION
    return (_is_told(each) or harms) and _is_finite(document, each) and document.tree[each.match.verb].dep in _TOLD


def _is_finite(document: Document, each: ToldEvent) -> bool:
    tag = document.tree[each.match.verb].tag
    return tag not in ("VBG", "VB") or bool(document.tree.children(each.match.verb, "aux"))


def _is_between(document: Document, each: ToldEvent) -> bool:
    """Say whether the event is two-sided: "a battle *between* them"."""
    return bool(governed(document, each.match.ground, "between", 1))


def _is_done_to(document: Document, each: ToldEvent) -> bool:
    """Say whether a recipient is part of what the deed is done to, not only of where: "a flag was burned in Oslo"."""
    clause, agents = each.match.ground.clause, event_agents(document.language)
    if clause is None or not clause.passive or any(document.tree[o].lemma.lower() in agents for o in clause.objects):
        return bool(each.recipients)
    inside = {token for head in clause.objects for token in document.tree.subtree(head)}
    return bool(each.recipients) and not inside.isdisjoint(each.recipient_heads)


def _is_unnamed_hand(document: Document, each: ToldEvent) -> bool:
    """Say whether somebody unnamed did it: "was arrested", "gunmen killed", "the raid killed", but not "the flood"."""
    deeds, agents = event_phrases(document.language, "nouns"), event_agents(document.language)
    lemmas = [document.tree[head].lemma.lower() for head in each.actor_heads]
    clause = each.match.ground.clause
    verb = document.tree[each.match.verb]
    if verb.tag == "VBG" or (lemmas and verb.dep == "relcl"):
        return False  # "states that recognise Taiwan" are a kind of states
    if not lemmas:
        frame = each.match.frame
        whole = bool(clause and clause.objects) or event_types()[frame.type].quad == 4
        borne = "object" in (frame.recipients or ("object",)) or bool(frame.objects)
        return bool(clause and ((clause.passive and whole and borne) or frame.subjects))
    harms = event_types()[each.match.frame.type].quad == _MATERIAL_CONFLICT
    return any(
        lemma in agents or (harms and not all(found.beside for found in deeds.get(lemma, ()))) for lemma in lemmas
    )
