"""Claims of the kind Recognition: who recognises whom, as what."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from detente.claims.arguments import named, proof, role_at, sides, since
from detente.claims.kinds import Claims, Recognition
from detente.documents import Document, clause, factuality, owners, prepositions
from detente.lexicon import RecognitionCue, recognition_cues

VERSION = "2"
_NEVER = {"state", "government", "person", "bloc", "party", "group", "organisation", "place"}
_LEGITIMATE = {"legitimate", "rightful", "lawful", "legal", "constitutional", "de", "only"}
Cues = Mapping[tuple[str, str], RecognitionCue]


class _Found(NamedTuple):
    """Holders and claimants as tokens, what he is recognised as, and whether he is."""

    holders: tuple[int, ...]
    claimants: tuple[int, ...]
    as_: int | None
    recognised: bool
    token: int
    cue: RecognitionCue
    ends: bool = False


def extract(document: Document, earlier: Claims) -> tuple[Recognition, ...]:  # noqa: ARG001
    """Find recognitions and refusals by verb and noun; the same one is told once."""
    cues = recognition_cues(document.language)
    claims: dict[tuple[str, str, bool], Recognition] = {}
    for token in document.tree.tokens:
        lemma = token.lemma.lower()
        if token.pos == "VERB" and (cue := cues.get(("verb", lemma))):
            found = _by_verb(document, cues, token.i, cue)
        elif token.pos in ("NOUN", "PROPN") and (cue := cues.get(("noun", lemma))):
            found = _by_noun(document, cues, token.i, cue)
        else:
            continue
        for each in found:
            for claim in _claims(document, each):
                claims.setdefault((claim.holder, claim.claimant, claim.recognised), claim)
    return tuple(claims.values())


def _by_verb(document: Document, cues: Cues, verb: int, cue: RecognitionCue) -> Iterator[_Found]:
    tree = document.tree
    own, judged = clause(tree, verb), factuality(document, verb)
    if (judged.hypothetical and not judged.negated) or judged.time == "future":
        return
    as_ = next(iter(own.after("as")), None)
    if cue.legitimate and not (as_ is not None and _is_legitimate(document, as_)):
        return
    if own.after("for") and as_ is None:
        return
    for token in own.objects:
        claimants, what = _claimant(document, cues, token, as_)
        if claimants:
            yield _Found(own.subjects, claimants, what, not judged.negated, verb, cue)


def _claimant(document: Document, cues: Cues, token: int, as_: int | None) -> tuple[tuple[int, ...], int | None]:
    """Give whom an object names: himself, a state, or the owner of a government or an independence."""
    tree = document.tree
    if ("object", tree[token].lemma.lower()) in cues:
        own = tuple(
            each for each in (*owners(tree, token), *tree.children(token, "amod", "compound")) if named(document, each)
        )
        return own[:1], as_ if as_ is not None else token
    types = {document.actor[actor].type for actor in named(document, token) if actor in document.actor}
    if "person" in types:
        return ((token,), as_) if as_ is not None and role_at(document, as_) else ((), None)
    bare = tree[token].pos == "PROPN" and not tree.children(token, "acl", "relcl", "prep")
    return ((token,), as_) if types & _NEVER and (as_ is not None or (bare and "state" in types)) else ((), None)


def _by_noun(document: Document, cues: Cues, noun: int, cue: RecognitionCue) -> Iterator[_Found]:
    tree = document.tree
    own = {prep.word: prep.objects for prep in prepositions(tree, noun)}
    above = tree[tree[noun].head]
    stop = (
        cues.get(("stop", above.lemma.lower()))
        if above.pos == "VERB" and tree[noun].dep in ("dobj", "nsubjpass")
        else None
    )
    swap = (
        cues.get(("swap", above.lemma.lower()))
        if above.pos == "VERB" and tree[noun].dep in ("dobj", "nsubjpass")
        else None
    )
    holders = (*own.get("by", ()), *tree.children(noun, "poss"))
    judged = factuality(document, above.i if stop or swap else noun)
    if judged.hypothetical or judged.time == "future" or (tree[noun].dep == "pobj" and above.lemma.lower() == "for"):
        return
    if stop or swap:
        verb = clause(tree, above.i)
        if judged.negated:
            return
        of = own.get("of", ()) or own.get("from", ()) or verb.after("from")
        for token in of:
            yield _Found(
                verb.subjects, (token,), None, recognised=False, token=above.i, cue=stop or swap or cue, ends=True
            )
        for token in (own.get("to", ()) or verb.after("to")) if swap else ():
            yield _Found(verb.subjects, (token,), None, recognised=True, token=above.i, cue=swap or cue)
        return
    for token in own.get("of", ()):
        claimants, what = _claimant(document, cues, token, next(iter(own.get("as", ())), None))
        if holders and claimants:
            yield _Found(holders, claimants, what, not judged.negated, noun, cue)


def _is_legitimate(document: Document, token: int) -> bool:
    tree = document.tree
    return any(tree[child].lemma.lower() in _LEGITIMATE for child in tree.children(token, "amod"))


def _claims(document: Document, found: _Found) -> Iterator[Recognition]:
    holders = sides(document, found.holders)
    date = since(document, found.token)
    words = [found.token, *found.holders, *found.claimants, *([] if found.as_ is None else [found.as_])]
    for claimant in dict.fromkeys(actor for token in found.claimants for actor in named(document, token)):
        for holder in holders:
            if holder == claimant:
                continue
            yield Recognition(
                holder=holder,
                claimant=claimant,
                as_=_told(document, found.as_),
                recognised=found.recognised,
                since=None if found.ends else date,
                until=date if found.ends else None,
                evidence=proof(document, words),
                why="; ".join(_reasons(document, found)),
                confidence=0.85,
            )


def _reasons(document: Document, found: _Found) -> Iterator[str]:
    yield f"recognition_cues/{found.cue.id}"
    cues = recognition_cues(document.language)
    if found.as_ is not None and (what := cues.get(("object", document.tree[found.as_].lemma.lower()))):
        yield f"recognition_cues/{what.id}"


def _told(document: Document, token: int | None) -> str | None:
    """Give what somebody is recognised as: the office, else the word itself."""
    if token is None:
        return None
    role = role_at(document, token)
    return role.office if role else document.tree[token].lemma.lower()
