"""Exports: what is written is legal, leads back to the record, and does not depend on the order of reading."""

import csv
import io
import json
import re
import subprocess
import sys
import tracemalloc
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner
from eventmade import event, story
from handmade import VERSION, utterance
from schemas import violations

import detente
from detente.claims.kinds import Location
from detente.lexicon import actor_codes, cow_codes, event_types, sectors, state_codes
from detente.surfaces import api
from detente.surfaces.cli import detente as command
from detente.surfaces.export_polecat import COLUMNS
from detente.surfaces.exports import DYAD_COLUMNS, write_table

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "plover.schema.json").read_text("utf-8"))
POLECAT = """
Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW,
Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country,
Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID,
Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source,
Publication Date, Story People, Story Organizations, Story Locations, Language, Version
"""
NAMES = [name.strip() for name in POLECAT.replace("\n", " ").split(",")]
TEXT = (
    'Peru praised Venezuela; "Peru" expelled Chile.\nAna Luz of NATO\tmet Kosovo in Lima. The Okafor Circle met Chile.'
)


def first(name="one", published="2021-08-05"):
    events = (
        event(TEXT, "Peru praised Venezuela", date="2021-08-02", contexts=("diplomatic", "economic")),
        event(TEXT, "expelled Chile", "SANCTION", number=2, mode="expel", recipients=("CHL",), date="2017-03"),
        event(
            TEXT,
            "Ana Luz of NATO\tmet Kosovo",
            "CONSULT",
            number=3,
            actors=("person/ana-luz",),
            recipients=("XKX",),
            place="Lima",
        ),
        event(
            TEXT,
            "The Okafor Circle met Chile",
            number=4,
            actors=("group/okafor", "bloc/nato"),
            recipients=(),
            date="../2020",
        ),
    )
    return story(TEXT, name, published, events=events, outlet="Our; desk", title="A\u2028title")


def second(name="two", published="2021-09-01"):
    words = "Peru would praise Venezuela"
    text = f"Ana Luz said that {words}. It had not praised Chile. Peru praised Venezuela on Monday."
    events = (
        event(text, words, status="hypothetical", asserted_by="utterances/1"),
        event(text, "had not praised Chile", number=2, negated=True, recipients=("CHL",)),
        event(text, "praised Venezuela on Monday", number=3, date="2021-08-02"),
        event(text, "Peru praised", number=4, status="historical", date="2019-01-02"),
        event(text, "praised Chile", "AGREE", number=5, status="future", recipients=("CHL",)),
    )
    return story(text, name, published, events=events, utterances=(utterance(text, "person/ana-luz", "said", words),))


def third(name="three"):
    return story("Nobody did anything.", name)


@pytest.fixture
def record(record):
    for each in (first(), second(), third()):
        record.add(each, VERSION)
    return record


@pytest.fixture
def run(record):
    def export(*arguments):
        done = CliRunner().invoke(command, ["export", *map(str, arguments), "--record", record.name])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    return export


