"""Options that several commands share."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import click

from detente.settings import Settings
from detente.versions import version

if TYPE_CHECKING:  # the database is loaded only by commands that use it
    from detente.record import Record

Format = Literal["text", "json"]

record = click.option(
    "--record",
    "address",
    metavar="RECORD",
    default="",
    help="The record: path of an SQLite file or SQLAlchemy URL. Default: DETENTE_RECORD, else the user's own.",
)
output = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Print text to read, or JSON.",
)


def settings(address: str = "") -> Settings:
    """Give the settings of the environment, with the record that the command line names."""
    given = Settings.from_environment()
    return replace(given, record=address) if address else given


@contextmanager
def opened(address: str) -> Iterator["Record"]:
    """Open the record for looking into it; say so where there is none yet, and go on with an empty one."""
    from detente.lexicon import own_issues, own_world
    from detente.record import Record

    chosen = settings(address)
    record = Record.open(chosen.record, create=False)
    if record.is_absent:
        click.echo(f"detente: there is no record at {record.name} yet; `detente read` makes one", err=True)
    with closing(record), own_world(chosen.world), own_issues(chosen.issues):
        yield record


def show_version(context: click.Context, _: click.Parameter, value: Any) -> None:
    """Print the versions and end."""
    if value:
        found = version(settings())
        click.echo(f"detente {found.code}\nmodel {found.model}\nlexicon {found.lexicon}")
        context.exit()
