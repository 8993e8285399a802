"""A load is made of variants that hold together, written and asked as real readings are."""

import json

import pytest
from handmade import at, printed, stance, tenure, utterance

from detente.documents import Actor
from detente.record import Record
from evaluate.load import Load, report, sizes
from evaluate.varied import varied

TEXT = "On August 5, 2021, Foreign Minister Ana Luz of Peru told Venezuela that Luz backs the Peruvian sanctions."
ACTORS = (
    Actor("PER", "Peru", "state", True, at(TEXT, "Peru")),
    Actor("VEN", "Venezuela", "state", True, at(TEXT, "Venezuela")),
    Actor("person/ana-luz", "Ana Luz", "person", False, at(TEXT, "Ana Luz"), represents="PER"),
)
FOUND = {
    "tenures": (tenure(TEXT, "Foreign Minister Ana Luz of Peru", "person/ana-luz", since="2021-08-05"),),
    "stances": (stance(TEXT, "backs the Peruvian sanctions", "for"),),
    "utterances": (utterance(TEXT, "person/ana-luz", "told", "Luz backs the Peruvian sanctions"),),
}


@pytest.fixture
def reading():
    return json.loads(json.dumps(printed(TEXT, "one", "2021-08-05", actors=ACTORS, **FOUND)))


def words(read, spans):
    return [read["text"][start:end] for start, end in spans]


@pytest.mark.parametrize("number", range(20))
def test_every_span_of_a_variant_gives_its_words(reading, number):
    other = varied(reading, number, 1)
    state, _, person = other["actors"]
    assert words(other, state["mentions"]) == [state["name"]]
    assert words(other, person["mentions"]) == [person["name"]]
    (held,) = other["tenures"]
    assert words(other, held["evidence"]) == [f"Foreign Minister {person['name']} of {state['name']}"]
    assert (held["person"], held["polity"], person["represents"]) == (person["id"], state["id"], state["id"])
    assert held["since"] == other["article"]["published"]
    assert other["text"].startswith("On ")
    assert f", {held['since'][:4]}, Foreign" in other["text"]


def test_variants_differ_and_are_the_same_for_the_same_seed(reading):
    assert varied(reading, 3, 1) == varied(reading, 3, 1)
    several = [varied(reading, number, 1) for number in range(20)]
    assert len({each["actors"][2]["name"] for each in several}) > 10
    assert len({each["article"]["published"] for each in several}) > 10
    assert len({each["actors"][0]["id"] for each in several}) > 5


def test_a_load_grows_is_asked_and_goes_on(reading, record):
    load = Load(record, [reading], 1)
    lines = list(report(load, [4, 6], 2))
    assert [line.split(" articles")[0] for line in lines if "claims" in line] == ["4", "6"]
    assert {
        line.split()[0] for line in lines if "." in line and line[:3] == "  " + line[2] and "first" not in line
    } >= {
        "timeline",
        "position",
        "who",
        "search",
    }
    assert record.faults() == []
    with Record.open(record.name) as again:
        assert Load(again, [reading], 1).articles == 6


def test_sizes_end_with_what_is_asked_for():
    assert sizes(500) == [500]
    assert sizes(100_000) == [1_000, 10_000, 100_000]
