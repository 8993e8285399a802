"""What a record keeps of feeds and folders, on both stores."""

from detente.articles import Validators
from detente.record import Announced

LATER, BEFORE = "2999-01-01T00:00:00.000+00:00", "2001-01-01T00:00:00.000+00:00"


def keys(record, feed):
    return [each.key for each in record.following.waiting(feed)]


def test_what_is_announced_waits_until_it_is_settled(record):
    following = record.following
    feed = following.of("https://example.org/feed")
    assert following.of("https://example.org/feed") == feed
    assert (feed.title, feed.failures, feed.validators) == (None, 0, Validators())
    news = [Announced(name, "1", f"https://example.org/{name}") for name in "ab"]
    assert following.announce(feed, news, title="Desk", validators=Validators("e", "m"), due_at=LATER) == 2
    again = following.of("https://example.org/feed")
    assert (again.title, again.validators, again.due_at) == ("Desk", Validators("e", "m"), LATER)
    assert following.announce(again, news) == 0
    assert following.of("https://example.org/feed").validators == Validators("e", "m")
    assert keys(record, feed) == ["a", "b"]
    first, second = following.waiting(feed)
    following.settle(first, validators=Validators("page", None))
    following.settle(second, "no article")
    assert keys(record, feed) == []


def test_another_mark_makes_an_entry_wait_again_with_what_is_known_of_its_page(record):
    following = record.following
    feed = following.of("/news")
    following.announce(feed, [Announced("a", "1"), Announced("b", "1")])
    for each in following.waiting(feed):
        following.settle(each, validators=Validators("page", None))
    assert following.announce(feed, [Announced("a", "2", content="new"), Announced("b", "")]) == 1
    (entry,) = following.waiting(feed)
    assert (entry.key, entry.content, entry.failures, entry.validators) == ("a", "new", 0, Validators("page", None))


def test_what_changes_while_it_is_read_waits_still(record):
    following = record.following
    feed = following.of("/news")
    following.announce(feed, [Announced("a", "1")])
    (entry,) = following.waiting(feed)
    following.announce(feed, [Announced("a", "2")])
    following.settle(entry)
    assert keys(record, feed) == ["a"]


def test_what_is_postponed_waits_for_its_time(record):
    following = record.following
    feed = following.of("/news")
    following.announce(feed, [Announced("a", "1"), Announced("b", "1")])
    first, second = following.waiting(feed)
    following.postpone(first, LATER, "no answer", tried=True)
    following.postpone(second, BEFORE, "no answer", tried=True)
    (entry,) = following.waiting(feed)
    assert (entry.key, entry.failures) == ("b", 1)
    following.postpone(entry, BEFORE, "left alone", tried=False)
    assert following.waiting(feed)[0].failures == 1


def test_a_link_that_another_feed_has_read_is_no_news_and_one_that_failed_there_is(record):
    following = record.following
    one, other = following.of("https://example.org/one"), following.of("https://example.org/two")
    news = [Announced(name, "1", f"https://example.org/{name}") for name in "abc"]
    following.announce(one, news)
    first, second, _ = following.waiting(one)
    following.settle(first)
    following.settle(second, "the answer 404")
    assert following.announce(other, news) == 2
    assert keys(record, other) == ["b", "c"]


def test_a_feed_that_does_not_answer_is_asked_later_and_later(record):
    following = record.following
    for n in range(3):
        feed = following.of("https://example.org/feed")
        assert feed.failures == n
        following.unanswered(feed, "no answer", LATER)
    feed = following.of("https://example.org/feed")
    assert (feed.reason, feed.due_at) == ("no answer", LATER)
    following.announce(feed, [])
    feed = following.of("https://example.org/feed")
    assert (feed.reason, feed.due_at, feed.failures) == (None, None, 0)


def test_many_entries(record):
    following = record.following
    feed, other = following.of("/news"), following.of("/more")
    news = [Announced(f"{n:05}", "1", f"https://example.org/{n}") for n in range(2000)]
    assert following.announce(feed, news) == 2000
    assert following.announce(feed, [each._replace(mark="2") for each in news[:700]]) == 700
    assert following.announce(other, news) == 2000
    assert len(following.waiting(feed, 50)) == 50
    assert record.faults() == []
