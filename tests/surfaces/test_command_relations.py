"""``detente relations``: what is printed, as text, JSON and table, with and without the library for change points."""

import csv
import io
import json
import sys

import pytest
from click.testing import CliRunner
from eventmade import event, story
from handmade import VERSION, stance

import detente
from detente.positions import relations
from detente.surfaces.cli import detente as command
from detente.surfaces.relation_rows import COLUMNS, relation_rows

TEXT = "Peru praised Venezuela. It rejects the sanctions."


@pytest.fixture
def record(record):
    for n, (day, kind) in enumerate(
        [("2020-01", "SANCTION")] * 2 + [("2020-02", "SANCTION")] * 2 + [("2020-05", "SUPPORT")] * 3
    ):
        claim = event(TEXT, "praised", kind, date=f"{day}-{n % 3 * 9 + 2:02}")
        said = stance(TEXT, "the sanctions", "against", basis="stated", number=2)
        record.add(story(TEXT, f"{n}", f"{day}-20", events=(claim,), stances=(said,), outlet="=Wire; one"), VERSION)
    record.add(
        story(TEXT, "last", "2020-06-20", events=(event(TEXT, "praised", "SUPPORT", date="2020-06-02"),)), VERSION
    )
    record.add(story(TEXT, "loose", None), VERSION)
    return record


@pytest.fixture
def run(record):
    def asked(*words, **more):
        given = ["relations", "PER", "VEN", *words, "--record", record.name]
        return CliRunner().invoke(command, given, catch_exceptions=False, **more)

    return asked


def test_the_text_says_source_window_method_silence_and_change(run):
    said = run().stdout
    for words in (
        "scores: PLOVER intensity, -10 to 10 (PLOVER codebook 2.0, CC BY-SA 4.0)",
        "window: a month holds",
        "2020-01  -6.0  (2 material conflict, 2 articles read, 2 mention either, 2 both)",
        "2020-03 to 2020-04  no coverage  (2 months, no article read)",
        "Peru for Venezuela  (=Wire; one)",
        "between 2020-02 and 2020-05  from -6.0 to +5.0  (4 and 4 events, 2 of the 2 months between without coverage)",
        "sought by PELT (ruptures",
    ):
        assert words in said, said


def test_the_table_has_a_row_a_period_and_no_number_for_silence(run, record):
    rows = list(csv.DictReader(io.StringIO(run("--format", "csv").stdout)))
    assert list(rows[0]) == list(COLUMNS)
    assert [(each["period"], each["state"], each["score"], each["part"]) for each in rows] == [
        ("2020-01", "told", "-6.0", "1"),
        ("2020-02", "told", "-6.0", "1"),
        ("2020-03", "no coverage", "", "1"),
        ("2020-04", "no coverage", "", "1"),
        ("2020-05", "told", "5.0", "2"),
        ("2020-06", "told", "5.0", "2"),
        ("undated", "nothing told", "", ""),
    ]
    assert rows[0]["outlets"] == "2/2/2 =Wire, one"
    asked = [
        {name: "" if value is None else str(value) for name, value in row.items()}
        for row in relation_rows(relations(record, "PER", "VEN"))
    ]
    assert asked == rows


def test_json_leads_to_the_claims(run, record):
    found = json.loads(run("--by", "year", "--format", "json").stdout)
    (year,) = found["periods"]
    assert (year["events"], year["either"], found["by"]) == (8, 8, "year")
    deed = year["deeds"][0]
    assert deed["claim"] in {body["id"] for body in record.show(deed["article"]).json["events"]}
    assert [each["outlet"] for each in year["coverage"]] == ["=Wire; one", None]


def test_on_a_day_only_what_was_published_by_then(run):
    found = json.loads(run("--on", "2020-02-29", "--format", "json").stdout)
    assert [each["period"] for each in found["periods"]] == ["2020-01", "2020-02"]
    assert (found["breaks"], found["undated"]) == ([], None)


def test_without_the_library_the_rest_is_shown_and_why(run, monkeypatch):
    monkeypatch.delitem(sys.modules, "detente.positions.relation_breaks", raising=False)
    monkeypatch.setitem(sys.modules, "ruptures", None)
    said = run().stdout
    assert "not sought: found no ruptures; expected it installed: pip install 'detente[analysis]'" in said
    assert "2020-01  -6.0" in said
    found = json.loads(run("--format", "json").stdout)
    assert found["breaks"] is None
    assert {row["part"] for row in csv.DictReader(io.StringIO(run("--format", "csv").stdout))} == {""}


def test_nothing_read_is_no_peace(run):
    found = run("--known-on", "2000-01-01").stdout
    assert "No coverage: the record holds no article that mentions one of them. That is no peace." in found


def test_frames_have_the_columns_of_the_table(record):
    frame = detente.to_pandas(relations(record, "PER", "VEN"))
    assert list(frame.columns) == list(COLUMNS)
    assert frame["score"].isna().sum() == 3
