import json
from dataclasses import replace

import pytest
from handmade import NEWER, VERSION, at, printed, stance, tenure, utterance
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.articles import from_row
from detente.claims import Claims, Event
from detente.documents import Actor, Document
from detente.errors import UsageError
from detente.pipeline import Extraction
from detente.record import Failure, Limits, Record
from detente.text import Span

TEXT = "Ana Luz said Peru rejects sanctions. She is foreign minister."


def reading(text=TEXT, name="one"):
    said = utterance(text, "person/ana-luz", "said", "Peru rejects sanctions", "2021-08-02")
    return printed(
        text,
        name,
        "2021-08-05",
        utterances=(said,),
        stances=(stance(text, "rejects sanctions", "against", asserted_by="utterances/1"),),
        tenures=(tenure(text, "foreign minister", "person/ana-luz"),),
    )


def test_what_is_kept_is_printed_again(record):
    first = reading()
    assert record.add(first, VERSION) == first
    assert record.get("one", first["article"]["sha256"], VERSION) == first
    assert json.dumps(record.get("one", first["article"]["sha256"], VERSION)) == json.dumps(first)


def test_adding_twice_changes_nothing(store, record):
    record.add(reading(), VERSION)
    before = store.rows(record, "SELECT * FROM claims"), store.rows(record, "SELECT * FROM readings"), record.stats()
    record.add(reading(), VERSION)
    assert before == (
        store.rows(record, "SELECT * FROM claims"),
        store.rows(record, "SELECT * FROM readings"),
        record.stats(),
    )


def test_another_text_is_another_version_and_views_show_the_newest(store, record):
    record.add(reading(), VERSION)
    record.add(reading(TEXT + " She left."), VERSION)
    assert record.stats()[:2] == (1, 2)
    assert [kept.article.text for kept in record.claims("stances")] == [TEXT + " She left."]
    assert store.rows(record, "SELECT count(*) FROM claims WHERE kind = 'stances'") == [(2,)]


def test_a_newer_reading_stands_beside_the_older_and_views_show_the_newest(store, record):
    record.add(reading(), VERSION)
    older = store.rows(record, "SELECT * FROM claims")
    record.add(printed(TEXT, "one", "2021-08-05"), NEWER)
    assert record.claims("stances") == []
    assert store.rows(record, "SELECT * FROM claims") == older
    sha256 = reading()["article"]["sha256"]
    assert record.get("one", sha256, VERSION) is None
    assert record.get("one", sha256, NEWER) == printed(TEXT, "one", "2021-08-05")


def test_going_back_to_an_older_version_reads_once_more_and_that_counts(store, record):
    record.add(reading(), VERSION)
    record.add(printed(TEXT, "one", "2021-08-05"), NEWER)
    record.add(reading(), VERSION)
    record.add(reading(), VERSION)
    assert [kept.quote() for kept in record.claims("stances")] == ["rejects sanctions"]
    assert store.rows(record, "SELECT count(*), count(superseded_at) FROM readings") == [(3, 2)]
    assert [(each.version, each.texts) for each in record.read_by()] == [(VERSION, 1), (NEWER, 1)]
    assert [(one.json, other.json) for one, other in record.read_by_both(VERSION, NEWER)] == [
        (reading(), printed(TEXT, "one", "2021-08-05"))
    ]
    assert record.faults() == []


def test_claims_are_found_by_actor_part_and_kind(record):
    record.add(reading(), VERSION)
    assert [kept.quote() for kept in record.claims("stances", who={"PER"}, roles=("holder",))] == ["rejects sanctions"]
    assert [kept.quote() for kept in record.claims("stances", who={"VEN"}, roles=("target",))] == ["rejects sanctions"]
    assert record.claims("stances", who={"VEN"}, roles=("holder",)) == []
    assert record.claims("changes", who={"PER"}) == []


def test_an_envoys_claim_is_found_by_whom_he_represents(record):
    record.add(printed(TEXT, stances=(stance(TEXT, "rejects", "against", holder="person/ana-luz"),)), VERSION)
    assert len(record.claims("stances", who={"PER"}, roles=("holder",))) == 1


def test_stats_name_every_kind_that_was_looked_for(record):
    record.add(reading(), VERSION)
    assert record.stats().claims["stances"] == 1
    assert record.stats().claims["sanctions"] == 0


def test_failures_are_kept_once_and_resolved_by_a_reading(record):
    for _ in range(2):
        record.fail(Failure("one.txt", "language", "Spanish"))
    record.fail(Failure("two.txt", "source", "empty"))
    assert [(failure.source, failure.stage) for failure in record.failures()] == [
        ("one.txt", "language"),
        ("two.txt", "source"),
    ]
    assert record.stats().failures == 2
    record.add(reading(), VERSION)
    assert [failure.source for failure in record.failures()] == ["two.txt"]
    record.fail(Failure("one.txt", "language", "Spanish"))
    assert record.stats().failures == 2


