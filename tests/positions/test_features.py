"""Every feature holds of its ``yes`` pairs and of none of its ``no`` pairs, whichever of the two comes first."""

import pytest

from detente.positions.comparing import compare
from detente.positions.features import CONFLICT, FEATURES, JOINED, UNDECIDED, Company
from detente.positions.profiles import Profile
from detente.record import Days, Guise, Office, Worn

FM, PM = "foreign minister", "prime minister"


def person(name, state=None, *, article="one", **offices):
    """A profile; an office is given as ``fm=("PER", "2021-01-01", "2021-02-01")``."""
    return made(f"person/{name}", name, "person", state, article, offices)


def body(name, state=None, *, kind="organisation", linked=False, id_=None, article="one"):
    return made(id_ or f"{kind}/{name}", name, kind, state, article, {}, linked=linked)


def made(id_, name, kind, state, article, offices, *, linked=False):  # noqa: PLR0913
    held = {
        Office({"fm": FM, "pm": PM, "mp": "member of parliament"}[short], polity): Days(*days) if days else None
        for short, (polity, *days) in offices.items()
    }
    key = (id_, state or "", article)
    profile = Profile(key, id_, kind, linked, lambda _: ([], frozenset({hash(article)})))
    profile.add(Worn(1, Guise(key, id_, name, kind, linked, state, state), 1, 1, None, None, article))
    profile.hold(held)
    return profile


def holds(one, other, company=None):
    facts = company or Company({}, ())
    held = {each.name for each in compare(one, other, facts)}
    assert held == {each.name for each in compare(other, one, facts)}, "the order of the two must not matter"
    return held


