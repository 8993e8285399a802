"""Changes of position: what counts as one and why, each once, whatever the order of reading; and what is no change."""

from dataclasses import replace

import pytest
from handmade import VERSION, at, change, event, printed, stance, tenure, utterance
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.claims import Object, Party
from detente.errors import UsageError
from detente.positions import changes, contradictions, retract
from detente.surfaces.rows import CHANGES, write

OLD = "Peru supports sanctions on Venezuela."
NEW = "Peru rejects sanctions on Venezuela."
THING = "sanctions on Venezuela"


def said(name, published, polarity, *, text=None, outlet="Andina", **more):
    text = text or (OLD if polarity == "for" else NEW)
    words = more.pop("words", THING)
    return printed(text, name, published, outlet=outlet, stances=(stance(text, words, polarity, **more),))


def announced(name="told", published="2021-08-05", outlet="Gestión", **more):
    text = "Ben Sol announced a change. Peru had followed a policy of sanctions."
    fields = {"announced_on": "2021-08-02", "by": "person/ben-sol"} | more
    told = change(text, "announced a change", before=at(text, "a policy of sanctions"), **fields)
    return printed(text, name, published, outlet=outlet, changes=(told,))


def minister(name, published, person, **more):
    text = "The foreign minister of Peru spoke."
    return printed(text, name, published, tenures=(tenure(text, "The foreign minister", person, **more),))


def ask(place, readings, *asked, **more):
    record = place.open()
    for reading in readings:
        record.add(reading, VERSION)
    found = changes(record, *asked, **more)
    record.close()
    return found


def test_a_side_that_is_left_is_a_change_with_both_sides_and_its_interval(place):
    (found,) = ask(place, [said("one", "2019-02-01", "for"), said("two", "2021-08-05", "against")])
    assert (found.kinds, found.shape, found.polarity) == (("inferred",), ("reversal",), ("for", "against"))
    assert (found.when, found.before, found.after) == ("2019-02-01/2021-08-05", THING, THING)
    assert found.reason == "from for to against on one thing"


@pytest.mark.parametrize(
    ("before", "after", "shape"),
    [
        ({"polarity": "neutral"}, {"polarity": "for"}, ("reversal",)),
        ({"polarity": "for"}, {"polarity": "mixed"}, ("softening",)),
        ({"polarity": "for", "strength": 1}, {"polarity": "for", "strength": 3}, ("hardening",)),
        ({"polarity": "against", "strength": 3}, {"polarity": "against", "strength": 1}, ("softening",)),
    ],
)
def test_what_shape_a_change_has(place, before, after, shape):
    (found,) = ask(place, [said("one", "2019-02-01", **before), said("two", "2021-08-05", **after)])
    assert found.shape == shape


IF = "Peru supports talks with Venezuela if it frees the sailors."
UNLESS = "Peru supports talks with Venezuela if the port reopens."
PLAIN = "Peru supports talks with Venezuela."


def talks(name, published, text, condition=None):
    return said(
        name,
        published,
        "for",
        text=text,
        words="talks with Venezuela",
        issue="dialogue",
        condition=at(text, condition) if condition else (),
    )


def test_a_condition_that_joins_goes_or_is_another_is_a_change(place):
    first, second = talks("one", "2020-01-01", PLAIN), talks("two", "2020-05-01", IF, "if it frees the sailors")
    third = talks("three", "2020-09-01", UNLESS, "if the port reopens")
    found = ask(place, [first, second, third, talks("four", "2020-12-01", PLAIN)])
    assert [each.shape for each in found] == [("condition", "softening"), ("condition",), ("condition", "hardening")]
    assert found[0].reason == "the same side, now under a condition: if it frees the sailors"


@pytest.mark.parametrize(
    "second",
    [
        said("two", "2021-08-05", "for", text="Peru backs a coercion of Venezuela.", words="a coercion of Venezuela"),
        said("two", "2021-08-05", "for", strength=3),
        said("two", "2019-02-01", "against", outlet="Gestión"),
        said("two", "2021-08-05", "against", on="CHL"),
        said("two", "2021-08-05", "against", members="some"),
        said("two", "2021-08-05", "against", capacity="personal", holder="person/ben-sol"),
    ],
    ids=["other words", "one step", "at one time", "another target", "some members", "himself"],
)
def test_what_is_no_change(place, second):
    assert ask(place, [said("one", "2019-02-01", "for"), second], "PER") == ()


