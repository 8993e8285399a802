"""What comparing came to is kept by all on which it depends, and never believed where it cannot be read."""

import json

import pytest
from handmade import ACTORS, VERSION, printed
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.documents import Actor
from detente.positions import actors, identified, kept_pairs
from detente.record import Record
from detente.text import slug

NAMES = ["Ana Luz", "A. Luz", "Luz", "Ana Maria Luz", "Berta Luz", "Luz Ana"]
PEOPLE = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([None, "PER", "VEN"])), min_size=1, max_size=4)


def person(name, state):
    return Actor(f"person/{slug(name)}", name, "person", False, (), state)


def article(n, people):
    known = (*ACTORS[:2], *(person(*each) for each in dict(people).items()))
    return printed(f"Report {n}: {', '.join(dict(people))}.", f"article-{n}", f"2021-01-{n + 1:02}", actors=known)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The user's cache folder, and every record taken for a large one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_pairs, "LARGE", 0)
    monkeypatch.setattr(kept_pairs, "_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def told(path):
    """Who is one, and who may be, of a record opened anew."""
    with Record.open(path) as record:
        resolution = identified(record).identities.resolution
        links = [(link.one.key, link.other.key, link.match) for link in resolution.links]
        undecided = [(each.one.key, each.other.key, each.held, each.score) for each in resolution.undecided]
        return actors(record), [(one, other, match and match.held) for one, other, match in links], undecided


@settings(max_examples=25, deadline=None)
@given(st.lists(PEOPLE, min_size=1, max_size=5), PEOPLE)
def test_what_is_kept_says_what_comparing_says_also_after_more_was_read(tmp_path_factory, drawn, more):
    place = tmp_path_factory.mktemp("record")
    with pytest.MonkeyPatch.context() as patched:
        for articles in (drawn, [*drawn, more]):
            with Record.open(place / "record.db") as record:
                record.add_all([article(n, each) for n, each in enumerate(articles)], VERSION)
            patched.setattr(kept_pairs, "LARGE", 10_000)
            compared = told(place / "record.db")
            patched.setattr(kept_pairs, "LARGE", 0)
            patched.setattr(kept_pairs, "_folder", lambda: place / "cache")
            assert told(place / "record.db") == compared, "compared and kept"
            assert told(place / "record.db") == compared, "found again"


def test_only_numbers_are_kept_and_what_is_broken_is_compared_anew(folder, tmp_path):
    with Record.open(tmp_path / "record.db") as record:
        record.add_all([article(0, [("Ana Luz", "PER")]), article(1, [("A. Luz", "PER")])], VERSION)
    compared = told(tmp_path / "record.db")
    assert compared[1], "two are one"
    (kept,) = folder.glob("*.json")
    pairs = json.loads(kept.read_bytes())
    assert pairs
    assert all(isinstance(number, int) for pair in pairs for number in pair)
    for broken in ("[", "{}", "[[0]]", "[[0, 99999, 1]]", "[[0, 1, -1]]", '[["a", 1, 2]]', "null"):
        kept.write_text(broken)
        assert told(tmp_path / "record.db") == compared, broken


def test_where_nothing_can_be_kept_all_is_compared(folder, tmp_path):
    folder.write_text("a file in the place of the folder")
    with Record.open(tmp_path / "record.db") as record:
        record.add_all([article(0, [("Ana Luz", "PER")]), article(1, [("A. Luz", "PER")])], VERSION)
    assert told(tmp_path / "record.db") == told(tmp_path / "record.db")


def test_few_are_kept_and_the_latest_stay(folder):
    for n in range(20):
        kept_pairs.keep(f"{n:064}", [])
    assert len(list(folder.iterdir())) == 8
    assert kept_pairs.find(f"{19:064}", 0) == []
    assert kept_pairs.find(f"{0:064}", 0) is None
