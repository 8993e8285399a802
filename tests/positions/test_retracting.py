"""Articles retracted: what goes, what stays with others, and what earlier days of our knowledge still show."""

import datetime as dt
from dataclasses import replace

import pytest
from handmade import NEWER, VERSION, printed, stance, tenure
from histories import Clock, empty

from detente.errors import UsageError
from detente.positions import judgements, note, retract, search, timeline, undo, who
from detente.record import Record

TEXT = "Foreign Minister Ana Luz rejects the sanctions."
SAID = {"why": "a forgery", "by": "Eva"}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def record(clock):
    with empty(clock) as record:
        for name, person in (("one", "person/ana-luz"), ("two", "person/ana-luz"), ("three", "person/ben-sol")):
            stances = (stance(TEXT, "rejects the sanctions", "against"),) if name != "three" else ()
            office = tenure(TEXT, "Foreign Minister", person)
            record.add(printed(TEXT, name, "2021-03-01", stances=stances, tenures=(office,)), VERSION)
        clock.tick()
        yield record


def test_what_only_the_article_supported_is_gone_and_listed(record):
    ruling = retract(record, "three", **SAID)
    only = [(each.kind, each.id, each.quote) for each in ruling.gone if not each.others]
    assert only == [("tenures", "claim/1", "Foreign Minister")]
    assert {each.id: each.others for each in ruling.gone if each.others}["person/ben-sol"] == ("one", "two")
    holders = who(record, "foreign minister", "PER", "2021-03-01").holders
    assert [each.person for each in holders if each.articles] == ["person/ana-luz"]
    assert [hit.article for hit in search(record, "rejects")] == ["one", "two"]


def test_what_others_support_stays(record):
    ruling = retract(record, "one", **SAID)
    assert {(each.kind, each.id): each.others for each in ruling.gone}["stances", "claim/1"] == ("two",)
    assert timeline(record, "PER", "sanctions").spells


def test_an_earlier_day_of_knowledge_still_shows_it_marked(record, clock):
    before = clock.now
    clock.tick()
    retract(record, "one", **SAID)
    retract(record, "two", **SAID)
    assert timeline(record, "PER", "sanctions").spells == ()
    then = record.as_of(before)
    (spell,) = timeline(then, "PER", "sanctions").spells
    assert {each.retracted[:10] for each in spell.statements} == {"2021-03-02"}
    assert [bool(hit.retracted) for hit in search(then, "rejects")] == [True, False, True]
    assert then.recorded("one").retracted
    assert record.as_of("2021-02-28").stats().articles == 0


def test_undoing_brings_all_back(record):
    before = timeline(record, "PER", "sanctions")
    retract(record, "one", **SAID)
    assert undo(record, by="Eva").standing == "withdrawn"
    assert timeline(record, "PER", "sanctions") == before
    assert [(each.kind, each.article, each.standing) for each in judgements(record)] == [
        ("retract", "one", "withdrawn")
    ]


def test_a_later_version_of_a_retracted_article_shows_nothing_either(record):
    retract(record, "one", **SAID)
    record.add(printed(TEXT + " Again.", "one", "2021-03-02"), VERSION)
    assert search(record, "again") == ()
    undo(record, by="Eva")
    assert [hit.article for hit in search(record, "again")] == ["one"]


def test_what_is_retracted_says_so(record):
    retract(record, "one", **SAID)
    with pytest.raises(UsageError, match=r"one was retracted by Eva, 2021-03-01: a forgery; --known-on DATE shows"):
        record.show("one")
    with pytest.raises(UsageError, match="one is retracted already"):
        record.retract("one", **SAID)


def test_a_record_of_an_earlier_day_cannot_be_written(record):
    with pytest.raises(UsageError, match="expected the record itself"):
        retract(record.as_of("2021-03-09"), "one", **SAID)


@pytest.mark.parametrize("day", ["yesterday", "2021-13-01", "2021", "2021-08-05Tx"])
def test_what_is_no_moment(record, day):
    with pytest.raises(UsageError, match="expected a day such as"):
        record.as_of(day)


def test_a_moment_may_be_a_day_or_a_time_in_any_zone(record):
    asked = dt.datetime(2021, 3, 1, 14, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert record.as_of(asked).stats().articles == 3
    assert record.as_of("2021-03-01T11:59").stats().articles == 0
    assert record.as_of(dt.date(2021, 3, 1)).stats().articles == 3


def test_erasing_leaves_digest_offsets_and_times_and_no_word(record):
    before = record.show("three").json
    retract(record, "three", **SAID, erase=True)
    (erased,) = record.erased()
    assert (erased.article, erased.evidence) == ("three", 1)
    assert record.faults() == []
    kept = record.get("three", before["article"]["sha256"], VERSION)
    assert (kept["text"], kept["article"]["title"]) == ("", None)
    assert kept["article"]["sha256"] == before["article"]["sha256"]
    assert [each["evidence"] for each in kept["tenures"]] == [each["evidence"] for each in before["tenures"]]
    assert [hit.article for hit in search(record.as_of("2021-03-01"), "foreign minister")] == ["one", "two"]
    with pytest.raises(UsageError, match="its retraction cannot be undone"):
        undo(record, by="Eva")


def test_an_erased_text_is_not_read_again(record):
    retract(record, "three", **SAID, erase=True)
    again = printed(TEXT, "three", "2021-03-01", tenures=(tenure(TEXT, "Foreign Minister", "person/ben-sol"),))
    assert record.add(again, NEWER)["text"] == ""
    assert record.stats().readings == 2


def test_no_word_of_an_erased_article_is_left_in_the_file(tmp_path):
    text = "Foreign Minister Ana Luz rejects the sanctions on zwieback."
    with Record.open(tmp_path / "record.db") as record:
        stances = (replace(stance(text, "rejects the sanctions on zwieback", "against"), id="stances/1"),)
        record.add(printed(text, "one", "2021-03-01", stances=stances), VERSION)
        note(record, "stances/1@one", **SAID)
        retract(record, "one", **SAID, erase=True)
        for file in tmp_path.iterdir():
            assert b"zwieback" not in file.read_bytes(), file.name
        with pytest.raises(UsageError, match="is not retracted"):
            record.erase("none")