def lines(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def rows(done):
    return list(csv.DictReader(io.StringIO(done.stdout), delimiter="\t"))


def told(record):
    """The events of the record by the words that prove them."""
    return {kept.quote(): kept.body for kept in record.claims("events")}


def test_every_line_of_plover_is_as_the_schema_says(run):
    found = lines(run("events"))
    assert len(found) == 9
    assert [each for row in found for each in violations(row, SCHEMA, SCHEMA)] == []
    assert all(list(row) == list(SCHEMA["properties"]) for row in found)


def test_the_schema_can_be_violated(run):
    row = lines(run("events"))[0]
    for damage in (
        {"event": ["PRAISE"]},
        {"has_event": 1},
        {"more": ""},
        {"quad_code": "1"},
        {"date": "Monday"},
        {"mode": "expel"},
    ):
        assert list(violations(row | damage, SCHEMA, SCHEMA)), damage
    assert list(violations({name: row[name] for name in list(row)[1:]}, SCHEMA, SCHEMA))
    assert list(violations(row | {"actor": [{}]}, SCHEMA, SCHEMA))


def test_the_schema_knows_the_types_modes_and_sectors_of_the_lexicon():
    known = SCHEMA["properties"]
    assert known["event"]["items"]["enum"] == list(event_types())
    assert set(known["mode"]["items"]["enum"]) == {mode for kind in event_types().values() for mode in kind.modes}
    pattern = SCHEMA["$defs"]["entity"]["properties"]["sector"]["pattern"]
    assert set(re.findall("[A-Z]{3}", pattern)) == set(sectors())


def test_plover_leads_back_to_the_record(run, record):
    known = told(record)
    for row in lines(run("events")):
        body = known[row["event_text"]]
        assert row["event"] == [body["type"]]
        assert [each["identifier_id"] for each in row["actor"]] == body["actors"]
        assert [each["identifier_id"] for each in row["recipient"]] == body["recipients"]
        assert (row["quad_code"], row["event_scale"]) == (body["quad"], body["score"])
        notes = dict(note.split("=") for note in row["comment"].split("; "))
        assert (notes["status"], notes["negated"], notes.get("edtf")) == (
            body["status"],
            "yes" if body["negated"] else "no",
            body["date"],
        )
        text = record.show(row["cite_info"]["citation"]).text
        assert text[row["text_info"]["start"] : row["text_info"]["end"]] == row["text"]


def test_dates_are_as_precise_as_the_article(run):
    dates = {row["event_text"]: (row["date"], row["enddate"]) for row in lines(run("events"))}
    assert dates["Peru praised Venezuela"] == ("2021-08-02", "")
    assert dates["expelled Chile"] == ("2017-03", "")
    assert dates["The Okafor Circle met Chile"] == ("", "2020")
    assert dates["Ana Luz of NATO\tmet Kosovo"] == ("", "")


def test_plover_says_who_says_so_and_where_it_was(run):
    found = {row["event_text"]: row for row in lines(run("events"))}
    assert "attributed=Ana Luz" in found["Peru would praise Venezuela"]["comment"]
    place = found["Ana Luz of NATO\tmet Kosovo"]["event_loc"]
    assert (place["extracted_place"], place["city"], place["country_code"], place["resolution"]) == (
        "Lima",
        "Lima",
        "PER",
        "city",
    )
    assert found["Ana Luz of NATO\tmet Kosovo"]["recipient"][0]["code"] == "KOS"


def test_a_place_that_the_claim_knows_is_given_with_its_coordinates(run, record):
    text = "Peru praised Chile in Okafor."
    where = Location(
        words=(),
        name="Okafor",
        kind="city",
        state="PER",
        geonames=7,
        latitude=-12.5,
        longitude=0.0,
        confidence=1,
        why="hand",
    )
    record.add(story(text, "four", events=(event(text, "praised", place="Okafor", location=where),)), VERSION)
    place = next(row["event_loc"] for row in lines(run("events")) if row["cite_info"]["citation"] == "four")
    assert (place["city"], place["country"], place["country_code"]) == ("Okafor", "Peru", "PER")
    assert (place["geonameid"], place["lat"], place["lon"]) == ("7", -12.5, 0.0)
    (row,) = [row for row in rows(run("events", "--format", "polecat")) if row["City"] == "Okafor"]
    assert (row["Latitude"], row["Longitude"], row["GeoNames ID"], row["Country"]) == ("-12.5", "0", "7", "PER")
    assert [each for row in lines(run("events")) for each in violations(row, SCHEMA, SCHEMA)] == []


def test_polecat_has_forty_columns_in_order_with_legal_values(run):
    assert list(COLUMNS) == NAMES
    assert len(NAMES) == 40
    done = run("events", "--format", "polecat", "--all")
    assert done.stdout.splitlines()[0].split("\t") == NAMES
    codes = {*state_codes().values(), *actor_codes(), ""}
    quads = {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}
    assert len(rows(done)) == 9
    for row in rows(done):
        assert None not in row
        assert None not in row.values()
        assert row["Event Type"] in event_types()
        assert row["Event Mode"] in ("", *event_types()[row["Event Type"]].modes)
        assert row["Quad Code"] in quads
        assert re.fullmatch(r"-?\d+\.\d", row["Intensity"])
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row["Event Date"])
        for side in ("Actor", "Recipient"):
            many = len(row[f"{side} Name"].split(";"))
            for name in (f"{side} Country", f"{side} COW", f"Primary {side} Sector", f"{side} Sectors"):
                values = [value.strip() for value in row[name].split(";")]
                assert len(values) == many or values == [""]
            assert {value.strip() for value in row[f"{side} Country"].split(";")} <= codes
            assert {value.strip() for value in row[f"{side} COW"].split(";")} <= {*cow_codes().values(), ""}
            assert set(re.split("[;,]", row[f"{side} Sectors"].replace(" ", ""))) <= {*sectors(), ""}
        assert not any(character in value for value in row.values() for character in "\t\n\u2028")


