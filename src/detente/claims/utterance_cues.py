"""Verbs that introduce what someone says: "X said that", "X," said Y, "X urged Y to", "X praised Y"."""

from collections.abc import Iterable, Iterator

from detente.claims.utterance_draft import Draft, minus, runs, trimmed, with_quotations
from detente.documents import Document, subjects_of
from detente.documents.tree import Tree
from detente.lexicon import Polarity, ReportingVerb, reporting_nouns, reporting_verbs
from detente.text import Span, Spans

_FIRST_SECOND = {"i", "we", "you"}
_FINITE_OR_PERFECT = {"VBD", "VBZ", "VBP", "VBN"}
_NOT = {"not", "n't", "never"}


def verb_drafts(document: Document) -> Iterator[Draft]:
    """Give a draft for every reporting verb that has both a source and a content."""
    known = reporting_verbs(document.language)
    tree = document.tree
    quoted = _quoted_tokens(document)
    for token in tree.tokens:
        if token.pos not in ("VERB", "AUX") or token.lemma not in known or token.dep in ("aux", "auxpass"):
            continue
        for second, entry in known[token.lemma]:
            partner = _second(tree, token.i, second) if second else token.i
            if partner is None:
                continue
            draft = _draft(document, token.i, partner, entry, in_quotes=token.i in quoted)
            if draft:
                yield draft
                break


def _quoted_tokens(document: Document) -> set[int]:
    found: set[int] = set()
    for each in document.quotations:
        if each.level == 0:
            found.update(document.tree.within(each.content))
    return found


def _second(tree: Tree, verb: int, second: str) -> int | None:
    for child in tree.children(verb):
        if child > verb and tree[child].text.lower() == second and child - verb <= 3:
            return child
    return None


