"""``detente show`` and ``detente search`` as users run them: a process of its own, a record in each store."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from handmade import VERSION, printed, stance, utterance

import detente
from detente.record import Record

SOURCE = str(Path(detente.__file__).parents[1])
ONE = "Ana Luz said Perú rejects the U.S. sanctions. Nobody in Łódź spoke of the Lima Group."
OTHER = "The group met in Lima. “We sanctioned nobody,” the envoy said."


def titled(title, article):
    article["article"]["title"] = title
    return article


@pytest.fixture(scope="module")
def address(store, tmp_path_factory):
    """The address of a record of three articles, two of them with a view in their title."""
    address = store.new(tmp_path_factory.mktemp("looking"))
    said = utterance(ONE, "person/ana-luz", "said", "Perú rejects the U.S. sanctions")
    against = stance(ONE, "rejects the U.S. sanctions", "against", asserted_by="utterances/1")
    one = printed(ONE, "one", "2021-08-05", utterances=(said,), stances=(against,), outlet="El Diario")
    with Record.open(address) as record:
        record.add(titled("Perú’s view", one), VERSION)
        record.add(titled("Łódź, a view", printed(OTHER, "other", "2021-08-06")), VERSION)
        record.add(titled(None, printed("\x1b[31mNo word of it.", "third")), VERSION)
    return address


@pytest.fixture
def run(address, tmp_path):
    def command(*arguments):
        words = [sys.executable, "-m", "detente", *map(str, arguments), "--record", address]
        environment = {**os.environ, "PYTHONPATH": SOURCE, "COLUMNS": "200"}
        return subprocess.run(
            words,
            capture_output=True,
            encoding="utf-8",
            env=environment,
            check=False,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
        )

    return command


def articles(done):
    return [json.loads(line)["article"] for line in done.stdout.splitlines()]


def test_an_article_is_shown_as_text_to_read(run):
    done = run("show", "one")
    assert (done.returncode, done.stderr) == (0, "")
    title, outlet, recorded, *claims = [line for line in done.stdout.splitlines() if line]
    assert (title, outlet) == ("Perú’s view", "El Diario, 2021-08-05")
    assert recorded.startswith("version 1 of 1, recorded 20")
    assert claims == [
        "Who said what",
        "  Ana Luz said: Perú rejects the U.S. sanctions  utterances/1",
        "Stances",
        "  Peru against rejects the U.S. sanctions  (sanctions)  claim/1",
        "    “rejects the U.S. sanctions”",
    ]
    empty = run("show", "third")
    assert "outlet unknown, date unknown" in empty.stdout
    assert "nothing found in it" in empty.stdout


def test_an_article_is_shown_as_the_json_that_was_kept(run, address):
    done = run("show", "one", "--format", "json")
    assert done.returncode == 0
    with Record.open(address) as record:
        *kept, (_, identities), (_, recorded), (last, judgements) = json.loads(done.stdout).items()
        assert dict(kept) == record.show("one").json
        assert (last, judgements) == ("judgements", [])
        assert (recorded["version"], recorded["superseded_at"], recorded["read_by"]["code"]) == (1, None, "1")
        assert identities["person/rio"] == {"id": "person/rio", "name": "Carla Río"}
    assert json.loads(run("show", "third", "--format", "json").stdout)["text"] == "\x1b[31mNo word of it."


@pytest.mark.parametrize("given", ["one", "one.txt", "Perú’s view", "PERU'S VIEW", "peru"])
def test_an_article_is_found_by_id_path_title_and_part_of_the_title(run, given):
    assert run("show", given).stdout.startswith("Perú’s view\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            "nothing of the kind",
            "has the id, the path, the file name or the title 'nothing of the kind'",
        ),
        ("view", "'view' may mean 2 articles: Perú’s view (one); Łódź, a view (other); expected an id, or more of"),
        (__file__, "is not in the record yet; `detente read` reads it"),
    ],
)
def test_what_names_no_article_or_several_is_refused(run, given, said, tmp_path):
    for more in ((), ("--format", "json"), ("--html", tmp_path / "page.html")):
        done = run("show", given, *more)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "page.html").exists()


def test_a_page_is_written_to_a_file_or_to_standard_output(run, tmp_path):
    done = run("show", "one", "--html", tmp_path / "page.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"detente: wrote {tmp_path / 'page.html'}\n"
    html = (tmp_path / "page.html").read_text("utf-8")
    assert html.startswith("<!doctype html>")
    assert "Nobody in Łódź spoke" in html
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert run("show", "one", "--html", "-").stdout == html
    nowhere = run("show", "one", "--html", tmp_path / "none" / "page.html")
    assert nowhere.returncode == 2
    assert "cannot be written: No such file or directory" in nowhere.stderr


def test_hits_are_shown_with_the_words_around_them_and_who_is_quoted(run):
    done = run("search", "peru", "sanctions")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in done.stdout.splitlines() if line] == [
        "Perú’s view  (El Diario, 2021-08-05)",
        f"  {ONE}",
        "    Ana Luz: Perú rejects the U.S. sanctions  (utterances)",
    ]


def test_hits_in_json_have_offsets_into_the_text(run):
    done = run("search", "sanction*", "--format", "json")
    newest, older = map(json.loads, done.stdout.splitlines())
    assert [newest["article"], older["article"]] == ["other", "one"]
    (snippet,) = older["snippets"]
    start, end = snippet["span"]
    assert ONE[start:end] == snippet["text"]
    assert [snippet["text"][first:last] for first, last in snippet["marks"]] == ["sanctions"]
    assert [(each["kind"], each["speakers"]) for each in older["quotes"]] == [
        ("utterances", ["Ana Luz"]),
        ("stances", ["Peru"]),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["lodz"], ["other", "one"]),
        (["ŁÓDŹ"], ["other", "one"]),
        (["us"], ["one"]),
        (["sanction"], []),
        (["sanction*"], ["other", "one"]),
        (["lima", "group"], ["other", "one"]),
        (["Lima Group"], ["one"]),
        (['"group met"', "lima"], ["other"]),
        (["group met", "peru"], []),
        (["sanctions", "--quotes"], ["one"]),
        (["lima", "--quotes"], []),
        (["lima", "--limit", "1"], ["other"]),
        (["lima", "--limit", "2"], ["other", "one"]),
    ],
)
def test_articles_have_all_the_words(run, words, found):
    done = run("search", *words, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert articles(done) == found


def test_no_hit_is_an_answer(run):
    done = run("search", "Lima", "anybody")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No article of the record has Lima anybody.\n", "")
    assert run("search", "anybody", "--format", "json").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search"], "Missing argument 'WORDS...'"),
        (["search", "…"], "found no word in '…'; expected words to search for"),
        (["search", "lima", "--limit", "0"], "--limit"),
        (["show"], "Missing argument 'ARTICLE'"),
    ],
)
def test_unusable_arguments(run, arguments, said):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
