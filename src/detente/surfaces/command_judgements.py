"""``detente same``, ``different``, ``undo`` and ``judgements``: a person's decisions about who is one."""

from collections.abc import Iterable
from dataclasses import asdict
from getpass import getuser
from typing import TYPE_CHECKING

import click

from detente.errors import UsageError
from detente.surfaces import options

if TYPE_CHECKING:  # the database is loaded only by commands that use it
    from detente.positions import Ruling

_why = click.option("--why", required=True, metavar="TEXT", help="The reason, kept with the judgement.")
_by = click.option("--by", metavar="NAME", help="Who judges. Default: DETENTE_JUDGE, else the login name.")


@click.command(epilog='Example: detente same "Ana Luz" person/a-luz --why "the same signature"')
@click.argument("a")
@click.argument("b")
@_why
@_by
@options.output
@options.record
def same(a: str, b: str, why: str, by: str | None, form: options.Format, address: str) -> None:
    """Judge that A and B are one actor, in all articles, until it is undone.

    A and B are ids as `detente actors` prints them, or names that mean one actor.
    """
    from detente.positions import same as judge

    with options.opened(address) as record:
        _show([judge(record, a, b, why=why, by=_judge(by, address))], form)


@click.command(epilog='Example: detente different person/ana-luz@one.txt person/ana-luz --why "a namesake"')
@click.argument("a")
@click.argument("b")
@_why
@_by
@options.output
@options.record
def different(a: str, b: str, why: str, by: str | None, form: options.Format, address: str) -> None:
    """Judge that A and B are two actors, whatever else speaks for their being one, until it is undone.

    A and B are ids as `detente actors` prints them, or names that mean one actor.
    """
    from detente.positions import different as judge

    with options.opened(address) as record:
        _show([judge(record, a, b, why=why, by=_judge(by, address))], form)


@click.command(epilog="Example: detente undo 3")
@click.argument("id_", metavar="[ID]", type=int, required=False)
@_by
@options.output
@options.record
def undo(id_: int | None, by: str | None, form: options.Format, address: str) -> None:
    """Withdraw judgement ID, or the last one that stands, and say what is undone. Its row is kept."""
    from detente.positions import undo as withdraw

    with options.opened(address) as record:
        _show([withdraw(record, id_, by=_judge(by, address))], form)


@click.command(epilog="Example: detente judgements --record news.db")
@options.output
@options.record
def judgements(form: options.Format, address: str) -> None:
    """List all judgements, withdrawn ones too, each with who judged, when and why, and whether it holds."""
    from detente.positions import judgements as find

    with options.opened(address) as record:
        found = find(record)
    if not found and form == "text":
        click.echo("No judgements in the record.")
    _show(found, form)


def _show(found: Iterable["Ruling"], form: options.Format) -> None:
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_actors import show_ruling

    page = Page()
    for ruling in found:
        if form == "json":
            click.echo(line(asdict(ruling)))
        else:
            show_ruling(page, ruling)


def _judge(by: str | None, address: str) -> str:
    """Give the name of who judges; raise ``UsageError`` where nothing tells it."""
    named = by or options.settings(address).judge
    try:
        return named or getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("found nobody's name; expected --by NAME or DETENTE_JUDGE") from error
