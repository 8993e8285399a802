"""What shows a change grows with how much was read of its holder; nobody turns on what all want and nobody does."""

from dataclasses import replace

import pytest
from handmade import VERSION, printed, stance, statement, tenure
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.lexicon import read_yaml
from detente.positions import changes
from detente.positions.comparable import are_comparable
from detente.positions.inferring import crossed, inferred
from detente.positions.naming import Named
from detente.positions.proofs import Holder
from detente.positions.spells import spells

MALI = Named("MLI", "Mali")
ONE = statement(issue=None, object="the bridge", group=("the bridge",))
SIDES = {"f": "for", "a": "against"}


def holder(articles):
    return Holder(MALI, articles)


def said(sides, **more):
    """Give statements, one an article and year: "ffaf" for, for, against, for."""
    return [
        replace(ONE, polarity=SIDES[side], article=str(n), claim=str(n), reported=f"20{n:02}-01-01", **more)
        for n, side in enumerate(sides)
    ]


@pytest.mark.parametrize(
    ("articles", "sides", "told"),
    [
        (20, "fa", 1),
        (21, "fa", 1),
        (60, "fa", 1),
        (61, "fa", 0),
        (61, "ffa", 0),
        (61, "faa", 0),
        (61, "ffaa", 1),
        (61, "ffaaff", 2),
        (61, "ffaaffaa", 0),
        (21, "ffaaffaa", 0),
        (20, "ffaaffaa", 3),
    ],
)
def test_the_more_was_read_of_a_holder_the_more_articles_must_show_that_he_turned(articles, sides, told):
    assert len(inferred(spells(said(sides)), holder(articles))) == told


def test_the_reason_says_in_how_many_articles_each_side_is_found():
    (found,) = inferred(spells(said("ffaaa")), holder(61))
    assert found.reason == "from for to against on one thing; in 2 articles, then in 3 articles"
    told = [replace(ONE, polarity="for", status="former", article="0"), *said("aa")]
    (found,) = inferred(spells(told), holder(61))
    assert found.reason == "from for to against on one thing; told as former, then in 2 articles"


def test_of_whom_more_was_read_what_was_said_beside_counts_against_a_turn():
    beside = replace(said("f")[0], polarity="against", reported="1999-01-01", article="beside", claim="beside")
    line = spells([beside, *said("ffaa")])
    assert len(inferred(line, holder(61))) == 1
    assert [each.polarity for each in inferred(line, holder(21))] == [("against", "for"), ("for", "against")]


def test_what_deeds_alone_imply_is_no_proof_but_of_relations():
    assert not inferred(spells(said("ffaa", implied=True)), holder(61))
    ties = {"implied": True, "issue": "diplomatic_ties", "group": ("diplomatic_ties", "GIN"), "targets": ("GIN",)}
    assert inferred(spells(said("ffaa", **ties)), holder(61))


def test_to_name_no_more_than_an_actor_is_no_position_to_turn_from():
    bare = {"object": "Guinea", "targets": ("GIN",), "actors": ("GIN",), "group": ("guinea", "GIN")}
    assert inferred(spells(said("ffaa", **bare)), holder(20))
    assert not inferred(spells(said("ffaa", **bare)), holder(61))


def test_a_condition_must_be_found_in_as_many_articles_too():
    plain, bound = said("ff"), [replace(each, condition="if it opens") for each in said("ffff")[2:]]
    assert not inferred(spells([*plain, bound[0]]), holder(61))
    (found,) = inferred(spells([*plain, *bound]), holder(61))
    assert found.shape == ("condition", "softening")


def test_recognition_and_broken_ties_must_be_found_in_as_many_articles():
    known = {"issue": "recognition", "group": ("recognition", "GIN"), "targets": ("GIN",), "object": "Guinea"}
    broken = {"issue": "diplomatic_ties", "group": ("diplomatic_ties", "GIN"), "targets": ("GIN",), "object": "ties"}

    def line(many):
        old, new = (
            said("f" * many, **known),
            [replace(each, reported="2050-01-01") for each in said("a" * many, **broken)],
        )
        return (*spells(old), *spells(new))

    assert len(crossed(line(1), holder(20))) == 1
    assert not crossed(line(1), holder(61))
    assert len(crossed(line(2), holder(61))) == 1


def pairs(field):
    entries = read_yaml("languages/en/uncontested_words.yaml").values()
    return [pair.split(" / ") for entry in entries for pair in entry[field]]


@pytest.mark.parametrize(
    ("comparable", "one", "other"),
    [
        *((True, *pair) for pair in pairs("alike")),
        *((False, *pair) for pair in pairs("unlike")),
    ],
)
def test_words_for_what_all_want_tell_no_thing_apart(comparable, one, other):
    before, after = (replace(ONE, object=each, polarity=side) for each, side in ((one, "for"), (other, "against")))
    assert are_comparable(before, after) is comparable


TEXT = "Ana Luz of Peru spoke of the toll."
READINGS = st.lists(
    st.tuples(
        st.sampled_from(["PER", "VEN", "person/ana-luz", "person/rio"]),
        st.sampled_from(["for", "against"]),
        st.sampled_from(["2019-02-01", "2020-06-01", "2021-08-05"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def readings(drawn):
    for n, (who, side, published, in_office) in enumerate(drawn):
        held = (tenure(TEXT, "Ana Luz of Peru", "person/ana-luz"),) if in_office else ()
        own = (stance(TEXT, "the toll", side, holder=who, issue="tolls"),)
        yield printed(TEXT, f"article-{n}", published, stances=own, tenures=held)


@settings(max_examples=15, deadline=None)
@given(drawn=READINGS)
def test_what_is_told_of_everybody_is_what_is_told_of_each(store, drawn):
    with store.record() as record:
        for each in readings(drawn):
            record.add(each, VERSION)
        everybody = changes(record)
        alone = [each for who in ("PER", "VEN", "person/rio") for each in changes(record, who)]
    assert {each.tellings for each in everybody} == {each.tellings for each in alone}
