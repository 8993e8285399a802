"""For whom pronouns and descriptions stand."""

import pytest

BEJAR = "The Peruvian foreign minister, Héctor Béjar, met the press. "
ARREAZA = "Béjar then met his Venezuelan counterpart, Jorge Arreaza."


def meant(reading, text, words, nth=0):
    """Give the actors meant by words in the text."""
    document = reading(text).document
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    found = [mention for mention in document.mentions if mention.span == (start, start + len(words))]
    return found[0].actors if found else ()


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("Carlos Ruiz met Maria Lopez. She praised the treaty.", "She", ["person/maria-lopez"]),
        ("Carlos Ruiz met Maria Lopez. He praised the treaty.", "He", ["person/carlos-ruiz"]),
        ("In his statement, Carlos Ruiz praised the treaty.", "his", ["person/carlos-ruiz"]),
        ('Carlos Ruiz praised "the courage of Juan Perez". He spoke in Lima.', "He", ["person/carlos-ruiz"]),
        ("Carlos Ruiz met Juan Perez and thanked him.", "him", ["person/juan-perez"]),
        ("Peru recalled its ambassador.", "its", ["PER"]),
        ("Peru and Chile said that they would sign the treaty.", "they", ["PER", "CHL"]),
        (BEJAR + "The foreign minister praised the treaty.", "The foreign minister", ["person/hector-bejar"]),
        (BEJAR + "He said that they will talk.", "they", ["PER"]),
        (BEJAR + "He praised his country.", "his country", ["PER"]),
        (BEJAR + ARREAZA, "his Venezuelan counterpart", ["person/jorge-arreaza"]),
        (BEJAR + '"We will sign the treaty," Béjar said.', "We", ["PER"]),
        (BEJAR + '"I will sign the treaty," Béjar said.', "I", ["person/hector-bejar"]),
        ("The Lima Group met in Ottawa. The group rejected the election.", "The group", ["bloc/lima-group"]),
        ("Chile met Kenya. The African nation proposed a truce.", "The African nation", ["KEN"]),
        ("Peru and Chile signed the treaty. Both countries praised it.", "Both countries", ["PER", "CHL"]),
        ("The governments of Peru and Chile agreed.", "The governments", ["PER", "CHL"]),
        ("The Peruvian parliament met. Parliament rejected it.", "Parliament", ["government/peru-parliament"]),
        ("It was late when they came.", "they", []),
        ("Peru said that it is raining.", "it", []),
        ("A group of tourists met in Lima.", "A group", []),
    ],
)
def test_it_stands_for(reading, text, words, actors):
    assert list(meant(reading, text, words)) == actors


def test_an_officer_without_a_name_speaks_for_his_state(reading):
    document = reading("The Iranian foreign minister rejected the report.").document
    officer = document.actor["person/foreign-minister-of-iran"]
    assert (officer.type, officer.represents) == ("person", "IRN")


def test_a_counterpart_holds_the_same_office_abroad(reading):
    roles = reading(BEJAR + ARREAZA).document.roles
    assert ("foreign minister", "VEN", "person/jorge-arreaza", "current") in [role[:4] for role in roles]


def test_a_predecessor_held_the_same_office(reading):
    roles = reading(BEJAR + "He thanked his predecessor, Allan Wagner.").document.roles
    assert ("foreign minister", "PER", "person/allan-wagner", "former") in [role[:4] for role in roles]


def test_said_of_is_not_meant(reading):
    text = BEJAR + "Chile does not see Juan Perez as the foreign minister of Peru."
    assert meant(reading, text, "the foreign minister of Peru") == ()


def test_every_mention_says_why_and_quotes_its_words(reading):
    document = reading(BEJAR + ARREAZA).document
    assert all(mention.why and document.tree.within(mention.span) for mention in document.mentions)
    assert all(mention.span in document.actor[a].mentions for mention in document.mentions for a in mention.actors)


def test_a_label_in_a_transcript_names_its_speaker(reading):
    document = reading("Secretary Antony Blinken met the press.\n\nSECRETARY BLINKEN: Good morning, all.").document
    assert [turn.speaker for turn in document.turns] == ["person/antony-blinken"]


def test_one_who_held_the_office_on_the_day_speaks_for_his_state(reading):
    text = "Vladimir Putin arrived in Peru from Russia."
    assert reading(text, "2021-08-05").document.state_of("person/vladimir-putin") == "RUS"
    assert reading(text).document.state_of("person/vladimir-putin") == "person/vladimir-putin"
