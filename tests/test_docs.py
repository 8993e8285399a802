"""Whatever a user can type, set or import is documented, and the examples run."""

import doctest
import inspect
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import click
import pytest

import detente as front
from detente.settings import Settings
from detente.surfaces.cli import detente

ROOT = Path(__file__).parent.parent
DOCS = "\n".join(path.read_text("utf-8") for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))))
PYTHON = (ROOT / "docs" / "python.md").read_text("utf-8")


def commands(group, before=""):
    """Give every command by its full name: ``export`` and ``export events``."""
    for name, command in group.commands.items():
        yield f"{before}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")


COMMANDS = list(commands(detente))


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_with_its_options_is_documented(name, command):
    start = DOCS.index(f"## `detente {name} ")
    section = DOCS[start : DOCS.find("\n## ", start + 1)]
    for parameter in command.params:
        word = parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name
        assert word.upper().rstrip(".") in section.upper()


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_has_help_with_an_example(name, command):
    assert command.help
    assert (command.epilog or "").startswith(f"Example: detente {name}")
    assert all(option.help for option in command.params if isinstance(option, click.Option))


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_every_setting_is_documented_with_its_default(setting):
    line = next(line for line in DOCS.splitlines() if f"`DETENTE_{setting.name.upper()}`" in line)
    assert not setting.default or f"`{setting.default}`" in line


def test_what_python_programs_may_import_is_exactly_what_is_documented():
    listed = re.findall(r"^\| `(\w+)", PYTHON.partition("| method of a `Record`")[0], re.MULTILINE)
    assert sorted(listed) == sorted(front.__all__)
    assert {name for name in front.__all__ if not hasattr(front, name)} == set()
    assert set(front.__all__) <= set(dir(front))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = front.nothing
    undocumented = [name for name in front.__all__ if name != "__version__" and not getattr(front, name).__doc__]
    assert undocumented == []


def test_every_method_of_a_record_is_documented():
    table = PYTHON.partition("| method of a `Record`")[2].partition("\n\n")[0]
    listed = set(re.findall(r"`(\w+)(?:\(|`)", table))
    methods = {name for name in dir(front.Record) if not name.startswith("_")}
    assert methods - listed == set()
    for name in methods - {"name"}:
        for parameter in list(inspect.signature(getattr(front.Record, name)).parameters.values())[1:]:
            assert parameter.name in table or parameter.name in ("filters", "given")


def test_importing_loads_neither_parser_nor_database():
    looked = "import sys, detente; dir(detente); detente.Settings; detente.UsageError"
    records = "detente.Record; detente.Reading; detente.to_pandas; detente.to_polars"
    there = "print('spacy' in sys.modules, 'sqlalchemy' in sys.modules)"
    code = f"{looked}; {there}; {records}; {there}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "False", "True"]


def test_the_examples_in_python_run(tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    written = re.sub(r"^```.*$", "", PYTHON, flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(written, {}, "python.md", "docs/python.md", 0)
    said: list[str] = []
    done = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert done.attempted > 20
    assert not done.failed, "".join(said)
