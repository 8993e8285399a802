"""Whose a bare title is, by what stands beside it."""

import pytest


def state_of(reading, text, person, **fields):
    return reading(text, **fields).document.actor[person].represents


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        ("Norway took the other view. Ida Berg, its water minister, praised the dam.", "person/ida-berg", "NOR"),
        ("“We are ready,” said Ida Berg, the works minister, in Oslo.", "person/ida-berg", "NOR"),
        ("Ida Berg, spokeswoman of the foreign ministry in Oslo, said no.", "person/ida-berg", "NOR"),
        ("Norway will let the ships pass, Foreign Minister Ida Berg said.", "person/ida-berg", "NOR"),
        ("Norway and Chile will let the ships pass, Foreign Minister Ida Berg said.", "person/ida-berg", None),
        ("In Norway nobody noticed. Ida Berg, the foreign minister, told parliament.", "person/ida-berg", "NOR"),
        ("OSLO – Foreign Minister Ida Berg praised the dam.", "person/ida-berg", "NOR"),
        ("OSLO – Mayor Ida Berg praised the dam.", "person/ida-berg", None),
        ("Ida Berg, who led the delegation of Norway, praised the dam.", "person/ida-berg", "NOR"),
        ("Norway's works minister was unmoved. “No ship will pass,” Ida Berg said.", "person/ida-berg", "NOR"),
        ("Norway's works minister was unmoved. Ida Berg, a farmer, said no.", "person/ida-berg", None),
    ],
)
def test_what_stands_beside_a_title_tells_its_state(reading, text, person, state):
    assert state_of(reading, text, person) == state


def test_a_body_that_publishes_is_that_of_the_state_in_its_outlets_name(reading):
    text = "The Ministry of Water announces that Norway lifts its objection to the dam."
    found = reading(text, outlet="Ministry of Water, Kingdom of Norway").document.actors
    assert {each.represents for each in found if each.type == "government"} == {"NOR"}


def test_a_minister_without_a_department_is_the_publishers(reading):
    text = "“We welcome the plan,” said the Minister, Ida Berg."
    assert state_of(reading, text, "person/ida-berg", outlet="Ministry of Water, Kingdom of Norway") == "NOR"
