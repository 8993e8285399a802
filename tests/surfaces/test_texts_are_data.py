"""A text with markup, SQL, templates and control characters in it stays a text, in every output and in the record."""

import csv
import io
import json
import re
from contextlib import suppress
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from lxml import etree

import detente
from detente.surfaces.cli import detente as detente_command

NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE articles; --",
    '" OR 1=1 --',
    "{{ 7 * 7 }} {% import os %} ${7*7} #{7*7}",
    "[bold red]loud[/bold red] [link=file:///etc/passwd]here[/link]",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202eright to left\u202c",
    "=HYPERLINK(1)",
    "%s %(name)s {0} {name}",
    "../../etc/passwd",
    "</article></body></html>",
    "&lt;b&gt; &amp;amp;",
    "\\u003cscript\\u003e",
)
TEXT = "\n\n".join(
    f"Foreign Minister Ana Luz of Peru said on Monday that Peru rejects sanctions against Venezuela {each}. "
    f'"We recognise Juan Guaidó {each} as president," she said.'
    for each in NASTY
)
TITLE = f"{NASTY[0]} {NASTY[2]} {NASTY[4]} {NASTY[5]} {NASTY[6]}"
QUERIES = (
    *NASTY,
    "*",
    '"',
    '""',
    "a*b",
    "NEAR(a b)",
    "a OR b",
    "-a",
    "^a",
    "col:a",
    "%",
    "_",
    "a' OR 'a'='a",
    "\0",
    "(",
)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, attributes))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("texts")
    row = {
        "id": NASTY[0],
        "title": TITLE,
        "text": TEXT,
        "outlet": NASTY[1],
        "published": "2021-08-05",
        NASTY[4]: NASTY[2],
    }
    (made / "a.jsonl").write_text(json.dumps(row))
    return made


@pytest.fixture(scope="module")
def run(folder):
    def command(*words, environment=None):
        given = {"DETENTE_RECORD": str(folder / "r.db"), "NO_COLOR": None, **(environment or {})}
        done = CliRunner().invoke(detente_command, words, env=given, catch_exceptions=False)
        assert done.exit_code == 0, done.stderr
        return done.stdout

    return command


@pytest.fixture(scope="module")
def printed(run, folder):
    return run("read", str(folder / "a.jsonl"), "--format", "json")


def test_the_text_is_read_and_kept_as_it_is(printed, run):
    (found,) = [json.loads(line) for line in printed.splitlines()]
    assert found["text"] == TEXT
    assert found["article"]["title"] == TITLE
    assert found["article"]["extras"] == {NASTY[4]: NASTY[2]}
    shown = json.loads(run("show", NASTY[0], "--format", "json"))
    assert {name: shown[name] for name in found} == found
    assert run("check") == "The record is whole.\n"


COMMANDS = (
    ("show", NASTY[0]),
    ("timeline", "Peru", "Venezuela"),
    ("timeline", "Peru", "recognition"),
    ("who", "foreign minister", "Peru"),
    ("events",),
    ("relations", "Peru", "Venezuela"),
    ("actors",),
    ("actors", "Luz"),
    ("search", "sanctions"),
    ("search", "sanctions", "--quotes"),
    ("judgements",),
    ("failures",),
)


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("terminal", [False, True])
def test_no_text_changes_the_terminal(run, words, terminal):
    forced = {"FORCE_COLOR": "1", "COLUMNS": "200", "TERM": "xterm-256color"} if terminal else {}
    out = run(*words, environment=forced)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out) if terminal else out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", plain)
    assert "\x1b]8;" not in out  # no link that a terminal would follow
    assert "49 " not in plain


@pytest.mark.usefixtures("printed")
def test_markup_is_shown_and_not_obeyed(run):
    out = run("show", NASTY[0])
    assert "[bold red]loud[/bold red]" in out
    assert "{{ 7 * 7 }}" in out
    assert "<script>alert(1)</script>" in out


@pytest.mark.usefixtures("printed")
def test_the_page_has_no_element_but_its_own(run, folder):
    run("show", NASTY[0], "--html", str(folder / "page.html"))
    page = Tags()
    page.feed((folder / "page.html").read_text("utf-8"))
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert {tag for tag, _ in page.tags} & {"img", "iframe", "object", "embed", "link", "base"} == set()
    assert not any(name.startswith("on") for _, attributes in page.tags for name, _ in attributes)
    assert all(
        (value or "").startswith("#") for _, attributes in page.tags for name, value in attributes if name == "href"
    )


@pytest.mark.usefixtures("printed")
def test_the_picture_has_no_element_but_its_own(run, folder):
    run("timeline", "Peru", "Venezuela", "--plot", str(folder / "peru.svg"))
    picture = etree.parse(folder / "peru.svg")
    drawn = {etree.QName(each).localname for each in picture.iter(etree.Element)}
    assert drawn & {"script", "img", "image", "a", "b", "foreignObject"} == set()
    said = " ".join(each.text for each in picture.iter("{*}text"))
    assert "“rejects sanctions against Venezuela”" in said


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize(
    ("words", "separator"),
    [
        (("export", "events", "--format", "polecat"), "\t"),
        (("export", "dyads", "--format", "csv"), ","),
        (("actors", "--format", "csv"), ","),
        (("relations", "Peru", "Venezuela", "--format", "csv"), ","),
    ],
    ids=str,
)
def test_tables_keep_their_columns_and_no_cell_is_a_formula(run, words, separator):
    rows = list(csv.reader(io.StringIO(run(*words)), delimiter=separator))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if re.match(r"[=@\t\r]|[+-](?![\d.])", cell)]


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize("words", [("events",), ("export", "events"), ("actors",), ("search", "sanctions")], ids=str)
def test_json_is_one_object_a_line(run, words):
    out = run(*words) if words[0] == "export" else run(*words, "--format", "json")
    assert all(json.loads(line) is not None for line in out.splitlines())


@pytest.mark.parametrize("query", QUERIES)
def test_whatever_is_asked_is_words_and_no_statement(printed, folder, query):
    assert printed
    with detente.Record.open(folder / "r.db") as record:
        for ask in (
            lambda: record.search(query),
            lambda: record.search(f'"{query}"', quotes=True, outlets=[query], since="2021"),
            lambda: record.search("peru", actor=query),
            lambda: record.timeline(query, "Venezuela"),
            lambda: record.positions("Peru", query),
            lambda: record.who(query, "Peru"),
            lambda: record.who("president", query),
            lambda: record.events(query),
            lambda: record.relations("Peru", query),
            lambda: record.actors(query),
            lambda: record.actor(query),
            lambda: record.show(query),
            lambda: list(record.readings(query)),
        ):
            with suppress(detente.UsageError):
                ask()
        assert record.stats().articles == 1
        assert record.check() == []
