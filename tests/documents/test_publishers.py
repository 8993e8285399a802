"""A department's own text: its officers' bare titles are those of its state, others' are not."""

import pytest

SENTENCE = "Deputy Secretary Anna Keller met Foreign Minister Ravi Sen in Quito. She supports the treaty."


def states(reading, text, **fields):
    return {each.id: each.represents for each in reading(text, **fields).document.actors}


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("US Department of State press releases", "USA"),
        ("Ministry of Foreign Affairs of Japan", "JPN"),
        ("Embassy of Chile in Peru", "CHL"),
        ("Chile Daily", None),
        ("Department of Small Boats", None),
        (None, None),
    ],
)
def test_a_rank_without_a_state_is_the_publishers(reading, outlet, state):
    found = states(reading, SENTENCE, outlet=outlet)
    assert (found["person/anna-keller"], found["person/ravi-sen"]) == (state, None)


def test_without_an_outlet_titles_that_name_their_state_tell_whose_spokesman_publishes(reading):
    head = "Office of the Spokesperson\n\nDeputy Secretary of State Luis Ramos left for Quito. "
    assert states(reading, head + SENTENCE)["person/anna-keller"] == "USA"
    assert states(reading, head.replace("of State ", "") + SENTENCE)["person/anna-keller"] is None


def test_we_of_a_department_are_its_state_and_not_the_one_that_it_tells_of(reading):
    text = (
        "Office of the Spokesperson\n\nThe following is attributable to Spokesperson Luis Ramos:\n\n"
        "Iran must release the crew. We call for talks."
    )
    found = reading(text, outlet="US Department of State").claims.stances
    assert [(each.holder, each.polarity) for each in found] == [("USA", "for"), ("USA", "for")]


def test_who_only_publishes_is_no_actor_of_the_article(reading):
    def told(text):
        return {each["id"] for each in reading(text, outlet="US Department of State").as_json()["actors"]}

    assert told("Heavy rain fell in Peru on Monday.") == {"PER"}
    assert "USA" in told("Deputy Secretary Anna Keller supports the treaty.")
