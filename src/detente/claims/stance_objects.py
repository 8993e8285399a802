"""What an attitude or promise is about: its words, its issue and the actors in it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from detente.claims.kinds import Object, Party
from detente.claims.stance_antecedents import named_before
from detente.claims.stance_holders import acting
from detente.claims.stance_object_ends import hung_above, where_there, without_contrast
from detente.documents import Clause, Document, Tree, clause, prepositions, subjects_of
from detente.lexicon import Turn, due_turns, issue_words, stance_cues, stance_turns
from detente.text import Span, quote

PartyRole = Literal["issuer", "target", "party"]

_TARGET = ("against", "on", "at", "toward", "towards", "to", "upon")
_ISSUER = ("by", "from")
_TOPIC = ("regarding", "concerning", "toward", "towards", "about", "on")
_LEFT_OUT = ("conj", "cc", "relcl", "punct", "mark", "preconj", "advcl", "appos", "parataxis")
_BEFORE = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "case")
_EVIDENCE = 500


class Place(NamedTuple):
    """The head of an object; ``turned`` says that the side has turned on the way down, ``why`` names the rules."""

    head: int
    turned: bool = False
    why: str = ""


def descend(document: Document, head: int, above: Place | None = None) -> Iterator[Place]:
    """Follow "an end to", "improve", "lifting of", "to thank" down to the object."""
    turns, side = _turn(document, head)
    below, opposed = _below(document, head, side) if turns else ((), False)
    turned, why = (above.turned, above.why) if above else (False, "")
    turned ^= is_denied(document, head)
    if not below:
        yield Place(head, turned, why)
        return
    here = Place(head, turned ^ (opposed or side == "against"), why + (f"; {turns}" if "/" in turns else ""))
    for each in below:
        yield from descend(document, each, here)


def is_denied(document: Document, head: int) -> bool:
    """Say whether an object is an infinitive that is denied: "urged Iran *not* to test missiles"."""
    tree = document.tree
    return tree[head].tag == "VB" and bool(tree.children(head, "neg")) and not _due(document, head)


def _turn(document: Document, head: int) -> tuple[str, str]:
    """Give what leads further down, if anything does, and the side that it takes."""
    token = document.tree[head]
    if turn := stance_turns(document.language).get(token.lemma) or _due_turn(document, head):
        return f"stance_turns/{turn.id}", turn.turn
    for cue in stance_cues(document.language).get(token.lemma, ()) if token.pos == "VERB" else ():
        if cue.pos == "verb" and cue.holder == "subject" and "object" in cue.object and not cue.negated:
            return cue.id, cue.polarity
    return "", ""


def _due_turn(document: Document, head: int) -> Turn | None:
    """Give what a verb makes of its subject where that should last or be gone: "the levy must *go*"."""
    tree, known = document.tree, due_turns(document.language)
    if tree[head].pos != "VERB" or tree.children(head, "dobj", "auxpass") or not _due_or_wished(document, head):
        return None
    beside = (f"{tree[head].lemma} {tree[each].lemma.lower()}" for each in tree.children(head, "prt", "advmod"))
    found = next((known[each] for each in (*beside, tree[head].lemma) if each in known), None)
    return found if found is None or found.turn == "same" or _due(document, head) else None


def _below(document: Document, head: int, side: str) -> tuple[tuple[int, ...], bool]:
    """Give what stands below a word that leads further, and whether its preposition is against it: "defend against"."""
    tree = document.tree
    if tree[head].pos in ("VERB", "AUX"):
        below = _below_verb(tree, clause(tree, head))
        over = [each for each in _due_or_wished(document, head) if not document.who(each)]  # "the war must end"
        if _due_turn(document, head):
            return tuple(over), False
        return below if below[0] or tree[head].pos == "AUX" else (tuple(over), False)
    if tree[head].pos != "NOUN":
        return (), False
    ways = (
        ("of", "to", "against") if side == "against" else ("of", "to", "for")
    )  # "the fight for freedom" is not against it
    return tuple(o for prep in prepositions(tree, head) if prep.word in ways for o in prep.objects), False


def _below_verb(tree: Tree, found: Clause) -> tuple[tuple[int, ...], bool]:
    if found.passive:
        return (found.objects if tree[found.verb].dep != "acl" else ()), False
    if found.objects:
        return found.objects, False
    if tree[found.verb].tag == "VBN" and not tree.children(found.verb, "aux", "auxpass"):
        return tree.children(found.verb, "nsubj"), False  # "wants *the base* closed"
    if against := found.after("against", "from"):
        return against, True
    shared = (clause(tree, each).objects for each in tree.children(found.verb, "conj"))
    return found.after("to") or next((each for each in shared if each), ()), False


def phrase(document: Document, head: int) -> Span:
    """Give the words of an object: what is joined to it and what is told of it besides are left out."""
    tree = document.tree
    without = _LEFT_OUT if _is_apart(document, head) else tuple(dep for dep in _LEFT_OUT if dep != "appos")
    if doing := _due(document, head):
        found = clause(tree, head)
        if not found.passive:
            without = (*without, "nsubj", "aux", "neg", "expl", "csubj")
    denied = is_denied(document, head)
    span = tree.phrase(head, (*without, "neg", "nsubj") if denied else without)
    span = Span(max(span.start, tree[head].start), span.end) if denied and not tree.children(head, "mark") else span
    asked = None if doing or denied else _asked(document, head)
    if asked is not None and tree[asked].start < span.start:
        span = Span(tree.phrase(asked, _LEFT_OUT).start, span.end)
    if (hung := hung_above(document, head, span) or where_there(document, head, span)) is not None:
        end = tree.phrase(hung, _LEFT_OUT).end
        span = Span(span.start, span.end + len(document.text[span.end : end].split(",")[0].rstrip()))
    if span.end - span.start > _EVIDENCE // 2:
        span = tree.phrase(head, (*_LEFT_OUT, "prep", "acl", "ccomp", "xcomp"))
    if tree[head].pos in ("NOUN", "PROPN"):
        before = [t for c in tree.children(head) if c < head and tree[c].dep in _BEFORE for t in tree.subtree(c)]
        span = Span(max(span.start, tree[min((head, *before))].start), span.end)
    cut = next((t for t in tree.within(span) if t > head and tree[t].dep == "relcl" and _comma(document, t)), None)
    if cut is not None:
        first = min(tree.subtree(cut))
        span = Span(span.start, tree[first - 1 if tree[first - 1].text != "," else first - 2].end)
    return without_contrast(document, head, span)


def _asked(document: Document, verb: int) -> int | None:
    """Give Iran in "urged Iran to release", "called on Iran to release"."""
    tree = document.tree
    if tree[verb].pos != "VERB" or tree[verb].dep not in ("xcomp", "advcl", "ccomp"):
        return None
    above = tree[verb].head
    own = tree.children(verb, "nsubj")
    objects = own or tree.children(above, "dobj")
    phrases = tuple(o for prep in prepositions(tree, above) if prep.word in ("on", "upon", "to") for o in prep.objects)
    return next((o for o in (*objects, *phrases) if above < o < verb and not _names_attitude(document, o)), None)


def _names_attitude(document: Document, token: int) -> bool:
    """Say whether a word is itself one of attitude, whose infinitive follows: "reaffirmed its *commitment* to help"."""
    cues = stance_cues(document.language).get(document.tree[token].lemma, ())
    return any(cue.pos == "noun" and "to" in cue.object for cue in cues)


def _due(document: Document, head: int) -> tuple[int, ...]:
    """Give Iran in "Iran must stop", "Iran needs to stop": who should do what the object tells."""
    tree, known = document.tree, stance_cues(document.language)
    duties = [each.lemma for each in (tree[aux] for aux in tree.children(head, "aux"))]
    if tree[head].dep in ("xcomp", "conj") and tree[tree[head].head].pos in ("VERB", "AUX"):
        duties.append(tree[tree[head].head].lemma)
    due = any(cue.pos == "duty" for lemma in duties for cue in known.get(lemma, ()))
    return subjects_of(tree, head) if due and tree[head].pos == "VERB" else ()


def _due_or_wished(document: Document, head: int) -> tuple[int, ...]:
    """Give the levy in "the levy must stay" and in "wants the levy to stay"."""
    tree = document.tree
    wished = tree[head].dep in ("ccomp", "xcomp") and any(tree[aux].tag == "TO" for aux in tree.children(head, "aux"))
    return _due(document, head) or (tree.children(head, "nsubj") if wished else ())


def _is_apart(document: Document, head: int) -> bool:
    """Say whether the apposition is set off by a comma, unlike "the opposition leader Juan Guaidó"."""
    tree = document.tree
    return any(tree[min(tree.subtree(child)) - 1].text == "," for child in tree.children(head, "appos"))


def _comma(document: Document, verb: int) -> bool:
    """Say whether a relative clause is set off by a comma."""
    tree = document.tree
    return tree[min(tree.subtree(verb)) - 1].text == ","


def object_at(document: Document, head: int, issue: str | None = None, beside: tuple[int, ...] = ()) -> Object:
    """Build the object whose head is this token; ``beside`` are heads of those whom the attitude reaches as well."""
    span = phrase(document, head)
    tokens = list(document.tree.within(span))
    topic = _topic(document, head)
    doing = _due(document, head)
    if is_denied(document, head) and (who := _asked(document, head)) is not None:
        doing = (who,)
    around = (Party(id=actor, role="issuer") for actor in document.who(*doing))
    reached = (Party(id=actor, role="target") for actor in document.who(*beside))
    within = (*_parties(document, head, [*tokens, *topic]), *around, *reached)
    parties = tuple(_once(within)) or tuple(Party(id=who, role="target") for who in named_before(document, head))
    text = quote(document.text, (span,))
    if document.tree[head].pos == "PRON" and parties:
        text = document.actor[parties[0].id].name
    spans = (span,) if not topic else (span, document.tree.span(tuple(topic)))
    return Object(text=text, issue=issue or issue_of(document, tokens, head), actors=parties, spans=_ordered(spans))


def _once(parties: tuple[Party, ...]) -> Iterator[Party]:
    seen: set[str] = set()
    for party in parties:
        if party.id not in seen:
            seen.add(party.id)
            yield party


def _ordered(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    first, *rest = sorted(spans)
    return (first, *(span for span in rest if span.start >= first.end))


def _topic(document: Document, head: int) -> list[int]:
    """Give the tokens of "in relation to the measures against Venezuela" beside an object of the same sentence."""
    tree = document.tree
    if beside := _beside(document, head) or _place_of_work(document, head):
        return beside
    for above in tree.heads(head):
        if tree[above].pos not in ("VERB", "AUX"):
            continue
        for child in tree.children(above, "prep"):
            words = [tree[t].lemma for t in tree.subtree(child)[:3]]
            if words in (["in", "relation", "to"], ["with", "regard", "to"], ["with", "respect", "to"]) or (
                words[0] in _TOPIC[:2]
            ):
                return [t for t in tree.subtree(child)[len(words) if len(words) == 3 else 1 :] if t != head]
        break
    return []


def _place_of_work(document: Document, head: int) -> list[int]:
    """Give "at Rovi" in "to end the work at Rovi", which the parser hangs on the verb that turns the side."""
    tree = document.tree
    verb = tree[head].head
    if tree[head].dep != "dobj" or tree[verb].lemma not in stance_turns(document.language):
        return []
    at = (prep for prep in tree.children(verb, "prep") if prep > head and tree[prep].text.lower() in ("at", "in"))
    return [
        t
        for prep in at
        if any(document.who(o) for o in tree.children(prep, "pobj"))
        for t in tree.subtree(prep)
        if t != prep
    ]


def _beside(document: Document, head: int) -> list[int]:
    """Give "on Chile" in "a policy of pressure on Chile", which may hang on either noun."""
    tree = document.tree
    of = tree[head].head
    noun = tree[of].head
    if tree[head].dep != "pobj" or tree[of].lemma != "of" or tree[noun].pos != "NOUN":
        return []
    after = (c for c in tree.children(noun, "prep") if c > head and tree[c].lemma in _TARGET)
    return [t for c in after for t in tree.subtree(c) if t != c]


def _parties(document: Document, head: int, tokens: list[int]) -> Iterator[Party]:
    seen = set()
    for token in tokens:
        for actor in acting(document, token):
            if actor not in seen:
                seen.add(actor)
                yield Party(id=actor, role=_role(document, token, head))


def _role(document: Document, token: int, head: int) -> PartyRole:
    tree = document.tree
    if token == head:
        return "target"
    if token == _asked(document, head):
        return "issuer"
    dep, above = tree[token].dep, tree[tree[token].head]
    if dep in ("pobj", "conj") and above.lemma in _TARGET:
        return "target"
    if (dep == "pobj" and above.lemma in _ISSUER) or dep in ("poss", "nsubj", "agent"):
        return "issuer"
    return "issuer" if dep in ("compound", "amod", "nmod") and above.i == head else "party"


def issue_of(document: Document, tokens: list[int], head: int | None = None) -> str | None:
    """Give the issue to which words belong: the longest known words, among equals the nearest to the head."""
    lemmas = [document.tree[token].lemma.lower() for token in tokens]
    best: tuple[bool, int, int, str] | None = None
    for n, first in enumerate(lemmas):
        for row in issue_words(document.language).get(first, ()):
            if tuple(lemmas[n : n + len(row.words)]) == row.words:
                last = tokens[n + len(row.words) - 1]
                rank = (row.general, -len(row.words), abs(last - head) if head is not None else n, row.issue)
                best = min(best or rank, rank)
                break
    return best[3] if best else None


def evidence(document: Document, cue: int, head: int) -> tuple[Span, ...]:
    """Give the words from the cue to the end of the object, or only both where they stand far apart."""
    word, span = document.tree[cue].span, phrase(document, head)
    whole = Span(min(word.start, span.start), max(word.end, span.end))
    if whole.end - whole.start <= _EVIDENCE and document.sentence_of(cue) == document.sentence_of(head):
        return (whole,)
    return tuple(sorted((word, Span(span.start, min(span.end, span.start + _EVIDENCE - 50)))))
