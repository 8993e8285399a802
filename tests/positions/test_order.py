"""What is known never depends on the order of reading, and nothing stays of an article that was never read."""

from handmade import ACTORS, VERSION, printed, stance, tenure
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.positions import actors, timeline, who

TEXT = "Foreign Minister Ana Luz backs the sanctions."
PEOPLE = [each.id for each in ACTORS if each.type == "person"]
STATUS = st.sampled_from(["current", "former", "acting", "contested"])
DAY = st.integers(0, 900).map(lambda n: f"{2019 + n // 336}-{n % 336 // 28 + 1:02}-{n % 28 + 1:02}")
ARTICLE = st.tuples(
    st.none() | DAY, st.sampled_from(PEOPLE), STATUS, st.none() | DAY, st.sampled_from(["for", "against"])
)


def made(number, article):
    published, person, status, since, polarity = article
    return printed(
        TEXT,
        f"article-{number}",
        published,
        tenures=(tenure(TEXT, "Foreign Minister", person, status=status, since=since),),
        stances=(stance(TEXT, "the sanctions", polarity),),
    )


def known(store, readings, on):
    """Everything that a record that read these, in this order, says."""
    with store.record() as record:
        for each in readings:
            record.add(each, VERSION)
        asked = [who(record, "foreign minister", "PER", day) for day in (None, on)]
        return asked, timeline(record, "PER", "VEN"), actors(record)


@settings(max_examples=25, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=5), st.randoms(use_true_random=False), DAY)
def test_the_order_of_reading_changes_nothing(store, articles, random, on):
    readings = [made(n, each) for n, each in enumerate(articles)]
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert known(store, shuffled, on) == known(store, readings, on)


@settings(max_examples=15, deadline=None)
@given(st.lists(ARTICLE, min_size=2, max_size=4), DAY)
def test_only_what_was_read_supports_an_answer(store, articles, on):
    readings = [made(n, each) for n, each in enumerate(articles)]
    asked, found, _ = known(store, readings[1:], on)
    holders = [holder for answer in asked for holder in (*answer.holders, *answer.before, *answer.after)]
    named = {article for holder in holders for article in holder.articles}
    named |= {statement.article for spell in found.spells for statement in spell.statements}
    assert named <= {each["article"]["id"] for each in readings[1:]}


@settings(max_examples=25, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=5), DAY)
def test_nobody_who_was_surely_out_of_office_is_the_answer(store, articles, on):
    (_, answer), *_ = known(store, [made(n, each) for n, each in enumerate(articles)], on)
    for holder in answer.holders:
        shown = [span for each in holder.evidence for span in each.spans()]
        assert min(span.first for span in shown).isoformat() <= on <= max(span.last for span in shown).isoformat()
