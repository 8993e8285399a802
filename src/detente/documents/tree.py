"""Tokens and the syntax tree over them: what the grammar rules walk on.

Labels are those of spaCy's English models: fine tags of the Penn Treebank (``VBD``), universal parts of speech
(``VERB``), dependencies of ClearNLP (``nsubj``, ``ccomp``).
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from detente.text import Span


class Token(NamedTuple):
    """A word or mark: its place in the text, its form, and the token (``head``) on which it depends.

    ``lemma`` is lower case except for names; the root of a sentence is its own head.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int

    @property
    def span(self) -> Span:
        """The token's characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Tree:
    """The tokens of a document and the ways between them."""

    tokens: tuple[Token, ...] = ()

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return tuple(map(tuple, children))

    def children(self, i: int, *deps: str) -> tuple[int, ...]:
        """Give the tokens that depend on token ``i``, in order; with ``deps``, those of these kinds only."""
        found = self._children[i]
        return tuple(child for child in found if self.tokens[child].dep in deps) if deps else found

    def child(self, i: int, *deps: str) -> int | None:
        """Give the first token of these kinds that depends on token ``i``."""
        return next(iter(self.children(i, *deps)), None)

    def heads(self, i: int) -> Iterator[int]:
        """Walk from token ``i`` up to the root, leaving out ``i`` itself."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def subtree(self, i: int, without: tuple[str, ...] = ()) -> tuple[int, ...]:
        """Give token ``i`` and all below it, in order; ``without`` leaves out branches of these kinds under ``i``."""
        found = [i]
        stack = [child for child in self._children[i] if self.tokens[child].dep not in without]
        while stack:
            child = stack.pop()
            found.append(child)
            stack.extend(self._children[child])
        return tuple(sorted(found))

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """Give token ``i`` and those joined to it by "and", "or", "but": "Peru, Chile and Brazil"."""
        found = [i]
        for each in found:
            found.extend(self.children(each, "conj"))
        return tuple(found)

    def span(self, tokens: tuple[int, ...] | range) -> Span:
        """Give the stretch of text from the first to the last of these tokens."""
        return Span(self.tokens[min(tokens)].start, self.tokens[max(tokens)].end)

    def phrase(self, i: int, without: tuple[str, ...] = ()) -> Span:
        """Give the stretch of text under token ``i``, marks at its ends left out."""
        tokens = list(self.subtree(i, without))
        while len(tokens) > 1 and self.tokens[tokens[-1]].pos == "PUNCT" and tokens[-1] != i:
            tokens.pop()
        while len(tokens) > 1 and self.tokens[tokens[0]].pos == "PUNCT" and tokens[0] != i:
            tokens.pop(0)
        return self.span(tuple(tokens))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    def at(self, offset: int) -> int | None:
        """Give the token that covers this character, None between tokens."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.tokens[i].end else None

    def within(self, span: Span) -> range:
        """Give the tokens that begin inside the span."""
        return range(bisect_right(self._starts, span.start - 1), bisect_right(self._starts, span.end - 1))
