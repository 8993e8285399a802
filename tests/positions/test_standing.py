"""Where somebody stands on a day: spells with successors, confidence, three kinds of silence; the matrix; pledges."""

import pytest
from handmade import VERSION, commitment, event, printed, stance, tenure
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.positions import commitments, matrix, position, retract, timeline

TEXT = "Peru rejects sanctions on Venezuela."
THING = "sanctions on Venezuela"
PERSON = {"Ana Luz": "person/ana-luz", "Ben Sol": "person/ben-sol"}


def said(name, published, polarity="against", **more):
    return printed(
        TEXT,
        name,
        published,
        outlet=more.pop("outlet", "Andina"),
        stances=(stance(TEXT, more.pop("words", THING), polarity, **more),),
    )


def silent(name, published):
    return printed("Peru and Venezuela are neighbours of Brazil.", name, published)


def minister(name, published, person, **more):
    text = "The foreign minister of Peru spoke."
    return printed(text, name, published, tenures=(tenure(text, "The foreign minister", PERSON[person], **more),))


LUZ = minister("luz", "2005-01-10", "Ana Luz", since="2005-01-01", until="2005-05-31")
SOL = minister("sol", "2005-06-10", "Ben Sol", since="2005-06-01")


def asked(place, readings, view, *given, **more):
    record = place.open()
    for reading in readings:
        record.add(reading, VERSION)
    found = view(record, *given, **more)
    record.close()
    return found


def test_a_successor_inherits_the_position_until_he_says_otherwise(place):
    found = asked(place, [said("one", "2005-02-01"), LUZ, SOL], position, "PER", THING, on="2005-07-01")
    assert (found.status, found.polarity) == ("stated", "against")
    (spell,) = found.spells
    assert [(each.name, each.says) for each in spell.under] == [("Ana Luz", True), ("Ben Sol", False)]
    assert spell.stated == "2005-02-01"


def test_a_successor_who_says_it_again_has_confirmed_it(place):
    readings = [said("one", "2005-02-01"), said("two", "2005-06-20"), LUZ, SOL]
    (spell,) = asked(place, readings, position, "PER", THING, on="2005-07-01").spells
    assert [(each.name, each.says) for each in spell.under] == [("Ana Luz", True), ("Ben Sol", True)]
    assert spell.why == "2 statements on one side, strength 2 of 3, none on a condition"


def test_a_successor_who_says_otherwise_ends_the_spell(place):
    readings = [said("one", "2005-02-01"), said("two", "2005-06-20", "for"), LUZ, SOL]
    found = asked(place, readings, timeline, "PER", THING)
    assert [(s.polarity, [each.name for each in s.under if each.says]) for s in found.spells] == [
        ("against", ["Ana Luz"]),
        ("for", ["Ben Sol"]),
    ]


def test_only_ministers_of_that_day_or_before_are_named(place):
    (spell,) = asked(place, [said("one", "2005-02-01"), LUZ, SOL], position, "PER", THING, on="2005-03-01").spells
    assert [each.name for each in spell.under] == ["Ana Luz"]


@pytest.mark.parametrize(
    ("readings", "status"),
    [
        ([said("one", "2005-02-01", "neutral")], "neutral"),
        ([silent("one", "2005-02-01")], "no statement found"),
        ([silent("one", "2001-02-01")], "no coverage read"),
        ([silent("one", "2009-02-01")], "no coverage read"),
        ([], "no coverage read"),
        ([said("one", "2005-02-01")], "stated"),
        (
            [
                said("one", "2005-02-01"),
                said("two", "2005-02-03", "for", outlet="Gestión", issue="trade", words="Venezuela"),
            ],
            "several sides",
        ),
    ],
)
def test_silences_are_told_apart(place, readings, status):
    object_ = "Venezuela" if status == "several sides" else THING
    assert asked(place, readings, position, "PER", object_, on="2005-06-01").status == status


def test_what_is_first_stated_later_stands_apart(place):
    found = asked(
        place, [said("one", "2005-09-01"), silent("two", "2005-05-01")], position, "PER", THING, on="2005-06-01"
    )
    assert (found.status, found.spells) == ("no statement found", ())
    assert [each.polarity for each in found.perhaps] == ["against"]


def test_outlets_that_agree_make_it_surer(place):
    one = asked(place, [said("one", "2005-02-01")], timeline, "PER", THING).spells[0]
    two = [said("one", "2005-02-01"), said("two", "2005-02-02", outlet="Gestión"), said("three", "2005-02-03")]
    assert one.confidence == 0.5
    assert asked(place / "two", two, timeline, "PER", THING).spells[0].confidence == 0.75