def test_polecat_leads_back_to_the_record(run, record):
    known = {row["id"]: told(record)[row["event_text"]] for row in lines(run("events"))}
    names = {"PER": "Peru", "VEN": "Venezuela", "CHL": "Chile", "XKX": "Kosovo", "bloc/nato": "NATO"}
    for row in rows(run("events", "--format", "polecat", "--all")):
        body = known[row["Event ID"]]
        assert (row["Event Type"], row["Event Mode"] or None) == (body["type"], body["mode"])
        for side in ("actors", "recipients"):
            found = row["Actor Name" if side == "actors" else "Recipient Name"]
            shown = [
                names.get(id_, {"group/okafor": "Okafor Circle", "person/ana-luz": "Ana Luz"}.get(id_))
                for id_ in body[side]
            ]
            assert [name for name in found.split("; ") if name] == shown
        whole = body["date"] if re.fullmatch(r"\d{4}-\d\d-\d\d", body["date"] or "") else ""
        assert row["Event Date"] == whole
        assert float(row["Intensity"]) == body["score"]
        assert [each for each in row["Contexts"].split("; ") if each] == body["contexts"]


def test_polecat_leaves_out_what_it_cannot_mark(run):
    assert len(rows(run("events", "--format", "polecat"))) == 5
    kept = {row["Event ID"] for row in rows(run("events", "--format", "polecat"))}
    happened = {row["id"] for row in lines(run("events")) if row["comment"].startswith("status=actual; negated=no")}
    assert kept == happened


@pytest.mark.parametrize(
    ("given", "many"),
    [
        (["--state", "per"], 7),
        (["--state", "Kosovo"], 1),
        (["--state", "KOS", "--state", "IGO"], 2),
        (["--type", "sanction", "--type", "AGREE"], 2),
        (["--since", "2021-08-03"], 4),
        (["--until", "2018"], 2),
        (["--since", "2019", "--until", "2019-12"], 2),
        (["--since", "2021-08-06"], 3),
        (["--state", "CHL", "--type", "CONSULT"], 0),
    ],
)
def test_filters(run, given, many):
    found = lines(run("events", *given))
    assert len(found) == many


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ["--state", "Atlantis"],
            "found the state 'Atlantis'; expected a code such as PER or IGO, or the name of a state",
        ),
        (["--type", "PRAISE"], "found the type 'PRAISE'; expected one of AGREE"),
        (["--since", "Monday"], "found 'Monday'; expected a day such as 2021-08-05, a month or a year"),
        (["--since", "2020/2021"], "found '2020/2021'"),
        (["--since", "2022", "--until", "2021"], "since 2022 is after until 2021"),
    ],
)
@pytest.mark.parametrize("what", ["events", "dyads"])
def test_what_cannot_be_understood_is_refused(run, what, given, said):
    with pytest.raises(detente.UsageError, match=re.escape(said)):
        run(what, *given)


def test_a_file_is_written_whole_and_never_over_another_unless_told(run, tmp_path):
    file = tmp_path / "events.tsv"
    done = run("events", "--format", "polecat", "--out", file)
    assert (done.stdout, done.stderr) == ("", f"detente: wrote {file}: 5 rows\n")
    kept = file.read_bytes()
    assert kept.decode() == run("events", "--format", "polecat").stdout
    with pytest.raises(detente.UsageError, match="exists already; expected another name, or --force"):
        run("dyads", "--out", file)
    assert file.read_bytes() == kept
    run("dyads", "--out", file, "--force")
    assert file.read_text("utf-8") == run("dyads").stdout
    with pytest.raises(detente.UsageError, match="cannot be written"):
        run("events", "--out", tmp_path / "nowhere" / "events.tsv")
    assert sorted(path.name for path in tmp_path.glob("*.*") if "record" not in path.name) == ["events.tsv"]


