"""A page of a timeline is the end of the whole, and what is counted is what a slow look through all articles counts."""

import datetime as dt

from handmade import ACTORS, VERSION, printed, stance, tenure
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.positions import identified, position, timeline
from detente.positions.naming import Directory

WORDS = ("the sanctions", "the blockade", "a summit", "the talks on the river", "sanctions")
TEXT = f"Foreign Minister Ana Luz spoke of {', '.join(WORDS)}."
DAY = st.integers(0, 900).map(lambda n: f"{2019 + n // 336}-{n % 336 // 28 + 1:02}-{n % 28 + 1:02}")
STANCE = st.tuples(
    st.sampled_from(WORDS),
    st.sampled_from(["for", "against", "neutral"]),
    st.sampled_from(["sanctions", "dialogue", "recognition"]),
    st.sampled_from(["current", "former"]),
    st.sampled_from(["PER", "person/ana-luz", "person/rio"]),
    st.integers(1, 3),
)
ARTICLE = st.tuples(st.none() | DAY, st.lists(STANCE, max_size=4), st.booleans(), st.sets(st.sampled_from(ACTORS)))


def made(number, article):
    published, stances, held, mentioned = article
    found = tuple(
        stance(TEXT, words, side, issue=issue, status=status, holder=holder, strength=strength, number=n)
        for n, (words, side, issue, status, holder, strength) in enumerate(stances, 1)
    )
    tenures = (tenure(TEXT, "Foreign Minister", "person/ana-luz"),) if held else ()
    known = ACTORS if stances or held else tuple(each for each in ACTORS if each in mentioned)
    return printed(TEXT, f"article-{number}", published, stances=found, tenures=tenures, actors=known)


@settings(max_examples=40, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=8), st.integers(1, 6), st.none() | DAY)
def test_a_page_of_a_timeline_is_the_end_of_the_whole(store, articles, limit, on):
    with store.record() as record:
        record.add_all([made(n, each) for n, each in enumerate(articles)], VERSION)
        whole, page = timeline(record, "PER", "VEN", on), timeline(record, "PER", "VEN", on, limit=limit)
    assert page.spells == whole.spells[-limit:]
    assert page.changes == whole.changes[-limit:]
    assert (page.all_spells, page.all_changes) == (len(whole.spells), len(whole.changes))
    assert (page.coverage, page.silence) == (whole.coverage, whole.silence)


def slowly(record, since, until):
    """Every article looked at, whether it mentions both, or those who speak for them."""
    seen = identified(record)
    directory = Directory.of(seen)
    sides = [directory.with_envoys(each) for each in ("PER", "VEN")]
    days = {}
    for unit in record.article_actors():
        id_ = seen.identities.of_unit(unit)
        for n, side in enumerate(sides):
            if id_ in side:
                days.setdefault(unit.article, (unit.published, set()))[1].add(n)
    both = [day for day, mentioned in days.values() if len(mentioned) == len(sides)]
    kept = [day for day in both if (not since or (day and day >= since)) and (not until or not day or day <= until)]
    known = sorted(filter(None, kept))
    return len(kept), known[0] if known else None, known[-1] if known else None


@settings(max_examples=40, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=8), DAY)
def test_coverage_counts_the_articles_that_a_slow_look_finds(store, articles, on):
    with store.record() as record:
        record.add_all([made(n, each) for n, each in enumerate(articles)], VERSION)
        year_before = (dt.date.fromisoformat(on) - dt.timedelta(days=366)).isoformat()
        asked = (
            (timeline(record, "PER", "VEN").coverage, None, None),
            (timeline(record, "PER", "VEN", on).coverage, None, on),
            (position(record, "PER", "VEN", on).coverage, year_before, on),
        )
        for found, since, until in asked:
            assert (found.articles, found.first, found.last) == slowly(record, since, until)
