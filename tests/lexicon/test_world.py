"""The directory's files hold together."""

import pytest

from detente.lexicon import directory, leaders, names, read_csv, words

FILES = ("states", "organisations", "outlets", "places", "leaders")


@pytest.mark.parametrize("file", FILES)
def test_every_row_has_a_source(file):
    assert not [row for row in read_csv(f"world/{file}.csv") if not row["source"].strip()]


@pytest.mark.parametrize("file", ["states", "organisations", "outlets", "places"])
def test_no_id_stands_twice(file):
    ids = [row["id"] for row in read_csv(f"world/{file}.csv")]
    assert len(ids) == len(set(ids))


def test_whoever_is_represented_is_known():
    known = directory()
    assert not [each.id for each in known.values() if each.represents and each.represents not in known]
    assert not [each for some in leaders().values() for each in some if each.state not in known]


def test_the_directory_is_large_enough():
    types = [each.type for each in directory().values()]
    assert types.count("state") >= 230
    assert types.count("bloc") + types.count("organisation") >= 150
    assert types.count("outlet") >= 150


def test_states_of_the_correlates_of_war_have_their_codes():
    codes = {row["id"]: row["cow"] for row in read_csv("world/states.csv")}
    assert (codes["USA"], codes["PER"], codes["VEN"], codes["SRB"]) == ("2", "135", "101", "345")


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("U.K.", "GBR"),
        ("DPRK", "PRK"),
        ("Saudis", "SAU"),
        ("Danes", "DNK"),
        ("Swaziland", "SWZ"),
        ("OPEC+", "bloc/opec-plus"),
    ],
)
def test_a_name_leads_to_its_actor(name, actor):
    assert actor in [each.known.id for each in names()[words(name)]]


def test_a_tenure_ends_when_the_next_begins():
    tenures = [each for each in leaders()["castillo"] if each.state == "PER"]
    assert [sum(each.holds_on(day) for each in tenures) for day in ("2021-08-05", "2022-12-07")] == [1, 0]
