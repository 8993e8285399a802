"""What the attitude branch hears and no rule has found: any words that carry a stance, its holder and its object.

The branch says which words belong together and on which side; who they stand for, what the object is called and how
the stance is held (asked, wished, former, under a condition) is found as for the rules. Its side counts what is denied.
What should be done ("to renew the mandate") is left to the rules, which know by whom. Such a stance proves no position.
"""

from collections.abc import Iterator, Sequence

from detente.claims.kinds import Stance
from detente.claims.stance_days import day_of
from detente.claims.stance_found import Found
from detente.claims.stance_holders import Holder, holders, speaker
from detente.claims.stance_matters import is_topic
from detente.claims.stance_objects import evidence, object_at
from detente.claims.stance_shading import Shade, shade
from detente.claims.stance_thing import taken_up
from detente.claims.stance_voices import Voice, Voices
from detente.documents import Attitude, Document, attitudes
from detente.lexicon import StanceCue, carriers, embedders
from detente.lexicon.load import Examples
from detente.lexicon.stances import Side
from detente.text import overlap

LEAST, CLEAR = 0.99, 0.99
"""How likely the branch must find a stance, and how likely its side."""
CONFIDENCE = 0.45
_CUE = StanceCue("attitudes/learned", (), "verb", "for", (), Examples())


def from_attitudes(document: Document, heard: Voices, found: Sequence[Stance]) -> Iterator[Stance]:
    """Give the stances that the branch hears beside those found by rules, the surest first."""
    told = list(found)
    for each in sorted(attitudes(document, LEAST), key=lambda each: -each.chance * each.sure):
        if each.sure < CLEAR or not each.object:
            continue
        for stance in _stances(document, heard, each):
            if not any(_is_found(other, stance) for other in told):
                told.append(stance)
                yield stance


def _stances(document: Document, heard: Voices, each: Attitude) -> Iterator[Stance]:
    cue = _top(document, each.cue or (each.anchor,))
    speech = heard.of((document.tree[cue].span,))
    for holder in _holding(document, each, speech):
        yield from _stance(document, each, cue, holder)


def _top(document: Document, tokens: Sequence[int]) -> int:
    """Give the word under which most of some others hang."""
    inside = set(tokens)
    tops = [each for each in tokens if document.tree[each].head not in inside or document.tree[each].head == each]
    return max(tops, key=lambda top: len(inside.intersection(document.tree.subtree(top))), default=tokens[0])


def _holding(document: Document, each: Attitude, speech: Voice | None) -> tuple[Holder, ...]:
    """Give those for whom the holder's words stand; the speaker, where they are his or there are none."""
    tree, inside = document.tree, set(each.holder)
    heads = tuple(token for token in each.holder if tree[token].head not in inside or document.who(token))
    if named := holders(document, heads, speech):
        return named
    if speech is None:
        return ()
    his = not inside or any(span.holds(tree[token].span) for span in speech.source for token in inside)
    return speaker(document, speech) if his else ()


def _stance(document: Document, each: Attitude, cue: int, holder: Holder) -> Iterator[Stance]:
    tree = document.tree
    told = _top(document, each.object)
    thing = taken_up(document, told, {holder.id, holder.through})
    head = told if thing is None else thing
    anchor = next((above for above in (cue, *tree.heads(cue)) if tree[above].pos in ("VERB", "AUX")), cue)
    shaded = shade(document, Found(_CUE, cue, anchor, each.holder, (head,)))
    about = object_at(document, head)
    if shaded is None or _is_threat(document, cue) or not _counts(document, head, holder):
        return
    if not (about.issue or about.actors or is_topic(document, head)):
        return
    yield Stance(
        evidence=evidence(document, cue, told),
        why=f"attitudes/learned {tree[cue].lemma}{shaded.why}",
        confidence=CONFIDENCE,
        holder=holder.id,
        through=holder.through,
        capacity=holder.capacity,
        members=holder.members,
        object=about,
        polarity=_side(each, shaded),
        strength=shaded.strength,
        status=shaded.status,
        basis="stated",
        condition=shaded.condition,
        date=day_of(document, anchor),
    )


def _is_threat(document: Document, cue: int) -> bool:
    """Say whether a cue tells what may come, so that its side is not that of its object: "*threatened* tariffs"."""
    known = embedders(document.language).get(document.tree[cue].lemma)
    return known is not None and known.effect == "hypothetical"


def _side(each: Attitude, shaded: Shade) -> Side:
    """Give the side towards the object; what is wanted under a condition that is found is wanted."""
    return "for" if each.side == "mixed" and shaded.condition else each.side


def _counts(document: Document, head: int, holder: Holder) -> bool:
    """Say whether a word can be an object: a thing or somebody, not a pronoun for nobody, not the holder himself."""
    token = document.tree[head]
    who = document.who(head)
    if (token.lemma.lower(), "policy") in carriers(document.language):
        return False  # "my country", "its policy"
    if not token.text[0].isalnum() or {holder.id, holder.through} & set(who):
        return False
    return bool(who) or token.pos in ("NOUN", "PROPN")


def _is_found(other: Stance, stance: Stance) -> bool:
    """Say whether another tells of the holder's stance in these words."""
    own = {other.holder, other.through} & {stance.holder, stance.through} - {None}
    return bool(own) and overlap(other.evidence, stance.evidence) > 0
