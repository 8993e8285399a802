"""The directory's files hold together."""

import re
import subprocess
import sys
from functools import cache
from itertools import combinations, groupby
from pathlib import Path

import pytest

from detente.dates import first_day, last_day
from detente.lexicon import (
    capital_of,
    directory,
    leaders,
    memberships,
    memberships_of,
    names,
    offices,
    tenures,
    tenures_of,
    words,
)
from detente.lexicon.own_world import rows, shipped
from detente.lexicon.tables import TABLES, problems
from world.sources import facts

VAGUE = ("public knowledge", "any atlas", "own imprint", "own founding documents")
MEMBERS = {
    "bloc/united-nations": 193, "bloc/european-union": 27, "bloc/nato": 32, "bloc/council-of-europe": 46,
    "bloc/oecd": 38, "bloc/asean": 11, "bloc/arab-league": 22, "bloc/commonwealth-of-nations": 56, "bloc/celac": 33,
    "bloc/african-union": 55, "bloc/organization-of-american-states": 34, "bloc/opec": 12, "bloc/eurozone": 21,
    "bloc/schengen-area": 29, "bloc/group-of-twenty": 21, "bloc/ecowas": 12, "bloc/gulf-cooperation-council": 6,
    "bloc/caricom": 15, "bloc/shanghai-cooperation-organization": 10, "bloc/eurasian-economic-union": 5,
    "bloc/asia-pacific-economic-cooperation": 21, "bloc/east-african-community": 8,
}  # fmt: skip


@cache
def ids(table):
    return frozenset(row["id"] for row in shipped(table))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_sound_and_says_where_it_can_be_checked(name):
    found = [(row, str(each)) for row in shipped(name) for each in problems(TABLES[name], row, ids)]
    assert found == []
    assert [row for row in shipped(name) if any(vague in row["source"] for vague in VAGUE)] == []


@pytest.mark.parametrize("name", ["states", "organisations", "outlets", "places", "names.es", "names.fr"])
def test_no_id_stands_twice(name):
    found = [row["id"] for row in shipped(name)]
    assert len(found) == len(set(found))


def test_whoever_is_represented_is_known():
    known = directory()
    assert not [each.id for each in known.values() if each.represents and each.represents not in known]
    assert not [each for some in leaders().values() for each in some if each.state not in known]


def test_the_directory_is_large_enough():
    types = [each.type for each in directory().values()]
    assert types.count("state") >= 230
    assert types.count("outlet") >= 400
    assert len(memberships()) >= 150
    assert len({each.state for each in tenures() if each.office == "foreign minister"}) >= 190


def test_states_of_the_correlates_of_war_have_their_codes():
    codes = {row["id"]: row["cow"] for row in rows("states")}
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
        ("Zaire", "COD"),
        ("Rhodesian", "ZWE"),
        ("Ciudad de México", "MEX"),
        ("Côte d'Ivoire", "CIV"),
        ("Foggy Bottom", "government/u-s-department-of-state"),
        ("Quai d'Orsay", "government/quai-dorsay"),
    ],
)
def test_a_name_leads_to_its_actor(name, actor):
    assert actor in [each.known.id for each in names()[words(name)]]


def test_a_former_name_keeps_its_years():
    (name,) = names()[words("Zaire")]
    assert (name.since, name.until) == ("1971-10-27", "1997-05-17")


@pytest.mark.parametrize(
    ("language", "name", "use"),
    [
        ("es", "Países Bajos", "name"),
        ("es", "alemanas", "people"),
        ("es", "Londres", "capital"),
        ("fr", "Allemagne", "name"),
        ("fr", "grecque", "adjective"),
        ("fr", "La Haye", "capital"),
    ],
)
def test_names_of_another_language_are_known_in_it_alone(language, name, use):
    assert use in [each.use for each in names(language)[words(name)]]
    assert words(name) not in names()


def test_every_state_of_the_united_nations_has_names_adjectives_and_a_capital_in_three_languages():
    members = {each.state for each in memberships()["bloc/united-nations"] if each.status == "member"} - {"DDR", "CSK"}
    for table in ("states", "names.es", "names.fr"):
        poor = {row["id"] for row in rows(table) if not (row["name"] and row["adjectives"] and row["capitals"])}
        assert members & poor == set()


def test_brussels_is_the_capital_of_belgium_and_stands_for_the_union():
    belgium = capital_of("Brussels")
    assert belgium is not None
    assert belgium.id == "BEL"
    assert {each.known.id for each in names()[words("Brussels")]} == {"BEL", "bloc/european-union"}


