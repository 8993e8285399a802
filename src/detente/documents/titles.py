"""What stands beside a title: whose office it is, how its holder stands to it, and who he is.

Words are read outwards from the title: to the left determiners, status words, adjectives and the polity
("Bolivia's former foreign minister"), to the right "-elect", "of Peru", "to Chile" and the department.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from detente.documents.document import Document, Mention
from detente.lexicon import OfficeStatus, OfficeTitle, descriptions, statuses

_DETERMINERS = {"the", "a", "an", "his", "her", "its", "their", "our", "your", "my", "this", "that", "whose"}
_JOINTS = {"'s", "’s", "'", "’"}
_MODIFIERS = {"JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG", "NNS", "NNPS"}
_WITHIN = {"amod", "compound", "nmod", "advmod", "poss"}

Names = Mapping[int, Mention]


@dataclass(slots=True)
class Title:
    """A title with what was read beside it: tokens ``first`` up to ``end``.

    ``others`` are further polities in a list: "the ambassadors of Finland and Sweden".
    """

    entry: OfficeTitle
    head: int
    first: int
    end: int
    status: OfficeStatus | None = None
    polity: str | None = None
    quoted: bool = False
    others: list[str] = field(default_factory=list)
    department: list[str] = field(default_factory=list)

    def mark(self, status: OfficeStatus) -> None:
        """Note a status word; "new" and "current" give way to any other."""
        if self.status is None or self.status.status == "current":
            self.status = status


def polity_of(mention: Mention | None) -> str | None:
    """Give the actor that a name stands for, if it can have offices; a person has none."""
    actor = next(iter(mention.actors), None) if mention else None
    return None if actor is None or actor.startswith("person/") else actor


def widen(document: Document, names: Names, title: Title) -> None:
    """Read the words on both sides of a title."""
    tree = document.tree
    sentence = document.sentence_of(title.head)
    marks = (title.first - 1, title.end)
    if sentence.first <= marks[0] and marks[1] < sentence.last and all(tree[mark].text == '"' for mark in marks):
        title.first, title.end, title.quoted = marks[0], marks[1] + 1, True
    _read_left(document, names, title, sentence.first)
    _read_suffix(document, title, sentence.last)
    _read_right(document, names, title, sentence.last)


def _read_left(document: Document, names: Names, title: Title, first: int) -> None:
    tree = document.tree
    j, head = title.first - 1, title.head
    while j >= first:
        token, mention = tree[j], names.get(j)
        word = token.text.lower()
        found = _status_before(document, j, first)
        if found:
            status, j = found
            title.mark(status)
        elif title.polity is None and polity_of(mention) and mention:
            title.polity, j = polity_of(mention), tree.within(mention.span)[0]
        elif word in _DETERMINERS and token.tag in ("DT", "PRP$", "WP$"):
            title.first = j
            before = statuses(document.language).get((tree[j - 1].text.lower(),)) if j > first else None
            if before is not None and before.dated:
                title.mark(before)
            return
        elif _joins(document, names, title, j):
            j -= 1
            continue
        elif mention is None and token.tag in _MODIFIERS and token.dep in _WITHIN and token.head >= j:
            if title.entry.portfolio and title.polity is None and title.status is None and token.tag[:2] == "NN":
                title.department.insert(0, word)
            elif token.head > head and tree[token.head].pos not in ("PROPN", "NOUN"):
                return
        else:
            return
        title.first = j
        j -= 1


def _joins(document: Document, names: Names, title: Title, i: int) -> bool:
    """Say whether a mark ties the title to the word before it: "Peru's president", "ex-president"."""
    word = document.tree[i].text
    if word in _JOINTS:
        return title.polity is None and polity_of(names.get(i - 1)) is not None
    return word == "-" and _status_before(document, i - 1, document.sentence_of(i).first) is not None


def _status_before(document: Document, i: int, first: int) -> tuple[OfficeStatus, int] | None:
    """Give the status word that ends at a token, and where it begins."""
    tree, known = document.tree, statuses(document.language)
    for length in (3, 2, 1):
        words = tuple(token.text.lower() for token in tree.tokens[max(first, i - length + 1) : i + 1])
        if words in known and not known[words].after:
            told = tree[i].dep != "advmod" or tree[i + 1].text == "-" or tree[tree[i].head].pos in ("NOUN", "PROPN")
            return (known[words], i - len(words) + 1) if told else None
    return None


def _read_suffix(document: Document, title: Title, last: int) -> None:
    tree, known = document.tree, statuses(document.language)
    if title.end + 1 < last and tree[title.end].text == "-":
        for length in (3, 1):
            words = tuple(token.text.lower() for token in tree.tokens[title.end + 1 : title.end + 1 + length])
            if words in known and known[words].after:
                title.status, title.end = known[words], title.end + 1 + length
                return
    elif title.end < last and (rule := known.get((tree[title.end].text.lower(),))) and rule.after:
        title.status, title.end = rule, title.end + 1


def _read_right(document: Document, names: Names, title: Title, last: int) -> None:
    tree = document.tree
    while title.end + 1 < last and tree[title.end].text.lower() in ("of", "for", "to", "in", "at"):
        word, k = tree[title.end].text.lower(), title.end + 1
        while k + 1 < last and tree[k].text.lower() in _DETERMINERS:
            k += 1
        mention = names.get(k)
        if word == "of" and title.polity is None and (both := _both(document, names, title, k)):
            title.polity, *title.others = both
            title.end = k + 2
        elif mention is not None and polity_of(mention):
            if title.polity is None and (word == "of" or (word == "for" and title.entry.kind == "spokesperson")):
                title.polity = polity_of(mention)
            title.end = tree.within(mention.span)[-1] + 1
            _read_list(document, names, title, last)
        elif title.entry.portfolio and word in ("of", "for") and not title.department:
            title.department = list(_department(document, k, last))
            title.end = k + len(title.department)
            if not title.department:
                return
        else:
            return


def _both(document: Document, names: Names, title: Title, k: int) -> tuple[str, ...]:
    """Give the two states told of, for "the two countries" at a token, in the order in which they were named."""
    tree = document.tree
    known = descriptions(document.language).get(tree[k + 1].lemma.lower(), ()) if k + 1 < len(tree) else ()
    if tree[k].text.lower() not in ("two", "both") or not any(each.kind == "state" for each in known):
        return ()
    here = document.sentences.index(document.sentence_of(title.head))
    states: dict[str, None] = {}
    for i in reversed(range(document.sentences[max(0, here - 1)].first, title.first)):
        polity = polity_of(names.get(i))
        if polity is not None and "/" not in polity:
            states.setdefault(polity)
    return tuple(reversed(tuple(states)[:2])) if len(states) > 1 else ()


def _read_list(document: Document, names: Names, title: Title, last: int) -> None:
    """Read the polities after the first: ", Finland and Sweden"."""
    tree = document.tree
    while title.end + 1 < last and tree[title.end].text in (",", "and"):
        k = title.end + 1
        while k + 1 < last and tree[k].text.lower() in ("and", "the"):
            k += 1
        mention = names.get(k)
        polity = polity_of(mention)
        if mention is None or polity is None:
            return
        title.others.append(polity)
        title.end = tree.within(mention.span)[-1] + 1


def _department(document: Document, i: int, last: int) -> Iterator[str]:
    """Read a department's name after "Minister of": "Health", "Trade and Industry"."""
    tree = document.tree
    capital = tree[i].text[0].isupper()
    while i < last and (tree[i].tag[:2] in ("NN", "JJ") or tree[i].text.lower() == "and"):
        if tree[i].text.lower() == "and" and not (capital and i + 1 < last and tree[i + 1].text[0].isupper()):
            return
        if capital != tree[i].text[0].isupper() and tree[i].text.lower() != "and":
            return
        yield tree[i].text.lower()
        i += 1
