"""Whom "I", "my", "we" and "our" mean: the one who is quoted, has the floor or signs; his side; both sides together."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from detente.documents.discourse import SUBJECTS, Discourse
from detente.documents.document import Document, Mention
from detente.documents.issuers import signatory_of, voice_of
from detente.documents.phrases import span
from detente.lexicon import Pronoun, descriptions, pronouns, statement_words
from detente.text import Span


class Speaking:
    """Who speaks in a document of which the names, pronouns and descriptions are known."""

    def __init__(self, discourse: Discourse, document: Document) -> None:
        self.discourse = discourse
        self.document = document
        self._words = statement_words(document.language)

    def mentions(self) -> Iterator[Mention]:
        """Give the pronouns of the first person that mean somebody, and "our two countries"."""
        known = pronouns(self.document.language)
        for token in self.document.tree.tokens:
            entry = known.get(token.text.lower()) if token.pos in ("PRON", "DET") else None
            if entry is None or entry.kind != "speaker" or token.text == "US":
                continue
            if not self._is_everybody(token.i) and (found := self._one(token.i, entry)):
                yield found
            if token.dep == "poss" and (countries := self._our_countries(token.i, entry)):
                yield countries

    def _one(self, i: int, entry: Pronoun) -> Mention | None:
        present, how = self._present(i, entry)
        if present and how != "quoted" and entry.number == "plural" and self._is_mutual(i):
            present, how = (*present, *self._others(i, present)), f"{how}, both sides"
        return (
            Mention(self.document.tree[i].span, i, "pronoun", present, f"pronouns/{entry.id} {how}")
            if present
            else None
        )

    def _is_everybody(self, i: int) -> bool:
        """Say whether "we all" and "all of us" mean whoever hears it, not the side of the speaker."""
        tree = self.document.tree
        near = {tree[each].text.lower() for each in (i + 1, i - 2) if 0 <= each < len(tree)}
        return self.discourse.quotation_of[i] < 0 and "all" in near

    def _present(self, i: int, entry: Pronoun) -> tuple[tuple[str, ...], str]:
        """Give who speaks at a token, and what tells so."""
        discourse = self.discourse
        n = discourse.quotation_of[i]
        if n >= 0:
            present, how = discourse.quoted(n), "quoted"
        elif self._in_turn(i):
            present, how = discourse.floor(i), "turn"
        elif entry.number == "singular":
            return signatory_of(self.document), "signatory"
        else:
            return self._voice, "statement"
        if entry.number == "plural" and n >= 0 and (body := self._behalf(n)):
            return body, "quoted, on behalf"
        if entry.number == "plural":
            present = tuple(dict.fromkeys(self._side(actor) for actor in present))
        return present, how

    @cached_property
    def _voice(self) -> tuple[str, ...]:
        return voice_of(self.document)

    def _behalf(self, n: int) -> tuple[str, ...]:
        """Give the body for which the one quoted speaks by his own words: "On behalf of the court, I"."""
        tree = self.document.tree
        while n and self._goes_on(n):
            n -= 1
        words = self.document.quotations[n].content
        for i in tree.within(words):
            for phrase in self._words["behalf"]:
                length = len(phrase.split())
                if " ".join(each.text.lower() for each in tree.tokens[i : i + length]) == phrase:
                    heads = tree.children(i + length - 1, "pobj")
                    return tuple(
                        a for h in heads if h in self.discourse.mentions for a in self.discourse.mentions[h].actors
                    )
        return ()

    def _goes_on(self, n: int) -> bool:
        """Say whether a quotation goes on the one before, which its speaker has broken off: "…," said Ruiz, "…"."""
        document = self.document
        before, here = (document.quotations[each] for each in (n - 1, n))
        between = Span(before.span.end, here.span.start)
        same = self.discourse.quoted(n - 1) == self.discourse.quoted(n)
        return same and before.level == here.level and "\n" not in between.of(document.text)

    def _side(self, actor: str) -> str:
        """Give the state or bloc for which a person speaks, else the actor."""
        known = self.discourse.registry[actor]
        return known.represents or actor if known.type == "person" else actor

    def _in_turn(self, i: int) -> bool:
        return any(span.holds(self.document.tree[i].span) for turn in self.document.turns for span in turn.spans)

    def _is_mutual(self, i: int) -> bool:
        """Say whether "we" holds those spoken to: "we work together", "as partners, we", "our partnership"."""
        tree = self.document.tree
        if tree[i].dep == "poss":
            noun = tree[i].head
            return tree[noun].lemma.lower() in self._words["shared"] and not self._with(noun)
        if tree[i].dep not in SUBJECTS:
            return False
        verbs = [tree[i].head]
        for verb in verbs:
            verbs += tree.children(verb, "xcomp")
        return any(self._is_shared(verb) for verb in verbs)

    def _is_shared(self, verb: int) -> bool:
        """Say whether a verb is told of several who do it with each other, not of one with a third."""
        tree = self.document.tree
        if self._with(verb):
            return False
        beside = {tree[child].text.lower() for child in tree.children(verb, "advmod")}
        partners = {
            tree[noun].lemma.lower() for prep in tree.children(verb, "prep") if tree[prep].text.lower() == "as"
            for first in tree.children(prep, "pobj") for noun in tree.conjuncts(first)
        }  # fmt: skip
        return bool(
            tree[verb].lemma in self._words["mutual"]
            or beside & self._words["together"]
            or partners & self._words["partner"]
        )

    def _with(self, head: int) -> bool:
        tree = self.document.tree
        below = (head, *tree.children(head, "advmod", "dobj"))
        return any(tree[prep].text.lower() == "with" for each in below for prep in tree.children(each, "prep"))

    def _others(self, i: int, own: tuple[str, ...]) -> tuple[str, ...]:
        """Give the one state on the other side: that of the others who have the floor, else the one most named."""
        if len(own) > 1 or self.discourse.type_of(own[0]) != "state":
            return ()
        talking = {self._side(turn.speaker) for turn in self.document.turns if turn.speaker} if self._in_turn(i) else ()
        rest = [each for each in talking if each not in own and self.discourse.type_of(each) == "state"]
        if len(rest) == 1:
            return (rest[0],)
        counts = Counter(
            actor
            for mention in self.document.mentions
            for actor in mention.actors
            if mention.kind == "name" and actor not in own and self.discourse.type_of(actor) == "state"
        )
        best, *others = [*counts.most_common(2), ("", 0)]
        return (best[0],) if best[1] and best[1] >= 2 * (others[0][1] if others else 0) else ()

    def _our_countries(self, i: int, entry: Pronoun) -> Mention | None:
        """Read "our two countries", "both our nations"."""
        tree = self.document.tree
        noun = tree[i].head
        entries = descriptions(self.document.language).get(tree[noun].lemma.lower(), ())
        states = any(each.kind == "state" for each in entries) and tree[noun].tag == "NNS"
        own, how = self._present(i, entry) if states else ((), "")
        others = self._others(i, own) if own else ()
        both = (*own, *others)
        if len(both) == 1 or not own:
            return None
        return Mention(span(self.discourse, noun), noun, "nominal", both, f"pronouns/{entry.id} {how}, both sides")
