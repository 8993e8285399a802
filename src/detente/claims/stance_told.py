"""A change that a sentence tells, by tokens, and what tells of it."""

from typing import NamedTuple

from detente.documents import Clause, Document, Tree, prepositions
from detente.lexicon import ChangeCue


class Told(NamedTuple):
    """A change told in one sentence.

    ``holders`` and ``objects`` are tokens; ``head`` is the word under which the words of the change stand and
    ``verb`` the one that tells of it; ``tellers`` are those who tell of it as subjects of that verb, and
    ``announced`` says that it is their own. ``given_up`` heads the words for what is given up, if the sentence
    names it; ``recent`` says that it points back to what has been told before ("that policy", "its opposition"),
    ``taken`` heads the words for what is taken up instead,
    ``bare`` says that the sentence alone does not say what changes ("announced the new course"), ``by_speaker`` that
    it is the speaker's position.
    """

    cue: ChangeCue
    head: int
    verb: int
    holders: tuple[int, ...]
    objects: tuple[int, ...]
    announced: bool = False
    tellers: tuple[int, ...] = ()
    given_up: int | None = None
    recent: bool = False
    bare: bool = False
    carrier: str = ""
    by_speaker: bool = False
    taken: int | None = None


def named_in(document: Document, tokens: tuple[int, ...], holding: tuple[int, ...]) -> tuple[int, ...]:
    """Give whom words name beside the holders, pronouns left out."""
    return tuple(t for t in tokens if t not in holding and document.who(t) and document.tree[t].pos != "PRON")


def governed(tree: Tree, found: Clause, words: tuple[str, ...]) -> tuple[int, ...]:
    """Give what prepositions of a verb govern: "broke with it", and below an adverb "backed away from it"."""
    below = (p for adverb in tree.children(found.verb, "advmod", "prt") for p in prepositions(tree, adverb))
    return (*found.after(*words), *(head for prep in below if prep.word in words for head in prep.objects))
