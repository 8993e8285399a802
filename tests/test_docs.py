"""Whatever a user can type or set is documented."""

from dataclasses import fields
from pathlib import Path

import click
import pytest

from detente.settings import Settings
from detente.surfaces.cli import detente

ROOT = Path(__file__).parent.parent
DOCS = "\n".join(path.read_text("utf-8") for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))))
COMMANDS = list(detente.commands.values())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_with_its_options_is_documented(command):
    start = DOCS.index(f"## `detente {command.name}")
    section = DOCS[start : DOCS.find("\n## ", start + 1)]
    for parameter in command.params:
        name = parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name
        assert name.upper().rstrip(".") in section.upper()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help_with_an_example(command):
    assert command.help
    assert (command.epilog or "").startswith(f"Example: detente {command.name}")
    assert all(option.help for option in command.params if isinstance(option, click.Option))


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_every_setting_is_documented_with_its_default(setting):
    line = next(line for line in DOCS.splitlines() if f"`DETENTE_{setting.name.upper()}`" in line)
    assert not setting.default or f"`{setting.default}`" in line
