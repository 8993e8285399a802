"""Coverage: what was read, counted right, so that silence is not taken for peace."""

from collections import Counter

import pytest
from handmade import ACTORS, NEWER, VERSION, printed
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.positions import Coverage, coverage, retract

TEXT = "Ana Luz of Peru spoke of Venezuela."
SIDES = {"PER": {"PER", "person/ana-luz", "person/ben-sol"}, "VEN": {"VEN"}}
DAYS = st.sampled_from([None, "2020-12-31", "2021-01-01", "2021-01-31", "2021-02-01"])
ARTICLES = st.lists(
    st.tuples(DAYS, st.sampled_from([None, "Wire", "Desk"]), st.sets(st.sampled_from(ACTORS))), min_size=1, max_size=8
)


def add(record, articles):
    for n, (day, outlet, actors) in enumerate(articles):
        shown = tuple(sorted(actors, key=lambda each: each.id))
        record.add(printed(TEXT, f"article-{n}", day, outlet=outlet, actors=shown), VERSION)


def counted(articles, length):
    """Count slowly: article by article, who is in it."""
    read, either, both = Counter(), Counter(), Counter()
    for day, outlet, actors in articles:
        key = (day[:length] if day else "undated", outlet)
        sides = [bool(ids & {actor.id for actor in actors}) for ids in SIDES.values()]
        read[key] += 1
        either[key] += any(sides)
        both[key] += all(sides)
    return {Coverage(*key, read[key], either[key], both[key]) for key in read}


@settings(max_examples=12, deadline=None)
@given(ARTICLES, st.sampled_from([("day", 10), ("month", 7), ("year", 4)]))
def test_it_is_what_counting_article_by_article_gives(store, articles, by):
    name, length = by
    with store.record() as record:
        add(record, articles)
        found = coverage(record, ["PER", "VEN"], name)
        assert set(found) == counted(articles, length)
        assert len(found) == len(set(found))
        if len(articles) > 1:
            retract(record, "article-0", why="a forgery", by="Eva")
            assert set(coverage(record, ["PER", "VEN"], name)) == counted(articles[1:], length)


def test_of_one_side_either_and_both_are_the_same(record):
    add(record, [("2021-01-01", "Wire", {ACTORS[0]}), ("2021-01-02", "Wire", {ACTORS[1]})])
    assert coverage(record, ["PER"]) == (Coverage("2021-01", "Wire", 2, 1, 1),)


def test_an_article_that_was_read_anew_counts_once(record):
    for version in (VERSION, NEWER):
        record.add(printed(TEXT, "one", "2021-01-01"), version)
    record.add(printed(TEXT + " Again.", "one", "2021-01-01"), VERSION)
    assert [(each.articles, each.both) for each in coverage(record, ["PER", "VEN"])] == [(1, 1)]


def test_another_period_is_refused(record):
    with pytest.raises(UsageError, match="found the period 'week'; expected one of day, month, year"):
        coverage(record, ["PER"], "week")
