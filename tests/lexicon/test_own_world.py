"""Rows of a user's own replace and add to the shipped ones; what is wrong with them is told in full."""

import subprocess
import sys

import pytest

import detente
from detente.errors import LexiconError, UsageError
from detente.lexicon import directory, leaders_on, memberships_of, names, own_world, tenures_of, words
from detente.lexicon.tables import TABLES
from detente.settings import Settings
from detente.versions import version

OUTLET = "id,name,aliases,state,source\noutlet/harbour-post,Harbour Post,,PER,https://harbour.example\n"
RADIO = "id,name,aliases,state,source\noutlet/reuters,Reuters Agency,,GBR,https://reuters.example\n"
MINISTER = "name,office,state,since,until,source\nAda RIVERA,foreign minister,PER,2021-07-29,2021-08-17,own list\n"
STATE = "id,name,capitals,source\nQQQ,Freedonia,Fredville,own list\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "outlets.csv").write_text("# ours\n" + OUTLET)
    (tmp_path / "states.csv").write_text(STATE)
    (tmp_path / "memberships.csv").write_text("state,organisation,status,source\nQQQ,bloc/opec,observer,own list\n")
    return tmp_path


def test_rows_are_added_within_the_block_alone(folder):
    with own_world(str(folder)):
        assert directory()["outlet/harbour-post"].name == "Harbour Post"
        assert [name.known.id for name in names()[words("Freedonia")]] == ["QQQ"]
        assert [each.organisation for each in memberships_of("QQQ")] == ["bloc/opec"]
        assert "PER" in directory()
    assert "QQQ" not in directory()


def test_a_row_with_a_known_id_replaces_it(tmp_path):
    file = tmp_path / "outlets.csv"
    file.write_text(RADIO)
    with own_world(str(file)):
        assert directory()["outlet/reuters"].name == "Reuters Agency"
        assert words("Thomson Reuters") not in names()
    assert directory()["outlet/reuters"].name == "Reuters"


def test_the_tenures_of_a_person_in_an_office_are_replaced_together(tmp_path):
    rows = "name,office,state,since,until,source\nSergey LAVROV,foreign minister,RUS,2004-03-09,2020-01-01,own list\n"
    (tmp_path / "leaders.csv").write_text(rows)
    with own_world(str(tmp_path)):
        assert [each.until for each in tenures_of("RUS", "foreign minister")] == ["2020-01-01"]
    assert [each.until for each in tenures_of("RUS", "foreign minister")] == [""]


def test_reading_knows_the_rows_and_its_version_tells(folder):
    settings = Settings(world=str(folder), learned=False)
    reading = detente.read_text("Harbour Post reported the vote in Fredville.", settings=settings)
    assert "outlet/harbour-post" in {actor["id"] for actor in reading.json["actors"]}
    plain, own = version(Settings()).lexicon, version(settings).lexicon
    assert own.startswith(f"{plain}+")
    (folder / "outlets.csv").write_text(OUTLET.replace("Post", "News"))
    assert version(Settings(world=str(folder))).lexicon != own


def test_a_tenure_of_ones_own_is_found_on_its_days(tmp_path):
    (tmp_path / "leaders.csv").write_text(MINISTER)
    with own_world(str(tmp_path)):
        found = {each.name: each.source for each in leaders_on("PER", "foreign minister", "2021-08-05")}
    assert found["Ada RIVERA"] == "own list"
    assert "Héctor BÉJAR" in found


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("outlets.csv", OUTLET.replace("PER", "PRU"), "outlets.csv:2: state: found 'PRU'; expected an id of states"),
        ("outlets.csv", "# ours\n\n" + OUTLET.replace(",PER", ""), "outlets.csv:4: found 4 values; expected id, name"),
        (
            "outlets.csv",
            OUTLET.replace("https://harbour.example", ""),
            "outlets.csv:2: source: found ''; expected some",
        ),
        (
            "outlets.csv",
            OUTLET.replace("state", "country"),
            "outlets.csv:1: found the columns id, name, aliases, country",
        ),
        ("outlets.csv", "", "outlets.csv:1: found the columns none; expected at least id, name, source"),
        ("outlets.csv", OUTLET.replace("Harbour", '"Harbour'), "outlets.csv:2: found "),
        (
            "leaders.csv",
            MINISTER.replace("RIVERA", "Rivera"),
            "leaders.csv:2: name: found 'Ada Rivera'; expected a family",
        ),
        (
            "leaders.csv",
            MINISTER.replace("2021-07-29", "29 July"),
            "leaders.csv:2: since: found '29 July'; expected a date",
        ),
        (
            "leaders.csv",
            MINISTER.replace("2021-08-17", "2020"),
            "leaders.csv:2: until: found '2020'; expected nothing be",
        ),
        (
            "leaders.csv",
            MINISTER.replace("foreign minister", "top cook"),
            "leaders.csv:2: office: found 'top cook'; exp",
        ),
    ],
)
def test_an_error_names_file_line_what_was_found_and_what_was_expected(tmp_path, file, text, told):
    (tmp_path / file).write_text(text)
    with pytest.raises(LexiconError) as caught, own_world(str(tmp_path)):
        pass
    assert told in str(caught.value)


def test_a_file_that_is_no_utf_8_is_refused(tmp_path):
    (tmp_path / "outlets.csv").write_bytes(OUTLET.replace("Harbour", "Häfen").encode("latin-1"))
    with pytest.raises(LexiconError, match="expected a table in UTF-8"), own_world(str(tmp_path)):
        pass


@pytest.mark.parametrize(
    ("name", "told"),
    [("absent", "found no such folder or file"), ("", "found no file ending in .csv"), ("cities.csv", "of this name")],
)
def test_a_folder_without_tables_is_refused(tmp_path, name, told):
    if name.endswith(".csv"):
        (tmp_path / name).write_text(OUTLET)
    with pytest.raises(UsageError, match=told) as caught, own_world(str(tmp_path / name)):
        pass
    assert all(f"{table}.csv" in str(caught.value) for table in TABLES)


def test_the_command_reads_the_folder_of_the_environment(folder, tmp_path, monkeypatch):
    def run(*arguments):
        command = [sys.executable, "-m", "detente", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    monkeypatch.setenv("DETENTE_WORLD", str(folder))
    assert "+" in run("--version").stdout.splitlines()[-1]
    monkeypatch.setenv("DETENTE_WORLD", str(folder / "absent"))
    done = run("stats", "--record", str(tmp_path / "none.db"))
    assert done.returncode == 2
    assert "found no such folder or file" in done.stderr
