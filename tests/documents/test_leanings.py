"""The leaning head: what it is asked of two parties, and that its answers are chances."""

import numpy as np
import pytest

from detente.articles import Article
from detente.documents import annotate, leanings
from detente.documents.leaning_marks import asked, mentioned, states_of
from detente.documents.leanings import FAR, Facing, away, chances
from detente.settings import Settings

TEXT = "Juan Ruiz attacked Ana Soto and praised Carla Lund in Lima."


@pytest.fixture(scope="module")
def document():
    return annotate(Article(id="a", source="a", text=TEXT), Settings())


def test_every_pair_of_actors_is_asked_and_no_place(document):
    (sentence,) = document.sentences
    named = mentioned(document, sentence)
    pairs = {(one, other) for one, other, _ in asked(document, sentence, named, ())}
    assert len(named) == 3
    assert pairs == {(one, other) for one in named for other in named if one != other}


def test_a_speaker_who_is_not_in_the_sentence_may_hold_and_is_no_object(document):
    (sentence,) = document.sentences
    named = mentioned(document, sentence)
    speaker = next(iter(named))
    others = {actor: some for actor, some in named.items() if actor != speaker}
    pairs = {(one, other): each for one, other, each in asked(document, sentence, others, (speaker,))}
    assert (speaker, next(iter(others))) in pairs
    assert not any(other == speaker for _, other in pairs)
    assert all(each.one == () for (one, _), each in pairs.items() if one == speaker)


def test_answers_are_chances_and_do_not_depend_on_what_is_asked_besides(document):
    (sentence,) = document.sentences
    states = states_of(document, sentence)
    pairs = [each for _, _, each in asked(document, sentence, mentioned(document, sentence), ())]
    together = chances(states, pairs)
    assert together.shape == (len(pairs), 3)
    assert np.allclose(together.sum(1), 1, atol=1e-5)
    assert np.allclose(together[:1], chances(states, pairs[:1]), atol=1e-5)


def side(sentence):
    """Give how the first actor of a sentence leans towards the second, above nought for."""
    made = annotate(Article(id="a", source="a", text=sentence), Settings())
    first = next(leanings(made, made.sentences[0], ()))
    return first.favour - first.disfavour


def test_the_head_hears_who_attacks_and_who_praises():
    assert side("Juan Ruiz blasted Ana Soto as a liar.") < side("Juan Ruiz praised Ana Soto as a friend.")


def test_distances_beyond_the_farthest_are_alike():
    marks = away(3 * FAR, [Facing((0,), (1,), np.zeros(1, np.float32))])
    assert (marks[0, 2 * FAR] == marks[0, 3 * FAR - 1]).all()
    assert marks.sum(-1).tolist() == [[2.0] * (3 * FAR)]


def test_nothing_is_heard_without_the_learned_layer():
    made = annotate(Article(id="a", source="a", text=TEXT), Settings(learned=False))
    assert list(leanings(made, made.sentences[0], ())) == []
