"""``detente backup``, ``restore``, ``check --mend`` and the filters of ``search``, on both stores."""

import json

import pytest
from click.testing import CliRunner
from handmade import VERSION, printed, stance

from detente.surfaces.cli import detente as command

TEXT = "Peru rejects sanctions."


def run(*arguments):
    done = CliRunner().invoke(command, list(map(str, arguments)))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


@pytest.fixture
def record(record):
    against = stance(TEXT, "rejects sanctions", "against")
    record.add(printed(TEXT, "one", "2021-08-05", outlet="Gestión", stances=(against,)), VERSION)
    record.add(printed(TEXT, "two", "2020-01-01", outlet="El Diario"), VERSION)
    return record


def test_a_backup_is_a_record_and_can_be_restored(record, store, tmp_path):
    file = tmp_path / "copy.db"
    assert f"wrote {file}" in run("backup", file, "--record", record.name).output
    assert json.loads(run("stats", "--format", "json", "--record", file).stdout)["articles"] == 2
    with pytest.raises(Exception, match="exists already; expected another name, or --force"):
        run("backup", file, "--record", record.name)
    assert run("backup", file, "--force", "--record", record.name).exit_code == 0
    empty = store.new(tmp_path)
    assert "copied 2 articles into" in run("restore", file, "--record", empty).output
    assert run("check", "--record", empty).stdout == "The record is whole.\n"
    store.give_back(empty)


def test_check_mends_what_can_be_made_anew(record, store):
    store.rows(record, "UPDATE article_words SET folded = ' x ' WHERE article = 1")
    done = run("check", "--record", record.name)
    assert (done.exit_code, done.stdout.count("--mend")) == (1, 2)
    assert run("check", "--mend", "--record", record.name).stdout == "The record is whole.\n"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), ["one", "two"]),
        (("--kind", "stances"), ["one"]),
        (("--issue", "Sanctions"), ["one"]),
        (("--outlet", "gestion", "--outlet", "el diario"), ["one", "two"]),
        (("--language", "ES"), []),
        (("--since", "2021"), ["one"]),
        (("--until", "2020-01"), ["two"]),
        (("--kind", "stances", "--actor", "PER"), ["one"]),
    ],
)
def test_a_search_is_filtered(record, filters, found):
    done = run("search", "peru", *filters, "--format", "json", "--record", record.name)
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == found


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (("--kind", "poems"), "found the kind 'poems'; expected one of "),
        (("--issue", "poems"), "found the issue 'poems'; expected one of "),
        (("--outlet", "poems"), "found the outlet 'poems'; expected one of those in the record: El Diario, Gestión"),
        (("--since", "Monday"), "found 'Monday'; expected a day such as 2021-08-05"),
        (("--since", "2021", "--until", "2020"), "since 2021 is after until 2020"),
    ],
)
def test_filters_that_cannot_be_understood(record, filters, said):
    with pytest.raises(Exception, match=said):
        run("search", "peru", *filters, "--record", record.name)