def test_a_sentence_that_several_outlets_print_is_one_source(place):
    text = "Peru, whose minister spoke in Quito today, rejects sanctions on Venezuela."
    outlets = ("Andina", "Gestión", "Correo")
    readings = [
        printed(text, outlet, "2005-02-01", outlet=outlet, stances=(stance(text, text[:-1], "against"),))
        for outlet in outlets
    ]
    assert asked(place, readings, timeline, "PER", "sanctions").spells[0].confidence == 0.5


def test_the_matrix_shows_all_who_stand_somewhere_and_who_is_silent(place):
    own = said("two", "2005-02-02", "for", holder="VEN", on="PER", issue="trade")
    found = asked(place, [said("one", "2005-02-01"), own], matrix, "Venezuela")
    assert [(each.holder, each.status, each.polarity) for each in found.positions] == [("PER", "stated", "against")]
    found = asked(place, [silent("three", "2005-02-03")], matrix, "Ana Luz")
    assert {(each.holder, each.status) for each in found.positions} >= {("VEN", "no statement found")}


PLEDGE = "Peru will reopen the harbour to Venezuela."


def pledged(name="pledge", published="2005-02-01", **more):
    claim = commitment(PLEDGE, "will reopen the harbour", to=("VEN",), **more)
    return printed(PLEDGE, name, published, outlet="Andina", commitments=(claim,))


def deed(words, day, name="deed"):
    text = f"Peru {words} Venezuela."
    done = event(text, words, "COOPERATE", day, actors=("PER",), recipients=("VEN",))
    return printed(text, name, day, outlet="Gestión", events=(done,))


@pytest.mark.parametrize(
    ("words", "day", "bears"),
    [
        ("opened the harbour to", "2005-03-01", True),
        ("greeted", "2005-03-01", False),
        ("opened the harbour to", "2005-01-01", False),
    ],
)
def test_what_bears_on_a_pledge_comes_later_and_is_about_it(place, words, day, bears):
    (found,) = asked(place, [pledged(), deed(words, day)], commitments, "PER", "VEN")
    assert (found.to, found.to_names) == (("VEN",), ("Venezuela",))
    assert [each.shares for each in found.later] == ([("harbour",)] if bears else [])


def test_a_pledge_whose_day_has_passed_without_a_word_is_overdue(place):
    readings = [pledged(due="2005-04")]
    assert [each.overdue for each in asked(place, readings, commitments, on="2005-04-15")] == [False]
    assert [each.overdue for each in asked(place, readings, commitments, on="2005-05-15")] == [True]
    assert asked(place, readings, commitments, on="2005-01-15") == ()
    kept = [*readings, deed("opened the harbour to", "2005-03-01")]
    assert [each.overdue for each in asked(place, kept, commitments, on="2005-05-15")] == [False]


def test_a_pledge_that_two_articles_tell_is_one(place):
    (found,) = asked(place, [pledged(), pledged("again", "2005-02-03")], commitments)
    assert found.articles == ("again", "pledge")
    assert asked(place, [], commitments, "PER", "Peru") == ()


DRAWN = st.lists(
    st.tuples(
        st.sampled_from(["for", "against", "neutral"]), st.sampled_from(["2005-02-01", "2005-06-20", "2006-01-01"])
    ),
    min_size=1,
    max_size=4,
)


def known(store, readings, on, gone=None):
    with store.record() as record:
        for each in readings:
            record.add(each, VERSION)
        if gone:
            retract(record, gone, why="a test", by="Eva")
        return position(record, "PER", THING, on), matrix(record, THING, on), commitments(record)


@settings(max_examples=15, deadline=None)
@given(drawn=DRAWN, data=st.data(), on=st.sampled_from(["2005-03-01", "2005-12-31"]))
def test_order_duplicates_and_retraction(store, drawn, data, on):
    readings = [LUZ, SOL, pledged(), *(said(f"article-{n}", day, side) for n, (side, day) in enumerate(drawn))]
    shuffled = [*data.draw(st.permutations(readings)), readings[-1]]
    assert known(store, shuffled, on) == known(store, readings, on)
    gone = data.draw(st.sampled_from(readings))["article"]["id"]
    without = [each for each in readings if each["article"]["id"] != gone]
    assert known(store, readings, on, gone) == known(store, without, on)


@settings(max_examples=15, deadline=None)
@given(drawn=DRAWN)
def test_every_successor_without_a_statement_inherits(store, drawn):
    readings = [LUZ, SOL, *(said(f"article-{n}", day, side) for n, (side, day) in enumerate(drawn))]
    with store.record() as record:
        for each in readings:
            record.add(each, VERSION)
        for spell in timeline(record, "PER", THING).spells:
            shown = [each.first for each in spell.statements]
            says = {each.name: each.says for each in spell.under if each.name in PERSON}
            assert says.get("Ana Luz", False) == any(day <= "2005-05-31" for day in shown)
            assert says.get("Ben Sol", False) == any(day >= "2005-06-01" for day in shown)
