"""Going through a whole record."""

from itertools import permutations

import pytest
from eventmade import event, story
from handmade import NEWER, VERSION

from detente.record import streaming

TEXT = "Peru praised Venezuela."
OTHER = "Chile praised Venezuela in 2021."


def told(name, text=TEXT, published="2021-08-05"):
    return story(text, name, published, events=(event(text, "praised Venezuela"),))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_every_article_comes_once_by_its_id_in_its_newest_reading(record, order, monkeypatch):
    monkeypatch.setattr(streaming, "_PORTION", 2)
    for n in order:
        record.add(told("abc"[n]), VERSION)
    record.add(told("b"), NEWER)
    record.add(told("c", OTHER), VERSION)
    found = [(each.reading.article.id, each.reading.text, each.version) for each in record.readings()]
    assert found == [("a", TEXT, VERSION), ("b", TEXT, NEWER), ("c", OTHER, VERSION)]


def test_only_readings_with_a_kind_of_claim(record):
    record.add(told("a"), VERSION)
    record.add(story(TEXT, "b"), VERSION)
    assert [each.reading.article.id for each in record.readings("events")] == ["a"]
    assert [each.reading.article.id for each in record.readings()] == ["a", "b"]
    assert list(record.readings("changes")) == []


def test_articles_are_counted_by_their_day(record):
    for name, day in (("a", "2021-08-05"), ("b", "2021-08-05"), ("c", None)):
        record.add(told(name, published=day), VERSION)
    record.add(told("a"), NEWER)
    assert record.published() == {"2021-08-05": 2, None: 1}
