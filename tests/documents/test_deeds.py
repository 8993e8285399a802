"""The deed head: it adds up what it is given, names what weighed, and tells everyday deeds from public ones."""

import numpy as np
import pytest

from detente.articles import Article
from detente.claims import coded_events, judgements
from detente.documents import annotate, weigh
from detente.documents.deeds import WORDS
from detente.pipeline import read
from detente.settings import Settings

NOTHING = np.zeros((3, 384), np.float32)


def judged(text):
    document = annotate(Article(id="a", source="a", text=text), Settings())
    return list(judgements(document, coded_events(document)))


def test_what_weighs_is_named_and_marks_it_does_not_know_weigh_nothing():
    bare = weigh(NOTHING, {})
    assert set(bare.parts) == set(WORDS)
    assert weigh(NOTHING, {"no such mark": 3.0}).chance == bare.chance
    marked = weigh(NOTHING, {"actor is a state of the directory": 1.0})
    assert marked.parts["actor is a state of the directory"] != 0
    assert (marked.chance > bare.chance) == (marked.parts["actor is a state of the directory"] > 0)


def test_the_strongest_reasons_are_those_of_the_side_that_is_asked_for():
    found = weigh(np.ones((3, 384), np.float32), {"actor is a state of the directory": 1.0})
    assert all(found.parts[name] > 0 for name in found.strongest(9))
    assert all(found.parts[name] < 0 for name in found.strongest(9, against=True))


def test_deeds_of_states_are_kept():
    (each,) = judged("Peru expelled the ambassador of Venezuela on Friday.")
    assert each.kept
    assert each.weighed.chance > 0.8


@pytest.mark.parametrize(
    "text",
    [
        "The pianist met her teacher Carla Lund at a concert and married him.",
        "Ana Soto worked with Ben Ode on the album and visited Wales with him.",
    ],
)
def test_everyday_deeds_are_passed_over(text):
    told = judged(text)
    assert told
    assert not any(each.kept for each in told)


def test_what_is_passed_over_is_told_without_the_learned_layer_alone():
    text = "The winger attacked the goal of Ajax. The pianist met Carla Lund at a concert and married her."
    article = Article(id="a", source="a", text=text)
    dropped = [each.event for each in judged(text) if not each.kept]
    plain = read(article, Settings(learned=False)).claims.events
    learned = read(article, Settings()).claims.events
    assert len(plain) - len(learned) == len(dropped)
