"""Judging, retracting, versions, copies and differences on the command line, as of any day."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from handmade import NEWER, VERSION, event, printed, stance, tenure
from histories import Clock

from detente.errors import UsageError
from detente.record import Record
from detente.surfaces.cli import detente

TEXT = "Foreign Minister Ana Luz rejects the sanctions. Peru expelled the envoy of Venezuela."


@pytest.fixture
def run(tmp_path):
    """Run a command on a record of two articles, one of them read by two versions of the program."""
    clock = Clock()
    with Record.open(tmp_path / "record.db", clock=clock) as record:
        for name, version in (("one", VERSION), ("two", VERSION), ("one", NEWER)):
            polarity = "mixed" if version == NEWER else "against"
            sides = {"actors": ("PER",), "recipients": ("VEN",)}
            claims = {
                "stances": (replace(stance(TEXT, "rejects the sanctions", polarity), id="stances/1"),),
                "tenures": (replace(tenure(TEXT, "Foreign Minister", "person/ana-luz"), id="tenures/1"),),
                "events": (event(TEXT, "expelled the envoy", "SANCTION", "2021-02-27", **sides),),
            }
            record.add(printed(TEXT, name, "2021-02-28", outlet=f"Outlet {name}", **claims), version)
            clock.now += dt.timedelta(days=1)

    def command(*words):
        address = ["--record", str(tmp_path / "record.db")]
        done = CliRunner().invoke(detente, [*words, *address], env={"DETENTE_JUDGE": "Eva"})
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.stdout

    return command


def test_a_claim_is_judged_shown_and_undone(run):
    said = run("reject", "stances/1@two", "--why", "irony")
    assert "1  reject: stances/1@two" in said
    assert "“rejects the sanctions”" in said
    shown = run("show", "two")
    assert "rejected, by Eva (1): irony" in shown
    assert "Peru against rejects the sanctions  (sanctions)  stances/1" in shown
    assert "polarity from mixed to for" in run("correct", "stances/1@one", "polarity", "for", "--why", "irony")
    assert "corrected)" in run("timeline", "Peru", "sanctions")
    assert "accept: tenures/1@one" in run("accept", "tenures/1@one", "--why", "seen")
    assert "Compare" in run("note", "tenures/1@one", "--why", "Compare his speech.")
    listed = [json.loads(line) for line in run("judgements", "--format", "json").splitlines()]
    assert [(each["kind"], each["standing"]) for each in listed] == [
        ("reject", "holds"),
        ("correct", "holds"),
        ("accept", "holds"),
        ("note", "holds"),
    ]
    assert "withdrawn by Eva" in run("undo", "1")


def test_what_a_retraction_took_is_listed_and_earlier_days_still_show_it(run):
    said = run("retract", "two", "--why", "a forgery")
    assert "Gone from every view of what is known now: 1 of 8" in said
    assert "Still supported by other articles" in said
    assert "two" not in run("search", "envoy", "--format", "json")
    then = run("search", "envoy", "--known-on", "2021-03-02")
    assert "retracted 20" in then
    assert "retracted 20" in run("events", "Peru", "--known-on", "2021-03-02")
    assert "retracted 20" in run("timeline", "Peru", "sanctions", "--known-on", "2021-03-02")
    assert "retracted 20" in run("actors", "Ana Luz", "--known-on", "2021-03-02")
    assert "retracted since, 20" in run("show", "two", "--known-on", "2021-03-02")
    assert "; retracted=20" in run("export", "events", "--known-on", "2021-03-02")
    assert "retracted     1" in run("stats")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("stats", "--known-on", "2021-02-28"), "articles      0"),
        (("stats", "--known-on", "2021-03-01"), "articles      1"),
        (("stats", "--on", "2021-02-27"), "articles      0"),
        (("events", "--on", "2021-02-27"), "1 event in 2 reports"),
        (("events", "--on", "2021-01-01"), "0 events"),
        (("who", "foreign minister", "PER", "--on", "2021-02-28", "--known-on", "2021-03-01"), "Ana Luz"),
        (("timeline", "Peru", "sanctions", "--known-on", "2021-03-02"), "against rejects the sanctions"),
        (("timeline", "Peru", "sanctions"), "mixed rejects the sanctions"),
        (("position", "Peru", "sanctions", "--known-on", "2021-03-02"), "against rejects the sanctions"),
        (("position", "Peru", "sanctions", "--on", "2021-02-20"), "No coverage read"),
        (("matrix", "sanctions", "--known-on", "2021-03-02", "--format", "csv"), "PER,Peru,sanctions,,stated,against,"),
        (("changes", "--known-on", "2021-02-28"), "No change of position found"),
        (("commitments", "--known-on", "2021-02-28"), "No commitment found"),
        (("contradictions", "--known-on", "2021-02-28"), "No contradiction found"),
        (("show", "one", "--known-on", "2021-03-02"), "Peru against"),
        (("show", "one", "--on", "2021-02-26"), "Offices"),
        (("export", "events", "--on", "2021-02-27"), "SANCTION"),
        (("export", "dyads", "--known-on", "2021-03-02"), ",PER,VEN,2021,0,0,0,1,1,1,"),
        (("failures", "--known-on", "2021-03-02"), ""),
        (("judgements", "--known-on", "2021-03-02"), "No judgements"),
        (("versions", "one"), "version 1 of 1, recorded 2021-03-0"),
        (("copies",), "Outlet two"),
        (("diff",), "1  code 1"),
        (("diff", "1", "2"), "polarity: against → mixed"),
        (("diff", "1", "2", "--format", "json", "--kind", "events"), ""),
        (("check",), "The record is whole."),
    ],
)
def test_every_command_answers_as_of_a_day(run, words, found):
    assert found in run(*words)


def test_a_claim_whose_own_date_rules_the_day_out_is_left_out(run):
    assert "SANCTION" in run("show", "one", "--on", "2021-02-27")
    assert "SANCTION" not in run("show", "one", "--on", "2021-02-26")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "events", "--on", "2021-02-27", "--since", "2021"), "found --on beside --since"),
        (("failures", "--retry", "--known-on", "2021-03-02"), "found --retry beside --known-on"),
        (("stats", "--known-on", "soon"), "expected a day such as"),
        (("stats", "--on", "2021"), "expected a day such as"),
        (("timeline", "Peru", "Chile", "--on", "2021"), "expected a day such as"),
        (("reject", "stances/1", "--why", "x"), "expected a claim such as"),
    ],
)
def test_what_cannot_be_asked(run, words, said):
    with pytest.raises(UsageError, match=said):
        run(*words)


def test_erased_text_is_told_by_check(run):
    run("retract", "two", "--why", "a demand", "--erase")
    assert "two: 3 pieces of evidence can no longer be read; its text was erased on 20" in run("check")