def test_dyads_as_table_and_as_json(run):
    done = run("dyads", "--by", "month")
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert list(table[0]) == list(DYAD_COLUMNS)
    (row,) = [row for row in table if (row["iso1"], row["iso2"], row["period"]) == ("PER", "VEN", "2021-08")]
    assert (row["ccode1"], row["q1"], row["q2"], row["events"], row["reports"]) == ("135", "1", "0", "1", "2")
    assert (row["score_q1"], row["score_q2"], row["articles"]) == ("5.0", "", "1")
    as_json = lines(run("dyads", "--by", "month", "--format", "json"))
    assert [{name: "" if value is None else str(value) for name, value in each.items()} for each in as_json] == table
    assert "2019" in {row["period"] for row in lines(run("dyads", "--format", "json", "--historical"))}
    assert "2019" not in {row["period"] for row in lines(run("dyads", "--format", "json"))}


def test_dyads_of_a_state_are_its_pairs_alone(run, record):
    text = "Peru and Chile praised Venezuela."
    record.add(story(text, "four", events=(event(text, "praised", actors=("PER", "CHL"), date="2022-01-01"),)), VERSION)
    found = lines(run("dyads", "--state", "CHL", "--since", "2022", "--format", "json"))
    assert [(row["iso1"], row["iso2"]) for row in found] == [("CHL", "VEN")]
    assert len(lines(run("dyads", "--since", "2022", "--format", "json"))) == 2


def test_tables_are_read_by_pandas(run, tmp_path):
    pandas = pytest.importorskip("pandas")
    run("dyads", "--out", tmp_path / "dyads.csv")
    run("events", "--format", "polecat", "--out", tmp_path / "events.tsv")
    table = pandas.read_csv(tmp_path / "dyads.csv")
    assert list(table.columns) == list(DYAD_COLUMNS)
    assert table["score"].dtype.kind == "f"
    assert table["events"].dtype.kind == "i"
    assert pandas.read_csv(tmp_path / "events.tsv", sep="\t").shape == (5, 40)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_reading_does_not_matter(store, record, order):
    with store.record() as other:
        for n in order:
            other.add((first, second, third)[n](), VERSION)
        assert list(api.events(other)) == list(api.events(record))
        assert list(api.events(other, format="polecat")) == list(api.events(record, format="polecat"))
        assert api.dyads(other, by="month") == api.dyads(record, by="month")


def test_python_gives_what_the_commands_print(run, record):
    for types in (["SANCTION"], "sanction"):
        assert list(api.events(record, types=types)) == lines(run("events", "--type", "SANCTION"))
    every = api.events(record, format="polecat", all=True)
    assert list(every) == rows(run("events", "--format", "polecat", "--all"))
    printed = lines(run("dyads", "--format", "json", "--undated", "drop", "--undirected"))
    assert list(api.dyads(record, undated="drop", undirected=True)) == printed
    for wrong in ({"format": "cameo"}, {"since": "Monday"}, {"economic_sanctions": "both"}):
        with pytest.raises(detente.UsageError, match="expected"):
            api.events(record, **wrong)
    with pytest.raises(detente.UsageError, match="expected one of day, month, year"):
        api.dyads(record, by="week")


def test_an_empty_record_gives_empty_exports(tmp_path):
    def export(*arguments):
        words = [sys.executable, "-m", "detente", "export", *arguments, "--record", str(tmp_path / "none.db")]
        return subprocess.run(words, capture_output=True, text=True, check=True)

    assert export("events").stdout == ""
    assert export("events", "--format", "polecat").stdout.rstrip("\n").split("\t") == NAMES
    assert export("dyads").stdout.rstrip("\n").split(",") == list(DYAD_COLUMNS)
    assert "there is no record" in export("dyads").stderr


class Nothing(io.TextIOBase):
    """A stream that keeps nothing."""

    def write(self, words):
        return len(words)


def peak(record):
    """Give how many rows an export has and how much memory it takes at most."""
    tracemalloc.start()
    many = write_table(api.events(record, format="polecat"), NAMES, Nothing(), "\t")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return many, most


def test_memory_does_not_grow_with_the_record(store):
    text = "Peru praised Venezuela. " * 40
    claims = tuple(event(text, "Peru praised Venezuela", number=n, date="2021-08-02") for n in range(1, 7))
    with store.record() as record:
        for n in range(150):
            record.add(story(text, f"{n:05}", events=claims), VERSION)
        few, least = peak(record)
        for n in range(150, 600):
            record.add(story(text, f"{n:05}", events=claims), VERSION)
        many, most = peak(record)
    assert (few, many) == (900, 3600)
    assert most < 1.3 * least
