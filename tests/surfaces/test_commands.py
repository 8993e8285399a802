"""The commands as users run them: a process of its own, real files, real exit statuses."""

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

import detente
from detente.record import Record
from detente.settings import Settings
from detente.versions import version

SOURCE = str(Path(detente.__file__).parents[1])
EXAMPLES = Path(__file__).parents[2] / "examples"
ENVIRONMENT = {**os.environ, "PYTHONPATH": SOURCE}
TEXT = "date: 2021-08-05\n\nForeign Minister Ana Luz of Peru said that Peru rejects sanctions against Venezuela.\n"
SPANISH = "El ministro dijo el lunes que su país rechaza las sanciones contra Venezuela y que pide diálogo."


@pytest.fixture
def run(tmp_path):
    def command(*arguments, stdin=None, **variables):
        environment = {**ENVIRONMENT, "DETENTE_RECORD": str(tmp_path / "record.db"), **variables}
        words = [sys.executable, "-m", "detente", *map(str, arguments)]
        return subprocess.run(
            words, capture_output=True, encoding="utf-8", input=stdin, env=environment, check=False, cwd=tmp_path
        )

    return command


@pytest.fixture
def kept(run, address):
    """The command, with a record in each kind of store in turn."""
    return partial(run, DETENTE_RECORD=address)


@pytest.fixture
def sources(tmp_path):
    rows = [
        {
            "id": f"row {n}",
            "text": f"Peru rejects the sanctions. The envoy said it {n} times.",
            "published": "2021-08-05",
        }
        for n in range(9)
    ]
    lines = [*(json.dumps(row) for row in rows[:5]), "{", *(json.dumps(row) for row in rows[5:])]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines))
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "spanish.txt").write_text(SPANISH)
    return ["rows.jsonl", "one.txt", "spanish.txt", "none.txt"]


def test_reading_goes_on_after_failures_and_keeps_the_order(kept, sources):
    done = kept("read", *sources, "--format", "json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["article"]["id"] for each in found][:-1] == [f"row {n}" for n in range(9)]
    assert found[-1]["text"] == TEXT
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == ["rows.jsonl:6", "spanish.txt", "none.txt"]
    beside = kept("read", *sources, "--format", "json", "--jobs", "2", DETENTE_RECORD="other.db")
    assert (beside.stdout, beside.returncode) == (done.stdout, 1)
    assert kept("read", *sources, "--format", "json").stdout == done.stdout
    failed = [json.loads(line) for line in kept("failures", "--format", "json").stdout.splitlines()]
    assert [(failure["source"], failure["stage"]) for failure in failed] == [
        ("rows.jsonl:6", "source"),
        ("spanish.txt", "language"),
        ("none.txt", "source"),
    ]
    assert json.loads(kept("stats", "--format", "json").stdout)["articles"] == 10
    assert kept("check").returncode == 0


def test_an_article_from_standard_input(run):
    done = run("read", "-", "--format", "json", stdin=TEXT)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert (found["article"]["id"], found["article"]["published"]) == (found["article"]["sha256"], "2021-08-05")
    assert done.stderr == ""


def test_text_output_is_plain_where_it_is_no_terminal(run):
    done = run("read", "-", stdin=TEXT + "\n\x1b[31mThe envoy of [red]Chile[/red] left.\n")
    assert "2021-08-05" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "Missing argument 'SOURCE...'"),
        (["read", "one.txt", "--jobs", "0"], "--jobs"),
        (["read", "one.txt", "--record", "one.txt"], "not a record"),
        (["read", "one.txt", "--record", "nosuch://x"], "expected the path of an SQLite file"),
        (["stats", "--record", "one.txt"], "not a record"),
        (["who", "president", "PER", "--on", "Monday"], "expected a day"),
        (["fly"], "No such command"),
    ],
)
@pytest.mark.usefixtures("sources")
def test_unusable_arguments(run, arguments, said):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("sources")
def test_unusable_settings(run):
    done = run("read", "one.txt", DETENTE_MODEL="no_such_model")
    assert done.returncode == 2
    assert "no_such_model" in done.stderr
    assert "DETENTE_MAX_CHARACTERS" in run("stats", DETENTE_MAX_CHARACTERS="many").stderr
    assert run("read", "one.txt", DETENTE_MAX_CHARACTERS="10").returncode == 1


def test_views_of_a_record_that_is_not_there(run, store, tmp_path):
    run = partial(run, DETENTE_RECORD=store.new(tmp_path, tables=False))
    assert "No statement found" in run("timeline", "PER", "VEN").stdout
    assert "there is no record at" in run("timeline", "PER", "VEN").stderr
    assert "No holder found" in run("who", "president", "Atlantis").stdout
    assert "directory: since 2021-07-28" in run("who", "president", "PER", "--on", "2021-08-05").stdout
    assert run("check").returncode == 0
    assert list(tmp_path.glob("*.db")) == []


def test_check_says_what_is_broken(run, tmp_path):
    record = tmp_path / "record.db"
    Record.open(str(record)).close()
    record.write_bytes(record.read_bytes()[:6000])
    done = run("check")
    assert done.returncode == 1
    assert "damaged" in done.stdout


