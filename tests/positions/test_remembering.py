"""What is remembered of a record is given up when something is read, judged or forgotten for want of room."""

import gc
from dataclasses import replace

import pytest
from handmade import VERSION, printed, stance, tenure

from detente.positions import identified, position, reject, timeline, who
from detente.positions.collecting import in_one_go
from detente.positions.remembering import MOST, remembered

PEOPLE = ("person/ana-luz", "person/ben-sol")
TEXT = "Foreign Minister Ana Luz and Foreign Minister Ben Sol back the sanctions."


def article(name, published, person):
    words = "Foreign Minister Ana Luz" if person == "person/ana-luz" else "Foreign Minister Ben Sol"
    office = replace(tenure(TEXT, words, person), id="tenures/1")
    found = {"stances": (stance(TEXT, "the sanctions", "for"),), "tenures": (office,)}
    return printed(TEXT, name, published, **found)


def under(record):
    """Those of the ministers in whose time the position ran whom the articles name; the directory lists more."""
    spells = timeline(record, "PER", "VEN").spells
    return [each.person for spell in spells for each in spell.under if each.person in PEOPLE]


def test_ministers_are_those_of_all_that_was_read_so_far(record):
    record.add(article("one", "2021-03-01", "person/ana-luz"), VERSION)
    assert under(record) == ["person/ana-luz"]
    record.add(article("two", "2021-08-01", "person/ben-sol"), VERSION)
    assert under(record) == ["person/ana-luz", "person/ben-sol"]
    assert "person/ben-sol" in [each.person for each in who(record, "foreign minister", "PER", "2021-08-01").holders]


def test_a_judgement_is_heeded_by_the_next_question(record):
    record.add(article("one", "2021-03-01", "person/ana-luz"), VERSION)
    assert under(record) == ["person/ana-luz"]
    reject(record, "tenures/1@one", why="no minister", by="Eva")
    assert under(record) == []


def test_how_much_was_read_grows_with_every_article(record):
    for number in (1, 2, 3):
        record.add(article(f"article-{number}", f"2021-03-0{number}", "person/ana-luz"), VERSION)
        read = position(record, "PER", "VEN").coverage
        assert (read.articles, read.first, read.last) == (number, "2021-03-01", f"2021-03-0{number}")


def test_what_was_not_asked_for_longest_is_forgotten(record):
    seen, made = identified(record), []

    def ask(number):
        return remembered(seen, ("number", number), lambda: made.append(number) or number)

    for number in range(MOST):
        assert ask(number) == number
    ask(0)
    ask(MOST)
    assert made == list(range(MOST + 1))
    ask(0)
    ask(1)
    assert made[-2:] == [MOST, 1]


@pytest.mark.parametrize("collecting", [True, False])
def test_cycles_are_looked_for_after_a_question_as_before_it(collecting):
    during = []

    @in_one_go
    def view(fails):
        during.append(gc.isenabled())
        if fails:
            raise LookupError
        return "answer"

    try:
        if not collecting:
            gc.disable()
        assert view(fails=False) == "answer"
        with pytest.raises(LookupError):
            view(fails=True)
        assert gc.isenabled() is collecting
    finally:
        gc.enable()
    assert during == [False, False]
