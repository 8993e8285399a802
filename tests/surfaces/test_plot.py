"""Pictures of timelines: all that is known is there, and nothing that a text says is markup or changes the rest."""

import datetime as dt
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from eventmade import event, story
from handmade import VERSION, change, printed, stance, tenure
from lxml import etree

import detente
from detente.positions import Spell, Statement
from detente.surfaces.cli import detente as command
from detente.surfaces.plot import FORMS, check, picture, plot
from detente.surfaces.plot_extents import extent, spell_extent
from detente.surfaces.plot_paper import fitted, sheet, width, wrapped
from detente.surfaces.plot_scene import scene

NASTY = "rejects $\\frac{1}{0}$ & <b>the</b> sanctions \x1b[31m ${x_1}^2$ 制裁 %s"
TEXT = f"Foreign Minister Ana Luz {NASTY}. Peru praised Venezuela. It now backs the sanctions."
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def record(record):
    office = tenure(TEXT, "Foreign Minister", "person/ana-luz", since="2019-05-05", until="2021-05-05")
    against, turned = stance(TEXT, NASTY, "against"), stance(TEXT, "backs the sanctions", "for", number=2)
    praised = event(TEXT, "praised", date="2021-03-01")
    shift = change(TEXT, "now backs", before=(), after=())
    record.add(printed(TEXT, "one", "2020-03-01", stances=(against,), tenures=(office,)), VERSION)
    record.add(printed(TEXT, "two", "2021-03-05", stances=(turned,), changes=(shift,), outlet="Wire"), VERSION)
    record.add(story(TEXT, "three", "2021-03-06", events=(praised,)), VERSION)
    return record


def drawn(record, form="svg"):
    return picture(scene(record, "PER", "VEN"), form)


def words(svg):
    return [each.text for each in etree.fromstring(svg).iter(f"{SVG}text")]


def names(svg):
    return {each.get("id", "") for each in etree.fromstring(svg).iter()}


def test_everything_known_is_in_the_picture(record):
    svg = drawn(record)
    said = " | ".join(words(svg))
    for part in (
        "Peru on Venezuela",
        "sanctions and coercive",
        "for ",
        "against ",
        "announced, ",
        "inferred, ",
        "Ana Luz",
    ):
        assert part in said
    for part in ("events between", "support", "articles read", "no coverage", "foreign minister", "2 outlets"):
        assert part in said
    marks = ("lane-1-1", "lane-1-2", "change-1", "change-2", "event-1", "office-2-2-1", "read-2021-03-both")
    assert set(marks) <= names(svg)


