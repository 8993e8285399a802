"""Groups without a name are actors of their own article where they speak or take a side."""

import pytest


@pytest.mark.parametrize(
    ("text", "crowds"),
    [
        ("Teachers in Lima condemned the plan.", {"teachers in Lima"}),
        ("The plan was condemned by farmers' unions.", {"farmers' unions"}),
        ("“We oppose the plan,” protesters said.", {"protesters"}),
        ("An environmental group condemned the plan.", {"environmental group"}),
        ("The group condemned the plan.", set()),
        ("The ship carried farmers to Lima.", set()),
        ("No farmers opposed the plan.", set()),
        ("The leaders expressed concern about the war.", set()),
    ],
)
def test_who_speaks_or_takes_a_side_is_an_actor(reading, text, crowds):
    found = reading(text).document
    assert {actor.name.lower() for actor in found.actors if actor.id.startswith("crowd/")} == {
        each.lower() for each in crowds
    }


def test_a_bare_noun_means_the_only_such_group(reading):
    found = reading("Dock workers in Lima condemned the plan. The workers called for talks.").document
    assert [each.actors for each in found.crowds] == [("crowd/dock-workers-in-lima",)] * 2


def test_a_crowd_belongs_to_no_state(reading):
    found = reading("Teachers in Lima condemned the plan.").document
    assert found.actor["crowd/teachers-in-lima"].represents is None
