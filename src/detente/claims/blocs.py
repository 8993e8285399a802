"""Claims of the kind Bloc: when a bloc was founded or ended."""

from collections.abc import Iterator, Mapping

from detente.claims.arguments import named, proof, since
from detente.claims.kinds import Bloc, Claims
from detente.documents import Document, clause, factuality, prepositions
from detente.lexicon import BlocCue, bloc_cues

VERSION = "1"


def extract(document: Document, earlier: Claims) -> tuple[Bloc, ...]:  # noqa: ARG001
    """Find foundings and ends that have a date; the first of each bloc counts."""
    cues = bloc_cues(document.language)
    found: dict[tuple[str, str], Bloc] = {}
    for token in document.tree.tokens:
        cue = _cue(document, cues, token.i)
        if cue is None:
            continue
        for bloc, words in _founded(document, token.i, cue):
            date = since(document, token.i)
            if date is not None:
                found.setdefault((bloc, cue.effect), _claim(document, cue, bloc, (token.i, *words), date))
    return tuple(found.values())


def _cue(document: Document, cues: Mapping[str, BlocCue], i: int) -> BlocCue | None:
    """Give the cue that ends at a token, of one word or two: "founding member"."""
    tree = document.tree
    if tree[i].pos not in ("VERB", "NOUN", "PROPN"):
        return None
    lemma = tree[i].lemma.lower()
    return cues.get(f"{tree[i - 1].text.lower()} {lemma}" if i else lemma) or cues.get(lemma)


def _founded(document: Document, i: int, cue: BlocCue) -> Iterator[tuple[str, tuple[int, ...]]]:
    tree = document.tree
    judged = factuality(document, i)
    if judged.negated or judged.hypothetical or judged.time == "future":
        return
    tokens: tuple[int, ...] = ()
    if cue.part == "noun" and tree[i].pos != "VERB":
        tokens = tuple(head for prep in prepositions(tree, i) if prep.word == "of" for head in prep.objects)
        tokens += tree.children(i, "poss")
    elif cue.part == "member" and _is_said_of(document, i):
        tokens = tuple(head for prep in prepositions(tree, i) if prep.word == "of" for head in prep.objects)
    elif cue.part == "made" and tree[i].pos == "VERB" and (tree[i].lemma != "set" or "up" in clause(tree, i).particles):
        tokens = clause(tree, i).objects
    elif cue.part == "came" and tree[i].pos == "VERB" and not clause(tree, i).after("from", "as"):
        tokens = clause(tree, i).subjects
    for token in tokens:
        for actor in named(document, token):
            known = document.actor.get(actor)
            if known is not None and (known.type == "bloc" or (known.type == "organisation" and known.linked)):
                yield actor, (token, *_date_words(document, i))


def _is_said_of(document: Document, i: int) -> bool:
    """Say whether the noun tells what somebody was: "was a founder", "was one of the founders"."""
    tree = document.tree
    if tree[i].dep == "pobj" and tree[tree[tree[i].head].head].lemma == "one":
        i = tree[tree[i].head].head
    return tree[i].dep == "attr" and tree[tree[i].head].tag != "VBZ"


def _date_words(document: Document, i: int) -> tuple[int, ...]:
    tree = document.tree
    times = document.times_in(document.sentence_of(i).span)
    return tuple(tree.within(time.span)[-1] for time in times if time.edtf)[:1]


def _claim(document: Document, cue: BlocCue, bloc: str, words: tuple[int, ...], date: str) -> Bloc:
    return Bloc(
        bloc=bloc,
        founded=date if cue.effect == "founded" else None,
        dissolved=date if cue.effect == "dissolved" else None,
        evidence=proof(document, words),
        why=f"bloc_cues/{cue.id}",
        confidence=0.85,
    )
