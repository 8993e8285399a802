"""Where something was said, to whom, and who carried it to us: what stands beside a verb of speech."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.claims.utterance_draft import Draft, trimmed
from detente.documents import Document, date_of
from detente.documents.tree import Tree
from detente.lexicon import reporting_nouns, reporting_ways
from detente.text import Span

_NO_WORDS = ("relcl", "acl")


@dataclass(slots=True)
class Setting:
    """The place and the hearers of an utterance, those who handed it on (actors), and the rules that found them."""

    venue: Span | None = None
    audience: Span | None = None
    relays: tuple[str, ...] = ()
    why: str = ""

    def add(self, document: Document, way: str, *heads: int) -> None:
        """Note a rule, and those named by these heads as the ones who handed the words on."""
        self.relays = tuple(dict.fromkeys((*self.relays, *document.who(*heads))))
        if f"reporting_ways/{way}" not in self.why:
            self.why += f"; reporting_ways/{way}"


def setting_of(document: Document, draft: Draft, verb: int) -> Setting:
    """Read the setting of what a verb says from its phrases and from the participles beside it."""
    found = Setting()
    if draft.addressed:
        _spoken_to(document, draft, verb, found)
    for head, way in _beside(document, verb):
        if way == "addressing":
            _hearers(document, draft, document.tree.children(head, "dobj"), found, way)
            continue
        for preposition in document.tree.children(head, "prep", "dative"):
            if not any(span.holds(document.tree[preposition].span) for span in (*draft.content, *draft.cue)):
                _phrase(document, draft, preposition, found, way)
    for head in (verb, *document.tree.children(verb, "nsubj")):
        _carriers(document, head, found)
    return found


def day_beside(document: Document, verb: int) -> str | None:
    """Give the day of the participle that tells how something was said: "speaking *on Monday*, he said"."""
    days = (date_of(document, head) for head, way in _beside(document, verb) if way)
    return next(filter(None, days), None)


def _beside(document: Document, verb: int) -> Iterator[tuple[int, str]]:
    """Give the verb and the participles that tell how it was said, each with its way."""
    tree, ways = document.tree, reporting_ways(document.language)
    yield verb, ""
    subjects = tree.children(verb, "nsubj")
    for each in (child for head in (verb, *subjects) for child in tree.children(head, "advcl", "acl")):
        for way in ("speaking", "addressing"):
            if tree[each].tag == "VBG" and tree[each].lemma in ways[way].words:
                yield each, way


def _spoken_to(document: Document, draft: Draft, verb: int, found: Setting) -> None:
    """Read the one spoken to: "told *reporters* that", "*the families* were told by"."""
    tree = document.tree
    whom = tree.children(verb, "nsubjpass") if tree.child(verb, "agent") is not None else ()
    for child in (*tree.children(verb, "dobj", "dative"), *whom):
        if not any(span.meets(tree[child].span) for span in draft.content) and tree[child].pos != "ADP":
            _hearers(document, draft, (child,), found, "")
            return


def _hearers(document: Document, draft: Draft, heads: tuple[int, ...], found: Setting, way: str) -> None:
    """Take the first of these for the audience; outlets among those joined to it hand the words on."""
    if found.audience is None and heads:
        found.audience = _words(document, draft, heads[0])
        outlets = [each for each in document.tree.conjuncts(heads[0]) if _is_outlet(document, each)]
        if way or outlets:
            found.add(document, way or "hearers", *outlets)


def _phrase(document: Document, draft: Draft, preposition: int, found: Setting, way: str) -> None:
    tree, ways, nouns = document.tree, reporting_ways(document.language), reporting_nouns(document.language)
    word = tree[preposition].lemma.lower()
    for head in tree.children(preposition, "pobj"):
        uses = {entry.use for entry in nouns.get(tree[head].lemma.lower(), ())}
        if word in ways["hearers"].prepositions and "claim" not in uses:
            _hearers(document, draft, (head,), found, way or "hearers")
        elif ("venue" in uses and word in ways["places"].prepositions) or (
            "body" in uses and word in ways["forums"].prepositions
        ):
            found.venue = found.venue or _words(document, draft, head)
            found.add(document, "forums" if "body" in uses else "places")
            if way:
                found.add(document, way)
            _of_text(document, draft, head, found)
        elif word in ways["appearing"].prepositions and _is_outlet(document, head):
            found.add(document, "appearing", head)


def _of_text(document: Document, draft: Draft, noun: int, found: Setting) -> None:
    """Read to whom a text or occasion is addressed, and through which outlet it reaches us."""
    tree, ways = document.tree, reporting_ways(document.language)
    for preposition in tree.children(noun, "prep"):
        word, heads = tree[preposition].lemma.lower(), tree.children(preposition, "pobj")
        outlets = [each for head in heads for each in _with_names(tree, head) if _is_outlet(document, each)]
        if outlets and tree[noun].lemma in ways["appearing"].words and word in ways["appearing"].prepositions:
            found.add(document, "appearing", *outlets)
        elif word in ways["hearers"].prepositions:
            _hearers(document, draft, heads, found, "hearers")
    _carriers(document, noun, found)


def _carriers(document: Document, head: int, found: Setting) -> None:
    """Read who hands on: "a statement *carried by* Xinhua"; beside a verb only "*as* quoted by"."""
    tree, words = document.tree, reporting_ways(document.language)["carried"].words
    for each in tree.children(head, "acl", "advcl"):
        verbal = tree[head].pos in ("VERB", "AUX")
        if tree[each].tag != "VBN" or tree[each].lemma not in words or (verbal and tree[each - 1].text.lower() != "as"):
            continue
        agents = [who for by in tree.children(each, "agent") for who in tree.children(by, "pobj")]
        if agents:
            found.add(document, "carried", *(one for who in agents for one in tree.conjuncts(who)))


def _with_names(tree: Tree, head: int) -> tuple[int, ...]:
    """Give those joined to a noun and the name that the parser hangs before it: "with *Kommersant*, Oleg Petrov"."""
    return (*tree.conjuncts(head), *tree.children(head, "nmod"))


def _is_outlet(document: Document, head: int) -> bool:
    return any(document.actor[each].type == "outlet" for each in document.who(head))


def _words(document: Document, draft: Draft, head: int) -> Span | None:
    """Give the words under a noun, up to the source that may follow and without the day of the telling."""
    tree = document.tree
    span = tree.phrase(head, without=_NO_WORDS)
    ends = [each.start for each in draft.source if span.start < each.start < span.end]
    ends += [
        _from(tree, time.span) for time in document.times_in(span) if time.type == "DATE" and time.span.end == span.end
    ]
    inner = trimmed(document.text, (Span(span.start, min((*ends, span.end))),))
    return inner[0] if inner else None


def _from(tree: Tree, day: Span) -> int:
    """Give where a day begins, the preposition before it included."""
    first = tree.at(day.start) or 0
    return tree[first - 1].start if first and tree[first - 1].pos == "ADP" else day.start
