"""Changes drawn to be judged: the same ones for a seed, from open texts alone, with both quotations in their place."""

import json

import pytest
from handmade import VERSION, printed, stance

from detente.record import Record
from evaluate.__main__ import main
from evaluate.sampled_changes import AROUND, closed_ids, draw, judged, passage

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


def test_verdicts_are_kept_without_words(tmp_path, capsys):
    with Record.open(tmp_path / "record.db") as record:
        drawn = list(draw(filled(record), 2, 3))
    (tmp_path / "drawn.jsonl").write_text("".join(json.dumps(each) + "\n" for each in drawn))
    (tmp_path / "verdicts.csv").write_text("n,verdict,fault,reason\n2,wrong,no turn,the same\n1,right,,\n")
    files = [str(tmp_path / name) for name in ("drawn.jsonl", "verdicts.csv")]
    assert main(["sampled-changes", "--seed", "3", "--judged", *files]) == 0
    printed = capsys.readouterr().out
    kept = [json.loads(line) for line in printed.splitlines()]
    assert [(each["n"], each["verdict"], each["fault"]) for each in kept] == [
        (1, "right", None),
        (2, "wrong", "no turn"),
    ]
    assert kept[0]["before"] == [drawn[0]["before"][name] for name in ("article", "start", "end")]
    assert "the " not in printed


def test_a_change_without_a_verdict_is_refused():
    row = {"n": 1}
    with pytest.raises(ValueError, match="change 1: found the verdict None; expected one of right"):
        list(judged([row], [], 3))


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
