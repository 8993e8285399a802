"""Dyads: events once, reports apart, and no date that nobody told."""

from dataclasses import astuple

import pytest
from eventmade import event, story
from handmade import VERSION
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.positions import dyads, events_of
from detente.record import Reading, Versioned

TEXT = "Peru praised Venezuela."
MEETING = "event_frames_consult/meet"


def told(name="one", published="2021-08-05", kind="SUPPORT", **more):
    claim = event(TEXT, "praised", kind, **more)
    return list(events_of(Versioned(Reading(story(TEXT, name, published, events=(claim,))), VERSION)))


def counted(found, by="year", **more):
    return [(d.iso1, d.iso2, d.period, d.q1, d.q4, d.events, d.reports, d.score) for d in dyads(found, by, **more)]


def test_one_event_in_two_articles_counts_once_and_has_two_reports():
    found = [*told("one", date="2021-08-02"), *told("two", date="2021-08-02")]
    assert counted(found) == [("PER", "VEN", "2021", 1, 0, 1, 2, 5.0)]


def test_without_a_whole_day_every_report_is_an_event():
    assert counted([*told("one", date="2021-08"), *told("two", date="2021-08")]) == [
        ("PER", "VEN", "2021", 2, 0, 2, 2, 5.0)
    ]


def test_another_view_of_what_is_one_event_can_be_plugged_in():
    found = [*told("one"), *told("two", date="2021-08-02"), *told("two", kind="SANCTION", date="2020")]
    assert counted(found, grouping=lambda each: each.quad) == [
        ("PER", "VEN", "2020", 0, 1, 1, 1, -6.0),
        ("PER", "VEN", "2021", 1, 0, 1, 2, 5.0),
    ]


def test_every_pair_of_several_sides_but_none_of_one_side_with_itself():
    found = told(actors=("PER", "CHL", "group/okafor"), recipients=("VEN", "PER"), date="2021-08-02")
    assert [row[:2] for row in counted(found)] == [("CHL", "PER"), ("CHL", "VEN"), ("PER", "VEN")]


def test_only_what_is_done_to_each_other_goes_both_ways():
    parties = {"actors": ("PER", "VEN"), "recipients": (), "date": "2021-08-02"}
    assert [row[:2] for row in counted(told(kind="CONSULT", why=MEETING, **parties))] == [
        ("PER", "VEN"),
        ("VEN", "PER"),
    ]
    assert counted(told(kind="THREATEN", **parties)) == []


def test_undirected_pairs_count_what_goes_both_ways_once():
    found = told(kind="CONSULT", why=MEETING, actors=("VEN", "PER"), recipients=(), date="2021-08-02")
    back = told("two", kind="SANCTION", actors=("VEN",), recipients=("PER",), date="2021-08-03")
    assert counted([*found, *back], undirected=True) == [("PER", "VEN", "2021", 1, 1, 2, 2, -1.75)]


@pytest.mark.parametrize(
    ("date", "by", "undated", "period"),
    [
        ("2020-12-31", "day", "row", "2020-12-31"),
        ("2020-12-31", "month", "row", "2020-12"),
        ("2020-12", "day", "row", "undated"),
        ("2020-12", "year", "row", "2020"),
        ("2020-11-01/2020-12-03", "year", "row", "2020"),
        ("2020-12-01/2021-01-03", "year", "row", "undated"),
        ("../2021-08-01", "year", "row", "undated"),
        (None, "year", "row", "undated"),
        (None, "year", "publication", "2021"),
        (None, "day", "publication", "2021-08-05"),
        ("../2021-08-01", "year", "publication", "2021"),
        ("2019/2020", "year", "publication", "undated"),
        ("2021", "month", "publication", "2021-08"),
        (None, "year", "drop", None),
        ("2021", "month", "drop", None),
    ],
)
def test_the_period_is_that_of_the_event(date, by, undated, period):
    assert [row[2] for row in counted(told(date=date), by, undated=undated)] == ([period] if period else [])


def test_an_article_without_a_day_leaves_its_events_undated():
    assert counted(told(published=None), undated="publication")[0][2] == "undated"


def test_articles_are_those_published_in_the_period_and_scores_go_by_quad():
    read = {"2021-08-05": 2, "2021-09-01": 3, "2020-01-01": 4, None: 7}
    found = [*told(date="2021-08-02"), *told(kind="CONSULT", date="2021-08-03"), *told(kind="ASSAULT")]
    dated, undated = dyads(found, "month", read)
    assert astuple(dated) == ("135", "101", "PER", "VEN", "2021-08", 2, 0, 0, 0, 2, 2, 3.75, None, None, None, 3.75, 2)
    assert (undated.period, undated.articles, undated.score_q4) == ("undated", 7, -9.0)


@pytest.mark.parametrize(("by", "undated", "said"), [("week", "row", "'week'; expected"), ("day", "guess", "'guess'")])
def test_unknown_periods_and_treatments_are_refused(by, undated, said):
    with pytest.raises(UsageError, match=said):
        dyads([], by, undated=undated)


REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["one", "two", "three"]),
        st.sampled_from([("SUPPORT", None), ("CONSULT", None), ("CONSULT", "visit"), ("CONSULT", "phone")]),
        st.sampled_from([None, "2020", "2021-08-02", "2021-08-03"]),
        st.sampled_from([("PER",), ("CHL",), ("PER", "XKX")]),
    ),
    max_size=8,
)


@given(drawn=REPORTS, data=st.data())
def test_the_order_of_reports_does_not_matter_and_no_event_is_lost(drawn, data):
    found = [
        each
        for name, (kind, mode), date, who in drawn
        for each in told(name, kind=kind, mode=mode, date=date, actors=who)
    ]
    rows = dyads(found, "year", {})
    assert rows == dyads(data.draw(st.permutations(found)), "year", {})
    assert all(row.events == row.q1 + row.q2 + row.q3 + row.q4 <= row.reports for row in rows)