def test_words_of_texts_are_words(record):
    svg = drawn(record)
    (quote,) = [each for each in words(svg) if "frac" in each and each.startswith("against")]
    assert "rejects $\\frac{1}{0}$ & <b>the</b> sanctions \ufffd[31m ${x_1}^2$ 制裁 %s" in quote
    assert {each.tag.removeprefix(SVG) for each in etree.fromstring(svg).iter(f"{SVG}b")} == set()
    assert drawn(record, "png")[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_same_record_gives_the_same_bytes_and_no_date(record, form):
    again = drawn(record, form)
    assert drawn(record, form) == again
    assert not re.search(rb"dc:date|20\d\d-\d\d-\d\dT", again)


def test_known_and_unknown_ends_are_drawn_differently(record):
    known = replace(scene(record, "PER", "VEN"), deeds=(), bands=(), coverage=())
    (spell, *_) = known.timeline.spells
    pictures = {
        picture(
            replace(known, timeline=replace(known.timeline, spells=(replace(spell, since=since, until=until),))), "svg"
        )
        for since in ("2020-03-01", "../2020-03-01", "2020-01-20/2020-03-01")
        for until in ("2021-01-01", "2020-12-01/2021-01-20", None)
    }
    assert len(pictures) == 9


@pytest.mark.parametrize(
    ("since", "until", "shown", "expected"),
    [
        ("2020-03-01", "2020-05-01", (), ("2020-03-01", "2020-03-01", "2020-05-01", "2020-05-01")),
        ("../2020-03-01", None, ("2020-03-01", "2020-04-01"), (None, "2020-03-01", "2020-04-01", None)),
        ("2020-01-01/2020-03-01", "2020-05", (), ("2020-01-01", "2020-03-01", "2020-05-01", "2020-05-31")),
        (None, "../2020-05-01", (), (None, None, None, "2020-05-01")),
        ("2020/..", None, (), ("2020-01-01", None, None, None)),
        (None, None, (), (None, None, None, None)),
    ],
)
def test_how_far_something_surely_and_possibly_reached(since, until, shown, expected):
    days = [dt.date.fromisoformat(day) for day in shown]
    found = extent(since, until, days)
    named = (found.earliest, found.start, found.end, found.latest)
    assert tuple(day and day.isoformat() for day in named) == expected


def test_what_was_only_told_of_later_has_no_sure_day():
    fields = dict.fromkeys(Statement.__dataclass_fields__) | {"reported": "2021-05-05", "status": "former"}
    spell = Spell("sanctions", "sanctions", "for", None, "../2021-05-05", True, False, (), (Statement(**fields),))
    assert spell_extent(spell).start is None


def test_a_position_that_nobody_stated_is_no_neutral_one(record):
    said = words(picture(scene(record, "CHL", "sanctions"), "svg"))
    assert "No statement found in the record. That is no neutral position." in said


def test_the_events_of_a_state_are_not_those_of_a_person(record):
    assert [each.type for each in scene(record, "PER", "VEN").deeds] == ["SUPPORT"]
    assert scene(record, "person/ana-luz", "VEN").deeds == ()


def test_many_positions_are_cut_and_counted(record):
    found = scene(record, "PER", "VEN")
    many = replace(
        found, timeline=replace(found.timeline, spells=found.timeline.spells * 20, changes=found.timeline.changes * 20)
    )
    said = words(picture(many, "svg"))
    assert "and 24 more, of fewer statements" in said
    assert "and 30 more" in said


def test_words_fit():
    with sheet():
        for text in ("one two three four five six seven eight nine ten", "x" * 300, "制" * 200):
            assert width(fitted(text, 100)) <= 100
            assert all(width(line) <= 100 for line in wrapped(text, 100, 3))
        assert wrapped("one two three", 45, 3) == ["one two", "three"]
        assert fitted("short", 100) == "short"


def test_the_command_writes_the_file_that_its_ending_says(record, tmp_path):
    def run(*words):
        return CliRunner().invoke(command, ["timeline", "PER", "VEN", *words, "--record", record.name])

    for ending in FORMS:
        file = tmp_path / f"peru{ending}"
        done = run("--plot", str(file))
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"detente: wrote {file}\n")
        assert file.read_bytes() == drawn(record, ending[1:])
    for name, said in (("peru.jpg", "ending in .jpg; expected .svg or .png"), ("peru", "without an ending")):
        with pytest.raises(detente.UsageError, match=said):
            plot(record, "PER", "VEN", tmp_path / name)
        assert run("--plot", str(tmp_path / name)).exit_code
    with pytest.raises(detente.UsageError, match="cannot be written"):
        plot(record, "PER", "VEN", tmp_path / "none" / "peru.svg")
    assert sorted(path.suffix for path in tmp_path.glob("peru*")) == [".png", ".svg"]


def test_without_the_library_a_clear_message(monkeypatch):
    monkeypatch.setattr("detente.surfaces.plot.find_spec", lambda _: None)
    with pytest.raises(
        detente.UsageError, match=r"found no matplotlib; expected it installed: pip install 'detente\[plots\]'"
    ):
        check(Path("peru.svg"))


def test_no_display_and_no_library_is_needed_to_ask(record):
    code = "import sys, detente.surfaces.command_positions, detente.surfaces.plot; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    with detente.Record.open(record.name) as opened:
        assert opened.timeline("PER", "VEN").spells
