"""Spells of statements that do not all say the same."""

from dataclasses import replace

from handmade import statement

from detente.positions.spells import spells

FIRST = statement(said="2005-03")


def test_a_spell_is_on_whom_the_first_names_that_names_somebody():
    later = replace(FIRST, said="2005-08", targets=("VEN",), article="two")
    (spell,) = spells([FIRST, later, replace(later, said="2005-09", targets=("BOL",), article="three")])
    assert spell.targets == ("VEN",)


def test_a_spell_does_not_begin_after_what_shows_it():
    later = replace(FIRST, said="2005-08", since="2005-06-01", article="two")
    assert spells([FIRST, later])[0].since == "../2005-03-31"
    assert spells([FIRST, replace(later, since="2005-01-01")])[0].since == "2005-01-01"


def test_a_spell_does_not_end_before_what_still_shows_it():
    ended = replace(FIRST, until="2005-06-01")
    again = replace(FIRST, said="2005-08", article="two")
    assert spells([ended, again])[0].until is None
    assert spells([ended])[0].until == "2005-06-01"
