"""Following feeds from a real server on this machine: politely, nothing twice, what is wrong costs only itself."""

import datetime as dt
from pathlib import Path

import pytest
from stores import Store
from webserver import SENTENCE, Page, serving

from detente.errors import UsageError
from detente.record import Failure, Record
from detente.settings import Settings
from detente.surfaces.watching import Plan, watch

HERE = Settings(allow_loopback=True, fetch_pause=0, fetch_seconds=5, learned=False)
ROBOTS = "text/plain"


@pytest.fixture
def site():
    with serving() as site:
        yield site


@pytest.fixture
def other():
    with serving() as site:
        yield site


@pytest.fixture
def store():
    return Store("sqlite")


@pytest.fixture
def told():
    return []


@pytest.fixture
def follow(record, told):
    def once(*sources, settings=HERE):
        """Read what is new: titles of what was read, and failures."""
        outcomes = watch(sources, record, settings, Plan(once=True), told.append)
        return [each.printed["article"]["title"] if each.printed else each.failure for each in outcomes]

    return once


@pytest.fixture
def later(store, record):
    """Let the time pass for which feeds and entries wait."""

    def pass_by():
        store.rows(record, "UPDATE feeds SET due_at = NULL")
        store.rows(record, "UPDATE feed_entries SET due_at = NULL")

    return pass_by


def reasons(outcomes):
    return [each.reason if isinstance(each, Failure) else each for each in outcomes]


def test_what_a_feed_announces_is_read_once_and_completed_from_the_feed(follow, site, record, told):
    site.article("/a", "First")
    site.article("/b", "Second", date="2021-08-07")
    feed = site.feed(
        "/feed",
        {"title": "A", "link": "/a#top", "pubDate": "Thu, 05 Aug 2021 23:30:00 -0500"},
        {"title": "B", "link": f"{site.url}/b", "pubDate": "Thu, 05 Aug 2021 23:30:00 -0500"},
    )
    assert follow(feed) == ["First", "Second"]
    assert told == [f"{feed}: 2 new of 2"]
    first, second = (record.show(f"{site.url}/{name}").article for name in "ab")
    assert (first.published, first.published_from, first.outlet) == ("2021-08-05", "feed", "Desk Wire")
    assert (second.published, second.published_from, second.extras) == ("2021-08-07", "metadata", {"feed": feed})
    assert follow(feed) == []
    assert site.paths() == ["/feed", "/a", "/b", "/feed"]
    site.article("/c", "Third")
    site.feed("/feed", {"link": "/c"}, {"link": "/a"})
    assert follow(feed) == ["Third"]
    assert record.faults() == []


