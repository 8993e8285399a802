"""Claims of the kind Sanction: who applies coercive measures to whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from detente.claims.arguments import proof, sides, since, targets
from detente.claims.kinds import Claims, Sanction
from detente.documents import Document, clause, factuality, prepositions
from detente.lexicon import SanctionCue, sanction_cues

VERSION = "2"
_AGAINST = ("against", "on", "upon", "over", "to", "toward", "towards")
_MODALS = {"will", "'ll", "would", "could", "may", "might", "if"}
_STATUS = {"in force": 0.85, "lifted": 0.8, "threatened": 0.75}
Cues = Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], SanctionCue], ...]]


@dataclass(slots=True)
class _Measure:
    """A measure in the making: who applies it to whom, by which words."""

    cue: SanctionCue
    head: int
    status: str = "in force"
    verb: int | None = None
    by: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


def extract(document: Document, earlier: Claims) -> tuple[Sanction, ...]:  # noqa: ARG001
    """Find measures by their nouns ("the embargo against Iran") and by verbs that are measures ("blacklisted")."""
    cues = sanction_cues(document.language)
    found = [*_nouns(document, cues), *_deeds(document, cues)]
    claims = [_claim(document, measure) for measure in found if measure.against or measure.by]
    return _without_repeats(claims)


def _nouns(document: Document, cues: Cues) -> Iterator[_Measure]:
    tree = document.tree
    for token in tree.tokens:
        cue = _cue(document, cues, "noun", token.i) if token.pos in ("NOUN", "PROPN") else None
        if cue is None:
            continue
        measure = _Measure(cue, token.i, words=[token.i], why=[f"sanction_cues/{cue.id}"])
        _read_noun(document, measure)
        _read_verb_below(document, measure)
        if _read_verb_above(document, cues, measure):
            yield measure


def _cue(document: Document, cues: Cues, part: str, i: int) -> SanctionCue | None:
    tree = document.tree
    for words, cue in cues.get((part, tree[i].lemma.lower()), ()):
        start = i - len(words) + 1
        if start >= 0 and all(tree[start + n].lemma.lower() == word for n, word in enumerate(words)):
            return cue
    return None


def _read_noun(document: Document, measure: _Measure) -> None:
    """Read what hangs on the noun: "U.S. sanctions against Iran", "the blockade of Cuba by the United States"."""
    tree = document.tree
    for child in tree.children(measure.head, "poss", "amod", "compound", "nmod"):
        _add(measure, measure.by, sides(document, tree.conjuncts(child)), child)
    for prep in prepositions(tree, measure.head):
        if prep.word in _AGAINST or (prep.word == "of" and measure.cue.kind in ("blockade", "embargo")):
            _aim(document, measure, prep.objects)
        elif prep.word == "by":
            for token in prep.objects:
                _add(measure, measure.by, sides(document, (token,)), token)


def _read_verb_below(document: Document, measure: _Measure) -> None:
    """Read "the measures applied by the United States against Venezuela"."""
    tree = document.tree
    for verb in tree.children(measure.head, "acl", "relcl"):
        if tree[verb].pos != "VERB":
            continue
        below = clause(tree, verb)
        if measure.head not in below.objects or factuality(document, verb).negated:
            continue
        measure.words.append(verb)
        measure.verb = verb
        for token in below.subjects:
            _add(measure, measure.by, sides(document, (token,)), token)
        _aim(document, measure, below.after(*_AGAINST))


def _read_verb_above(document: Document, cues: Cues, measure: _Measure) -> bool:
    """Read "imposed sanctions on", "threatened them with sanctions"; say whether a measure is left."""
    tree = document.tree
    head = measure.head
    while tree[head].dep == "conj" and tree[tree[head].head].pos in ("NOUN", "PROPN"):
        head = tree[head].head
    governed = tree[head].dep == "pobj"
    above = tree[tree[head].head].head if governed else tree[head].head
    cue = _cue(document, cues, "verb", above) if above != measure.head else None
    if cue is None or tree[above].pos not in ("VERB", "NOUN", "ADJ"):
        return _stands_alone(document, measure)
    judged = factuality(document, above)
    if cue.status == "none":
        return measure.verb is not None
    if judged.negated:
        return False
    if governed and cue.status != "threatened" and not cue.means:
        return bool(measure.against) and _stands_alone(document, measure)
    measure.why.append(f"sanction_cues/{cue.id}")
    measure.status = cue.status
    measure.words.append(above)
    if tree[above].pos == "VERB":
        _read_clause(document, measure, above, cue, governed=governed)
    if judged.hypothetical or judged.time == "future":
        return _not_yet(cues, measure, judged.why)
    return True


def _stands_alone(document: Document, measure: _Measure) -> bool:
    """Judge a measure under no verb that tells what is done with it: "The sanctions against Iran failed"."""
    judged = factuality(document, measure.head)
    before = document.tree[measure.head - 1].text.lower() if measure.head else ""
    if before in ("no", "any", "without", "further", "possible", "potential") or judged.negated:
        return False
    return bool(measure.against) and not (judged.hypothetical or judged.time == "future")


def _read_clause(document: Document, measure: _Measure, verb: int, cue: SanctionCue, *, governed: bool) -> None:
    """Read who does something with the measure, and to whom."""
    own = clause(document.tree, verb)
    if measure.verb is None:
        measure.verb = verb
    if cue.subject == "against":
        _aim(document, measure, own.subjects)
        return
    for token in own.subjects:
        if token != measure.head:
            _add(measure, measure.by, sides(document, (token,)), token)
    _aim(document, measure, own.after(*_AGAINST) or own.recipients)
    if governed:
        _aim(document, measure, own.objects)


def _not_yet(cues: Cues, measure: _Measure, reasons: tuple[str, ...]) -> bool:
    """Judge "will impose", "threatened to impose": threatened; "wants them lifted": in force; a demand: nothing."""
    if measure.status == "lifted":
        measure.status, measure.verb, measure.by = "in force", None, []
        return bool(measure.against)
    threat = next(
        (cue for word in reasons for _, cue in cues.get(("verb", word), ()) if cue.status == "threatened"), None
    )
    measure.status = "threatened"
    if threat:
        measure.why.append(f"sanction_cues/{threat.id}")
    return threat is not None or set(reasons) <= _MODALS


def _deeds(document: Document, cues: Cues) -> Iterator[_Measure]:
    tree = document.tree
    for token in tree.tokens:
        cue = _cue(document, cues, "deed", token.i) if token.pos == "VERB" else None
        if cue is None:
            continue
        own, judged = clause(tree, token.i), factuality(document, token.i)
        if judged.negated or judged.hypothetical or not _is_near(document, token.i, cue):
            continue
        status = "threatened" if judged.time == "future" else "in force"
        measure = _Measure(cue, token.i, status, token.i, words=[token.i], why=[f"sanction_cues/{cue.id}"])
        small = tuple(  # "designating X pursuant to an order": parsed as a clause of its own
            subject
            for below in own.complements
            if tree[below].pos == "ADJ"
            for subject in tree.children(below, "nsubj")
        )
        _aim(document, measure, own.objects or small)
        for subject in own.subjects:
            _add(measure, measure.by, sides(document, (subject,)), subject)
        if measure.against:
            yield measure


def _is_near(document: Document, verb: int, cue: SanctionCue) -> bool:
    """Say whether a word stands in the sentence without which the verb means something else."""
    sentence = document.sentence_of(verb)
    words = {token.text.lower() for token in document.tree.tokens[sentence.first : sentence.last]}
    return not cue.near or not words.isdisjoint(cue.near)


def _aim(document: Document, measure: _Measure, tokens: tuple[int, ...]) -> None:
    for token in tokens:
        _add(measure, measure.against, targets(document, (token,)), token)


def _add(measure: _Measure, side: list[str], actors: tuple[str, ...], token: int) -> None:
    new = [actor for actor in actors if actor not in side]
    side.extend(new)
    if new:
        measure.words.append(token)


def _claim(document: Document, measure: _Measure) -> Sanction:
    date = since(document, measure.verb if measure.verb is not None else measure.head)
    lifted = measure.status == "lifted"
    return Sanction(
        by=tuple(actor for actor in measure.by if actor not in measure.against),
        against=tuple(measure.against),
        kind=measure.cue.kind,
        status=measure.status,  # type: ignore[arg-type]
        since=date if measure.status == "in force" else None,
        until=date if lifted else None,
        evidence=proof(document, measure.words),
        why="; ".join(measure.why),
        confidence=_STATUS[measure.status],
    )


def _without_repeats(claims: list[Sanction]) -> tuple[Sanction, ...]:
    """Keep of claims with the same kind and status those that say most."""
    kept: list[Sanction] = []
    for claim in sorted(claims, key=lambda each: -(len(each.by) + len(each.against) + bool(each.since))):
        held = (each for each in kept if (each.kind, each.status) == (claim.kind, claim.status))
        if not any(set(claim.by) <= set(each.by) and set(claim.against) <= set(each.against) for each in held):
            kept.append(claim)
    return tuple(kept)
