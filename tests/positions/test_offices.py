"""Offices that the directory knows: by rank, beside what is read, and where only the office is named."""

from dataclasses import replace

import pytest
from handmade import ACTORS, VERSION, printed, tenure, utterance

from detente.documents import Actor
from detente.lexicon import own_world
from detente.positions import who

BEJAR = Actor("person/bejar", "Héctor Béjar", "person", False, (), represents="PER")
LUZ = "person/ana-luz"
OFFICE = Actor("person/foreign-minister-of-peru", "foreign minister of Peru", "person", False, (), represents="PER")
TEXT = "The foreign minister of Peru said that talks would go on."


def told(name, published, person, **given):
    claim = tenure(TEXT, "foreign minister", person, **given)
    return printed(TEXT, name, published, tenures=(claim,), actors=(*ACTORS, BEJAR))


def names(found):
    return [holder.name for holder in found.holders]


@pytest.mark.parametrize(
    ("office", "polity", "on", "name"),
    [
        ("head of state", "Peru", "2021-08-05", "Pedro Castillo"),
        ("head of government", "Perú", "2021-08-05", "Pedro Castillo"),
        ("head of government", "Alemania", "2022-01-01", "Olaf Scholz"),
        ("chancellor", "Allemagne", "2022-01-01", "Olaf Scholz"),
        ("Head of State", "España", "2022-01-01", "Felipe VI"),
        ("king", "Espagne", "2022-01-01", "Felipe VI"),
        ("monarch", "United Kingdom", "2021-03-22", "Elizabeth II"),
        ("head of government", "TUR", "2018-01-01", "Binali Yildirim"),
        ("head of government", "TUR", "2019-01-01", "Recep Tayyip Erdoğan"),
        ("prime minister", "Francia", "2019-01-01", "Édouard Philippe"),
        ("president", "FRA", "2019-01-01", "Emmanuel Macron"),
    ],
)
def test_offices_by_rank_and_title_and_states_by_names_of_other_languages(record, office, polity, on, name):
    assert names(who(record, office, polity, on)) == [name]


def test_the_directory_names_its_source(record):
    (holder,) = who(record, "foreign minister", "PER", "2021-08-05").holders
    (row,) = holder.evidence
    assert (row.origin, holder.quote, holder.articles) == ("directory", None, ())
    assert row.source == "Government of PER, list of ministers of foreign affairs; appointment 2021-07-29"


def test_status_and_end_are_those_of_the_day(record):
    (temer,) = who(record, "president", "BRA", "2018-03-16").holders
    assert (temer.status, temer.since, temer.until) == ("current", "2016-05-12", "2019-01-01")
    maduro = [who(record, "president", "VEN", day) for day in ("2015-01-01", "2022-01-01")]
    assert [each.status for each in maduro] == ["known", "contested"]


def test_own_rows_are_marked(record, tmp_path):
    own = tmp_path / "leaders.csv"
    own.write_text("name,office,state,since,seen,source\nAda OWN,president,QAT,2020-01-01,2020-01-01/2021-01-01,mine\n")
    with own_world(str(own)):
        (holder,) = who(record, "president", "QAT", "2020-06-01").holders
    assert [(each.origin, each.source) for each in holder.evidence] == [("own directory", "mine")]


def test_what_is_read_and_what_is_listed_of_one_person_stand_together(record):
    record.add(told("a", "2021-08-05", BEJAR.id), VERSION)
    (holder,) = who(record, "foreign minister", "PER", "2021-08-05").holders
    assert (holder.person, holder.since, holder.until) == (BEJAR.id, "2021-07-29", "2021-08-17")
    assert [each.origin for each in holder.evidence] == ["directory", "text"]


def test_a_text_that_contradicts_the_directory_stands_beside_it(record):
    record.add(told("a", "2021-08-05", LUZ), VERSION)
    found = who(record, "foreign minister", "PER", "2021-08-05")
    assert (names(found), found.status) == (["Héctor Béjar", "Ana Luz"], "contested")
    (conflict,) = found.conflicts
    assert (conflict.about, [each.origin for each in conflict.says]) == ("holder", ["directory", "text"])


def test_former_in_a_text_contradicts_a_tenure_that_goes_on(record):
    record.add(told("a", "2021-08-10", BEJAR.id, status="former"), VERSION)
    assert who(record, "foreign minister", "PER", "2021-08-05").conflicts == ()
    (conflict,) = who(record, "foreign minister", "PER", "2021-08-12").conflicts
    assert (conflict.about, conflict.first, conflict.last) == ("left", "2021-08-10", "2021-08-17")


def test_on_the_day_of_a_change_the_one_who_came_is_the_answer(record):
    assert names(who(record, "president", "USA", "2021-01-20")) == ["Joseph Biden"]
    assert names(who(record, "president", "USA", "2021-01-19")) == ["Donald Trump"]


@pytest.mark.parametrize(
    ("published", "person"),
    [("2021-08-05", "person/hector-bejar"), ("2021-08-18", None), ("2022-03-01", "person/cesar-landa"), (None, None)],
)
def test_an_office_without_a_name_means_who_held_it_on_the_day(record, published, person):
    said = replace(utterance(TEXT, OFFICE.id, "said", "talks would go on"), id="utterances/1")
    record.add(printed(TEXT, "a", published, utterances=(said,), actors=(*ACTORS, OFFICE)), VERSION)
    found = who(record, "foreign minister", "PER")
    (meant,) = found.references
    assert (meant.words, meant.published, meant.person) == ("foreign minister of Peru", published, person)
    assert (meant.claims, meant.quotes) == (("utterances/1",), ("talks would go on",))
    assert OFFICE.id not in {holder.person for holder in found.holders}


def test_a_reference_is_open_where_the_office_is_contradicted(record):
    record.add(told("a", "2021-08-05", LUZ), VERSION)
    record.add(printed(TEXT, "b", "2021-08-05", actors=(*ACTORS, OFFICE)), VERSION)
    assert [each.person for each in who(record, "foreign minister", "PER").references] == [None]


def test_a_rank_of_which_nothing_is_known_is_no_answer(record):
    found = who(record, "head of government", "Atlantis", "2021-08-05")
    assert (found.holders, found.before, found.after, found.status) == ((), (), (), "unknown")
