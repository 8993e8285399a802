"""Names as the words themselves show them: runs of proper nouns, corrected where the parser saw only a part."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from detente.documents.document import ActorType, Document
from detente.documents.name_titles import said_title
from detente.documents.spelling import begins_with_initial, is_coined
from detente.lexicon import NameWord, descriptions, given_names, kinds_of_names, titles_of_people
from detente.text import fold

_PARTICLES = {
    "de", "del", "la", "las", "los", "da", "do", "dos", "das", "di", "du", "van", "von", "der", "den", "ter", "bin",
    "ibn", "bint", "al", "el", "ul", "ur", "e", "y", "-", "abu",
}  # fmt: skip
_ARTICLES = {"The", "A", "An"}
_JOINING = {"of", "and", "for", "the", "&", "on", "to", "in"}
_NAMED = ("PERSON", "ORG", "GPE", "FAC", "LOC", "NORP")
_TIMES = ("DATE", "TIME")
_POINTING = ("DT", "PDT", "PRP$")
_WHERE = {"in", "at", "near", "around", "across", "throughout", "outside", "off", "into", "from"}
_LABELS: dict[str, ActorType] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_TYPES: dict[str, ActorType] = {
    "person": "person", "government": "government", "organisation": "organisation", "party": "party",
    "outlet": "outlet", "place": "place",
}  # fmt: skip
_FEWEST, _MOST, _SHORT = 2, 5, 3


class Phrase(NamedTuple):
    """A name in the text: its tokens, what it is taken for, and why; ``title`` is the word before a person's name."""

    first: int
    last: int
    words: tuple[str, ...]
    type: ActorType | None
    why: str
    title: NameWord | None = None


def phrases(document: Document, taken: set[int]) -> Iterator[Phrase]:
    """Give the runs of proper nouns outside the tokens that the directory has already taken."""
    finder = _Finder(document, taken)
    for sentence in document.sentences:
        i = sentence.first
        while i < sentence.last:
            last = finder.end(i, sentence.last)
            if last > i:
                yield from finder.phrases(i, last)
            i = max(last, i + 1)


