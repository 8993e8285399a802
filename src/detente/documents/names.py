"""Names as the words themselves show them: runs of proper nouns, corrected where the parser saw only a part."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.documents.document import ActorType, Document
from detente.documents.tree import Tree
from detente.text import fold

_PARTICLES = {
    "de", "del", "la", "las", "los", "da", "do", "dos", "das", "di", "du", "van", "von", "der", "den", "ter", "bin",
    "ibn", "bint", "al", "el", "ul", "ur", "e", "y", "-", "abu",
}  # fmt: skip
_TITLES = {
    "mr", "mrs", "ms", "miss", "sir", "dr", "prof", "professor", "president", "minister", "premier", "chancellor",
    "secretary", "ambassador", "senator", "sen", "rep", "representative", "gov", "governor", "general", "gen",
    "colonel", "col", "king", "queen", "prince", "princess", "pope", "lord", "lady", "dame", "sheikh", "emir",
    "sultan", "judge", "justice", "spokesman", "spokeswoman", "spokesperson", "congressman", "congresswoman", "mayor",
    "leader", "chief", "director", "undersecretary", "commissioner", "envoy", "chairman", "chairwoman", "admiral",
    "adm", "lt", "sgt", "captain", "capt", "major", "maj", "ayatollah", "imam", "cardinal", "archbishop", "bishop",
    "speaker",
}  # fmt: skip
_MODIFIERS = {
    "vice", "prime", "deputy", "foreign", "assistant", "under", "attorney", "special", "state", "defense", "defence",
    "interior", "finance", "press", "acting", "former", "house", "senate", "the", "then",
}  # fmt: skip
_NO_PERSON = {
    "affairs", "ministry", "minister", "department", "state", "states", "secretary", "president", "government",
    "office", "embassy", "council", "committee", "party", "group", "university", "court", "parliament", "congress",
    "assembly", "agency", "union", "bank", "army", "police", "force", "forces", "center",
    "centre", "institute", "foundation",
}  # fmt: skip
_LABELS: dict[str, ActorType] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
}  # fmt: skip


class Phrase(NamedTuple):
    """A name in the text: its tokens, its words without titles, and what the parser takes it for."""

    first: int
    last: int
    words: tuple[str, ...]
    type: ActorType | None
    titled: bool


def phrases(document: Document, taken: set[int]) -> Iterator[Phrase]:
    """Give the runs of proper nouns outside the tokens that the directory has already taken."""
    labels = {i: entity.label for entity in document.entities for i in range(entity.first, entity.last)}
    for sentence in document.sentences:
        i = sentence.first
        while i < sentence.last:
            last = i
            while last < sentence.last and _is_name(document, labels, last, taken):
                last += 1
            while last < sentence.last and last > i and _goes_on(document, labels, last, taken, sentence.last):
                last += 1
                while last < sentence.last and _is_name(document, labels, last, taken):
                    last += 1
            if last > i and (found := _phrase(document, labels, i, last)):
                yield found
            i = max(last, i + 1)


def _is_name(document: Document, labels: dict[int, str], i: int, taken: set[int]) -> bool:
    token = document.tree[i]
    if i in taken or not token.text[0].isupper():
        return False
    return token.pos == "PROPN" or labels.get(i) in ("PERSON", "ORG", "GPE")


def _goes_on(document: Document, labels: dict[int, str], i: int, taken: set[int], end: int) -> bool:
    token = document.tree[i]
    if token.text.lower() not in _PARTICLES or i in taken:
        return False
    if token.text == "-" and document.text[token.start - 1 : token.start].isspace():
        return False
    following = i + 1
    while following < end and document.tree[following].text.lower() in _PARTICLES:
        following += 1
    return following < end and _is_name(document, labels, following, taken)


def _phrase(document: Document, labels: dict[int, str], first: int, last: int) -> Phrase | None:
    tree = document.tree
    start = first
    while start < last and _folded(tree, start) in _TITLES | _MODIFIERS:
        start += 1
    if start == last or (start == first and last - first == 1 and _folded(tree, first) in _NO_PERSON):
        return None
    titled = start > first and _folded(tree, start - 1) in _TITLES
    start = start if titled else first
    institution = _folded(tree, last - 1) in _NO_PERSON or _folded(tree, start) in _NO_PERSON
    titled = (titled or _is_introduced(tree, start, last)) and not institution
    found = [labels[i] for i in range(start, last) if i in labels]
    label = "PERSON" if titled else "ORG" if institution else max(found, key=found.count) if found else None
    kept = tuple(tree[i].text for i in range(start, last))
    return Phrase(start, last, kept, _LABELS.get(label) if label else None, titled)


def _is_introduced(tree: Tree, first: int, last: int) -> bool:
    """Say whether a title stands before the name or beside it: "the minister of Peru, Héctor Béjar"."""
    head = next((tree[i].head for i in range(first, last) if not first <= tree[i].head < last), None)
    below = any(tree[i].dep == "appos" for i in range(first, last))
    if head is not None and below and tree[head].lemma.lower() in _TITLES:
        return True
    return first > 0 and tree[first - 1].text.lower() in _TITLES and tree[first - 1].pos in ("NOUN", "PROPN")


def _folded(tree: Tree, i: int) -> str:
    return fold(tree[i].text).rstrip(".")