def source_of(tree: Tree, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the tokens of the phrase that names who speaks and its head tokens; nothing where nobody is named."""
    passive = tree.child(verb, "nsubjpass", "auxpass") is not None
    if passive:
        agents = tuple(head for by in tree.children(verb, "agent") for head in tree.children(by, "pobj"))
        return (_phrase(tree, agents, verb), agents) if agents else ((), ())
    if tree[verb].tag == "VBN" and not tree.children(verb, "aux", "nsubj") and tree.child(verb, "agent") is None:
        return (), ()
    own = tree.children(verb, "nsubj")
    if own:
        if tree[own[0]].lemma in ("it", "there") and tree[verb].lemma == "be":
            return (), ()
        return _phrase(tree, own, verb), subjects_of(tree, verb)
    above = tree[verb].head
    if tree[verb].dep == "conj" and tree[above].dep == "ccomp" and verb in stolen(tree, tree[above].head, above):
        return source_of(tree, tree[above].head)
    heads = subjects_of(tree, verb)
    return _phrase(tree, heads, verb), heads


def _phrase(tree: Tree, heads: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """Give the tokens under these heads, without the branch in which the verb stands."""
    found: set[int] = set()
    above = {verb, *tree.heads(verb)}
    for head in heads:
        stack = [head]
        while stack:
            i = stack.pop()
            found.add(i)
            stack.extend(child for child in tree.children(i) if child not in above and child not in found)
    return tuple(sorted(found))


def cue_of(tree: Tree, verb: int, second: int) -> tuple[int, ...]:
    """Give the tokens of the cue: the verb with its auxiliaries, negation, particle and the adverbs between them."""
    found = {verb, second}
    near = tree.children(verb, "aux", "auxpass", "neg", "advmod", "prt")
    i = verb - 1
    while i in near:
        found.add(i)
        i -= 1
    i = verb + 1
    while i in near and tree[i].dep in ("prt", "neg"):
        found.add(i)
        i += 1
    while tree[min(found)].dep == "advmod" and tree[min(found)].tag == "WRB":
        found.discard(min(found))
    return tuple(sorted(found))


def _draft(document: Document, verb: int, second: int, entry: ReportingVerb, *, in_quotes: bool) -> Draft | None:
    tree = document.tree
    source, speakers = source_of(tree, verb)
    if not source or (in_quotes and tree[source[0]].text.lower() in _FIRST_SECOND):
        return None
    found = _content(document, verb, second, entry)
    if found is None:
        return None
    frame, tokens, extra = found
    cue = cue_of(tree, verb, second)
    tokens = tokens - set(source) - set(cue) - extra
    if all(tree[i].pos in ("PRON", "DET", "PUNCT", "SCONJ") for i in tokens):
        return None
    source_spans = trimmed(document.text, runs(tree, source))
    cue_spans = runs(tree, (*cue, *extra))
    content = with_quotations(document, runs(tree, tokens), verb)
    content = trimmed(document.text, minus(content, (*source_spans, *cue_spans)))
    if frame in _FITS:
        content = _before_cue(document, content, cue_spans[0], tokens)
    if not content or not source_spans:
        return None
    negated = any(tree[child].text.lower() in _NOT for child in tree.children(verb, "neg"))
    return Draft(
        verb=verb,
        source=source_spans,
        speakers=speakers,
        cue=cue_spans,
        content=content,
        why=f"reporting_verbs/{entry.id} {frame}",
        confidence=entry.confidence,
        polarity=_polarity(document, entry, tokens, negated=negated),
        addressed=entry.addressed,
    )


def _polarity(document: Document, entry: ReportingVerb, content: set[int], *, negated: bool) -> Polarity:
    """Give the polarity: that of the entry, turned by "not", and a denial where a claim is disputed."""
    if entry.disputes and not negated:
        tree, nouns = document.tree, reporting_nouns(document.language)
        heads = (tree[i].lemma for i in content if tree[i].head not in content)
        return "denied" if any(each.use == "claim" for head in heads for each in nouns.get(head, ())) else "asserted"
    return entry.negated if negated else entry.polarity


def _before_cue(document: Document, content: Spans, cue: Span, tokens: set[int]) -> Spans:
    """Drop what stands after the cue, quotations apart, where the content has come to an end before it."""
    tree = document.tree
    top = next((i for i in tokens if tree[i].head not in tokens), None)
    if top is None or len(content) < 2 or tree[top].start > cue.start:
        return content
    return tuple(
        span for span in content if span.start < cue.start or any(q.span.holds(span) for q in document.quotations)
    )


Content = tuple[str, set[int], set[int]]


def _content(document: Document, verb: int, second: int, entry: ReportingVerb) -> Content | None:
    """Give the frame, the tokens of the content, and those that belong to the cue."""
    tree = document.tree
    children = [*tree.children(verb), *(tree.children(second) if second != verb else ())]
    for frame in entry.takes:
        extra: set[int] = set()
        if frame == "order":
            tokens, extra = _order(tree, children)
        elif frame == "about":
            extra = {child for child in children if child > verb and _is_phrase(tree, child, entry.about)}
            tokens = _below(tree, extra) - extra
        elif frame in ("object", "naming"):
            tokens = _object(tree, children, entry, naming=frame == "naming")
        else:
            fits = _FITS[frame]
            heads = [child for child in children if child != second and fits(document, child)]
            tokens = _below(tree, heads)
            for head in heads:
                for each in stolen(tree, verb, head):
                    tokens -= {*tree.subtree(each), *(cc for cc in tree.children(head, "cc") if cc < each)}
            if frame in ("clause", "quote") and not tokens:
                tokens = _parenthetical(document, verb) or _rest(document, verb)
        if tokens:
            return frame, tokens, extra
    return None


def stolen(tree: Tree, verb: int, content: int) -> tuple[int, ...]:
    """Give verbs that the parser has joined to the content although they go on from the cue.

    "He said that he will stay and insisted that ...": a past tense without a subject of its own after "will".
    """
    if tree[verb].tag != "VBD" or _tense(tree, content) == "VBD":
        return ()
    return tuple(
        each
        for each in tree.children(content, "conj")
        if tree.child(each, "nsubj", "nsubjpass") is None and _tense(tree, each) == "VBD"
    )


def _tense(tree: Tree, verb: int) -> str:
    """Give the tag of the finite word of a verb group."""
    auxiliaries = tree.children(verb, "aux", "auxpass")
    return tree[auxiliaries[0] if auxiliaries else verb].tag


def _below(tree: Tree, heads: Iterable[int]) -> set[int]:
    return {token for head in heads for token in tree.subtree(head)}


def _is_phrase(tree: Tree, token: int, words: tuple[str, ...]) -> bool:
    return tree[token].dep == "prep" and tree[token].lemma in words


def _is_clause(document: Document, token: int) -> bool:
    tree = document.tree
    dep = tree[token].dep
    return (dep == "ccomp" or (dep == "xcomp" and tree[token].tag != "VBG")) and not _is_to(tree, token)


def _is_quote(document: Document, token: int) -> bool:
    return _is_clause(document, token) and _in_quotes(document, token)


def _is_infinitive(document: Document, token: int) -> bool:
    return document.tree[token].dep == "xcomp" and _is_to(document.tree, token)


def _is_gerund(document: Document, token: int) -> bool:
    return document.tree[token].dep in ("xcomp", "dobj") and document.tree[token].tag == "VBG"


_FITS = {"clause": _is_clause, "quote": _is_quote, "infinitive": _is_infinitive, "gerund": _is_gerund}


def _object(tree: Tree, children: list[int], entry: ReportingVerb, *, naming: bool) -> set[int]:
    """Give what is praised, announced or named, with what is said of it: "accused X of Y", "called X a friend"."""
    objects = [child for child in children if tree[child].dep in ("dobj", "nsubjpass")]
    further = ("oprd", "xcomp")
    more = [each for each in children if tree[each].dep in further or _is_phrase(tree, each, entry.beyond)]
    if naming and not (more and objects):
        small = [each for each in children if tree[each].dep == "ccomp" and tree.child(each, "nsubj") is not None]
        return _below(tree, [*small, *more, *(objects if small or more else ())])
    return _below(tree, (*objects, *more)) if objects else set()


def _is_to(tree: Tree, verb: int) -> bool:
    return any(tree[child].lemma == "to" for child in tree.children(verb, "aux"))


def _in_quotes(document: Document, token: int) -> bool:
    start = document.tree[token].start
    return any(each.content.start <= start < each.content.end for each in document.quotations)


def _parenthetical(document: Document, verb: int) -> set[int]:
    """Give the clause into which "X said" is thrown."""
    tree = document.tree
    token = tree[verb]
    if token.dep != "parataxis" or tree.child(verb, "dobj", "nsubjpass") is not None:
        return set()
    root = token.head
    return set(tree.subtree(root)) - set(tree.subtree(verb))


def _rest(document: Document, verb: int) -> set[int]:
    """Give the rest of the sentence where the parser has found no clause: "the members said they will not come"."""
    tree = document.tree
    if (
        tree[verb].tag not in ("VBD", "VBZ", "VBP", "VBN")
        or tree.child(verb, "dobj", "nsubjpass", "auxpass") is not None
    ):
        return set()
    last = document.sentence_of(verb).last
    first = verb + 1
    if first >= last or tree[first].pos not in ("DET", "PRON", "PROPN", "NOUN", "SCONJ", "ADJ"):
        return set()
    rest = set(range(first, last))
    finite = any(tree[i].tag in ("VBD", "VBZ", "VBP", "MD") and tree[i].pos in ("VERB", "AUX") for i in rest)
    return rest if finite else set()


def _order(tree: Tree, children: list[int]) -> tuple[set[int], set[int]]:
    """Give the one addressed and what he is to do, and the preposition before him: "called on Peru to leave"."""
    verbs = [child for child in children if tree[child].dep in ("xcomp", "ccomp", "advcl") and _is_to(tree, child)]
    extra = {
        child for child in children if verbs and child < verbs[0] and _is_phrase(tree, child, ("on", "upon", "to"))
    }
    whom = [child for child in children if tree[child].dep in ("dobj", "dative") and tree[child].pos != "ADP"]
    whom += [head for each in extra for head in tree.children(each, "pobj")]
    if verbs and (whom or tree.child(verbs[0], "nsubj") is not None):
        return _below(tree, (*whom, *verbs)), extra
    return set(), set()
