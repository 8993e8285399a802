"""``detente actors``, ``same``, ``different``, ``undo`` and ``judgements`` as users run them."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from handmade import VERSION, at, printed, stance

import detente
from detente.documents import Actor
from detente.text import slug

SOURCE = str(Path(detente.__file__).parents[1])
PERU = Actor("PER", "Peru", "state", True, ())


def article(id_, *names):
    text = f"In {id_}, {' and '.join(names)} rejects sanctions."
    people = tuple(Actor(f"person/{slug(name)}", name, "person", False, at(text, name), "PER") for name in names)
    mine = stance(text, "rejects sanctions", "against", holder=people[0].id, capacity="personal")
    return printed(text, id_, "2021-08-05", actors=(PERU, *people), stances=(mine,), outlet="El Diario")


@pytest.fixture
def run(record, tmp_path):
    for id_, name in (("one", "Ana Luz"), ("two", "Ana Luz"), ("three", "Carla Río"), ("four", "Ana Luz Paz")):
        record.add(article(id_, name), VERSION)

    def command(*arguments, **variables):
        words = [sys.executable, "-m", "detente", *map(str, arguments), "--record", record.name]
        environment = {**os.environ, "PYTHONPATH": SOURCE, "COLUMNS": "200", "DETENTE_JUDGE": "Eva", **variables}
        return subprocess.run(words, capture_output=True, encoding="utf-8", env=environment, check=False, cwd=tmp_path)

    return command


def test_actors_are_listed_with_the_most_frequent_first(run):
    done = run("actors", "--type", "person", "--limit", "2")
    assert done.stdout.splitlines() == [
        "Ana Luz  person/ana-luz  (PER, 3 articles, 3 mentions, also Ana Luz Paz)",
        "Carla Río  person/carla-rio  (PER, 1 article, 1 mention)",
    ]
    assert (done.returncode, done.stderr) == (0, "")
    first = json.loads(run("actors", "--format", "json", "--limit", "1").stdout)
    assert (first["id"], first["articles"]) == ("PER", 4)
    assert run("actors", "--type", "bloc").stdout == "The record knows no actor of that kind.\n"


def test_one_actor_is_shown_with_his_names_mentions_and_reasons(run):
    done = run("actors", "Ana", "Luz", "Paz")
    assert done.returncode == 0
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0].startswith("Ana Luz")
    assert "“In four, Ana Luz Paz rejects sanctions.”" in lines
    assert "Why he is one" in lines
    assert any("name_included" in line for line in lines)
    dossier = json.loads(run("actors", "person/ana-luz-paz", "--format", "json").stdout)
    assert {mention["article"] for mention in dossier["mentions"]} == {"one", "two", "four"}
    assert dossier["joins"][0]["features"][0].keys() == {"name", "weight", "says"}


def test_actors_as_a_table(run):
    rows = list(csv.DictReader(io.StringIO(run("actors", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == ["PER", "person/ana-luz", "person/carla-rio"]
    assert rows[1]["names"] == "Ana Luz; Ana Luz Paz"


def test_judging_and_undoing(run):
    done = run("same", "person/carla-rio", "person/ana-luz", "--why", "a pen name")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1  same: person/ana-luz (Ana Luz) and person/carla-rio (Carla Río)  (Eva, " in done.stdout
    assert "against" in run("timeline", "person/carla-rio", "VEN").stdout
    assert len(json.loads(run("actors", "person/carla-rio", "--format", "json").stdout)["actor"]["ids"]) == 3
    parted = json.loads(
        run("different", "person/ana-luz-paz", "Ana Luz", "--why", "two", "--by", "Ivo", "--format", "json").stdout
    )
    assert (parted["number"], parted["by"], parted["standing"]) == (2, "Ivo", "holds")
    assert "2  different" in run("undo").stdout
    assert "withdrawn by Eva" in run("undo", "1").stdout
    listed = [json.loads(line) for line in run("judgements", "--format", "json").stdout.splitlines()]
    assert [(each["number"], each["standing"]) for each in listed] == [(1, "withdrawn"), (2, "withdrawn")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["same", "Nobody", "PER", "--why", "x"], "knows no actor called 'Nobody'"),
        (["same", "PER", "Ana Luz"], "Missing option '--why'"),
        (["undo"], "there is no judgement to undo"),
        (["undo", "7"], "there is no judgement 7"),
        (["actors", "--state", "Atlantis"], "no state called 'Atlantis'"),
        (["search", "sanctions", "--actor", "Nobody"], "no actor called 'Nobody'"),
    ],
)
def test_what_cannot_be_done_is_said(run, arguments, said):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_judgements(run):
    assert run("judgements").stdout == "No judgements in the record.\n"
    assert run("judgements", "--format", "json").stdout == ""


def test_what_is_shown_and_found_names_the_identity(run):
    shown = json.loads(run("show", "four", "--format", "json").stdout)
    assert shown["identities"]["person/ana-luz-paz"]["id"] == "person/ana-luz"
    found = [
        json.loads(line)["article"]
        for line in run("search", "sanctions", "--actor", "Ana Luz Paz", "--format", "json").stdout.splitlines()
    ]
    assert found == ["four", "one", "two"]
