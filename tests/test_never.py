"""A pattern forbids the claims that fit all of its fields, and no others."""

import pytest

from evaluate.never import CLAIMS, broken


def found(kind, **claim):
    actors = [
        {"id": "PER", "name": "Peru", "type": "state"},
        {"id": "person/nicolas-maduro", "name": "Nicolás Maduro", "type": "person"},
    ]
    return {"text": "", "actors": actors} | {each: [] for each in CLAIMS} | {kind: [{"id": "c1", **claim}]}


STANCE = {"holder": "PER", "polarity": "for", "object": {"text": "Unilateral sanctions", "issue": None}}
EVENT = {"type": "CONSULT", "actors": ["PER", "person/nicolas-maduro"], "date": "2018-04-13"}


@pytest.mark.parametrize(
    ("kind", "claim", "pattern"),
    [
        ("stances", STANCE, {"of": "stances", "holder": "PER", "polarity": "for", "key": "sanction"}),
        ("events", EVENT, {"of": "events", "type": "CONSULT", "actors": "Maduro"}),
        ("events", EVENT, {"of": "any", "date": "2018-04-13"}),
        ("changes", {"holder": "PER", "since": "2018"}, {"of": "any", "date": "2018"}),
    ],
)
def test_a_claim_that_fits_is_named(kind, claim, pattern):
    assert len(broken(found(kind, **claim), [pattern])) == 1


@pytest.mark.parametrize(
    ("kind", "claim", "pattern"),
    [
        ("stances", STANCE, {"of": "stances", "holder": "VEN", "polarity": "for", "key": "sanction"}),
        ("stances", STANCE, {"of": "stances", "holder": "PER", "polarity": "for", "key": "blockade"}),
        ("stances", STANCE, {"of": "stances", "holder": "PER", "polarity": "against"}),
        ("events", EVENT, {"of": "events", "actors": "Guaidó"}),
        ("events", EVENT, {"of": "any", "date": "2018-04"}),
        ("events", EVENT, {"of": "stances", "date": "2018-04-13"}),
    ],
)
def test_a_claim_that_differs_in_one_field_is_not(kind, claim, pattern):
    assert not broken(found(kind, **claim), [pattern])


def test_an_actor_is_forbidden_by_name_and_type():
    pattern = {"of": "actors", "type": "state", "name": "Peru"}
    printed = found("events", **EVENT)
    assert len(broken(printed, [pattern])) == 1
    assert not broken(printed, [pattern | {"type": "person"}])