def test_the_demo_shows_the_timelines_of_the_threads_that_are_listed(run, tmp_path):
    for name, text in {"listed": TEXT, "other": TEXT.replace("Peru", "Chile")}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.txt").write_text(text)
    asked = "listed:\n  about: One text\n  questions:\n    - {holder: PER, object: VEN}\n"
    (tmp_path / "threads.yaml").write_text(asked)
    done = run("demo", "--examples", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "One text" in done.stdout
    assert "Peru on Venezuela" in done.stdout
    assert "against sanctions" in done.stdout
    assert "Chile" not in done.stdout
    (tmp_path / "listed" / "two.txt").write_text(SPANISH)
    done = run("demo", "--examples", tmp_path)
    assert done.returncode == 1
    assert "two.txt: the text is written in 'es'" in done.stderr
    (tmp_path / "threads.yaml").write_text(asked.replace("holder", "who"))
    done = run("demo", "--examples", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "threads.yaml: listed: questions: unknown key who" in done.stderr


def test_the_demo_shows_the_three_threads_of_the_repository(run):
    done = run("demo", "--examples", EXAMPLES)
    assert (done.returncode, done.stderr) == (0, "")
    places = [
        done.stdout.index(heading)
        for heading in ("Peru on Venezuela", "Honduras on Taiwan", "Finland on NATO", "Sweden on NATO")
    ]
    assert places == sorted(places)


def test_versions_name_code_model_and_lexicon(run):
    lines = run("--version").stdout.split()
    assert lines[::2][:1] == ["detente"]
    assert {"model", "lexicon"} <= set(lines)


def test_help_comes_at_once(run):
    def seconds():
        start = time.perf_counter()
        run("--help")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.5


def test_a_closed_pipe_ends_the_command_quietly(tmp_path, sources):
    words = [sys.executable, "-m", "detente", "read", *sources[:1] * 20, "--format", "json", "--record", "pipe.db"]
    with subprocess.Popen(
        words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
        status = process.wait()
    assert (status, said) == (1, "")
    with Record.open(str(tmp_path / "pipe.db")) as record:
        assert record.faults() == []


@pytest.mark.parametrize(("how", "jobs"), [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGKILL, "2")])
def test_interrupted_or_killed_nothing_is_half_written(address, tmp_path, jobs, how):
    rows = [
        {"id": str(n), "text": f"The envoy of Peru said {n} times that she rejects sanctions. " * 20}
        for n in range(400)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, rows)))
    words = [
        sys.executable,
        "-m",
        "detente",
        "read",
        "many.jsonl",
        "--format",
        "json",
        "--record",
        address,
        "--jobs",
        jobs,
    ]
    with subprocess.Popen(
        words,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - heard in the background too
    ) as process:
        first = process.stdout.readline()
        process.send_signal(how)
        said = process.communicate()[1].decode()
        status = process.returncode
    assert "Traceback" not in said
    assert status == (130 if how == signal.SIGINT else -signal.SIGKILL), said
    with Record.open(address) as record:
        assert record.faults() == []
        assert 0 < record.stats().articles < 400
        assert record.get("0", json.loads(first)["article"]["sha256"], version(Settings())) == json.loads(first)


def test_reading_leaves_nothing_at_home(tmp_path):
    """No library that we use keeps its own books: the record is all that is written."""
    (tmp_path / "home").mkdir()
    (tmp_path / "one.txt").write_text("date: 2021-08-05\n\nPeru rejected the embargo, the minister said.\n", "utf-8")
    words = [sys.executable, "-m", "detente", "read", "one.txt", "--record", "one.db"]
    home = {**ENVIRONMENT, "HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "home" / "cache")}
    subprocess.run(words, cwd=tmp_path, env=home, check=True, capture_output=True)
    assert [str(path) for path in (tmp_path / "home").rglob("*")] == []


def test_events_are_counted_apart_from_their_reports(kept, tmp_path):
    told = ("Canada expelled two diplomats of Belarus on Tuesday.", "Canada has expelled two diplomats of Belarus.")
    for n, text in enumerate(told):
        (tmp_path / f"{n}.txt").write_text(f"date: 2021-08-05\n\n{text}\n", encoding="utf-8")
    kept("read", str(tmp_path / "0.txt"), str(tmp_path / "1.txt"))
    found = json.loads(kept("events", "Canada", "Belarus", "--format", "json").stdout)
    assert (found["events"], found["reports"]) == (1, 2)
    assert "1 event in 2 reports" in kept("events", "CAN").stdout
    (tmp_path / "2.txt").write_text("date: 2021-09-05\n\nCanada expelled a diplomat of Chad.\n", encoding="utf-8")
    kept("read", str(tmp_path / "2.txt"))
    shown = kept("events", "CAN", "--limit", "1").stdout
    assert "2 events in 3 reports\nthe latest 1; 1 more with a greater --limit" in shown
    assert "2021-09" in shown
    assert "Belarus" not in shown


def test_a_timeline_says_how_much_it_leaves_out(kept, tmp_path):
    early = TEXT.replace("2021", "2019").replace("rejects", "supports")
    for name, text in (("early.txt", early), ("late.txt", TEXT)):
        (tmp_path / name).write_text(text)
    kept("read", "early.txt", "late.txt")
    whole = json.loads(kept("timeline", "PER", "VEN", "--format", "json").stdout)
    assert (len(whole["spells"]), whole["all_spells"], len(whole["changes"]), whole["all_changes"]) == (2, 2, 1, 1)
    page = json.loads(kept("timeline", "PER", "VEN", "--format", "json", "--limit", "1").stdout)
    assert (page["spells"], page["all_spells"]) == (whole["spells"][-1:], 2)
    assert (
        "the last 1 of 2 spells; more with a greater --limit" in kept("timeline", "PER", "VEN", "--limit", "1").stdout
    )
    assert "greater --limit" not in kept("timeline", "PER", "VEN").stdout
    done = kept("timeline", "PER", "VEN", "--limit", "1", "--plot", "picture.svg")
    assert (done.returncode, "expected one of them: a picture shows all" in done.stderr) == (2, True)
