"""Official texts as a whole: a transcript, a read-out, a communiqué, a joint statement, a statement with a byline."""

import re

import pytest

from detente.text import quote

TRANSCRIPT = """Zofia Nowak, Foreign Minister of Poland

Warsaw, Poland

Palace on the Isle

MODERATOR: Ladies and gentlemen, welcome. The ministers will make short statements.

FOREIGN MINISTER NOWAK: (Via interpreter) Good morning. We have met for two hours.

Minister Ruiz told me that Peru will open its ports to our ships in May. I think that this is good news.

(Applause.)

FOREIGN MINISTER RUIZ: Thank you, Zofia. As I said in Lima last week, the ports will open. We condemn every attack on
ships, and I want to thank Poland for its patience.

QUESTION: Minister Ruiz, you said in March that the ports would stay closed. Who changed his mind?

FOREIGN MINISTER RUIZ: Nobody did. According to our navy, the coast is safe again.

QUESTION: Thank you.

(The press conference ended at noon.)
"""

READOUT = """Office of the Spokesperson

The below is attributable to Spokesperson Carlos Ruiz:

Foreign Minister Maria Lopez spoke today with Ghanaian President Kofi Mensah. The Foreign Minister reaffirmed Peru's
support for free elections in Togo. She also expressed concern about the arrests in Lomé and called for the release of
all deputies. Both leaders welcomed the ceasefire. The President thanked the Foreign Minister for her visit, and they
pledged to remain in close contact.
"""

COMMUNIQUE = """Communiqué of the Accra meeting

The Foreign Ministers of Ghana, Norway and Peru met in Accra on 3 May 2021.

The Ministers:

1. Condemn the arrest of the deputies in Lomé.
2. Call on the authorities of Togo to release them at once.
3. Welcome the offer of Norway to host the talks.

The next meeting will be held in Oslo.
"""

JOINT = """Joint Statement on Togo

Office of the Spokesperson

The text of the following statement was released by the Governments of Canada, Norway, and the Republic of Peru.

Begin text:

We are deeply troubled by the arrest of the deputies. We condemn the use of force against them and urge all sides to
return to the talks. Canada welcomes the offer of Norway to host them.

End text.
"""

STATEMENT = """Anna Keller, Secretary of State

The United States welcomes the agreement reached in Accra. We commend Ghana for its hospitality, and we call on all
sides to respect the truce. I thank the mediators for their work.

The talks began in March and went on for ten weeks.
"""


def joined(text):
    """Give a text with one line a paragraph; points stay apart."""
    return re.sub(r"(?<=\S)\n(?=[^\s\d])", " ", text)


def told(reading, text, **fields):
    """Give source, speakers, cue, content, and the source of the utterance around it, of every utterance."""
    text = joined(text)
    found = reading(text, "2021-08-05", **fields).claims.utterances
    by_id = {each.id: each for each in found}
    return [
        (
            quote(text, each.source),
            each.speakers,
            quote(text, each.cue),
            quote(text, each.content),
            quote(text, by_id[each.within].source) if each.within else None,
        )
        for each in found
    ]


def test_transcript(reading):
    title = "Foreign Minister Zofia Nowak and Peruvian Foreign Minister Carlos Ruiz After Their Meeting"
    found = told(reading, TRANSCRIPT, title=title)
    nowak, ruiz = ("person/zofia-nowak",), ("person/carlos-ruiz",)
    turns = [(source, speakers) for source, speakers, cue, _, _ in found if cue == ":"]
    assert turns == [
        ("MODERATOR", ()),
        ("FOREIGN MINISTER NOWAK", nowak),
        ("FOREIGN MINISTER RUIZ", ruiz),
        ("QUESTION", ()),
        ("FOREIGN MINISTER RUIZ", ruiz),
        ("QUESTION", ()),
    ]
    inner = [each for each in found if each[2] != ":"]
    assert ("Minister Ruiz", ruiz, "told", "that Peru will open its ports to our ships in May", turns[1][0]) in inner
    assert ("you", ruiz, "said", "that the ports would stay closed", "QUESTION") in inner
    assert {each[2] for each in inner} == {"told", "said", "According to"}
    assert all(each[4] for each in inner)


def test_answers_quote_their_questions(reading):
    text = joined(TRANSCRIPT)
    found = reading(text).claims.utterances
    answers = {quote(text, each.content): quote(text, each.in_reply_to) for each in found if each.in_reply_to}
    assert any(answer.startswith("Nobody did.") and "Who changed" in asked for answer, asked in answers.items())
    assert not any("ended at noon" in answer or "Applause" in answer for answer in answers)


def test_readout(reading):
    found = told(reading, READOUT)
    lopez, mensah = "person/maria-lopez", "person/kofi-mensah"
    for expected in (
        ("The Foreign Minister", (lopez,), "reaffirmed", "Peru's support for free elections in Togo", None),
        ("She", (lopez,), "also expressed", "concern about the arrests in Lomé", None),
        ("She", (lopez,), "called for", "the release of all deputies", None),
        ("Both leaders", (lopez, mensah), "welcomed", "the ceasefire", None),
        ("The President", (mensah,), "thanked", "the Foreign Minister for her visit", None),
        ("they", (lopez, mensah), "pledged", "to remain in close contact", None),
    ):
        assert expected in found


def test_communique(reading):
    found = told(reading, COMMUNIQUE)
    assert [each[2:4] for each in found] == [
        ("Condemn", "the arrest of the deputies in Lomé"),
        ("Call on", "the authorities of Togo to release them at once"),
        ("Welcome", "the offer of Norway to host the talks"),
    ]


def test_joint_statement(reading):
    found = told(reading, JOINT)
    assert ("We", ("CAN", "NOR", "PER"), "condemn", "the use of force against them", None) in found
    assert ("Canada", ("CAN",), "welcomes", "the offer of Norway to host them", None) in found
    assert not any("Begin text" in content or "released by" in content for _, _, _, content, _ in found)


def test_statement_with_a_byline(reading):
    found = told(reading, STATEMENT)
    assert [(source, speakers, cue) for source, speakers, cue, _, _ in found] == [
        ("The United States", ("USA",), "welcomes"),
        ("We", ("USA",), "commend"),
        ("we", ("USA",), "call on"),
        ("I", ("person/anna-keller",), "thank"),
    ]


@pytest.mark.parametrize(
    "label", ["SECRETARY KELLER", "Anna Keller", "SECRETARY KELLER (via interpreter)", "MS. KELLER"]
)
def test_labels_name_the_person_of_the_headline(reading, label):
    text = (
        f"QUESTION: Is it over?\n\n{label}: It is.\n\nQuestion: Why?\n\n{label}: Because we won.\n\nQUESTION: Thanks."
    )
    text = text if label.isupper() or "(" in label else text.replace("QUESTION", "Question")
    found = reading(text, title="Secretary Anna Keller on Morning News").claims.utterances
    assert [each.speakers for each in found if quote(text, each.source) == label] == [("person/anna-keller",)] * 2


def test_a_surname_in_another_headline_makes_nobody(reading):
    text = "QUESTION: Is it over?\n\nMS O'HARA: It is.\n\nQUESTION: Thanks."
    found = reading(text, title="Prime Minister Visits Lima Before Talks").claims.utterances
    assert found[1].speakers == ("person/ohara",)