def test_a_tenure_ends_when_the_next_begins():
    castillos = [each for each in leaders()["castillo"] if each.state == "PER"]
    assert [sum(each.holds_on(day) for each in castillos) for day in ("2021-08-05", "2022-12-07")] == [1, 0]


def test_of_a_month_that_is_all_we_know_its_last_day_is_sure():
    (tenure,) = [each for each in tenures_of("PER", "foreign minister") if each.since == "2019-10"]
    assert [tenure.holds_on(day) for day in ("2019-10-15", "2019-10-31")] == [False, True]


def test_two_holders_of_one_office_overlap_by_no_more_than_a_day_unless_marked():
    def office(each):
        return each.state, each.office

    def days(each):
        return min(filter(None, (last_day(each.since), each.first_seen))), first_day(each.until) or each.last_seen

    plain = sorted((each for each in tenures() if not each.mark), key=office)
    both = [pair for _, some in groupby(plain, key=office) for pair in combinations(some, 2)]
    days_of = [(one, other, days(one), days(other)) for one, other in both]
    assert [(one, other) for one, other, a, b in days_of if max(a[0], b[0]) < min(a[1], b[1])] == []


def test_every_office_has_a_title_and_every_tenure_its_order():
    assert {each.office for each in tenures()} <= set(offices("en"))
    assert [each for each in tenures() if each.until and last_day(each.until) < first_day(each.since)] == []
    assert [each for each in tenures() if each.first_seen > each.last_seen] == []


@pytest.mark.parametrize(("organisation", "expected"), MEMBERS.items())
def test_the_members_of_an_organisation_are_as_many_as_it_has(organisation, expected):
    standing = ("member", "participating state")
    found = [each.state for each in memberships()[organisation] if each.status in standing and not each.until]
    assert len(found) == len(set(found)) == expected


@pytest.mark.parametrize(
    ("state", "organisation", "status", "day", "holds"),
    [
        ("RUS", "bloc/council-of-europe", "member", "2022-03-15", True),
        ("RUS", "bloc/council-of-europe", "member", "2022-03-17", False),
        ("GBR", "bloc/european-union", "member", "2020-02-01", False),
        ("ARG", "bloc/lima-group", "member", "2021-03-25", False),
        ("NER", "bloc/ecowas", "member", "2025-02-01", False),
        ("SWE", "bloc/nato", "member", "2024-03-06", False),
        ("ZWE", "bloc/commonwealth-of-nations", "member", "2004-01-01", False),
        ("KEN", "bloc/african-union", "member", "2016-01-01", True),
        ("KEN", "bloc/african-union", "member", "2010-01-01", None),
    ],
)
def test_a_membership_is_known_to_hold_or_not_or_neither(state, organisation, status, day, holds):
    found = [each for each in memberships_of(state) if (each.organisation, each.status) == (organisation, status)]
    assert [each.holds_on(day) for each in found] == [holds]


def test_the_first_listing_is_never_a_day_of_joining():
    assert [each for some in memberships().values() for each in some if each.since == "2015-10-26"] == []


def test_the_directory_loads_lazily_and_fast():
    timed = "import time; from detente.lexicon import names, leaders; a = time.perf_counter(); names(); leaders()"
    late = "from detente.lexicon.own_world import rows; print(time.perf_counter() - a)"
    done = subprocess.run([sys.executable, "-c", f"{timed}; {late}"], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 1.0  # 0.15 s alone on one core; the machine of the tests may be busy


DOCS = (Path(__file__).parent.parent.parent / "docs" / "directory.md").read_text("utf-8")


def test_the_numbers_in_the_documentation_are_those_of_the_files():
    told = {name: int(number) for name, number in re.findall(r"^\| `([\w.]+)\.csv` \| (\d+) \|", DOCS, re.MULTILINE)}
    assert told == {name: len(shipped(name)) for name in TABLES}
    keys = {
        name: tuple(re.findall(r"`(\w+)`", key))
        for name, key in re.findall(r"^\| `([\w.]+)\.csv` \|.*\| ([^|]+) \| [^|]+ \|$", DOCS, re.MULTILINE)
    }
    assert keys == {name: table.key for name, table in TABLES.items()}
    assert f"{sum(bool(row['since']) for row in shipped('memberships'))} of them" in DOCS
    by_hand = {row["state"] for row in facts("foreign_ministers.csv")}
    assert f"written down for {len(by_hand)} states" in DOCS
