from dataclasses import replace

import pytest
from handmade import ACTORS, VERSION, printed, recognition, tenure

from detente.documents import Actor
from detente.errors import UsageError
from detente.positions import who

LUZ, SOL, RIO = "person/ana-luz", "person/ben-sol", "person/rio"
PEOPLE = (
    *(each._replace(represents="QAA") if each.represents else each for each in ACTORS),
    Actor("QAA", "Qaa", "state", True, ()),
)
"""A state of which the directory knows nothing, so that only what is read is the answer."""


def reading(name, published, *tenures):
    text = "Foreign Minister Ana Luz spoke."
    claims = [tenure(text, "Foreign Minister", person, **{"polity": "QAA", **given}) for person, given in tenures]
    claims = [replace(claim, id=f"tenures/{n}") for n, claim in enumerate(claims)]
    return printed(text, name, published, tenures=tuple(claims), actors=PEOPLE)


READINGS = (
    reading("a", "2019-01-30", (LUZ, {})),
    reading("b", "2019-03-29", (LUZ, {})),
    reading("c", "2021-08-05", (SOL, {"since": "2021-07-29", "predecessor": LUZ}), (LUZ, {"status": "former"})),
    reading("d", "2021-09-29", (SOL, {"status": "former", "until": "2021-08-17"})),
)


def ask(place, readings, office="foreign minister", polity="QAA", on=None):
    record = place.open()
    for each in readings:
        record.add(each, VERSION)
    found = who(record, office, polity, on)
    record.close()
    return found


def people(holders):
    return [holder.person for holder in holders]


@pytest.mark.parametrize(
    ("on", "holders", "before", "after"),
    [
        ("2019-02-15", [LUZ], [], []),
        ("2020-02-15", [], [LUZ], [SOL]),
        ("2021-08-01", [SOL], [], []),
        ("2021-08-17", [SOL], [], []),
        ("2021-12-01", [], [SOL], []),
        ("2018-01-01", [], [], [LUZ]),
        (None, [LUZ, SOL], [], []),
    ],
)
def test_nobody_who_is_not_known_to_have_held_it_on_the_day_is_the_answer(place, on, holders, before, after):
    found = ask(place, READINGS, on=on)
    assert [people(each) for each in (found.holders, found.before, found.after)] == [holders, before, after]
    assert found.status == ("known" if holders else "unknown")


def test_from_when_to_when_it_is_known(place):
    luz, sol = ask(place, READINGS).holders
    assert (luz.known_from, luz.known_to, luz.since, luz.left_by) == ("2019-01-30", "2019-03-29", None, "2021-07-29")
    assert (sol.since, sol.until, sol.predecessor) == ("2021-07-29", "2021-08-17", LUZ)


def test_two_days_far_apart_do_not_prove_those_between(place):
    far = [reading("a", "2011-01-30", (LUZ, {})), reading("b", "2019-03-29", (LUZ, {}))]
    found = ask(place, far, on="2015-01-01")
    assert (people(found.holders), people(found.before), people(found.after)) == ([], [LUZ], [LUZ])


def test_who_held_it_twice_has_two_stints(place):
    twice = [reading(day, day, (person, {})) for day, person in (
        ("2019-01-01", LUZ), ("2019-02-01", SOL), ("2019-03-01", LUZ)
    )]  # fmt: skip
    assert people(ask(place, twice).holders) == [LUZ, SOL, LUZ]
    assert ask(place / "", twice, on="2019-01-15").holders == ()


def test_titles_and_names_of_states_are_understood(place):
    assert ask(place, READINGS, "The Minister of Foreign Affairs").holders == ask(place, ()).holders
    assert len(ask(place, (), "foreign_minister", "qaa").holders) == 2
    assert ask(place, READINGS, "vice president").holders == ()


def test_contested_claimants_stand_side_by_side_with_who_recognises_them(place):
    text = "Foreign Minister Ana Luz spoke."
    claims = [
        tenure(text, "Foreign Minister", person, office="president", polity="QAA", status="contested")
        for person in (SOL, RIO)
    ]
    claims = tuple(replace(claim, id=f"tenures/{n}") for n, claim in enumerate(claims))
    known = (recognition(text, "spoke", RIO, recognised=True),)
    told = printed(text, "a", "2019-01-30", tenures=claims, recognitions=known, actors=PEOPLE)
    found = ask(place, [told], "president", on="2019-01-30")
    assert [(holder.person, holder.status) for holder in found.holders] == [(SOL, "contested"), (RIO, "contested")]
    assert [[each.name for each in holder.recognised_by] for holder in found.holders] == [[], ["Peru"]]
    assert found.status == "contested"


def test_a_coarse_date_does_not_prove_a_day(place):
    found = ask(place, [reading("a", None, (LUZ, {"holding": "2017-08"}))], on="2017-08-15")
    assert (found.holders, people(found.before)) == ((), [LUZ])


def test_articles_that_contradict_each_other_are_both_kept(place):
    both = [
        reading("a", "2020-03-01", (LUZ, {"since": "2020-01-01"})),
        reading("b", "2020-03-05", (LUZ, {"since": "2019-06-01"}), (SOL, {"since": "2020-02-01"})),
    ]
    found = ask(place, both, on="2020-02-15")
    assert (people(found.holders), found.status) == ([LUZ, SOL], "contested")
    assert [(each.about, each.first, each.last) for each in found.conflicts] == [("holder", "2020-02-01", "2020-03-05")]
    assert {each.article for each in found.conflicts[0].says} == {"a", "b"}
    dates = [each for each in ask(place, ()).conflicts if each.about == "since"]
    assert [(each.first, each.last) for each in dates] == [("2019-06-01", "2020-01-01")]


def test_acting_holders_are_no_contradiction(place):
    told = [reading("a", "2020-03-01", (LUZ, {}), (SOL, {"status": "acting"}))]
    found = ask(place, told, on="2020-03-01")
    assert (people(found.holders), found.status, found.conflicts) == ([LUZ, SOL], "known", ())


def test_an_unusable_day_says_what_was_found(place):
    with pytest.raises(UsageError, match="found 'Monday'; expected a day"):
        ask(place, (), on="Monday")
