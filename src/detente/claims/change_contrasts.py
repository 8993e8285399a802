"""Changes of position that an article tells by setting then against now, without a word of change.

"As late as last year Peru would not hear of the treaty. It now offers to host the talks": what its holder thought
then, told as past, and what he thinks now, close by and of another side. The past alone is not enough: a time or a
word must say that it is over.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise

from detente.claims.kinds import Change, Stance, Utterance
from detente.dates import bounds
from detente.documents import Document, issuers_of
from detente.lexicon import carriers, names_of, uncontested_words, words
from detente.text import Span

_CONFIDENCE = 0.65
_LONG_AGO = dt.timedelta(days=45)
_NEAR, _NEXT = 700, 2
_LONGEST = 450
_FEWEST = 4
_JOINING = ("ADP", "ADV", "SCONJ")
"""Parts of speech by which a time hangs on its verb: "as late as last year"."""
_OPEN = ("leanings/", "attitudes/", "stance_deeds/")
"""How the reasons of stances begin that prove no position, or that deeds show."""


def contrasts(document: Document, stances: tuple[Stance, ...], said: Mapping[str, Utterance]) -> Iterator[Change]:
    """Give the changes between a stance told as past and the first of another side that its holder has now."""
    own = [each for each in stances if not (each.members or each.why.startswith(_OPEN) or _is_crowd(each.holder))]
    taken: set[str] = set()
    for before in own:
        if before.holder in taken:
            continue
        marked = _is_marked(document, before)
        following = (each for each in own if marked or _is_then_now(document, before, each))
        later = (each for each in following if _follows(document, before, each))
        after = next(later, None)
        if after is not None:
            taken.add(before.holder)
            yield _change(document, before, after, said)


def _follows(document: Document, before: Stance, after: Stance) -> bool:
    """Say whether a stance is its holder's of now, on another side, and close enough to be set against that of then."""
    apart = after.evidence[0].start - before.evidence[-1].end
    if after.holder != before.holder or not 0 <= apart <= _NEAR:
        return False
    if not _are_apart(before, after) and not _is_until_now(document, before):
        return False
    if after.status == "former" or _is_marked(document, after):
        return False
    mine, theirs = (_nouns(document, each) for each in (before, after))
    alike = bool(mine & theirs)
    if before.status != "former" and _verb_tag(document, after) == "VBD":
        return False  # both are told of the past, none of now
    plain = uncontested_words(document.language)
    sided = before.polarity != after.polarity or _is_until_now(document, before)
    return alike or (
        _is_marked(document, before)
        and sided
        and bool(mine - plain)
        and bool(theirs - plain)
        and _is_next(document, before, after)
    )


def _is_crowd(holder: str) -> bool:
    """Say whether a holder is a group without a name: those of then and those of now need not be the same."""
    return holder.startswith("crowd/")


def _are_apart(before: Stance, after: Stance) -> bool:
    if before.polarity == after.polarity:
        return before.status == "former" and bool(before.condition) != bool(after.condition)
    return True


def _is_then_now(document: Document, before: Stance, after: Stance) -> bool:
    """Say whether one who speaks sets what was against what is: "Peru was for the road. It is against it now"."""
    told = before.asserted_by is not None and before.asserted_by == after.asserted_by
    sides = {before.polarity, after.polarity} == {"for", "against"}
    tags = _verb_tag(document, before), _verb_tag(document, after)
    return told and sides and tags[0] == "VBD" and tags[1] in ("VBZ", "VBP")


def _is_until_now(document: Document, stance: Stance) -> bool:
    """Say whether a stance is told as lasting until now, so that whatever is told next is another: "has hitherto"."""
    known = carriers(document.language)
    sentence = document.sentence_of(document.tree.within(stance.evidence[0])[0])
    words = [document.tree[i].text.lower() for i in range(sentence.first, sentence.last)]
    spelled = any(first == "until" and (then, "lately") in known for first, then in pairwise(words))
    return stance.status == "former" and (spelled or any((word, "hitherto") in known for word in words))


def _is_next(document: Document, before: Stance, after: Stance) -> bool:
    """Say whether a stance is told in one paragraph with another, in one of the next sentences."""
    one, other = (document.tree.within(each.evidence[0])[0] for each in (before, after))
    first, second = document.sentence_of(one), document.sentence_of(other)
    return first.block == second.block and document.sentences.index(second) - document.sentences.index(first) <= _NEXT


def _is_marked(document: Document, stance: Stance) -> bool:
    """Say whether a stance is told as over, or as of a time well before the article."""
    if stance.status == "former":
        return True
    published = document.article.published
    if not published or not _is_past(document, stance):
        return False
    if _is_while(document, stance):
        return True
    token = document.tree.within(stance.evidence[0])[0]
    verb = _finite_over(document, token)
    times = document.times_in(document.sentence_of(token).span)
    own = (time for time in times if time.edtf and time.type == "DATE" and _verb_of(document, time.span) == verb)
    days = (bounds(time.edtf or "").last for time in own)
    return any(dt.date.min < day < bounds(published).first - _LONG_AGO for day in days)