EXAMPLES = {
    "same_directory_id": (
        [(body("Peru", kind="state", linked=True, id_="PER"), body("Perú", kind="state", linked=True, id_="PER"))],
        [(body("Peru", kind="state", linked=True, id_="PER"), body("Peru", kind="place"))],
    ),
    "different_directory_ids": (
        [(body("Niger", kind="state", linked=True, id_="NER"), body("Nigeria", kind="state", linked=True, id_="NGA"))],
        [(body("Niger", kind="state", linked=True, id_="NER"), body("River Niger", kind="place"))],
    ),
    "same_full_name": (
        [(person("Ana Luz"), person("Ana LUZ")), (person("Ana de Luz"), person("Dr. Ana Luz"))],
        [(person("Luz"), person("Luz")), (person("Ana Luz"), person("Ana Luz Paz"))],
    ),
    "accents_missing": (
        [(person("Jonas Støre"), person("Jonas Store")), (person("Łukasz Król"), person("Lukasz Krol"))],
        [(person("Ana Luz"), person("Ana Luz")), (person("Støre"), person("Store"))],
    ),
    "middle_left_out": (
        [(person("Ana B. Luz"), person("Ana Luz"))],
        [(person("Ana Berta Luz"), person("Ana Luz")), (person("A. Luz"), person("Ana Luz"))],
    ),
    "short_given_name": (
        [(person("Bob Dale"), person("Robert Dale")), (person("Joe Dale"), person("Joseph R. Dale"))],
        [(person("Bob Dale"), person("Robert Dole")), (person("Bob Dale"), person("Peter Dale"))],
    ),
    "spelled_alike": (
        [(person("Yuriy Kovalenko"), person("Yurii Kovalenko"))],
        [(person("Yuriy Kovalenko"), person("Yura Kovalenko")), (person("Ana Luz"), person("Ana Luz"))],
    ),
    "other_order": (
        [(person("Mori Kenta"), person("Kenta Mori"))],
        [(person("Mori Kenta"), person("Mori Kento"))],
    ),
    "name_included": (
        [(person("Ana Luz"), person("Ana Luz Paz")), (person("Ana Luz"), person("Ana Berta Luz"))],
        [(person("Ana Luz"), person("Berta Luz Paz")), (person("Ana B. Luz"), person("Ana Luz"))],
    ),
    "initial_fits": (
        [(person("A. Luz"), person("Ana Luz"))],
        [(person("B. Luz"), person("Ana Luz")), (person("Luz"), person("Ana Luz"))],
    ),
    "same_surname": (
        [(person("Luz"), person("Ana Luz")), (person("Luz"), person("Luz"))],
        [(person("Ana Luz"), person("Berta Luz")), (person("Luz"), person("Ana Paz"))],
    ),
    "same_name": (
        [(body("The River Union"), body("River Union", kind="bloc"))],
        [
            (body("River Union"), body("Lake Union")),
            (body("Ministry of Roads", kind="government"), body("Ministry of Roads", kind="government")),
            (person("Ana Luz"), person("Ana Luz")),
        ],
    ),
    "acronym_fits": (
        [(body("RSO"), body("Regional Security Office"))],
        [(body("RSO"), body("Regional Office")), (body("Rso"), body("Regional Security Office"))],
    ),
    "same_state": (
        [(person("Ana Luz", "PER"), person("Ben Sol", "PER"))],
        [(person("Ana Luz", "PER"), person("Ana Luz", "CHL")), (person("Ana Luz"), person("Ana Luz"))],
    ),
    "same_office": (
        [(person("Luz", fm=("PER",)), person("Ana Luz", fm=("PER",), pm=("PER",)))],
        [(person("Luz", fm=("PER",)), person("Ana Luz", fm=("CHL",)))],
    ),
    "listed_in_office": (
        [(person("Rivas", "PER", fm=("PER", "2013-08-01", "2013-08-01")), person("Eda Rivas", "PER"))],
        [
            (person("Rivas", "PER", fm=("PER", "2013-08-01", "2013-08-01")), person("Ana Rivas", "PER")),
            (person("Rivas", "PER", fm=("PER", "2020-08-01", "2020-08-01")), person("Eda Rivas", "PER")),
        ],
    ),
    "in_office_that_day": (
        [
            (
                person("foreign minister of Peru", "PER", fm=("PER", "2021-03-01", "2021-03-01")),
                person("Ana Luz", fm=("PER", "2021-01-01", "2021-12-31")),
            )
        ],
        [
            (
                person("foreign minister of Peru", "PER", fm=("PER", "2022-03-01", "2022-03-01")),
                person("Ana Luz", fm=("PER", "2021-01-01", "2021-12-31")),
            ),
            (
                person("member of parliament of Peru", "PER", mp=("PER", "2021-03-01", "2021-03-01")),
                person("Ana Luz", mp=("PER", "2021-01-01", "2021-12-31")),
            ),
        ],
    ),
    "different_states": (
        [(person("Ana Luz", "PER"), person("Ana Luz", "CHL"))],
        [(person("Ana Luz", "PER"), person("Ana Luz"))],
    ),
    "bodies_of_different_states": (
        [(body("Senate", "PER"), body("Senate", "CHL"))],
        [(body("Senate", "PER"), body("Senate"))],
    ),
    "told_apart": (
        [(person("Ana Luz"), person("Luz"))],
        [(person("Ana Luz"), person("Luz", article="two")), (person("Ana Luz"), person("Ana Luz"))],
    ),
    "given_names_conflict": (
        [(person("Ana Luz"), person("Berta Luz")), (person("B. Luz"), person("Ana Luz"))],
        [
            (person("Ana Luz"), person("A. Luz")),
            (person("Ana Luz"), person("Luz")),
            (person("Bob Dale"), person("Robert Dale")),
            (person("Ana Luz"), person("Berta Paz")),
        ],
    ),
    "offices_conflict": (
        [
            (
                person("Ana Luz", fm=("PER", "2021-01-01", "2021-05-01")),
                person("Ana Luz", fm=("CHL", "2021-04-01", "2021-06-01")),
            )
        ],
        [
            (
                person("Ana Luz", fm=("PER", "2021-01-01", "2021-05-01")),
                person("Ana Luz", fm=("CHL", "2022-04-01", "2022-06-01")),
            ),
            (
                person("Ana Luz", fm=("PER", "2021-01-01", "2021-05-01")),
                person("Ana Luz", mp=("CHL", "2021-04-01", "2021-06-01")),
            ),
        ],
    ),
}
PAIRS = [
    (name, pair, expected)
    for name, (yes, no) in EXAMPLES.items()
    for pairs, expected in ((yes, True), (no, False))
    for pair in pairs
]


@pytest.mark.parametrize(("name", "pair", "expected"), PAIRS)
def test_example(name, pair, expected):
    assert (name in holds(*pair)) is expected


def test_the_only_bearer_of_a_surname():
    pair = (person("Luz"), person("Ana Luz"))
    assert "only_bearer" in holds(*pair, Company({"luz": True}))
    assert "only_bearer" not in holds(*pair, Company({"luz": False}))
    assert "only_bearer" not in holds(person("Luz"), person("Luz"), Company({"luz": True}))


def test_a_short_form_that_an_article_introduces():
    short, long = body("RSO"), body("Regional Security Office")
    assert "introduced_as_acronym" in holds(short, long, Company({}, {frozenset((short.key, long.key))}))
    assert "introduced_as_acronym" not in holds(short, long)


def test_every_feature_has_examples_and_says_what_it_is():
    apart = {"only_bearer", "introduced_as_acronym"}  # they need the rest of the record: above
    assert {feature.name for feature in FEATURES} == EXAMPLES.keys() | apart
    assert all(yes and no for yes, no in EXAMPLES.values())
    assert all(feature.says and feature.weight for feature in FEATURES)
    assert CONFLICT < 0 < UNDECIDED < JOINED
