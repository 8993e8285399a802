from dataclasses import replace
from itertools import permutations

import pytest
from handmade import VERSION, printed, tenure

from detente.positions import who
from detente.record import Record

LUZ, SOL, RIO = "person/ana-luz", "person/ben-sol", "person/rio"


def reading(name, published, *tenures):
    text = "Foreign Minister Ana Luz spoke."
    claims = [tenure(text, "Foreign Minister", person, **given) for person, given in tenures]
    claims = [replace(claim, id=f"tenures/{n}") for n, claim in enumerate(claims)]
    return printed(text, name, published, tenures=tuple(claims))


READINGS = (
    reading("a", "2019-01-30", (LUZ, {})),
    reading("b", "2019-03-29", (LUZ, {})),
    reading("c", "2021-08-05", (SOL, {"since": "2021-07-29", "predecessor": LUZ}), (LUZ, {"status": "former"})),
    reading("d", "2021-09-29", (SOL, {"status": "former", "until": "2021-08-17"})),
)


def ask(folder, readings, office="foreign minister", polity="PER", on=None):
    record = Record.open(str(folder / "record.db"))
    for each in readings:
        record.add(each, VERSION)
    found = who(record, office, polity, on)
    record.close()
    return found


def names(found):
    return [(holder.person, holder.certain) for holder in found]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2019-02-15", [(LUZ, True)]),
        ("2020-02-15", [(LUZ, False)]),
        ("2021-08-01", [(SOL, True)]),
        ("2021-08-17", [(SOL, True)]),
        ("2021-12-01", []),
        ("2018-01-01", [(LUZ, False)]),
        (None, [(LUZ, None), (SOL, None)]),
    ],
)
def test_who_on_a_day(tmp_path, on, expected):
    assert names(ask(tmp_path, READINGS, on=on)) == expected


def test_from_when_to_when_it_is_known(tmp_path):
    luz, sol = ask(tmp_path, READINGS)
    assert (luz.known_from, luz.known_to, luz.since, luz.left_by) == ("2019-01-30", "2019-03-29", None, "2021-08-05")
    assert (sol.since, sol.until, sol.predecessor) == ("2021-07-29", "2021-08-17", LUZ)


def test_titles_and_names_of_states_are_understood(tmp_path):
    assert ask(tmp_path, READINGS, "Minister of Foreign Affairs", "Peru") == ask(tmp_path, ())
    assert len(ask(tmp_path, (), "foreign_minister", "per")) == 2
    assert ask(tmp_path, READINGS, "vice president") == ()


def test_contested_claimants_stand_side_by_side(tmp_path):
    claims = [
        (SOL, {"office": "president", "status": "contested"}),
        (RIO, {"office": "president", "status": "contested"}),
    ]
    found = ask(tmp_path, [reading("a", "2019-01-30", *claims)], "president", on="2019-01-30")
    assert [(holder.person, holder.status) for holder in found] == [(SOL, "contested"), (RIO, "contested")]


def test_a_coarse_date_does_not_prove_a_day(tmp_path):
    found = ask(tmp_path, [reading("a", None, (LUZ, {"holding": "2017-08"}))], on="2017-08-15")
    assert names(found) == [(LUZ, False)]


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_reading_does_not_matter(tmp_path, order):
    (tmp_path / "other").mkdir()
    shuffled = [READINGS[n] for n in order]
    for on in (None, "2019-02-15", "2021-08-01"):
        assert ask(tmp_path, shuffled, on=on) == ask(tmp_path / "other", READINGS, on=on)
