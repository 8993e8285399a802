"""Who is for or against what, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import replace

from detente.claims.kinds import Claims, Object, Stance, Utterance
from detente.claims.stance_answers import answer_to
from detente.claims.stance_balance import is_balanced
from detente.claims.stance_changes import Shift, shifts
from detente.claims.stance_days import day_of
from detente.claims.stance_deeds import from_deeds, from_recognitions
from detente.claims.stance_finding import find
from detente.claims.stance_found import Found
from detente.claims.stance_heard import from_attitudes
from detente.claims.stance_holders import Holder, holders, is_apart, speaker
from detente.claims.stance_learned import from_leanings
from detente.claims.stance_matters import is_policy, is_topic
from detente.claims.stance_objects import Place, descend, evidence, object_at
from detente.claims.stance_shading import Shade, shade
from detente.claims.stance_thing import taken_up
from detente.claims.stance_voices import Voice, Voices, voices
from detente.documents import Document, clause
from detente.lexicon import StanceCue, embedders, stance_cues
from detente.text import Spans, overlap

VERSION = "10"

_MANY = 4
_NO_SIDES = ("mixed", "neutral")
_NEAR = 300
_NO_THINGS = ("one", "that", "this")
_CONFIDENCE = {1: 0.7, 2: 0.8, 3: 0.85}


def extract(document: Document, earlier: Claims) -> tuple[Stance, ...]:
    """Find them in words of attitude, then in recognitions and in deeds."""
    kept: list[Stance] = []
    heard = voices(document, earlier.utterances)
    found = (stance for each in find(document) for stance in _asked_or_told(document, each, heard))
    for stance in (*found, *from_recognitions(document, earlier), *from_deeds(document, earlier)):
        if not any(_repeats(stance, other) for other in kept):
            kept.append(stance)
    kept += from_attitudes(document, heard, tuple(kept))
    kept += from_leanings(document, earlier, tuple(kept))
    changed = tuple(shifts(document, earlier))
    given_up = {n: shift for shift in changed if shift.recent and not shift.members for n in _last(kept, shift)}
    return tuple(
        _former(stance, given_up[n]) if n in given_up else _before(document, stance, changed, heard)
        for n, stance in enumerate(kept)
    )


def _last(stances: list[Stance], shift: Shift) -> list[int]:
    """Give the stance of the holder that was told last before a change that points back to it."""
    start = shift.evidence[0].start
    own = [n for n, s in enumerate(stances) if s.holder == shift.holder and 0 <= start - s.evidence[-1].end <= _NEAR]
    return sorted(own, key=lambda n: stances[n].evidence)[-1:]


def _asked_or_told(document: Document, found: Found, heard: Voices) -> Iterator[Stance]:
    """Give the stances of an attitude, in a question those of who answers it by yes or no."""
    answer = answer_to(document, found, heard.utterances)
    if answer is None:
        yield from _stances(document, found, heard, shade(document, found))
        return
    shaded = shade(document, found, asked=True)
    if shaded is None:
        return
    shaded = shaded._replace(negated=shaded.negated ^ (not answer.yes), condition=())
    for stance in _stances(document, found._replace(holders=(), voiced=True), answer.voice, shaded):
        yield replace(stance, evidence=tuple(sorted((*stance.evidence, answer.words))))


def _stances(document: Document, found: Found, heard: Voices | Voice, shaded: Shade | None) -> Iterator[Stance]:
    if shaded is None:
        return
    for head in found.objects:
        if found.cue.promised and _is_attitude(document, found, head):
            continue  # "promised to recognise Kosovo" is the recognition, promised
        if found.cue.polarity == "against" and _takes_sides(document, head):
            continue  # "declined to take a position" is to be neutral
        for place in descend(document, head) if found.cue.aims else (Place(head),):
            together = tuple(_at(document, found, shaded, place, heard))
            yield from together
            if len(together) > _MANY:
                return  # a long list of holders times a long list of objects says little of each


def _at(document: Document, found: Found, shaded: Shade, place: Place, heard: Voices | Voice) -> Iterator[Stance]:
    cue = found.cue
    proof = evidence(document, _denied(document, found) if shaded.negated else found.token, place.head)
    here = (document.tree[found.token].span,)
    speech = _speech(heard, here, in_words=cue.attribute)
    holding = _holding(document, found, speech)
    own = {each for h in holding for each in (h.id, h.through)}
    thing = taken_up(document, place.head, own)
    about = object_at(document, place.head if thing is None else thing, cue.issue, found.beside)
    if thing is not None:
        about = replace(about, spans=(document.tree[place.head].span,))
    spoken = heard.utterances if isinstance(heard, Voices) else ()
    if not holding or not _counts(
        document,
        found,
        place.head,
        about,
        spoken,
        matter=is_policy(document, [each.id for each in holding], place.head),
    ):
        return
    if cue.own and not _is_own(document, found, speech):
        return
    if cue.polarity in _NO_SIDES and shaded.negated and not cue.negated:
        return  # "is not neutral" does not say on which side
    against = (cue.polarity == "against") ^ shaded.negated ^ place.turned
    side = cue.polarity if cue.polarity in _NO_SIDES else "against" if against else "for"
    side = "neutral" if is_balanced(document, found) else side
    for holder in holding:
        if document.crowd_at.get(place.head) == holder.id or (cue.implied and _is_alone_at(document, cue, holder)):
            continue
        if [party.id for party in about.actors] == [holder.id] and _is_named(document, place.head):
            continue
        if holder.through in document.who(place.head) and _is_named(document, place.head):
            continue  # nobody judges himself
        alone = cue.needs_matter and about.issue is None and about.actors and _is_alone(document, about, holder)
        if alone and not is_topic(document, place.head):
            continue
        yield Stance(
            evidence=proof,
            why=_reason(document, found, shaded, place, holder),
            confidence=_CONFIDENCE[shaded.strength],
            holder=holder.id,
            through=holder.through,
            capacity=holder.capacity,
            members=holder.members,
            object=about,
            polarity=side,
            strength=shaded.strength,
            status=shaded.status,
            basis="implied" if cue.implied else "stated",
            condition=shaded.condition,
            date=day_of(document, found.anchor),
        )


def _speech(heard: Voices | Voice, here: Spans, *, in_words: bool) -> Voice | None:
    """Give the voice of a place; of an answer there is one voice."""
    if isinstance(heard, Voice):
        return heard
    return heard.in_words(here) if in_words else heard.of(here)


def _is_attitude(document: Document, found: Found, head: int) -> bool:
    """Say whether what is promised is an attitude that is heard by itself, not below "threatened to"."""
    embedder = embedders(document.language).get(document.tree[found.token].lemma)
    if embedder and embedder.effect == "hypothetical":
        return False
    cues = stance_cues(document.language).get(document.tree[head].lemma, ())
    own = (cue for cue in cues if cue.pos == "verb" and cue.holder == "subject" and not cue.own)
    return any(not (cue.deed and cue.needs_issue) for cue in own)


def _takes_sides(document: Document, head: int) -> bool:
    """Say whether what is refused is to take a side at all: "to take a position"."""
    cues = stance_cues(document.language).get(document.tree[head].lemma, ())
    fixed = {noun for cue in cues if cue.polarity == "neutral" and cue.negated for noun in cue.fixed}
    return any(document.tree[each].lemma in fixed for each in document.tree.children(head, "dobj"))


def _is_alone_at(document: Document, cue: StanceCue, holder: Holder) -> bool:
    """Say whether a deed on a matter is that of a person for himself, who decides nothing: "Soto joined the race"."""
    return cue.deed and cue.needs_issue and document.actor[holder.id].type == "person"


def _is_alone(document: Document, about: Object, holder: Holder) -> bool:
    """Say whether an object names no actor but its holder: "we have to come back"."""
    own = {holder.id, holder.through}
    return all(own & {party.id, document.state_of(party.id)} for party in about.actors)


def _is_own(document: Document, found: Found, speech: Voice | None) -> bool:
    """Say whether the speaker tells it of himself: "we will continue to", his state by its name."""
    ours = {
        *(speech.speakers if speech else ()),
        *(document.state_of(each) for each in (speech.speakers if speech else ())),
    }
    firsts = [document.tree[token].text.lower() for token in found.holders]
    return found.by_speaker or bool({"we", "i"} & set(firsts)) or bool(ours & set(document.who(*found.holders)))


def _denied(document: Document, found: Found) -> int:
    """Give the word that denies an attitude where it stands beside it, so that the evidence shows it."""
    tree = document.tree
    negations = tree.children(found.token, "neg")
    return min((found.token, *negations)) if found.token < min(found.objects) else found.token


def _is_named(document: Document, head: int) -> bool:
    """Say whether an object is an actor himself, by name or pronoun, not something of his: "the resolution"."""
    mention = document.mention_at.get(head)
    return mention is not None and bool(mention.actors) and mention.kind != "nominal"


def _counts(
    document: Document, found: Found, head: int, about: Object, spoken: tuple[Utterance, ...], *, matter: bool
) -> bool:
    """Say whether an object can be one: a word, no time, no pronoun for nobody, of the kind that the cue asks for."""
    token = document.tree[head]
    said = token.pos != "NOUN" and any(span.meets(token.span) for each in spoken for span in each.cue)
    if said or token.lemma in found.cue.never:
        return False
    nobody = (token.pos == "PRON" or token.text.lower() in _NO_THINGS) and not about.actors
    nobody = nobody and taken_up(document, head) is None
    if not token.text[0].isalnum() or nobody or _is_time(document, head):
        return False
    types = {document.actor[each].type for each in document.who(head)}
    told = about.issue is not None or ((found.cue.deed or token.pos == "VERB") and is_topic(document, head))
    if (found.cue.things and types) or (found.cue.needs_issue and not told):
        return False
    balanced = found.cue.needs_matter and is_balanced(document, found)
    if found.cue.needs_matter and not (matter or balanced or about.issue or about.actors or is_topic(document, head)):
        return False
    if not found.cue.kinds:
        return True
    return bool(types & set(found.cue.kinds)) or bool(clause(document.tree, found.token).after("as"))


def _is_time(document: Document, head: int) -> bool:
    """Say whether a word stands in a time or a length of time: "for three years"."""
    place = document.tree[head].span
    return any(time.span.holds(place) for time in document.times)


def _reason(document: Document, found: Found, shaded: Shade, place: Place, holder: Holder) -> str:
    cue = f"stance_cues/{found.cue.id} {document.tree[found.token].lemma}"
    member = "; stance_carriers/member" if holder.members else ""
    apart = is_apart(document, holder.id)
    return cue + shaded.why + place.why + member + (f"; stance_carriers/{apart}" if apart else "")


def _holding(document: Document, found: Found, speech: Voice | None) -> tuple[Holder, ...]:
    if found.by_speaker:
        return speaker(document, speech, personal=found.cue.personal) if speech else ()
    named = holders(document, found.holders, speech, personal=found.cue.personal)
    named = named or holders(document, found.others, speech, personal=found.cue.personal)
    if found.others and named:
        named = tuple(_through(document, holder, found.others) for holder in named)
    return tuple(_as_state(document, holder) for holder in named) if found.cue.deed and found.cue.implied else named


def _through(document: Document, holder: Holder, tellers: tuple[int, ...]) -> Holder:
    """Take who expresses what is his state's for the one through whom it is heard: "Soto reiterated Peru's support"."""
    people = (who for who in document.who(*tellers) if who != holder.id and document.state_of(who) == holder.id)
    through = next(people, None)
    return holder._replace(through=through) if through else holder


