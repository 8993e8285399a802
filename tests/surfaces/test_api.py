"""What Python programs call: typed results that are the very same ones that the commands print."""

import datetime as dt
import json
from pathlib import Path

import pytest
from handmade import VERSION, printed, stance

import detente
from detente.claims import KINDS, as_json
from detente.record import Reading

EXAMPLES = Path(__file__).parents[2] / "examples" / "recognition"
TEXT = "Foreign Minister Ana Luz of Peru said on Monday that Peru rejects sanctions against Venezuela."
SPANISH = "El ministro dijo el lunes que su país rechaza las sanciones contra Venezuela y que pide diálogo."


@pytest.fixture
def record(address):
    with detente.Record.open(address) as opened:
        yield opened


@pytest.fixture
def sources(tmp_path):
    (tmp_path / "spanish.txt").write_text(SPANISH)
    own = detente.article_of(TEXT, id="own", published=dt.date(2021, 8, 5))
    return [EXAMPLES / "01-honduras-china.txt", tmp_path / "spanish.txt", own, str(tmp_path / "none.txt")]


def kinds(results):
    return [type(each).__name__ for each in results]


def test_results_are_the_same_with_and_without_a_record_and_in_several_processes(record, sources):
    bare = list(detente.read(sources))
    assert kinds(bare) == ["Reading", "Failure", "Reading", "Failure"]
    assert list(record.read(sources)) == bare
    assert list(record.read(iter(sources), jobs=2)) == bare
    assert record.show("own") == bare[2]
    assert record.stats()[:4] == (2, 2, 2, 2)
    assert [failure.stage for failure in record.failures()] == ["language", "source"]


def test_typed_claims_are_the_printed_ones(record):
    for reading in record.read(EXAMPLES):
        assert {kind: as_json(getattr(reading.claims, kind)) for kind in KINDS} == {
            kind: reading.json[kind] for kind in KINDS
        }
        assert as_json(reading.actors[0].mentions) == reading.json["actors"][0]["mentions"]
        assert all(time.span.of(reading.text).strip() for time in reading.times)
        assert reading.article.sha256 == reading.json["article"]["sha256"]
        assert reading.many == sum(len(reading.json[kind]) for kind in KINDS)
        json.dumps(reading.json)


def test_a_reading_of_another_version_is_shown_and_its_claims_are_typed_where_they_fit(record):
    kept = printed(TEXT, "old", stances=(stance(TEXT, "rejects sanctions", "against"),))
    kept["stances"][0] |= {"unheard_of": 1}
    del kept["changes"]
    record._store.add(kept, VERSION)
    assert record.show("old").claims.stances[0].polarity == "against"
    assert record.show("old").claims.changes == ()
    del kept["stances"][0]["strength"]
    kept["article"]["id"] = "older"
    record._store.add(kept, VERSION)
    assert record.show("older").many == 1
    with pytest.raises(detente.RecordError, match=r"older: .* read it anew"):
        _ = record.show("older").claims


def test_what_a_program_gives_is_known_by_its_id_and_can_only_be_given_again_by_it(record):
    (failure,) = record.read(detente.article_of(SPANISH, id="one"))
    assert (failure.source, failure.place) == ("-:one", None)
    assert [each.source for each in record.retry()] == ["-:one"]
    (reading,) = record.read(detente.article_of(TEXT, id="one", title="One", outlet="Us"))
    assert (reading.article.title, reading.article.outlet, reading.article.published) == ("One", "Us", None)
    assert list(record.retry()) == []
    assert detente.article_of(TEXT, url="https://example.org/a").id == "https://example.org/a"
    assert detente.article_of(TEXT).id == reading.article.sha256


def test_what_failed_is_read_again_from_its_place(record, tmp_path):
    assert kinds(record.read(tmp_path / "later.txt")) == ["Failure"]
    (tmp_path / "later.txt").write_text(TEXT)
    assert kinds(record.retry()) == ["Reading"]
    assert record.failures() == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": " \n"}, "found only blanks"),
        ({"text": ""}, "found nothing"),
        ({"text": TEXT, "published": "Monday"}, "found published 'Monday'; expected a day"),
        ({"text": TEXT, "published": "2931-01-01"}, "found the day of publication 2931-01-01, which lies ahead"),
        ({"text": f"{TEXT}\ud800"}, f"found half of a surrogate pair at {len(TEXT)}; expected characters"),
    ],
)
def test_an_article_that_cannot_be_one_fails_and_stops_no_other(fields, said, record):
    bad = detente.Article(id="bad", source="bad", **fields)
    failure, reading = record.read([bad, detente.article_of(TEXT)])
    assert said in failure.reason
    assert isinstance(reading, Reading)


@pytest.mark.parametrize(
    ("text", "published", "error", "said"),
    [
        ("", None, detente.SourceError, "found nothing"),
        (TEXT, "2931-01-01", detente.SourceError, "lies ahead"),
        (TEXT, "Monday", detente.UsageError, "published is 'Monday'; expected a day such as 2021-08-05"),
        (SPANISH, None, detente.LanguageError, "written in 'es'"),
        (TEXT * 5000, None, detente.SourceError, "expected at most"),
    ],
)
def test_a_text_that_cannot_be_read_raises(text, published, error, said):
    with pytest.raises(error, match=said):
        detente.read_text(text, published=published)


def test_unusable_arguments_are_refused_at_once(record):
    with pytest.raises(detente.UsageError, match="jobs is 0"):
        detente.read(TEXT, jobs=0)
    with pytest.raises(detente.UsageError, match="expected a day"):
        record.who("president", "PER", on="Monday")
    with pytest.raises(detente.UsageError, match="no_such_model"):
        detente.read_text(TEXT, settings=detente.Settings(model="no_such_model"))


def test_breaking_off_keeps_what_was_finished(record):
    for reading in record.read(EXAMPLES, jobs=2):
        assert reading.many
        break
    assert record.stats().articles == 1
    assert record.check() == []
