"""What shows a change among many statements: sides that last, and two statements on the very same thing."""

from dataclasses import replace

import pytest
from handmade import statement

from detente.positions.comparable import are_akin, are_comparable
from detente.positions.inferring import inferred
from detente.positions.lasting import lasting
from detente.positions.naming import Named
from detente.positions.proofs import Holder
from detente.positions.spells import spells

ONE = statement(
    polarity="for", issue="climate", object="the bridge", group=("climate", "GIN"), targets=("GIN",), actors=("GIN",)
)
HOLDER = Holder(Named("MLI", "Mali"), 9)


def line(sides, object_="the bridge"):
    """Give the spells of statements, one an article and month: "ffaf" for, for, against, for."""
    names = {"f": "for", "a": "against"}
    return spells(
        replace(ONE, polarity=names[side], article=str(n), reported=f"20{n:02}-01-01", object=object_)
        for n, side in enumerate(sides)
    )


@pytest.mark.parametrize(
    ("sides", "lasted"),
    [
        ("fa", ["for", "against"]),
        ("faf", ["for", "against", "for"]),
        ("ffaf", ["for"]),
        ("faff", ["for"]),
        ("ffaaf", ["for", "against", "for"]),
        ("fffa", ["for", "against"]),
        ("ffffa", ["for"]),
        ("ffffaa", ["for", "against"]),
    ],
)
def test_a_word_that_stands_alone_among_many_of_the_other_side_is_no_position(sides, lasted):
    assert [each.polarity for each in lasting(line(sides))] == lasted
    assert len(inferred(line(sides), HOLDER)) == len(lasted) - 1


def test_nothing_is_lost_of_the_spells_that_lasted():
    (found,) = lasting(line("ffaff"))
    assert [each.article for each in found.statements] == ["0", "1", "3", "4"]


def test_what_was_told_of_the_past_is_no_stray_word():
    told = spells([replace(ONE, status="former", polarity="against"), *line("ff")[0].statements])
    assert [each.polarity for each in lasting(told)] == ["against", "for"]


@pytest.mark.parametrize(
    ("one", "other", "comparable", "akin"),
    [
        ("the bridge", "a bridge over the upper river", True, True),
        ("the colour of the bridge", "the bridge", False, True),
        ("ending the blockade", "the blockade", False, False),
        ("the port", "the bridge", False, False),
    ],
)
def test_of_much_that_was_said_only_statements_on_the_very_thing_are_compared(one, other, comparable, akin):
    before = replace(ONE, object=one, issue="trade")
    after = replace(ONE, object=other, issue="trade", polarity="against")
    assert are_comparable(before, after) is comparable
    assert are_akin(before, after) is akin


def test_who_is_spoken_of_in_general_is_spoken_of_in_all_that_is_his():
    general = replace(ONE, object="Guinea", issue=None)
    asked = replace(ONE, object="Guinea to open the gates", issue=None, polarity="against")
    assert are_akin(general, asked)
    assert not are_akin(general, replace(asked, actors=("CIV",)))
    assert not are_akin(replace(general, object="the ports of Guinea"), asked)
