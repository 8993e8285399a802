"""Options that several commands share."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from detente.settings import Settings
from detente.versions import version

if TYPE_CHECKING:  # the database is loaded only by commands that use it
    from detente.record import Record
    from detente.surfaces.rows import Table
    from detente.surfaces.text import Page

Command = TypeVar("Command", bound=Callable[..., Any])
Format = Literal["text", "json"]

record = click.option(
    "--record",
    "address",
    metavar="RECORD",
    default="",
    help="The record: path of an SQLite file or SQLAlchemy URL. Default: DETENTE_RECORD, else the user's own.",
)
known_on = click.option(
    "--known-on",
    metavar="DATE",
    help="As known at the end of that day, or at a time (2021-08-05T12:30), in UTC. Default: now.",
)
output = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Print text to read, or JSON.",
)

table = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="Print text to read, JSON, or a table as CSV.",
)


def show(form: str, found: Any, rows: "Table", text: "Callable[[Page, Any], None]") -> None:
    """Print a view as it is asked for: text, one object or one line for each, or a table."""
    from detente.surfaces.json_lines import line
    from detente.surfaces.rows import write
    from detente.surfaces.text import Page

    if form == "csv":
        write(rows, found, sys.stdout)
    elif form == "json":
        for each in found if isinstance(found, tuple) else (found,):
            click.echo(line(asdict(each)))
    else:
        text(Page(), found)


def settings(address: str = "") -> Settings:
    """Give the settings of the environment, with the record that the command line names."""
    given = Settings.from_environment()
    return replace(given, record=address) if address else given


def on(help_: str) -> Callable[[Command], Command]:
    """Give the option that asks as of a day in the world; what it leaves differs from view to view."""
    return click.option("--on", metavar="DATE", help=help_)


@contextmanager
def opened(address: str, known_on: str | None = None, published_by: str | None = None) -> Iterator["Record"]:
    """Open the record for looking into it; say so where there is none yet, and go on with an empty one.

    With ``known_on`` or ``published_by``, give it as of that day (``Record.as_of``).
    """
    from detente.lexicon import own_issues, own_world
    from detente.record import Record

    chosen = settings(address)
    record = Record.open(chosen.record, create=False)
    if record.is_absent:
        click.echo(f"detente: there is no record at {record.name} yet; `detente read` makes one", err=True)
    asked = known_on is not None or published_by is not None
    with closing(record), own_world(chosen.world), own_issues(chosen.issues):
        yield record.as_of(known_on, published_by=published_by) if asked else record


def show_version(context: click.Context, _: click.Parameter, value: Any) -> None:
    """Print the versions and end."""
    if value:
        found = version(settings())
        click.echo(f"detente {found.code}\nmodel {found.model}\nlexicon {found.lexicon}")
        context.exit()
