"""Names of states, people, bodies and places, and the actors that they name."""

import pytest

REPLY = "Héctor Béjar Rivera was sworn in. Béjar thanked the press."


def actors(reading, text):
    return {actor.id: actor for actor in reading(text).document.actors}


def types(reading, text):
    return {actor.name: actor.type for actor in reading(text).document.actors}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Peru signed the treaty.", "PER"),
        ("The U.S. signed the treaty.", "USA"),
        ("America signed the treaty.", "USA"),
        ("The UK signed the treaty.", "GBR"),
        ("Kosovo signed the treaty.", "XKX"),
        ("Taiwan signed the treaty.", "TWN"),
        ("Cote d'Ivoire signed the treaty.", "CIV"),
        ("TÜRKİYE signed the treaty.", "TUR"),
        ("The Soviet Union signed the treaty.", "SUN"),
        ("The Venezuelan minister signed the treaty.", "VEN"),
        ("Moscow rejected the report.", "RUS"),
        ("Chile acted against Caracas.", "VEN"),
        ("The Kremlin rejected the report.", "RUS"),
        ("The Social Democrats rejected it.", "party/social-democrats"),
        ("The Lima Group met in Ottawa.", "bloc/lima-group"),
        ("Mercosur met in Ottawa.", "bloc/mercosur"),
        ("The talks failed, according to RT.", "outlet/rt"),
        (
            "The report was sent to the International Atomic Energy Agency.",
            "organisation/international-atomic-energy-agency",
        ),
    ],
)
def test_the_directory_is_known(reading, text, actor):
    assert actor in actors(reading, text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The talks were held in Caracas.", "VEN"),
        ("He asked us to come.", "USA"),
        ("The economist agreed with most of his colleagues.", "outlet/the-economist"),
        ("Michael Jordan signed the ball.", "JOR"),
        ("Several States signed the treaty.", "place/states"),
    ],
)
def test_a_name_is_not_seen_where_none_is(reading, text, actor):
    assert actor not in actors(reading, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister of Foreign Affairs Héctor Béjar Rivera spoke.", "Héctor Béjar Rivera"),
        ("The Minister of Foreign Affairs of Peru, Héctor Béjar Rivera, spoke.", "Héctor Béjar Rivera"),
        ("The opposition leader Juan Guaidó spoke.", "Juan Guaidó"),
        ("Secretary of State Antony J. Blinken spoke.", "Antony J. Blinken"),
        ("Special Envoy for Climate John Kerry spoke.", "John Kerry"),
        ("Mr. Okafor spoke.", "Okafor"),
        ("The talks with Jean-Yves Le Drian went well.", "Jean-Yves Le Drian"),
    ],
)
def test_a_person_is_named_without_his_title(reading, text, name):
    assert types(reading, text).get(name) == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The House of Representatives voted.", "Representatives"),
        ("The Minister of Foreign Affairs spoke.", "Foreign Affairs"),
        ("Latin America needs unity.", "Latin America"),
        ("Typhoon Haiyan hit the coast.", "Haiyan"),
        ("The Paris Agreement was signed.", "Paris Agreement"),
    ],
)
def test_no_person_is_made_of_another_name(reading, text, name):
    assert types(reading, text).get(name) != "person"


def test_a_surname_means_the_one_who_was_named_in_full(reading):
    found = actors(reading, REPLY)["person/hector-bejar-rivera"]
    assert [span.of(REPLY) for span in found.mentions] == ["Héctor Béjar Rivera", "Béjar"]


def test_a_surname_of_two_people_means_the_last(reading):
    text = "Bill Clinton arrived with Hillary Clinton in Lima. Clinton spoke."
    assert actors(reading, text)["person/hillary-clinton"].mentions[-1] == (51, 58)


def test_accents_and_capitals_do_not_matter(reading):
    text = "Nicolás Maduro spoke in Caracas. NICOLAS MADURO will travel to Peru."
    people = [actor for actor in reading(text).document.actors if actor.type == "person"]
    assert [actor.name for actor in people] == ["Nicolás Maduro"]


def test_a_heading_holds_no_people_but_states(reading):
    text = "Peru signed the treaty.\n\nRegional Integration and Peru\n\nPeru met Chile on Monday in the capital."
    found = actors(reading, text)
    assert {actor.type for actor in found.values()} == {"state"}
    assert "Peru" in [span.of(text) for span in found["PER"].mentions if span.start > 25 and span.end < 60]


def test_states_joined_by_a_hyphen_are_both_meant(reading):
    assert {"USA", "TUR"} <= actors(reading, "The U.S.-Turkey talks went on.").keys()


def test_a_body_speaks_for_its_state(reading):
    found = actors(reading, "The Peruvian foreign ministry rejected the report. The State Department agreed.")
    assert found["government/peru-foreign-ministry"].represents == "PER"
    assert found["government/u-s-department-of-state"].represents == "USA"


def test_a_government_is_its_state(reading):
    document = reading("The Peruvian government rejected the report.").document
    assert [actor.id for actor in document.actors] == ["PER"]


@pytest.mark.parametrize(("company", "actor"), [("Tbilisi", "GEO"), ("Texas", "place/georgia-united-states")])
def test_one_name_of_two_places_is_told_apart_by_its_company(reading, company, actor):
    assert actor in actors(reading, f"The senator travelled from {company} to Georgia.")


def test_a_capital_is_a_place_where_nobody_acts(reading):
    assert actors(reading, "The talks were held in Caracas.")["place/caracas"].type == "place"
