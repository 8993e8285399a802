"""Claims of the kind Membership: who belongs to which bloc."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.arguments import happened, named, proof, sides, since
from detente.claims.kinds import Claims, Membership
from detente.documents import Document, Token, clause, date_of, factuality, prepositions
from detente.lexicon import MembershipCue, membership_cues

VERSION = "2"
_BLOCS = ("bloc", "organisation")
_MEMBERS = ("state", "bloc", "organisation", "government")
_OF = ("of", "in", "to", "at", "with")
_FACT = {"since", "after", "following", "with", "until", "before", "upon"}


class _Found(NamedTuple):
    """Members and blocs as tokens; ``unsure`` where the text only plans or supposes it."""

    members: tuple[int, ...]
    blocs: tuple[int, ...]
    token: int
    negated: bool


def extract(document: Document, earlier: Claims) -> tuple[Membership, ...]:  # noqa: ARG001
    """Find memberships; plans, hopes and threats are none. The same one is told once."""
    cues = membership_cues(document.language)
    tree = document.tree
    claims: dict[tuple[str, str, str | None, bool], Membership] = {}
    for token in tree.tokens:
        for words, cue in cues.get(token.lemma.lower(), ()):
            start = token.i - len(words) + 1
            if start < 0 or not all(word in _forms(tree[start + n]) for n, word in enumerate(words)):
                continue
            for claim in _claims(document, token.i, cue):
                key = (claim.member, claim.bloc, claim.role, claim.negated)
                if key not in claims or ((claim.since or claim.until) and not (claims[key].since or claims[key].until)):
                    claims[key] = claim
            break
    ended = {(claim.member, claim.bloc) for claim in claims.values() if claim.until}
    return tuple(each for each in claims.values() if not (each.negated and (each.member, each.bloc) in ended))


def _forms(token: Token) -> tuple[str, str]:
    return token.lemma.lower(), token.text.lower()


def _claims(document: Document, i: int, cue: MembershipCue) -> Iterator[Membership]:
    tree = document.tree
    for found in _found(document, i, cue):
        blocs = tuple(
            dict.fromkeys(b for token in found.blocs for b in named(document, token) if _is(document, b, _BLOCS))
        )
        for member in sides(document, found.members):
            for bloc in blocs:
                if member == bloc or not _is(document, member, _MEMBERS):
                    continue
                date = since(document, found.token)
                left = cue.effect == "leaves" and not found.negated
                since_ = None if cue.effect == "leaves" or found.negated else date
                yield Membership(
                    member=member,
                    bloc=bloc,
                    role=cue.role,
                    since=since_,
                    until=date if left else None,
                    negated=(left and date is None) or (found.negated and cue.effect != "leaves"),
                    evidence=proof(document, (i, *found.members, *found.blocs)),
                    why=f"membership_cues/{cue.id}",
                    confidence=0.85 if tree[i].pos == "VERB" else 0.8,
                )


def _is(document: Document, actor: str, types: tuple[str, ...]) -> bool:
    known = document.actor.get(actor)
    return known is not None and known.type in types and (known.linked or known.type in ("state", "bloc"))


def _found(document: Document, i: int, cue: MembershipCue) -> Iterator[_Found]:
    pos = document.tree[i].pos
    if cue.part in ("verb", "by") and pos == "VERB":
        yield from _by_verb(document, i, cue)
    elif cue.part == "noun" and pos in ("NOUN", "PROPN"):
        yield from _by_noun(document, i)
    elif cue.part == "act" and pos in ("NOUN", "PROPN"):
        yield from _by_act(document, i, cue)


def _by_verb(document: Document, i: int, cue: MembershipCue) -> Iterator[_Found]:
    own, judged = clause(document.tree, i), factuality(document, i)
    if not judged.negated and not happened(document, i):
        return
    if judged.hypothetical or judged.time == "future":
        return
    if cue.part == "verb":
        members, blocs = own.subjects, own.after(*cue.after) if cue.after else own.objects
        if cue.effect == "joins" and not own.objects and not cue.after and date_of(document, i):
            blocs = _bloc_before(document, i)
    else:
        members, blocs = own.objects, own.after(*cue.after) or (own.subjects if cue.effect == "leaves" else ())
    yield _Found(members, blocs, i, judged.negated)


def _by_noun(document: Document, i: int) -> Iterator[_Found]:
    """Read "Peru is a member of the group", "Turkey, a NATO member", "NATO member Turkey"."""
    tree = document.tree
    blocs = (
        *(head for prep in prepositions(tree, i) if prep.word in _OF for head in prep.objects),
        *tree.children(i, "compound", "poss", "nmod"),
    )
    if tree[i].dep == "pobj" and tree[tree[tree[i].head].head].lemma in ("one", "some", "many"):
        i = tree[tree[i].head].head  # "one of the founders of the group"
    head = tree[i].head
    if not blocs and tree[i].dep == "attr":
        blocs = _bloc_before(document, i)
    if tree[i].dep == "appos":
        yield _Found(tree.conjuncts(head), blocs, i, negated=False)
    elif tree[i].dep in ("compound", "nmod") and head > i:
        yield _Found((head,), blocs, i, negated=False)
    elif tree[i].dep == "attr":
        judged = factuality(document, head)
        verb = clause(tree, head)
        if tree[head].lemma in ("be", "become", "remain") and not judged.hypothetical and judged.time != "future":
            yield _Found(verb.subjects, blocs, head, judged.negated)
    yield from (_Found((child,), blocs, i, negated=False) for child in tree.children(i, "appos"))


def _bloc_before(document: Document, i: int) -> tuple[int, ...]:
    """Give the bloc named last before: "Peru remains a member"."""
    heads = [mention.head for mention in document.mentions if mention.head < i and mention.kind == "name"]
    return tuple(head for head in heads if any(actor.startswith("bloc/") for actor in named(document, head)))[-1:]


def _by_act(document: Document, i: int, cue: MembershipCue) -> Iterator[_Found]:
    """Read "since its accession to the Union": told as a fact by the preposition before it."""
    tree = document.tree
    head = tree[tree[i].head]
    if head.pos not in ("ADP", "SCONJ") or head.lemma.lower() not in _FACT or factuality(document, i).hypothetical:
        return
    own = {prep.word: prep.objects for prep in prepositions(tree, i)}
    blocs = tuple(token for word in cue.after for token in own.get(word, ()))
    yield _Found((*tree.children(i, "poss"), *own.get("of", ())), blocs, i, negated=False)