def test_the_announcement_and_what_follows_from_statements_are_one_change_with_all_outlets(place):
    late = "Ben Sol announced a change. Peru rejects sanctions on Venezuela."
    told = change(late, "announced a change", announced_on="2021-08-02", by="person/ben-sol")
    own = printed(
        late,
        "late",
        "2021-08-05",
        outlet="Andina",
        changes=(told,),
        stances=(stance(late, THING, "against", number=2),),
    )
    (found,) = ask(place, [said("one", "2019-02-01", "for"), own, announced()])
    assert (found.kinds, found.when, found.by) == (("announced", "inferred"), "2021-08-02", "Ben Sol")
    assert found.outlets == ("Andina", "Gestión")
    assert found.articles == ("late", "one", "told")


def test_who_held_the_office_before_and_after(place):
    readings = [
        said("one", "2005-02-01", "for"),
        said("two", "2005-08-05", "against"),
        minister("luz", "2005-02-01", "person/ana-luz", until="2005-05-31"),
        minister("sol", "2005-08-01", "person/ben-sol", since="2005-06-01"),
    ]
    (found,) = ask(place, readings)
    office = next(each for each in found.offices if each.office == "foreign minister")
    assert "Ana Luz" in office.before
    assert "Ben Sol" in office.after
    assert office.changed


def test_the_events_of_that_month_between_both(place):
    text = "Peru expelled the ambassador of Venezuela. Peru met Venezuela."
    parts = {"actors": ("PER",), "recipients": ("VEN",)}
    deeds = (
        event(text, "expelled", "SANCTION", "2021-08-01", **parts),
        event(text, "met", "CONSULT", "2021-01-01", number=2, **parts),
    )
    readings = [said("one", "2019-02-01", "for"), said("two", "2021-08-05", "against")]
    (found,) = ask(place, [*readings, printed(text, "deeds", "2021-08-03", events=deeds)])
    assert [each.type for each in found.events] == ["SANCTION"]


def test_an_event_with_all_whom_the_change_is_about_is_told_once(place):
    def on_both(name, published, polarity):
        text, words = "Peru spoke of talks with Venezuela and Chile.", "talks with Venezuela and Chile"
        parties = (Party(id="VEN", role="target"), Party(id="CHL", role="target"))
        about = Object(text=words, issue="dialogue", actors=parties, spans=at(text, words))
        return printed(text, name, published, stances=(replace(stance(text, words, polarity), object=about),))

    text = "Peru met Venezuela and Chile."
    deed = event(text, "met", "CONSULT", "2021-08-01", actors=("PER",), recipients=("VEN", "CHL"))
    readings = [on_both("one", "2019-02-01", "against"), on_both("two", "2021-08-05", "for")]
    (found,) = ask(place, [*readings, printed(text, "deeds", "2021-08-03", events=(deed,))])
    assert set(found.about) == {"VEN", "CHL"}
    assert [each.type for each in found.events] == ["CONSULT"]


def test_a_change_on_ones_own_minister_has_no_events_with_oneself(place):
    held = minister("luz", "2019-01-01", "person/ana-luz")
    parts = {"on": "person/ana-luz", "issue": "recognition"}
    readings = [said("one", "2019-02-01", "for", **parts), said("two", "2021-08-05", "against", **parts)]
    (found,) = ask(place, [held, *readings])
    assert (found.about, found.events) == (("person/ana-luz",), ())


def test_only_of_one_holder_on_one_object_since_a_day_on_a_day(place):
    other = said("four", "2021-08-05", "against", holder="VEN", on="PER", issue="trade")
    readings = [said("one", "2019-02-01", "for"), said("two", "2021-08-05", "against"), other]
    assert len(ask(place, readings, "Peru", "Venezuela", since="2020")) == 1
    assert ask(place, readings, "VEN") == ()
    assert ask(place, readings, "PER", "trade") == ()
    assert ask(place, readings, since="2022") == ()
    assert ask(place, readings, on="2018-01-01") == ()
    assert len(ask(place, readings, on="2020-01-01")) == 1


@pytest.mark.parametrize(
    ("asked", "message"), [({"since": "soon"}, "found the date 'soon'"), ({"holder": "Nobody"}, "Nobody")]
)
def test_what_cannot_be_understood_is_refused(place, asked, message):
    with place.open() as record, pytest.raises(UsageError, match=message):
        changes(record, **asked)


