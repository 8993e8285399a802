"""Stances that only the leaning head hears: where it is believed, and where others are left alone."""

import pytest

from detente.articles import Article
from detente.claims import stance_learned
from detente.claims.stance_learned import from_leanings
from detente.documents import Leaning
from detente.pipeline import read
from detente.settings import Settings

TEXT = "Juan Ruiz met Ana Soto. Later Ruiz left Soto."


def heard(monkeypatch, text, *chances):
    """Give the stances where the head hears these chances (for, against) of two actors, sentence by sentence."""
    reading = read(Article(id="a", source="a", text=text), Settings(learned=False))
    document, told = reading.document, iter(chances)
    one, other = [actor.id for actor in document.actors][:2]

    def given(document, sentence, _speakers):
        sides = [tuple(m for m in document.mentions if actor in m.actors) for actor in (one, other)]
        yield from (Leaning(one, other, sentence, *sides, *each) for each in [next(told, None)] if each)

    monkeypatch.setattr(stance_learned, "leanings", given)
    return list(from_leanings(document, reading.claims, reading.claims.stances))


def test_what_is_clear_is_believed(monkeypatch):
    (stance, _) = heard(monkeypatch, TEXT, (0.02, 0.9), (0.02, 0.9))
    assert (stance.holder, stance.polarity, stance.basis) == ("person/juan-ruiz", "against", "implied")
    assert [party.id for party in stance.object.actors] == ["person/ana-soto"]
    assert stance.confidence < 0.5


def test_one_sentence_is_read_in_the_light_of_the_others(monkeypatch):
    assert heard(monkeypatch, TEXT, (0.2, 0.2), (0.01, 0.01)) == []
    (first, _) = heard(monkeypatch, TEXT, (0.2, 0.2), (0.02, 0.9))
    assert first.polarity == "against"


def test_what_is_unlikely_is_not_believed(monkeypatch):
    assert heard(monkeypatch, TEXT, (0.0, 0.01), (0.0, 0.01)) == []


@pytest.mark.parametrize(
    "text", ["Peru met Chile. Later Peru left Chile.", "Juan Ruiz criticised Ana Soto. Rain fell."]
)
def test_states_and_what_rules_have_found_are_left_alone(monkeypatch, text):
    assert all(stance.evidence[0].start > 0 for stance in heard(monkeypatch, text, (0.0, 0.9), (0.0, 0.0)))
