"""Who takes part beside those in a slot because a list goes on: "including", "along with", lists that are broken."""

from collections.abc import Iterator

from detente.claims.event_matches import Match
from detente.claims.event_parties import noun_sectors
from detente.claims.event_roles import governed
from detente.documents import Document, Mention, Tree, prepositions
from detente.lexicon import event_words
from detente.text import Span

_JOINING = (",", ";", "and", "&")
_ALIKE = (frozenset({"person"}), frozenset({"place", "state"}))
_PLURALS = ("NNS", "NNPS")
_OPENING = ("nsubj", "nsubjpass", "poss")


def joined(document: Document, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Give who else a list names that begins with these: "partners, *including Chad*", "her, *along with her sons*"."""
    found = [each for head in heads for each in _included(document.tree, head)]
    if heads:
        found += _along(document, max(heads))
        found += [each for head in heads for each in _further_names(document, head)]
    somebody = (each for each in dict.fromkeys(found) if document.who(each) or noun_sectors(document, each))
    return tuple(each for each in somebody if each not in heads)


def accompanied(document: Document, match: Match, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Give who takes part beside those who talk: "launched talks with Chad *alongside Mali and Niger*"."""
    found = governed(document, match.ground, "alongside", 1) if match.frame.mutual else ()
    return tuple(head for head in found if head not in heads)


def _included(tree: Tree, head: int) -> Iterator[int]:
    for each in prepositions(tree, head):
        if each.word == "including":
            yield from each.objects


def _along(document: Document, head: int) -> tuple[int, ...]:
    """Give who comes "along with" the last one."""
    tree, start = document.tree, after(document, head)
    while start < len(tree) and tree[start].text == ",":
        start += 1
    if start >= len(tree) or tree[start].text.lower() not in event_words(document.language)["adding"]:
        return ()
    return tuple(each for phrase in prepositions(tree, start) if phrase.word == "with" for each in phrase.objects)


def _further_names(document: Document, head: int) -> tuple[int, ...]:
    """Give whom a list goes on to name where the parser breaks it: "met Mr Diop, Ms Sow *and Mr Ba*".

    Lists of people go on with people, lists of places and states with those.
    """
    here, sentence = document.mention_at.get(head), document.sentence_of(head)
    kinds = next((kinds for kinds in _ALIKE if here and _kinds(document, here) <= kinds), None)
    if here is None or kinds is None:
        return ()
    found: list[int] = []
    closed, end = False, here.span.end
    for mention in sorted(document.mentions, key=lambda each: each.span.start):
        if mention.span.start < end or not sentence.span.holds(mention.span) or not _kinds(document, mention) <= kinds:
            continue
        gap = [document.tree[i] for i in document.tree.within(Span(end, mention.span.start))]
        if found and not gap and set(mention.actors) <= set(document.who(found[-1])):
            found[-1], end = mention.head, mention.span.end  # a name after its title
            continue
        joins = [token.text.lower() for token in gap if token.text.lower() in _JOINING]
        titles = all(token.pos in ("PROPN", "ADJ") or token.text.lower() in _JOINING for token in gap)
        if not joins or not titles or document.tree[mention.head].dep in _OPENING:
            break
        found.append(mention.head)
        closed, end = closed or any(word != "," for word in joins), mention.span.end
    rest = _others_after(document, end) if found or "person" in kinds else None
    return (*found, *(rest or ())) if closed or rest is not None else ()


def _others_after(document: Document, end: int) -> tuple[int, ...] | None:
    """Give those with whom a list ends: ", *and other officials of Mali*"; None where it does not end so."""
    tree = document.tree
    start = next((token.i for token in tree.tokens if token.start >= end), len(tree))
    while start < len(tree) and tree[start].text == ",":
        start += 1
    if (
        start + 1 >= len(tree)
        or tree[start].text.lower() != "and"
        or tree[start + 1].text.lower() not in event_words(document.language)["closing"]
    ):
        return None
    first = start + 1
    head = first if tree[first].tag == "NNS" else tree[first].head
    return (head,) if head >= first and tree[head].tag in _PLURALS else None


def _kinds(document: Document, mention: Mention) -> set[str]:
    known: set[str] = {document.actor[actor].type for actor in mention.actors if actor in document.actor}
    return known if known and document.tree[mention.head].pos == "PROPN" else {""}


def after(document: Document, head: int) -> int:
    """Give the token right after the name of somebody, or after a word."""
    mention = document.mention_at.get(head)
    return (max(document.tree.within(mention.span), default=head) if mention else head) + 1
