"""Every predicate of every event frame is proved: an example of its own frame is coded by it, as the frame says.

``pytest tests/lexicon/test_predicates.py -s -k counted`` prints their number.
"""

from collections import Counter
from functools import cache

import pytest

from detente.articles import Article
from detente.claims import coded_events
from detente.documents import annotate
from detente.lexicon import Frame, event_frames, event_types
from detente.settings import Settings

FRAMES = event_frames("en")
LEAST = 2000


@cache
def coded(sentence: str) -> frozenset[tuple[str, str, str | None]]:
    """Give frame, predicate and mode of every event in a sentence."""
    article = Article(id="example", source="example", text=sentence, published="2021-08-05")
    document = annotate(article, Settings(learned=False))
    return frozenset(
        (each.match.frame.why, each.match.phrase.text, event.mode) for each, event in coded_events(document)
    )


def predicates(frame: Frame) -> tuple[str, ...]:
    return (*frame.verbs, *frame.nouns, *frame.adjectives)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.why)
def test_every_predicate_is_coded_as_it_says(frame):
    found = [each for sentence in frame.examples.yes for each in coded(sentence)]
    proved = {words for why, words, mode in found if why == frame.why and (not frame.mode or mode == frame.mode)}
    assert set(predicates(frame)) == proved


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.why)
def test_every_frame_has_a_counterexample_and_a_source(frame):
    assert frame.examples.no
    assert frame.source


def test_predicates_are_counted():
    counted = Counter(frame.type for frame in FRAMES for _ in predicates(frame))
    print(f"{counted.total()} predicates in {len(FRAMES)} frames", dict(counted))  # noqa: T201
    assert counted.keys() == event_types().keys()
    assert counted.total() >= LEAST


def test_few_predicates_share_an_example():
    sentences = {sentence for frame in FRAMES for sentence in frame.examples.yes}
    assert sum(len(predicates(frame)) for frame in FRAMES) / len(sentences) < 2
