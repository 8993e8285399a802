from itertools import permutations

import pytest
from handmade import VERSION, change, commitment, printed, recognition, sanction, stance, tenure, utterance
from hypothesis import given, settings
from hypothesis import strategies as st
from stores import Place

from detente.errors import UsageError
from detente.positions import timeline

EARLY = "Ana Luz said Peru supports sanctions. Peru recognises Carla Río."
LATE = "Ben Sol announced a change. Peru had supported sanctions, he said. Now Peru rejects sanctions."
AGAIN = "Peru still rejects sanctions, the ministry repeated. Ben Sol had announced a change."


def early():
    said = utterance(EARLY, "person/ana-luz", "said", "Peru supports sanctions", "2019-01-23")
    return printed(
        EARLY,
        "early",
        "2019-01-30",
        outlet="Andina",
        utterances=(said,),
        stances=(stance(EARLY, "supports sanctions", "for", through="person/ana-luz", asserted_by="utterances/1"),),
        recognitions=(
            recognition(EARLY, "Peru recognises Carla Río", "person/rio", recognised=True, since="2019-01-23"),
        ),
        tenures=(tenure(EARLY, "Carla Río", "person/rio", office="president", polity="VEN", status="contested"),),
    )


def late():
    return printed(
        LATE,
        "late",
        "2021-08-05",
        outlet="Gestión",
        stances=(
            stance(LATE, "had supported sanctions", "for", status="former"),
            stance(LATE, "rejects sanctions", "against", through="person/ben-sol", since="2021-08-02", number=2),
        ),
        changes=(change(LATE, "announced a change", announced_on="2021-08-02", by="person/ben-sol"),),
    )


def again():
    return printed(
        AGAIN,
        "again",
        "2021-10-19",
        outlet="Andina",
        stances=(stance(AGAIN, "still rejects sanctions", "against"),),
        changes=(change(AGAIN, "announced a change", announced_on="2021-08-02", by="person/ben-sol"),),
    )


def recorded(place, readings):
    record = place.open()
    for reading in readings:
        record.add(reading, VERSION)
    return record


def ask(place, readings, holder="PER", about="VEN"):
    record = recorded(place, readings)
    found = timeline(record, holder, about)
    record.close()
    return found


def spells(found, issue="sanctions"):
    return [(spell.polarity, spell.since, spell.until) for spell in found.spells if spell.issue == issue]


def test_spells_are_bounded_by_what_was_said_before_and_after(place):
    found = ask(place, [early(), late(), again()])
    assert spells(found) == [("for", "../2019-01-23", "2021-08-02"), ("against", "2021-08-02", None)]
    assert spells(found, "recognition") == [("for", "2019-01-23", None)]


def test_without_a_date_the_day_of_report_bounds_the_spell_but_is_not_its_date(place):
    text = "Peru rejects sanctions."
    found = ask(
        place, [early(), printed(text, "x", "2020-05-01", stances=(stance(text, "rejects sanctions", "against"),))]
    )
    assert spells(found) == [
        ("for", "../2019-01-23", "2019-01-23/2020-05-01"),
        ("against", "2019-01-23/2020-05-01", None),
    ]
    statement = found.spells[-1].statements[0]
    assert (statement.said, statement.since, statement.reported) == (None, None, "2020-05-01")


def test_what_is_told_of_the_past_precedes_what_it_led_to(place):
    found = ask(place, [late()])
    assert spells(found) == [("for", None, "2021-08-02"), ("against", "2021-08-02", None)]
    assert [spell.former for spell in found.spells] == [True, False]


def test_changes_announced_and_inferred(place):
    found = ask(place, [early(), late(), again()])
    told = [(turn.kind, turn.when, turn.by, turn.outlets) for turn in found.changes]
    assert told == [
        ("announced", "2021-08-02", "Ben Sol", ("Andina", "Gestión")),
        ("inferred", "2021-08-02", "Ben Sol", ("Gestión",)),
    ]
    assert (found.changes[1].before, found.changes[1].after) == ("had supported sanctions", "rejects sanctions")


def test_the_position_belongs_to_the_state_whoever_speaks_for_it(place):
    found = ask(place, [early(), late()])
    assert [spell.statements[-1].through for spell in found.spells if spell.issue == "sanctions"][-1] == "Ben Sol"
    mine = stance(LATE, "rejects sanctions", "against", holder="person/ben-sol")
    assert spells(ask(place, [printed(LATE, "envoy", "2021-08-05", stances=(mine,))]))


