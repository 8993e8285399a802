"""Spells of statements that do not all say the same."""

from dataclasses import replace

from detente.positions.spells import spells
from detente.positions.statements import Statement

FIRST = Statement(
    kind="stances",
    polarity="against",
    status="current",
    issue="diplomatic_ties",
    object="its ambassador",
    group=("diplomatic_ties",),
    targets=(),
    actors=(),
    implied=False,
    strength=2,
    said="2005-03",
    since=None,
    until=None,
    reported="2005-03-05",
    quote="withdrew its ambassador",
    through=None,
    outlet="Andina",
    article="one",
    claim="stances/1",
    why="hand/made",
    judged=None,
    retracted=None,
)


def test_a_spell_is_on_whom_the_first_names_that_names_somebody():
    later = replace(FIRST, said="2005-08", targets=("VEN",), article="two")
    (spell,) = spells([FIRST, later, replace(later, said="2005-09", targets=("BOL",), article="three")])
    assert spell.targets == ("VEN",)
