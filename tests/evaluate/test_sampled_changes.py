"""Changes drawn to be judged: the same ones for a seed, from open texts alone, with both quotations in their place."""

import json

from handmade import VERSION, printed, stance

from detente.record import Record
from evaluate.__main__ import main
from evaluate.sampled_changes import AROUND, closed_ids, draw, passage

LEAD = "The port was quiet that morning.\n\n"
OLD, NEW = f"{LEAD}Peru supports the toll.", f"{LEAD}Peru rejects the toll."
THINGS = ("toll", "canal", "bridge", "moratorium", "tariff", "railway")


def said(thing, name, published, polarity):
    text = (OLD if polarity == "for" else NEW).replace("toll", thing)
    own = stance(text, f"the {thing}", polarity, issue=None)
    return printed(text, name, published, stances=(own,))


def filled(record, things=THINGS, names="{}-old {}-new"):
    for thing in things:
        old, new = names.format(thing, thing).split()
        year = 2001 + 2 * THINGS.index(thing)
        record.add(said(thing, old, f"{year}-02-01", "for"), VERSION)
        record.add(said(thing, new, f"{year + 1}-08-05", "against"), VERSION)
    return record


def test_a_draw_is_the_same_for_a_seed_whatever_the_order_and_another_for_another(store):
    with store.record() as one, store.record() as other:
        drawn = list(draw(filled(one), 4, 1))
        assert drawn == list(draw(filled(other, THINGS[::-1]), 4, 1))
        assert len(drawn) == 4
        assert [each["object"] for each in drawn] != [each["object"] for each in draw(one, 4, 2)]


def test_both_sides_are_shown_where_they_stand(store):
    with store.record() as record:
        (found,) = draw(filled(record, ["toll"]), 9, 1)
    for side, text, article in (("before", OLD, "toll-old"), ("after", NEW, "toll-new")):
        shown = found[side]
        assert text[shown["start"] : shown["end"]] == shown["words"] == "the toll"
        assert shown["article"] == article
        assert shown["passage"] == text.replace("\n\n", " / ")
    assert (found["holder"], found["from"], found["to"]) == ("Peru", "for", "against")
    assert found["articles"] == [["toll-old", "2001-02-01"], ["toll-new", "2002-08-05"]]


def test_a_text_that_some_gold_keeps_from_being_tuned_on_is_never_drawn(store):
    closed = min(closed_ids())
    with store.record() as record:
        filled(record, ["toll"], "{}-old " + closed)
        assert list(draw(filled(record, ["canal"]), 9, 1)) == [*draw(record, 1, 1)]
        assert [each["object"] for each in draw(record, 9, 1)] == ["the canal"]


def test_a_long_text_is_cut_between_words():
    text = f"{'word ' * AROUND}here{' word' * AROUND}"
    start = text.index("here")
    assert set(passage(text, start, start + 4).split()) == {"word", "here"}
    assert len(passage(text, start, start + 4)) <= 2 * AROUND + 4


def test_the_command_prints_a_line_for_each(tmp_path, capsys):
    with Record.open(tmp_path / "record.db") as record:
        filled(record)
    assert main(["sampled-changes", "--record", str(tmp_path / "record.db"), "--number", "2", "--seed", "3"]) == 0
    assert [json.loads(line)["n"] for line in capsys.readouterr().out.splitlines()] == [1, 2]