class _Finder:
    def __init__(self, document: Document, taken: set[int]) -> None:
        self.document = document
        self.tree = document.tree
        self.taken = taken
        self.entity = {i: entity for entity in document.entities for i in range(entity.first, entity.last)}
        self.titles = titles_of_people(document.language)
        self.kinds = kinds_of_names(document.language)
        self.bodies = {
            word
            for word, found in descriptions(document.language).items()
            if any(each.kind == "body" for each in found)
        }
        self.given = given_names(document.language)

    def end(self, first: int, limit: int) -> int:
        """Give the end of the run of names that begins at a token, the token itself where none does."""
        last = first
        while last < limit and (self._is_name(last) or (last > first and self._goes_on(last))):
            last += 1
            if last < limit and not self._is_name(last):
                ahead = last
                while ahead < limit and self._joins(ahead, first):
                    ahead += 1
                if ahead > last and ahead < limit and (self._is_name(ahead) or self._goes_on(ahead)):
                    last = ahead
        return last

    def _is_name(self, i: int) -> bool:
        token = self.tree[i]
        if i in self.taken or not token.text[0].isupper() or token.text in _ARTICLES or token.tag in _POINTING:
            return False
        if i in self.entity and self.entity[i].label in _TIMES:
            return False
        if token.pos == "NOUN" and token.text in self._proper:
            return True
        return token.pos == "PROPN" or (i in self.entity and self.entity[i].label in _NAMED and token.pos != "PRON")

    def _goes_on(self, i: int) -> bool:
        """Say whether a word in small letters goes on a name over a hyphen: "Lin Mei-*hua*"."""
        token, hyphen = self.tree[i], self.tree[i - 1]
        return hyphen.text == "-" and hyphen.end == token.start and token.pos == "PROPN" and token.text.isalpha()

    @cached_property
    def _proper(self) -> set[str]:
        """Words that are proper nouns elsewhere in the text and nowhere written small."""
        return {token.text for token in self.tree.tokens if token.pos == "PROPN"} - {
            token.text.capitalize() for token in self.tree.tokens if token.text[0].islower()
        }

    def _joins(self, i: int, first: int) -> bool:
        """Say whether a small word belongs inside a name: "de", a hyphen, "of" in "Bank of Ghana"."""
        token = self.tree[i]
        word = token.text.lower()
        if i in self.taken:
            return False
        if word == "-":
            return not self.document.text[token.start - 1 : token.start].isspace()
        if word in _PARTICLES:
            return True
        same = i in self.entity and first in self.entity and self.entity[i] is self.entity[first]
        return word in _JOINING and (same or (word == "of" and self._institution(i - 1) is not None))

    def _institution(self, i: int) -> NameWord | None:
        entry = self.kinds.get(self._folded(i))
        return entry if entry and entry.kind not in ("nothing", "place", "outlet") else None

    def _title(self, i: int) -> NameWord | None:
        word = self._folded(i)
        return self.titles.get(word) or self.titles.get(word.removesuffix("s"))

    def _folded(self, i: int) -> str:
        return fold(self.tree[i].text).rstrip(".")

    def phrases(self, first: int, last: int) -> Iterator[Phrase]:
        """Read one run: titles off its front, then what the rest is."""
        title, start = self._titled(first, last)
        if start == last or self._is_shouted(start, last):
            return
        if title is None and (self._is_rest_of_title(first, last) or self._is_thing(first, last)):
            return
        kind, why = self._kind(start, last, title) or (None, "")
        if not why:
            return
        start = self._without_lead(start, last) if kind == "person" else start
        yield Phrase(start, last, tuple(self.tree[i].text for i in range(start, last)), kind, why, title)

    def _titled(self, first: int, last: int) -> tuple[NameWord | None, int]:
        """Find the title of a person in or before a run, and where the name itself begins."""
        known = [i for i in range(first, last) if self._title(i) and self.tree[i].text.lower() not in _JOINING]
        ahead = (i for i in known if (i + 1 < last or first + 1 == last) and self.tree[i - 1].text != "-")
        titles = [entry for i in ahead if (entry := self._title(i)) and entry.kind == "title"]
        title = titles[-1] if titles else self._title_before(first, last)
        if all(self._title(i) for i in range(first, last)):
            return (None, first) if self._is_party(last - 1) else (title, last)
        if title is None:
            inner = self._given_within(first + 1, last) if self._is_rest_of_title(first, last) else last
            return (self._title(first - 2), inner) if inner < last else (None, first)
        start = max((i + 1 for i in known if i + 1 < last), default=first)
        if any(self.tree[i].text.lower() in _JOINING for i in range(start, last)):
            start = self._given_within(start, last)
        if any(self._folded(i) in self.kinds for i in (start, last - 1) if i < last) and last - start != 1:
            return None, first
        return title, start

    def _given_within(self, first: int, last: int) -> int:
        """Give the first given name with a word after it; ``last`` where there is none."""
        return next((i for i in range(first, last - 1) if self._folded(i) in self.given), last)

    def _is_party(self, i: int) -> bool:
        return (entry := self.kinds.get(self._folded(i))) is not None and entry.kind == "party"

    def _is_shouted(self, start: int, last: int) -> bool:
        """Say whether this is a line in capitals, no name: "PRESS COVERAGE"."""
        words = [self.tree[i].text for i in range(start, last) if self.tree[i].text.isalpha()]
        shouted = len(words) > 1 and all(w.isupper() and len(w) > 3 for w in words)
        return shouted and self._label(start, last) != "PERSON" and self._folded(start) not in self.given

    def _is_thing(self, start: int, last: int) -> bool:
        """Say whether a name is that of a thing: "a Beechcraft Sierra", "International Women's *Day*"."""
        tree = self.tree
        following = tree.tokens[last : last + 2]
        if len(following) == 2 and following[0].tag == "POS" and following[1].text[0].isupper():
            return (entry := self.kinds.get(self._folded(last + 1))) is not None and entry.kind == "nothing"
        if start == self.document.sentence_of(start).first or (
            following and following[0].pos in ("NOUN", "PROPN", "ADJ", "PART")
        ):
            return False
        before, label = tree[start - 1], self._label(start, last)
        if label == "PERSON":
            return last - start == 1 and (before.text.lower() == "the" or before.pos == "NUM")
        return before.text.lower() in ("a", "an") and self.kinds.get(self._folded(last - 1)) is None

    def _is_rest_of_title(self, first: int, last: int) -> bool:
        """Say whether this is but the rest of a title: "Minister of Foreign Affairs"."""
        i = first
        while self._label(first, last) != "PERSON" and i >= _FEWEST and self.tree[i - 1].text.lower() in ("of", "for"):
            before = self._title(i - 2)
            if before is None or before.kind == "title":
                return before is not None
            i -= 2
        return False

    def _title_before(self, first: int, last: int) -> NameWord | None:
        """Find a title in lower case before the name or one to which the name is set: "the minister, Héctor Béjar"."""
        tree = self.tree
        inside = first > self.document.sentence_of(first).first
        entry = self._title(first - 1) if inside and tree[first - 1].pos in ("NOUN", "PROPN") else None
        if entry and entry.kind == "title":
            return entry
        if self._is_rest_of_title(first, last) and self._title(first):
            return self._title(first - 2)
        for i in range(first, last):
            token = tree[i]
            if token.dep == "appos" and not first <= token.head < last:
                entry = self.titles.get(fold(tree[token.head].lemma))
            for child in tree.children(i, "appos"):
                if not first <= child < last and tree[child].pos == "NOUN":
                    entry = self.titles.get(fold(tree[child].lemma))
            entry = said_title(tree, self.titles, i) or entry
            if entry and entry.kind == "title":
                return entry
        return None

    def _kind(self, start: int, last: int, title: NameWord | None) -> tuple[ActorType | None, str] | None:
        """Tell what a name stands for, and why; None where it stands for no actor."""
        words = [self._folded(i) for i in range(start, last)]
        joined = any(word in _JOINING for word in words)
        label = self._label(start, last)
        personal = label == "PERSON" and len(words) > 1 and words[1] not in self.kinds
        last_word = None if "-" in words[-2:-1] else self.kinds.get(words[-1])  # "Park Geun-*hye*" is one name
        entry = last_word or (None if personal else self.kinds.get(words[0]))
        if joined:
            lead = self.kinds.get(words[words.index("of") - 1]) if "of" in words[1:] else self.kinds.get(words[0])
            entry = lead if lead and lead.kind == "nothing" else entry
        named = self.given.get(words[0])
        if entry and (len(words) == 1 or not (named and label == "PERSON")):
            left = len(words) == 1 or (len(words) <= 3 and words[-1] in self.bodies and not joined)
            kind = None if left else _TYPES.get(entry.kind)
            return (kind, f"name_words/{entry.id}") if kind else None
        if title:
            return "person", f"name_words/{title.id}"
        if named and _FEWEST <= len(words) <= _MOST and not joined and label not in ("LOC", "FAC"):
            return "person", f"given_names/{named.id}"
        return self._kind_of_label(start, last, label)

    def _kind_of_label(self, start: int, last: int, label: str | None) -> tuple[ActorType | None, str] | None:
        """Take the parser's word for it, but for some of its common mistakes."""
        tree = self.tree
        single = last - start == 1
        if not single and (begins_with_initial(tree[start]) if label is None else self._is_among_people(start, last)):
            return "person", "names/person"
        if label is None and single and self._has_article(start):
            return "organisation", "names/article"
        if single and label == "ORG" and not tree[start].text.isupper() and tree[start].lemma.lower() in self._common:
            return None
        first = single and self.document.sentence_of(start).first == start
        if first and label != "NORP" and tree[start].tag in ("JJ", "NNS"):
            return None
        kind = _LABELS.get(label or "")
        if label == "NORP":
            kind = "group" if tree[last - 1].tag in ("NNS", "NNPS") else None
        elif label == "PERSON" and single and is_coined(tree[start].text):
            kind = "organisation"
        elif label == "PERSON" and self._is_where(start, last):
            kind = "place"
        return kind, f"names/{kind or 'unknown'}"

    def _has_article(self, start: int) -> bool:
        """Say whether "The" stands with a capital within a sentence: "it was told by The Harbour"."""
        within = start - 2 >= self.document.sentence_of(start).first
        return within and self.tree[start - 1].text == "The" and self.tree[start - 2].pos in ("VERB", "ADP")

    def _is_among_people(self, start: int, last: int) -> bool:
        """Say whether two or three words that the parser takes for a body stand in a list of people's names."""
        if self._label(start, last) != "ORG" or last - start > _SHORT:
            return False
        if not all(self.tree[i].text.istitle() for i in range(start, last)):
            return False
        near = (i for head in range(start, last) for i in self.tree.conjuncts(head) if not start <= i < last)
        labels = [self.entity[i].label if i in self.entity else None for i in near]
        return len(labels) > 1 and all(label == "PERSON" for label in labels)

    @cached_property
    def _common(self) -> set[str]:
        """Words that the text also writes small."""
        return {token.text for token in self.tree.tokens if token.text[0].islower()}

    def _label(self, start: int, last: int) -> str | None:
        found = [self.entity[i].label for i in range(start, last) if i in self.entity]
        return max(found, key=found.count, default=None)

    def _is_where(self, first: int, last: int) -> bool:
        """Say whether the name stands where places stand: "in Maidan Shahr"."""
        before = self.tree[first - 1]
        return first > 0 and before.text.lower() in _WHERE and before.pos == "ADP" and last - first <= 2

    def _without_lead(self, start: int, last: int) -> int:
        """Leave out what stands before a given name within the run: "Republican Cory Gardner"."""
        if last - start < 3 or self._folded(start) in self.given or len(self._folded(start)) < 3:
            return start
        inner = next((i for i in range(start + 1, last - 1) if self._folded(i) in self.given), start)
        whole = self.entity.get(start)
        one = whole is not None and whole.label == "PERSON" and whole is self.entity.get(inner)
        return start if one else inner