def _finite_over(document: Document, token: int) -> int:
    """Give the verb that tells of a word: itself, or the next above it."""
    tree = document.tree
    above = (each for each in (token, *tree.heads(token)) if tree[each].pos in ("VERB", "AUX"))
    return next((each for each in above if tree[each].dep not in ("aux", "auxpass")), token)


def _verb_of(document: Document, span: Span) -> int | None:
    """Give the verb whose day a time tells; None where it is a thing's: "praised its statement *last October*"."""
    tree = document.tree
    inside = tree.within(span)
    above = (each for token in inside[:1] for each in tree.heads(token) if each not in inside)
    first = next((each for each in above if tree[each].pos not in _JOINING), None)
    return first if first is not None and tree[first].pos in ("VERB", "AUX") else None


def _is_while(document: Document, stance: Stance) -> bool:
    """Say whether a stance is told of the time of something past: "*while* it was drafted, they warned of it"."""
    tree = document.tree
    token = tree.within(stance.evidence[0])[0]
    above = (each for each in (token, *tree.heads(token)) if tree[each].tag == "VBD")
    clauses = (child for each in list(above)[:1] for child in tree.children(each, "advcl") if child < each)
    marks = (tree[mark].text.lower() for each in clauses for mark in tree.children(each, "mark", "advmod"))
    known = carriers(document.language)
    return any((mark, "meanwhile") in known for mark in marks)


def _is_past(document: Document, stance: Stance) -> bool:
    return _verb_tag(document, stance) in ("VBD", "MD-past")


def _verb_tag(document: Document, stance: Stance) -> str:
    """Give the tag of the finite verb nearest above the words of a stance."""
    tree = document.tree
    cue = stance.why.split(";")[0].rpartition(" ")[2]
    inside = tree.within(stance.evidence[0])
    token = next((i for i in inside if tree[i].lemma == cue), inside[0])
    for each in (token, *tree.heads(token)):
        helping = [tree[aux] for aux in tree.children(each, "aux", "auxpass")]
        if any(aux.lemma.lower() == "would" for aux in helping):
            return "MD-past"
        finite = next((aux.tag for aux in helping if aux.tag in ("VBD", "VBZ", "VBP", "MD")), "")
        if finite or tree[each].tag in ("VBD", "VBZ", "VBP"):
            return finite or tree[each].tag
    return ""


def _nouns(document: Document, stance: Stance) -> set[str]:
    """Give the nouns and names of what a stance is about, with those set beside them by a comma."""
    tree = document.tree
    tokens = {t for span in stance.object.spans for i in tree.within(span) for t in (i, *_beside(document, i))}
    states = {i for i in tokens for who in document.who(i) if "/" not in who}
    return {
        tree[t].lemma.lower()
        for t in tokens - states
        if tree[t].pos in ("NOUN", "PROPN") and len(tree[t].text) >= _FEWEST
    }


def _beside(document: Document, token: int) -> Iterator[int]:
    for each in document.tree.children(token, "appos"):
        yield from document.tree.subtree(each)


def _change(document: Document, before: Stance, after: Stance, said: Mapping[str, Utterance]) -> Change:
    voices = [_voice(document, each, said) for each in (before, after)]
    own = [[before.holder in {who, document.state_of(who)} for who in voice] for voice in voices]
    announced = all(own[0]) and all(own[1]) and all(voices)
    utterance = said.get(after.asserted_by or "")
    speakers = [who for who in voices[1] if announced or before.holder not in (who, document.state_of(who))]
    first, last = before.evidence[0], after.evidence[-1]
    whole = Span(first.start, last.end)
    proof = (whole,) if whole.end - whole.start <= _LONGEST else (first, last)
    return Change(
        evidence=proof,
        why="change_contrasts/then-now",
        confidence=_CONFIDENCE,
        holder=before.holder,
        object=_subject(document, before, after),
        announced_on=utterance.date if utterance and announced else None,
        by=next(iter(speakers), None),
        before=before.evidence,
        after=after.evidence,
        kind="announced" if announced else "attributed",
        members=None,
    )


def _voice(document: Document, stance: Stance, said: Mapping[str, Utterance]) -> tuple[str, ...]:
    """Give those in whose words a stance is told, of a statement its issuers."""
    utterance = said.get(stance.asserted_by or "")
    own = (utterance.speakers if utterance else ()) or issuers_of(document)
    return own or ((stance.holder,) if not utterance and _publishes(document, stance.holder) else ())


def _publishes(document: Document, holder: str) -> bool:
    """Say whether an article is by a body of the holder: "African Union Commission"."""
    outlet = words(document.article.outlet or "")
    known = document.actor.get(holder)
    named = (words(name) for name in {*names_of(holder), *((known.name,) if known else ())})
    return any(name and outlet[: len(name)] == name for name in named)


def _subject(document: Document, *sides: Stance) -> str | None:
    """Give what both are about: an actor beside the holder, else an issue."""
    for side in reversed(sides):
        for party in side.object.actors:
            if party.role != "issuer" and document.state_of(party.id) != side.holder:
                return document.state_of(party.id)
    return next((side.object.issue for side in reversed(sides) if side.object.issue), None)