def test_two_outlets_at_one_time_contradict_each_other(place):
    record = place.open()
    for reading in (said("one", "2019-02-01", "for"), said("two", "2019-02-03", "against", outlet="Gestión")):
        record.add(reading, VERSION)
    record.add(said("three", "2019-02-04", "against"), VERSION)
    found = contradictions(record)
    assert [(each.holder, sorted(one.side for one in each.says)) for each in found] == [("PER", ["against", "for"])]
    assert {one.outlet for one in found[0].says} == {"Andina", "Gestión"}
    assert contradictions(record, on="2020-01-01") == ()
    record.close()


TOLD = "Peru has withdrawn its protest against the harbour."


def denial(words, polarity="asserted"):
    text = f"Ana Luz spoke: {words}"
    spoken = replace(utterance(text, "person/ana-luz", "spoke", words), polarity=polarity)
    return printed(text, "two", "2019-04-01", outlet="Gestión", utterances=(spoken,))


@pytest.mark.parametrize(
    ("words", "polarity", "contradicts"),
    [
        ("The protest against the harbour was never withdrawn.", "asserted", True),
        ("Peru had withdrawn its protest against the harbour.", "denied", True),
        ("Peru had withdrawn its protest against the harbour.", "asserted", False),
        ("The ships were never withdrawn.", "asserted", False),
    ],
)
def test_what_a_holder_denies_stands_beside_what_others_tell_of_him(place, words, polarity, contradicts):
    told = change(TOLD, "Peru has withdrawn its protest against the harbour", kind="attributed", by=None)
    with place.open() as record:
        record.add(printed(TOLD, "one", "2019-02-01", outlet="Andina", changes=(told,)), VERSION)
        record.add(denial(words, polarity), VERSION)
        found = contradictions(record, "PER")
    sides = [[(each.side, each.outlet) for each in one.says] for one in found if one.about == "denial"]
    assert sides == ([[("told", "Andina"), ("denied", "Gestión")]] if contradicts else [])


def test_the_table_has_a_row_for_each(place, tmp_path):
    found = ask(place, [said("one", "2019-02-01", "for"), said("two", "2021-08-05", "against")])
    with (tmp_path / "table.csv").open("w") as stream:
        write(CHANGES, found, stream)
    lines = (tmp_path / "table.csv").read_text().splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("holder,name,object")
    assert lines[1].startswith("PER,Peru,")


DRAWN = st.lists(
    st.tuples(
        st.sampled_from(["for", "against", "mixed", "neutral"]),
        st.sampled_from(["2019-02-01", "2019-02-03", "2020-06-01", "2021-08-05"]),
        st.sampled_from(["Andina", "Gestión"]),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=5,
)


def drawn_readings(drawn):
    return [
        said(f"article-{n}", published, polarity, outlet=outlet, strength=strength)
        for n, (polarity, published, outlet, strength) in enumerate(drawn)
    ]


def known(store, readings, gone=None):
    with store.record() as record:
        for each in readings:
            record.add(each, VERSION)
        if gone:
            retract(record, gone, why="a test", by="Eva")
        return changes(record), contradictions(record)


@settings(max_examples=15, deadline=None)
@given(drawn=DRAWN, data=st.data())
def test_order_and_reading_twice_change_nothing(store, drawn, data):
    readings = drawn_readings(drawn)
    again = [*data.draw(st.permutations(readings)), data.draw(st.sampled_from(readings))]
    assert known(store, again) == known(store, readings)


@settings(max_examples=15, deadline=None)
@given(drawn=DRAWN, data=st.data())
def test_a_retracted_article_leaves_what_a_record_without_it_shows(store, drawn, data):
    readings = drawn_readings(drawn)
    gone = data.draw(st.sampled_from(readings))["article"]["id"]
    without = [each for each in readings if each["article"]["id"] != gone]
    assert known(store, readings, gone) == known(store, without)


@settings(max_examples=15, deadline=None)
@given(drawn=DRAWN)
def test_every_change_has_an_old_and_a_new_side_in_that_order(store, drawn):
    found, _ = known(store, drawn_readings(drawn))
    for each in found:
        assert each.before
        assert each.after
        assert each.reason
        assert len(set(each.articles)) == 2
