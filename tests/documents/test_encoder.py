import hashlib
from dataclasses import replace
from importlib import resources

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.articles import Article
from detente.documents import Document, Sentence, annotate, asked
from detente.documents.encoder import annotate as encode
from detente.documents.tree import Token, Tree
from detente.documents.windows import LONGEST, windows
from detente.documents.wordpieces import pieces, vocabulary
from detente.settings import Settings
from detente.text import Span

TEXT = """The minister said that Peru would leave the group. Chile denied the report.

“We stay,” its envoy told reporters."""


def document(*lengths):
    """A document of sentences of so many words each, two of them a paragraph."""
    tokens, sentences = [], []
    for n, length in enumerate(lengths):
        first = len(tokens)
        for _ in range(length):
            i = len(tokens)
            tokens.append(Token(i, 5 * i, 5 * i + 4, "word", "word", "NN", "NOUN", "dep", first))
        sentences.append(Sentence(first, len(tokens), Span(5 * first, 5 * len(tokens) - 1), n // 2))
    article = Article(id="a", source="a", text="word " * len(tokens))
    return Document(article, tree=Tree(tuple(tokens)), sentences=tuple(sentences))


@given(st.lists(st.integers(1, 600), max_size=30))
@settings(deadline=None)
def test_windows_hold_every_token_once_and_fit_the_encoder(lengths):
    made = document(*lengths)
    found = list(windows(made))
    assert [i for each in found for i in range(each.first, each.last)] == list(range(len(made.tree)))
    for each in found:
        assert len(each.ids) == len(each.quoted) <= LONGEST
        assert len(each.starts) == each.last - each.first
        assert list(each.starts) == sorted(set(each.starts))


def test_paragraphs_stay_together_where_they_fit():
    assert [(each.first, each.last) for each in windows(document(100, 100, 100, 100))] == [(0, 200), (200, 400)]
    assert [(each.first, each.last) for each in windows(document(200, 200))] == [(0, 200), (200, 400)]


@given(st.text(min_size=1))
def test_every_word_has_pieces_and_they_are_known(word):
    assert pieces(word)
    assert all(0 <= n < len(vocabulary()) for n in pieces(word))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Béjar", "be ##jar"),
        ("U.S.", "u . s ."),
        ("“", "“"),
        ("reaffirmed", "re ##af ##firmed"),
        ("\u200b", "[UNK]"),
    ],
)
def test_words_are_cut_as_the_encoder_was_taught(word, expected):
    known = list(vocabulary())
    assert " ".join(known[n] for n in pieces(word)) == expected


@pytest.mark.parametrize("word", ["https://a.example/" + "%D0" * 500, "Qm9n" * 300, "." * 700, "-" * 700, "中" * 700])
def test_a_word_longer_than_a_window_is_read_all_the_same(word):
    made = annotate(Article(id="a", source="a", text=f"{TEXT} {word} {TEXT}"), Settings(language_confidence=1.1))
    assert sum(len(each.states) for each in made.encoded) == len(made.tree)


def test_every_token_has_a_state_and_the_head_hears_who_speaks():
    made = annotate(Article(id="a", source="a", text=TEXT), Settings())
    states = np.concatenate([each.states for each in made.encoded])
    assert states.shape == (len(made.tree), 384)
    assert states.dtype == np.float32
    begun = {made.tree[each.anchor].text: each for each in asked(made, 0.5)}
    assert {"said", "told"} <= set(begun)
    said = [made.tree[i].text for i in begun["said"].tokens(2)]
    assert {"Peru", "leave", "group"} <= set(said)
    assert not {"Chile", "report"} & set(said)


def test_without_the_learned_layer_nothing_is_encoded():
    made = annotate(Article(id="a", source="a", text=TEXT), Settings(learned=False))
    assert made.encoded == ()
    assert list(asked(made, 0.1)) == []


def test_the_weights_are_those_of_the_model_card():
    folder = resources.files("detente.documents").joinpath("models")
    card = folder.joinpath("README.md").read_text("utf-8")
    names = [each.name for each in folder.iterdir() if each.name.endswith((".onnx", ".npz"))]
    assert len(names) > 1
    for name in names:
        weights = folder.joinpath(name).read_bytes()
        assert hashlib.sha256(weights).hexdigest() in card
        assert len(weights) < 30_000_000


def test_reading_twice_gives_the_same_states():
    made = annotate(Article(id="a", source="a", text=TEXT), Settings(learned=False))
    one, other = (encode(replace(made), Settings()).encoded for _ in range(2))
    assert all((a.states == b.states).all() for a, b in zip(one, other, strict=True))