def envoys_article(name, published):
    text = "Carla Río rejects sanctions against Venezuela."
    mine = stance(text, "rejects sanctions", "against", holder="person/rio", capacity="unclear")
    return printed(text, name, published, stances=(mine,))


def in_office(name, published, **fields):
    text = "Foreign Minister Carla Río of Peru spoke."
    return printed(text, name, published, tenures=(tenure(text, "Foreign Minister", "person/rio", **fields),))


@pytest.mark.parametrize(
    ("others", "speaks"),
    [
        ([], False),
        ([in_office("before", "2021-07-30")], True),
        ([in_office("after", "2021-09-30")], True),
        ([in_office("before", "2021-07-30"), in_office("gone", "2021-08-04", status="former")], False),
        ([in_office("gone", "2021-09-30", status="former")], False),
        ([in_office("other", "2021-07-30", polity="CHL")], False),
        ([in_office("mayor", "2021-07-30", office="mayor")], False),
    ],
)
def test_another_article_may_tell_that_she_spoke_for_the_state(place, others, speaks):
    found = ask(place, [envoys_article("mine", "2021-08-05"), *others])
    assert [spell.statements[0].through for spell in found.spells] == (["Carla Río"] if speaks else [])


def test_what_a_person_thinks_himself_is_not_his_states_position(place):
    mine = stance(LATE, "rejects sanctions", "against", holder="person/ben-sol", capacity="personal")
    readings = [printed(LATE, "late", "2021-08-05", stances=(mine,))]
    assert ask(place, readings).spells == ()
    assert spells(ask(place, readings, "Ben Sol"))


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("further sanctions on Venezuela", 1),
        ("a sanction that hurts people", 1),
        ("an exemption from them for Venezuela", 0),
    ],
)
def test_only_what_is_said_of_the_same_thing_is_a_change(place, words, changes):
    text = f"Peru wants sanctions on Venezuela. Peru opposes {words}."
    one = printed(text, "one", "2020-01-01", stances=(stance(text, "sanctions on Venezuela", "for"),))
    two = printed(text, "two", "2021-01-01", stances=(stance(text, words, "against"),))
    found = ask(place, [one, two])
    assert len(found.spells) == 2
    assert len(found.changes) == changes


def test_sanctions_and_recognitions_show_a_position_by_deed(place):
    text = "Peru lifted its sanctions. Peru no longer recognises Río."
    lifted = printed(
        text,
        "lifted",
        "2022-01-01",
        sanctions=(sanction(text, "lifted its sanctions", "lifted"),),
        recognitions=(recognition(text, "no longer recognises Río", "person/rio", recognised=False),),
    )
    found = ask(place, [early(), lifted])
    assert [polarity for polarity, *_ in spells(found)] == ["for", "against"]
    assert [(turn.issue, turn.polarity) for turn in found.changes] == [
        ("recognition", ("for", "against")),
        ("sanctions", ("for", "against")),
    ]


@pytest.mark.parametrize(
    ("holder", "about", "number"),
    [
        ("Peru", "Venezuela", 3),
        ("PER", "sanctions on Venezuela", 2),
        ("PER", "sanctions", 2),
        ("PER", "recognition", 1),
        ("PER", "Carla Río", 1),
        ("per", "rio", 1),
        ("VEN", "PER", 0),
        ("PER", "whales", 0),
        ("Atlantis", "VEN", 0),
    ],
)
def test_whom_and_what_a_question_means(place, holder, about, number):
    assert len(ask(place, [early(), late(), again()], holder, about).spells) == number


def test_a_name_that_may_mean_several_is_refused(place):
    text = "Ana Luz and Ana Paz rejected sanctions."
    two = printed(text, "two")
    two["actors"].append({**two["actors"][2], "id": "person/ana-paz", "name": "Ana Paz"})
    with pytest.raises(UsageError, match="may be person/ana-luz, person/ana-paz"):
        ask(place, [two], "Ana")


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_reading_does_not_matter(place, order):
    articles = [early(), late(), again()]
    assert ask(place, [articles[n] for n in order]) == ask(place / "other", articles)


