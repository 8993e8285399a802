"""Relations: events once with their published scores, silence apart from peace, and changes where they are."""

from dataclasses import replace

import pytest
from eventmade import event, story
from handmade import ACTORS, VERSION, printed, stance
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.positions import Deed, relations, retract
from detente.positions.relation_breaks import breaks
from detente.positions.relation_periods import following, stretches

TEXT = "Peru praised Venezuela. Venezuela praised Peru. Nobody backs the sanctions."
SCORES = {"SANCTION": -6.0, "ACCUSE": -3.0, "CONSULT": 2.5, "SUPPORT": 5.0}


def told(name, published, *events, stances=(), **more):
    return story(TEXT, name, published, events=events, stances=stances, **more)


def back(kind="SUPPORT", date=None):
    sides = {"actors": ("VEN",), "recipients": ("PER",)}
    return event(TEXT, "Venezuela praised Peru", kind, number=2, date=date, **sides)


def filled(record, *readings):
    for each in readings:
        record.add(each, VERSION)
    return record


def states(found):
    return {each.period: each.state for each in found.periods}


def test_what_was_not_read_is_no_coverage_and_never_zero(record):
    filled(
        record,
        told("one", "2021-01-05", event(TEXT, "Peru praised", date="2021-01-03")),
        printed("Peru was mentioned.", "two", "2021-03-05", actors=ACTORS[:1]),
        told("three", "2021-05-05", back(date="2021-05-01")),
    )
    found = relations(record, "Peru", "Venezuela")
    assert states(found) == {
        "2021-01": "told",
        "2021-02": "no coverage",
        "2021-03": "nothing told",
        "2021-04": "no coverage",
        "2021-05": "told",
    }
    assert [each.score for each in found.periods] == [5.0, None, None, None, 5.0]
    assert [(each.either, each.both) for each in found.periods] == [(1, 1), (0, 0), (1, 0), (0, 0), (1, 1)]


def test_who_acts_is_kept_apart(record):
    events = (event(TEXT, "Peru praised", "SANCTION", date="2021-01-03"), back("SUPPORT", "2021-01-04"))
    (found,) = relations(filled(record, told("one", "2021-01-05", *events)), "PER", "VEN").periods
    assert (found.by_one, found.score_by_one, found.by_other, found.score_by_other, found.together) == (1, -6, 1, 5, 0)
    assert (found.q1, found.q4, found.score) == (1, 1, -0.5)
    (turned,) = relations(record, "VEN", "PER").periods
    assert (turned.by_one, turned.score_by_one) == (1, 5)


def test_one_event_in_two_articles_counts_once(record):
    one = event(TEXT, "Peru praised", date="2021-01-03")
    (found,) = relations(
        filled(record, told("one", "2021-01-05", one), told("two", "2021-01-06", one)), "PER", "VEN"
    ).periods
    assert (found.events, found.deeds[0].texts, found.articles) == (1, 1, 2)


def test_what_has_not_happened_counts_not(record):
    wished = event(TEXT, "Peru praised", status="hypothetical", date="2021-01-03")
    denied = replace(back(date="2021-01-03"), negated=True)
    (found,) = relations(filled(record, told("one", "2021-01-05", wished, denied)), "PER", "VEN").periods
    assert (found.state, found.events, found.score) == ("nothing told", 0, None)


def test_an_event_without_a_day_is_put_by_its_report_where_that_is_sure(record):
    undated = event(TEXT, "Peru praised")
    filled(record, told("one", "2021-01-20", undated), told("two", "2021-03-03", replace(undated, mode=None)))
    found = relations(record, "PER", "VEN")
    assert [(each.period, each.events, each.placed) for each in found.periods if each.events] == [("2021-01", 1, 1)]
    assert (found.undated.events, found.undated.period) == (1, "undated")


@pytest.mark.parametrize(
    ("issue", "polarity", "on", "side"),
    [
        ("sanctions", "for", "VEN", "against"),
        ("blockade", "against", "VEN", "for"),
        ("bilateral_relations", "against", "VEN", "against"),
        ("elections", "for", "VEN", "open"),
        ("sanctions", "mixed", "VEN", "open"),
    ],
)
def test_words_are_for_or_against_by_what_the_issue_means(record, issue, polarity, on, side):
    said = stance(TEXT, "the sanctions", polarity, issue=issue, on=on, basis="stated")
    (found,) = relations(filled(record, told("one", "2021-01-20", stances=(said,))), "PER", "VEN").periods
    assert [(word.by, word.side) for word in found.words] == [("one", side)]
    assert (found.one_for, found.one_against, found.one_open) == tuple(
        side == each for each in ("for", "against", "open")
    )


