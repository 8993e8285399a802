"""Names of buildings and quarters stand for who sits there, some of them only where they act."""

import pytest

from detente.articles import Article
from detente.lexicon.own_world import shipped
from detente.pipeline import read
from detente.settings import Settings

EXAMPLES = [
    (row["id"], expected == "yes", sentence.strip())
    for row in shipped("seats")
    for expected in ("yes", "no")
    for sentence in row[expected].split("|")
    if sentence.strip()
]


@pytest.mark.parametrize(("actor", "expected", "sentence"), EXAMPLES)
def test_a_seat_is_taken_for_its_holder_where_it_should(actor, expected, sentence):
    document = read(Article(id="seat", source="seat", text=sentence), Settings(learned=False)).document
    assert (actor in {each for mention in document.mentions for each in mention.actors}) is expected


def test_every_seat_that_needs_context_shows_it():
    wanting = [
        row["name"] for row in shipped("seats") if row["reading"] == "context" and not (row["yes"] and row["no"])
    ]
    assert wanting == []