STANCES = st.lists(
    st.tuples(
        st.sampled_from(["for", "against", "mixed"]),
        st.sampled_from(["current", "former", "promised"]),
        st.sampled_from([None, "2019", "2020-03", "2021-08-02", "../2020-01-01", "2018-01-01/.."]),
        st.sampled_from([None, "2019-06-01", "2020-03-15", "2021-08-05"]),
        st.sampled_from(["sanctions", "recognition"]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(drawn=STANCES, data=st.data())
def test_any_order_gives_the_same_well_formed_spells(store, tmp_path_factory, drawn, data):
    text = "Peru takes a stand."
    readings = [
        printed(
            text,
            f"article-{n}",
            published,
            stances=(stance(text, "takes a stand", polarity, issue=issue, status=status, since=since),),
        )
        for n, (polarity, status, since, published, issue) in enumerate(drawn)
    ]
    place = Place(store, tmp_path_factory.mktemp("places"))
    found = ask(place / "one", readings)
    assert found == ask(place / "two", data.draw(st.permutations(readings)))
    assert sum(len(spell.statements) for spell in found.spells) == len(drawn)
    assert all(len({each.polarity for each in spell.statements}) == 1 for spell in found.spells)
    place.leave()


def pledged(name, published, words, issue="diplomatic_ties"):
    text = f"Peru and Venezuela {words}."
    claim = commitment(text, words, issue=issue, to=("VEN",))
    return printed(text, name, published, commitments=(claim,))


def broken_off():
    text = "Peru withdrew its ambassador from Venezuela."
    deed = stance(text, "withdrew its ambassador", "against", issue="diplomatic_ties", basis="implied", since="2017-03")
    return printed(text, "broken-off", "2017-04-01", stances=(deed,))


def test_a_pledge_of_relations_after_a_break_is_a_change(place):
    found = ask(place, [broken_off(), pledged("pledge", "2021-10-19", "will again send ambassadors")])
    assert [(spell.polarity, spell.implied) for spell in found.spells] == [("against", True), ("for", False)]
    assert [(turn.kind, turn.polarity) for turn in found.changes] == [("inferred", ("against", "for"))]
    assert found.changes[0].after == "will again send ambassadors"


def test_relations_past_a_claimant_once_recognised_are_a_change(place):
    readings = [broken_off(), early(), pledged("pledge", "2021-10-19", "will again send ambassadors")]
    objects = [turn.object for turn in ask(place, readings).changes]
    assert "from recognition of Carla Río to diplomatic ties and embassies: Venezuela" in objects
    assert ask(place / "unbroken", readings[1:]).changes == ()


@pytest.mark.parametrize(
    ("words", "polarity"),
    [("will send ambassadors", "for"), ("will have no relations", "against"), ("will withdraw ambassadors", "against")],
)
def test_what_a_pledge_of_relations_shows(place, words, polarity):
    assert [spell.polarity for spell in ask(place, [pledged("one", "2021-10-19", words)]).spells] == [polarity]


def test_other_pledges_are_no_position(place):
    assert ask(place, [pledged("one", "2021-10-19", "will send vaccines", issue="vaccines")]).spells == ()


@pytest.mark.parametrize(
    ("before", "after", "issue", "changes"),
    [
        ("pressure on Venezuela", "sanctions against Venezuela", "sanctions", 1),
        ("the offensive in Venezuela", "the attack on Venezuela", "war", 0),
    ],
)
def test_words_of_an_issue_that_is_one_thing_are_compared(place, before, after, issue, changes):
    text = f"Peru wants {before}. Peru opposes {after}."
    one = printed(text, "one", "2020-01-01", stances=(stance(text, before, "for", issue=issue),))
    two = printed(text, "two", "2021-01-01", stances=(stance(text, after, "against", issue=issue),))
    assert len(ask(place, [one, two]).changes) == changes


def test_small_differences_of_wording_are_one_spell(place):
    text = "Peru rejects sanctions on Venezuela. Peru opposes coercion of any kind."
    one = printed(text, "one", "2020-01-01", stances=(stance(text, "sanctions on Venezuela", "against"),))
    two = printed(text, "two", "2021-01-01", stances=(stance(text, "coercion of any kind", "against"),))
    found = ask(place, [one, two])
    assert spells(found) == [("against", "../2020-01-01", None)]
    assert found.changes == ()
