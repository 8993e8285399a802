"""Reading again from the record alone: the same code finds the same, and judgements stay."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import detente
from detente.positions import accept, differences, judgements, retract
from detente.record import Record
from detente.surfaces import api
from detente.surfaces.cli import detente as command
from detente.versions import version

ROOT = Path(__file__).parents[2]
OLDER = detente.Settings(learned=False)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Two of our articles, read by rules alone; one without a file to which anybody could go back."""
    with Record.open(tmp_path_factory.mktemp("record") / "record.db") as opened:
        files = [str(ROOT / "examples" / "lima-group" / f"{name}.txt") for name in ("06-argentina-leaves",)]
        own = detente.article_of("Peru left the group on Monday, its minister said.", id="own", published="2021-08-05")
        assert len(list(api.read_into(opened, [*files, own], jobs=1, settings=OLDER))) == 2
        yield opened


def test_what_another_version_has_read_is_read_again_and_once(record):
    expected = {
        each.article.id: each.json
        for each in detente.read(str(ROOT / "examples" / "lima-group" / "06-argentina-leaves.txt"))
    }
    claim = next(each for each in record.show("argentina").json["utterances"])
    accept(record, f"{claim['id']}@argentina", why="seen", by="Eva")
    found = {each.article.id: each.json for each in api.reread(record, detente.Settings())}
    assert len(found) == 2
    assert found | expected == found
    assert [each.standing for each in judgements(record)] == ["holds"]
    assert list(api.reread(record, detente.Settings())) == []
    assert [each.version for each in record.read_by()] == [version(OLDER), version(detente.Settings())]
    assert {each.what for each in differences(record, "1", "2")} <= {"same", "changed", "gone", "new"}


def test_a_retracted_article_is_not_read_again(record):
    retract(record, "own", why="a test", by="Eva")
    settings = detente.Settings(learned=False, older_sanctions=True)
    assert [each.article.title for each in api.reread(record, settings)] == ["Argentina leaves the Lima Group"]


def test_what_a_version_read_before_another_counts_again_once_it_has_read_it_again(record):
    def read(settings):
        read_again = [each.article.title for each in api.reread(record, settings)]
        assert record.recorded("argentina").read_by == version(settings)
        return read_again

    read(detente.Settings())
    assert read(OLDER) == read(detente.Settings()) == ["Argentina leaves the Lima Group"]
    assert read(detente.Settings()) == []
    assert {each.version: each.texts for each in record.read_by()}[version(detente.Settings())] == 2
    pairs = list(differences(record, "1", "2"))
    assert len({(each.article, each.kind, each.before, each.after) for each in pairs}) == len(pairs)


def test_the_command_says_that_there_is_nothing_to_read_again(record):
    given = ["reread", "--record", record.name]
    assert list(api.reread(record, OLDER))
    first = CliRunner().invoke(command, given)
    assert first.stdout
    assert "nothing to read again" not in first.stderr
    done = CliRunner().invoke(command, given)
    assert (done.stdout, done.exit_code) == ("", 0)
    assert done.stderr.startswith("detente: nothing to read again: these versions have read all that is not retracted")