def test_what_is_asked_wrong_is_refused(record):
    filled(record, told("one", "2021-01-05"))
    for wrong, said in ((("PER", "Peru"), "twice"), (("PER", "Atlantis"), "does not know")):
        with pytest.raises(UsageError, match=said):
            relations(record, *wrong)
    with pytest.raises(UsageError, match="expected one of day, month, year"):
        relations(record, "PER", "VEN", "week")


DRAWN = st.lists(
    st.tuples(
        st.sampled_from([None, "2021-01-20", "2021-02-20", "2021-04-20"]),
        st.sampled_from(["SANCTION", "SUPPORT", "CONSULT"]),
        st.sampled_from([None, "2021-01-03", "2021-02", "2020"]),
        st.booleans(),
        st.sampled_from([None, "Wire", "Desk"]),
    ),
    min_size=2,
    max_size=4,
)


def drawn_story(n, drawn):
    published, kind, date, turned, outlet = drawn
    claim = back(kind, date) if turned else event(TEXT, "Peru praised", kind, date=date)
    said = stance(TEXT, "the sanctions", "for" if turned else "against", basis="stated", number=3)
    return told(f"article-{n}", published, claim, stances=(said,), outlet=outlet)


@settings(max_examples=8, deadline=None)
@given(DRAWN, st.randoms(use_true_random=False), st.sampled_from(["day", "month", "year"]))
def test_the_order_of_reading_changes_nothing_and_what_is_retracted_leaves_nothing(store, drawn, random, by):
    readings = [drawn_story(n, each) for n, each in enumerate(drawn)]
    shuffled = list(readings)
    random.shuffle(shuffled)
    with store.record() as one, store.record() as other, store.record() as without:
        asked = relations(filled(one, *readings), "PER", "VEN", by)
        assert relations(filled(other, *shuffled), "PER", "VEN", by) == asked
        retract(one, "article-0", why="a forgery", by="Eva")
        assert relations(one, "PER", "VEN", by) == relations(filled(without, *readings[1:]), "PER", "VEN", by)


def done(day, kind):
    return Deed(
        by="one",
        type=kind,
        mode=None,
        quad=4 if SCORES[kind] < -3 else 3 if SCORES[kind] < 0 else 1,
        score=SCORES[kind],
        first=day,
        last=day,
        dated=True,
        texts=1,
        quote="",
        outlet=None,
        article="one",
        claim="events/1",
        retracted=None,
    )


def months(first, *kinds):
    """Events in months that follow each other; a blank is a month without any."""
    found, month = [], first
    for several in kinds:
        found += [done(f"{month}-05", kind) for kind in several.split()]
        month = following(month, "month")
    return found


def sought(deeds):
    return breaks(stretches(deeds, (), (), "month"))


def test_a_known_change_is_found_at_its_place():
    bad, good = ("SANCTION", "ACCUSE SANCTION", "SANCTION"), ("SUPPORT", "CONSULT", "SUPPORT SUPPORT")
    (found,) = sought(months("2020-01", *bad, *bad, *good, *good))
    assert (found.when, found.events_before, found.events_after) == ("2020-06/2020-07", 8, 8)
    assert (found.before, found.after) == (-5.25, 4.375)
    assert found.saves > 1


def test_two_changes_are_two():
    bad, good = ("SANCTION",) * 6, ("SUPPORT",) * 6
    found = sought(months("2020-01", *bad, *good, *bad))
    assert [each.when for each in found] == ["2020-06/2020-07", "2020-12/2021-01"]


@pytest.mark.parametrize(
    "kinds",
    [
        (),
        ("SANCTION",),
        ("SANCTION", "SUPPORT"),
        ("SANCTION",) * 3 + ("SUPPORT",) * 4,
        ("SANCTION",) * 12,
        ("SANCTION", "ACCUSE") * 8,
        ("SANCTION", "SUPPORT") * 8,
    ],
)
def test_where_nothing_changes_or_little_is_known_none_is_found(kinds):
    assert sought(months("2020-01", *kinds)) == ()


@given(st.lists(st.integers(0, 3), min_size=10, max_size=10))
def test_months_without_events_are_no_score_and_move_no_change(silent):
    kinds = ["SANCTION"] * 5 + ["SUPPORT"] * 5
    spread = [each for kind, many in zip(kinds, silent, strict=True) for each in (kind, *[""] * many)]
    (found,) = sought(months("2020-01", *spread))
    assert (found.before, found.after, found.events_before, found.events_after) == (-6.0, 5.0, 5, 5)