def test_atom_and_json_feeds(follow, site):
    site.article("/a", "First")
    site.article("/b", "Second")
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Desk &lt;i&gt;Wire&lt;/i&gt;</title>
      <entry><id>urn:1</id><link rel="self" href="/x"/><link rel="alternate" href="/a"/></entry></feed>"""
    site.pages["/atom"] = Page(atom.encode(), "application/atom+xml")
    json = '{"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "items": [{"id": "2", "url": "/b"}]}'
    site.pages["/json"] = Page(json.encode(), "application/feed+json")
    assert follow(f"{site.url}/atom", f"{site.url}/json") == ["First", "Second"]


def test_a_feed_that_is_as_before_is_not_sent_again(follow, site, record):
    site.article("/a", "First")
    feed = site.feed("/feed", {"link": "/a"})
    site.pages["/feed"] = site.pages["/feed"]._replace(headers={"ETag": '"1"', "Last-Modified": "Mon"})
    follow(feed)
    assert follow(feed) == []
    before, again = (each.headers for each in site.asked if each.path == "/feed")
    assert "If-None-Match" not in before
    assert (again["If-None-Match"], again["If-Modified-Since"]) == ('"1"', "Mon")
    assert record.failures() == []


def test_an_entry_that_has_changed_is_asked_for_again_and_read_where_its_text_is_new(follow, site, record):
    def announce(hour):
        return site.feed("/feed", {"link": "/a", "pubDate": f"Thu, 05 Aug 2021 {hour}:00:00 GMT"})

    site.article("/a", "First", headers={"ETag": '"1"'})
    feed = announce(10)
    assert follow(feed) == ["First"]
    announce(11)
    assert follow(feed) == []
    assert site.asked[-1].headers["If-None-Match"] == '"1"'
    site.article("/a", "First, corrected", headers={"ETag": '"2"'})
    announce(12)
    assert follow(feed) == ["First, corrected"]
    assert record.stats()[:3] == (1, 2, 2)


def test_an_article_in_two_feeds_is_read_once(follow, site):
    site.article("/a", "First")
    one, two = site.feed("/one", {"link": "/a"}), site.feed("/two", {"link": f"{site.url}/a"})
    assert follow(one, two) == ["First"]
    assert site.paths() == ["/one", "/a", "/two"]


def test_two_watchers_of_a_record_never_fetch_a_page_twice(site, record, told):
    for name in "ab":
        site.article(f"/{name}", name)
    feed = site.feed("/feed", {"link": "/a"}, {"link": "/b"})
    with Record.open(record.name) as second:
        first_watcher = watch([feed], record, HERE, Plan(once=True))
        assert next(first_watcher).printed["article"]["title"] == "a"
        assert list(watch([feed], second, HERE, Plan(once=True), told.append)) == []
        assert told == [f"{feed}: another watcher of this record reads it now"]
        assert [each.printed["article"]["title"] for each in first_watcher] == ["b"]
        assert list(watch([feed], second, HERE, Plan(once=True), told.append)) == []
    assert site.paths() == ["/feed", "/a", "/b", "/feed"]
    assert not Path(f"{record.name}-watch").exists()


def test_an_entry_without_a_link_is_its_own_page_even_after_a_stop(follow, site, record):
    words = f"&lt;p&gt;{SENTENCE * 3}&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    feed = site.feed("/feed", {"title": "No page", "guid": "7", "description": words})
    watching = watch([feed], record, HERE, Plan(once=True))
    assert next(watching).printed["article"]["id"] == f"{feed}#7"
    watching.close()
    text = record.show(f"{feed}#7").text
    assert (SENTENCE.strip() in text, "alert" in text) == (True, False)
    assert follow(feed) == []


def test_duplicate_ids_and_links(follow, site):
    for name in "abc":
        site.article(f"/{name}", name)
    feed = site.feed(
        "/feed",
        {"guid": "same", "link": "/a"},
        {"guid": "same", "link": "/b"},
        {"guid": "1", "link": "/c", "pubDate": "Thu, 05 Aug 2021 10:00:00 GMT"},
        {"guid": "2", "link": "/c", "pubDate": "Thu, 05 Aug 2021 12:00:00 GMT"},
    )
    assert sorted(follow(feed)) == ["a", "b", "c"]
    assert follow(feed) == []
    assert site.paths().count("/c") == 1


def test_html_in_titles_is_text(follow, site, record):
    title = "&lt;b&gt;Peru&lt;/b&gt; &amp;amp; &lt;script&gt;alert(1)&lt;/script&gt;Chile"
    site.pages["/a"] = Page(f"Peru left.\n\n{SENTENCE}".encode(), "text/plain")
    feed = site.feed("/feed", {"title": title, "link": "/a"}, title="&lt;img src=x onerror=alert(1)&gt;Wire")
    assert follow(feed) == ["Peru & Chile"]
    assert record.show(f"{site.url}/a").article.outlet == "Wire"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("the thirtieth of February", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Thu, 31 Feb 2021 10:00:00 GMT", None),
        ("2021-08-05T23:30:00-05:00", "2021-08-05"),
        ("Thu, 05 Aug 2021 23:30:00 EST", "2021-08-05"),
        ("Fri, 06 Aug 2021 04:30:00 +0000", "2021-08-06"),
        ("", None),
    ],
)
def test_wrong_dates_are_unknown_and_right_ones_as_the_outlet_writes_them(follow, site, record, date, published):
    link = site.article("/a", "First")
    assert follow(site.feed("/feed", {"link": "/a", "pubDate": date})) == ["First"]
    assert record.show(link).article.published == published


def test_a_day_that_lies_ahead_is_refused(follow, site):
    site.article("/a", "First")
    site.article("/b", "Second", date="2021-08-05")
    ahead = "Tue, 01 Jan 2931 10:00:00 GMT"
    failure, title = follow(site.feed("/feed", {"link": "/a", "pubDate": ahead}, {"link": "/b", "pubDate": ahead}))
    assert failure.reason.startswith("found the day of publication 2931-01-01, which lies ahead of today")
    assert title == "Second"  # its page knows better


@pytest.mark.parametrize("etag", ['"a"', "\xe9\x85", "x" * 5000])
def test_what_is_no_character_is_kept_as_one_that_says_so(follow, site, record, etag):
    site.article("/a", "First", headers={"ETag": etag})
    json = r'{"version": "https://jsonfeed.org/version/1.1", "title": "D\u0000\ud800", "items": [{"id": "\ud800", '
    json += r'"url": "/a", "title": "\u0000"}, {"id": "\ud800", "content_html": "<p>%s</p>\u0000\ud83d"}]}' % (
        SENTENCE * 2
    )
    site.pages["/json"] = Page(json.encode(), "application/feed+json")
    assert follow(f"{site.url}/json")[0] == "First"
    assert record.show(f"{site.url}/a").article.outlet == "D\ufffd\ufffd"
    assert follow(f"{site.url}/json") == []


def test_a_malformed_feed_is_read_as_far_as_it_goes(follow, site):
    for name in "ab":
        site.article(f"/{name}", name)
    broken = f"""  <rss version="2.0"><channel><title>Wire & Co &eacute;<item><link>{site.url}/a</link></item>
        <item><title>1 < 2 &nbsp;</title><link>{site.url}/b</link>"""
    site.pages["/feed"] = Page(broken.encode("latin-1"), "application/rss+xml; charset=nonsense")
    assert sorted(follow(f"{site.url}/feed")) == ["a", "b"]


BOMB = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
FILE = '<!ENTITY l9 SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize("entities", [BOMB, FILE])
def test_entities_are_neither_expanded_nor_fetched(follow, site, record, entities):
    site.pages["/a"] = Page(f"Peru left.\n\n{SENTENCE}".encode(), "text/plain")
    body = f"<!DOCTYPE r [{entities}]><rss version='2.0'><channel><title>W&l9;</title><item><title>T&l9;</title>"
    site.pages["/feed"] = Page(f"{body}<link>{site.url}/a</link></item></channel></rss>".encode())
    assert len(follow(f"{site.url}/feed")) == 1
    article = record.show(f"{site.url}/a").article if not record.failures() else None
    told = f"{article and (article.title, article.outlet)} {record.failures()}"
    assert ("root:" in told, len(told) < 1000) == (False, True)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "found nothing; expected a feed: RSS, Atom or JSON Feed"),
        (b"/etc/passwd", "found something else; expected a feed"),
        (b"<rss><channel/></rss>", "found a feed with neither title nor entries"),
        (b"<html><body>Hi</body></html>", "found no feed ("),
        (b"{" * 100_000, "found no feed ("),
        (b"\xff\xfe\0\0\1\2\3", "expected"),
        (
            b'<!doctype html><link rel=alternate type="application/rss+xml" href="/f.xml">',
            "found a web page; expected a feed, such as those that the page names: http://127.0.0.1:",
        ),
    ],
)
def test_what_is_no_feed(follow, site, record, body, said):
    site.pages["/feed"] = Page(body, "application/rss+xml")
    (failure,) = follow(f"{site.url}/feed")
    assert (failure.stage, failure.place, said in failure.reason) == ("feed", None, True)
    assert [each.reason for each in record.failures()] == [failure.reason]


def test_a_feed_that_answers_again_fails_no_more(follow, site, record, later, told):
    site.article("/a", "First")
    feed = f"{site.url}/feed"
    assert reasons(follow(feed)) == ["found the answer 404 Not Found; expected a page"]
    assert follow(feed) == []  # it is left alone for a while
    assert told == [f"{feed}: asked to wait another 5 minutes (found the answer 404 Not Found; expected a page)"]
    site.feed("/feed", {"link": "/a"})
    later()
    assert follow(feed) == ["First"]
    assert record.failures() == []


def test_a_feed_says_for_how_long_nothing_new_will_come(follow, site, later, told):
    site.article("/a", "First")
    feed = site.feed("/feed", {"link": "/a"}, more="<ttl>60</ttl>")
    assert follow(feed) == ["First"]
    assert follow(feed) == []
    assert told[-1] == f"{feed}: asked to wait another 60 minutes"
    later()
    follow(feed)
    assert site.paths().count("/feed") == 2


def test_links_elsewhere_than_to_public_pages_are_refused_and_the_others_read(follow, site, record):
    site.article("/a", "First")
    site.pages["/inside"] = Page(status=302, headers={"Location": "http://169.254.169.254/latest/meta-data"})
    site.pages["/file"] = Page(status=302, headers={"Location": "file:///etc/passwd"})
    site.pages["/loop"] = Page(status=302, headers={"Location": "/loop"})
    links = {
        "file:///etc/passwd": "found an address file://; expected http:// or https://",
        "javascript:alert(1)": "found an address javascript://; expected http:// or https://",
        "http://10.0.0.1/a": "found the private address 10.0.0.1 behind 10.0.0.1",
        "http://2130706433:1/a": "the port 1;",
        "http://[::ffff:192.168.0.1]/a": "found the private address ::ffff:192.168.0.1",
        "http://user:word@example.org/a": "found a user name in the address",
        f"{site.url}/inside": "found the private address 169.254.169.254",
        f"{site.url}/file": "found an address file://",
        f"{site.url}/loop": "found more than 5 redirections; expected a page",
        f"{site.url}/none": "found the answer 404",
    }
    feed = site.feed("/feed", *({"link": each} for each in links), {"link": "/a"})
    found = {each.source: each.reason for each in follow(feed) if isinstance(each, Failure)}
    assert {link: said in found[link] for link, said in links.items()} == dict.fromkeys(links, True)
    assert record.show(f"{site.url}/a").article.title == "First"
    assert follow(feed) == []  # none is tried again


def test_robots(follow, site, other):
    for path in ("/a", "/secret/b", "/secret/open/c", "/d.print"):
        site.article(path, path)
    rules = "User-agent: other\nDisallow: /\n\nUser-agent: detente\nDisallow: /secret/\n"
    rules += "Allow: /secret/open/\nDisallow: /*.print$"
    site.pages["/robots.txt"] = Page(rules.encode(), ROBOTS)
    other.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /", ROBOTS)
    other.article("/e")
    site.pages["/moved"] = Page(status=301, headers={"Location": f"{other.url}/e"})
    links = ("/a", "/secret/b", "/secret/open/c", "/d.print", "/moved", "/a")
    found = follow(site.feed("/feed", *({"link": link} for link in links)))
    assert sorted(each for each in found if isinstance(each, str)) == ["/a", "/secret/open/c"]
    refused = [each for each in found if isinstance(each, Failure)]
    assert {each.stage for each in refused} == {"robots"}
    assert {each.place for each in refused} == {None}  # `failures --retry` is no way around
    assert refused[0].reason.endswith("/robots.txt does not allow Detente to read it; expected a page that it allows")
    assert set(site.paths()) == {"/feed", "/a", "/secret/open/c", "/moved"}
    assert other.paths() == []
    assert [each.path for each in site.asked].count("/robots.txt") == 1


def test_a_feed_that_robots_may_not_read(follow, site):
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /feed", ROBOTS)
    assert "does not allow Detente" in follow(site.feed("/feed"))[0].reason
    assert site.paths() == []


def test_without_an_answer_about_robots_nothing_is_asked(follow, site, told):
    site.pages["/robots.txt"] = Page(status=503, headers={"Retry-After": "7200"})
    feed = site.feed("/feed", {"link": "/a"})
    (failure,) = follow(feed)
    assert "robots.txt cannot be read, so nothing there is: found the answer 503" in failure.reason
    assert site.paths() == []
    follow(feed)
    assert told[-1].startswith(f"{feed}: asked to wait another 120 minutes")


def test_a_host_is_asked_slowly_where_it_or_the_reader_wants_that(follow, site):
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 0.3", ROBOTS)
    site.article("/a", "First")
    assert follow(site.feed("/feed", {"link": "/a"})) == ["First"]
    moments = [each.at for each in site.asked][1:]
    assert moments[1] - moments[0] >= 0.29


@pytest.mark.parametrize(
    ("status", "after", "minutes"),
    [
        (429, "1800", 30),
        (503, "", 5),
        (503, "next week", 5),
        (429, "in two hours", 120),
        (429, "99999999999", 1440),
    ],
)
def test_who_asks_to_wait_is_left_alone(follow, site, other, told, later, status, after, minutes):  # noqa: PLR0913, PLR0917
    if after == "in two hours":  # said as a date
        then = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
        after = then.strftime("%a, %d %b %Y %H:%M:%S GMT")
    wait = Page(status=status, headers={"Retry-After": after} if after else {})
    site.pages["/a"] = wait
    site.article("/b", "Second")
    other.article("/c", "Third")
    feed = other.feed("/feed", {"link": f"{site.url}/a"}, {"link": f"{site.url}/b"}, {"link": "/c"})
    assert sorted(follow(feed)) == (["Third"] if after[:1].isdecimal() or "GMT" in after else ["Second", "Third"])
    (said,) = [each for each in told if "tried again" in each]
    assert minutes - 2 <= int(said.split()[-2]) <= minutes
    asked = len(site.asked)
    assert follow(feed) == []
    assert len(site.asked) == asked
    site.article("/a", "First")
    later()
    assert "First" in follow(feed)


def test_what_never_answers_is_given_up(follow, site, record, later):
    site.pages["/a"] = Page(status=500)
    feed = site.feed("/feed", {"link": "/a"})
    for _ in range(7):
        assert follow(feed) == []
        later()
    (failure,) = follow(feed)
    assert failure.reason.endswith("expected a page; given up after 8 tries")
    later()
    assert follow(feed) == []
    assert site.paths().count("/a") == 8
    assert len(record.failures()) == 1


def test_a_source_that_can_be_none(record):
    with pytest.raises(UsageError, match=r"found 'none\.xml'; expected a folder, or the address of a feed"):
        watch(["none.xml"], record, HERE, Plan(once=True))