def test_a_whole_record_has_no_faults(record):
    record.add(reading(), VERSION)
    assert record.faults() == []


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("UPDATE articles SET text = substr(text, 1, 20)", "lies outside"),
        ("UPDATE articles SET text = replace(text, 'Peru', 'Chad')", "digest"),
        ("UPDATE claims SET body = '{'", "no JSON object"),
        ("UPDATE claims SET evidence = '[]'", "evidence is missing"),
        ("UPDATE readings SET times = 'x'", "times is no JSON"),
        ("DELETE FROM readings", "that is not there"),
    ],
)
def test_faults_are_found(store, record, harm, said):
    record.add(reading(), VERSION)
    store.rows(record, harm)
    assert any(said in fault for fault in record.faults())


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60).filter(
    str.strip
)


@settings(max_examples=30, deadline=None)
@given(text=words, name=words, extra=words, data=st.data())
def test_claims_survive_the_store(store, tmp_path_factory, text, name, extra, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = from_row({"id": name, "text": text, "title": extra, "more": extra}, "rows.jsonl:1")
    event = Event(
        id="events/1", evidence=(Span(start, end),), why=extra, confidence=0.25, type="AGREE", mode=None, quad=1,
        score=-0.5, contexts=(extra,), actors=("PER",), recipients=(), status="actual", negated=False, date="2021~",
    )  # fmt: skip
    actor = Actor("PER", extra, "state", True, (Span(start, end),))
    first = Extraction(Document(article, actors=(actor,)), Claims(events=(event,))).as_json()
    address = store.new(tmp_path_factory.mktemp("record"))
    opened = Record.open(address)
    assert opened.add(first, VERSION) == json.loads(json.dumps(first))
    assert opened.claims("events")[0].quote() == article.text[start:end]
    assert opened.faults() == []
    opened.close()
    store.give_back(address)


def test_evidence_of_several_parts_is_quoted_with_a_gap(record):
    apart = replace(stance(TEXT, "rejects", "against"), evidence=at(TEXT, "Peru") + at(TEXT, "sanctions"))
    record.add(printed(TEXT, stances=(apart,)), VERSION)
    assert record.claims("stances")[0].quote() == "Peru … sanctions"


def test_readings_that_are_kept_together_are_what_they_are_one_by_one(place):
    some = [reading(), reading(name="two"), reading(TEXT + " She left."), reading(), printed(TEXT, "three")]
    together, alone = (place / "together").open(), (place / "alone").open()
    assert together.add_all(some, VERSION) == [alone.add(each, VERSION) for each in some]
    assert together.stats() == alone.stats()
    assert [each.body for each in together.claims("stances")] == [each.body for each in alone.claims("stances")]
    assert together.faults() == []
    assert together.add_all([], VERSION) == []


def test_readings_that_are_kept_together_are_kept_all_or_none(record):
    broken = reading(name="two")
    del broken["stances"][0]["evidence"]
    with pytest.raises(KeyError):
        record.add_all([reading(), broken], VERSION)
    assert record.stats().articles == 0
    assert record.add_all([reading(), reading(name="two")], VERSION)[1]["article"]["id"] == "two"


@pytest.mark.parametrize("given", ["05-visit", "05-visit.txt"])
def test_an_article_is_shown_by_the_name_of_its_file(record, given):
    names = ["/news/05-visit.txt", "/news/05-visit/extra.txt", "/news/05-visits.txt", "05-visit-of-may"]
    record.add_all([printed(TEXT, name) for name in names], VERSION)
    assert record.show(given).json["article"]["id"] == "/news/05-visit.txt"
    with pytest.raises(UsageError, match="file name"):
        record.show("visit")


def test_words_with_a_zero_are_refused_by_both_stores(record):
    with pytest.raises(UsageError, match="'one': found a zero character in its text"):
        record.add(reading(TEXT + "\0"), VERSION)
    titled = reading()
    titled["article"]["title"] = "Talks\0"
    with pytest.raises(UsageError, match="'one': found a zero character in its title"):
        record.add(titled, VERSION)
    named = reading()
    named["actors"][0]["name"] = "Pe\0ru"
    with pytest.raises(UsageError, match="'one': found a zero character in the name of an actor"):
        record.add(named, VERSION)
    assert record.stats().articles == 0


def test_claims_about_somebody_may_be_limited_to_those_that_give_him_some_part(record):
    text = "Peru backs the sanctions."
    about, by = (
        replace(stance(text, "the sanctions", "for", holder=holder, on=on), id=f"stances/{holder}")
        for holder, on in (("PER", "VEN"), ("VEN", "PER"))
    )
    record.add(printed(text, stances=(about, by)), VERSION)

    def found(*parts):
        kept = record.claims("stances", limits=Limits(about={"VEN"}, parts=parts, bare=True))
        return [(each.body["id"], each.article.id, each.article.text) for each in kept]

    assert found("target") == [(about.id, "one", "")]
    assert found("holder") == [(by.id, "one", "")]
    assert {id_ for id_, *_ in found()} == {about.id, by.id}


def test_the_readings_that_views_show_come_with_the_days_of_their_articles(record):
    record.add(printed("Peru waits.", "one", "2021-08-05"), VERSION)
    record.add(printed("Peru waits.", "two"), VERSION)
    assert sorted(record.days().values(), key=str) == ["2021-08-05", None]
    record.add(printed("Peru waits.", "one", "2021-08-05"), NEWER)
    assert len(record.days()) == 2
    guises = {each.guise for each in record.article_actors(ids={"PER"})}
    assert record.naming(guises) > set(record.days())
