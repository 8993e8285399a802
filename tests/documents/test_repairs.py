"""Repairs of the parser's tree: whatever it was, and whatever they change, every way up ends at a root."""

from hypothesis import given
from hypothesis import strategies as st

from detente.documents.document import Entity
from detente.documents.repairs import repaired
from detente.documents.tree import Token, Tree

WORDS = ("and", ",", "for", "on", "of", "other", "Ann", "Lee", "Minister", "Secretary", "envoys", "met")
DEPS = ("pobj", "prep", "nmod", "compound", "conj", "cc", "dobj", "nsubj", "appos", "amod", "prt")
KINDS = (("NNP", "PROPN"), ("NNS", "NOUN"), ("IN", "ADP"), ("VBD", "VERB"), ("CC", "CCONJ"))
LABELS = ("PERSON", "GPE", "NORP")


def tree(*rows: tuple[str, str, str, int]) -> Tree:
    """Give a tree of words, each with its part of speech, dependency and head."""
    return Tree(
        tuple(Token(i, i, i + 1, text, text, "", pos, dep, head) for i, (text, pos, dep, head) in enumerate(rows))
    )


def is_rooted(found: Tree) -> bool:
    """Walk up from every token, at most as often as there are tokens."""
    for token in found.tokens:
        i = token.i
        for _ in found.tokens:
            i = found[i].head
        if found[i].head != i:
            return False
    return True


def test_the_first_of_two_with_titles_is_no_part_of_what_he_is_joined_to():
    """A parser's tree of "Minister Jay and Assistant Secretary for Education Sutter spoke", gone astray at "for"."""
    found = repaired(
        tree(
            ("Minister", "PROPN", "nsubj", 8),
            ("Jay", "PROPN", "appos", 0),
            ("and", "CCONJ", "cc", 0),
            ("Assistant", "PROPN", "compound", 4),
            ("Secretary", "PROPN", "conj", 0),
            ("for", "ADP", "prep", 4),
            ("Education", "PROPN", "compound", 7),
            ("Sutter", "PROPN", "pobj", 5),
            ("spoke", "VERB", "ROOT", 8),
        ).tokens,
        [Entity(1, 2, "PERSON"), Entity(7, 8, "PERSON")],
    )
    assert is_rooted(found)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Tree, list[Entity]]:
    """Draw a tree in which every token hangs on another, and names in it."""
    many = draw(st.integers(2, 14))
    order = draw(st.permutations(range(many)))
    heads = {order[0]: order[0]} | {i: draw(st.sampled_from(order[:n])) for n, i in enumerate(order) if n}
    tokens = []
    for i in range(many):
        text, (tag, pos), dep = (draw(st.sampled_from(some)) for some in (WORDS, KINDS, DEPS))
        tokens.append(Token(i, i, i + 1, text, text.lower(), tag, pos, "ROOT" if heads[i] == i else dep, heads[i]))
    names = draw(st.lists(st.tuples(st.integers(0, many - 1), st.sampled_from(LABELS)), max_size=6))
    return Tree(tuple(tokens)), [Entity(i, i + 1, label) for i, label in names]


@given(trees())
def test_repairs_never_lead_round(drawn):
    given_, entities = drawn
    assert is_rooted(repaired(given_.tokens, entities))


def test_who_is_addressed_is_no_subject():
    """A parser's tree of "Ann, Peru waited": the comma after an apposition is missing."""
    words = (("Ann", "PROPN", "nsubj", 3), (",", "PUNCT", "punct", 0), ("Peru", "PROPN", "appos", 0))
    labels = (Entity(0, 1, "PERSON"), Entity(2, 3, "GPE"))
    found = repaired(tree(*words, ("waited", "VERB", "ROOT", 3)), labels)
    assert (found[2].dep, found[2].head, found[0].dep) == ("nsubj", 3, "dep")

    closed = tree(*words, (",", "PUNCT", "punct", 0), ("waited", "VERB", "ROOT", 4))
    closed = Tree(tuple(each._replace(head=4) if each.i == 0 else each for each in closed.tokens))
    assert repaired(closed, labels)[0].dep == "nsubj"