def _as_state(document: Document, holder: Holder) -> Holder:
    """Take what a parliament does for its state ("ratified the treaty") for a deed of the state, done through it."""
    state = document.state_of(holder.id)
    return holder if state == holder.id else holder._replace(id=state, through=holder.through or holder.id)


def _repeats(new: Stance, old: Stance) -> bool:
    """Say whether the same stance has been found in the same words."""
    same = new.holder == old.holder or (
        new.basis == "implied" and {new.holder, new.through} & {old.holder, old.through}
    )
    if not same or not overlap(new.evidence, old.evidence):
        return False
    if new.basis == "implied" or new.object.issue == "recognition":
        return True
    return overlap(new.object.spans, old.object.spans) > 0


def _before(document: Document, stance: Stance, changed: tuple[Shift, ...], heard: Voices) -> Stance:
    """Mark a stance as former that its holder has given up by a change of the same article."""
    for shift in changed:
        if _gives_up(document, shift, stance, heard):
            return _former(stance, shift)
    return stance


def _former(stance: Stance, shift: Shift) -> Stance:
    until = f"../{shift.announced_on}" if shift.announced_on else None
    return replace(stance, status="former", until=stance.until or until)


def _gives_up(document: Document, shift: Shift, stance: Stance, heard: Voices) -> bool:
    """Say whether the article tells as past, not as just said, what its holder thought of the object of a change."""
    same = stance.holder == shift.holder and not shift.members and stance.status == "current"
    if not same or stance.asserted_by or not {p.id for p in stance.object.actors} & set(shift.objects):
        return False
    if any(span.meets(other) for span in stance.evidence for other in shift.evidence):
        return False
    first = document.tree.within(stance.evidence[0])[0]
    told_now = any(span.meets(document.tree[first].span) for each in heard.utterances for span in each.cue)
    return document.tree[first].tag in ("VBD", "VBN") and not told_now
