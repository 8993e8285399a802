"""Judgements on the command line: who is one, which claims are right, which articles hold; and how all is undone."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from getpass import getuser
from typing import TYPE_CHECKING, Any

import click

from detente.errors import UsageError
from detente.surfaces import options

if TYPE_CHECKING:  # the database is loaded only by commands that use it
    from detente.positions import AnyRuling

_why = click.option("--why", required=True, metavar="TEXT", help="The reason, kept with the judgement.")
_by = click.option("--by", metavar="NAME", help="Who judges. Default: DETENTE_JUDGE, else the login name.")


def _judging(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every judgement says, and the options that all commands share."""
    for option in (options.record, options.output, _by, _why):
        command = option(command)
    return command


@click.command(epilog='Example: detente same "Ana Luz" person/a-luz --why "the same signature"')
@click.argument("a")
@click.argument("b")
@_judging
def same(a: str, b: str, **given: Any) -> None:
    """Judge that A and B are one actor, in all articles, until it is undone.

    A and B are ids as `detente actors` prints them, or names that mean one actor.
    """
    from detente.positions import same as judge

    _judge(judge, (a, b), given)


@click.command(epilog='Example: detente different person/ana-luz@one.txt person/ana-luz --why "a namesake"')
@click.argument("a")
@click.argument("b")
@_judging
def different(a: str, b: str, **given: Any) -> None:
    """Judge that A and B are two actors, whatever else speaks for their being one, until it is undone.

    A and B are ids as `detente actors` prints them, or names that mean one actor.
    """
    from detente.positions import different as judge

    _judge(judge, (a, b), given)


@click.command(epilog='Example: detente accept stances/2@one.txt --why "checked against the tape"')
@click.argument("claim")
@_judging
def accept(claim: str, **given: Any) -> None:
    """Judge that CLAIM says what its article says; every view marks it as accepted.

    CLAIM is the id that `detente show` prints, then @ and the article: its id, its path, its file
    name or a part of its title.
    """
    from detente.positions import accept as judge

    _judge(judge, (claim,), given)


@click.command(epilog='Example: detente reject stances/2@one.txt --why "the speaker quotes another"')
@click.argument("claim")
@_judging
def reject(claim: str, **given: Any) -> None:
    """Judge that the article does not say what CLAIM says; no view shows it any more, until it is undone.

    CLAIM is the id that `detente show` prints, then @ and the article. Nothing else is rejected with it.
    """
    from detente.positions import reject as judge

    _judge(judge, (claim,), given)


@click.command(epilog='Example: detente correct stances/2@one.txt polarity against --why "irony"')
@click.argument("claim")
@click.argument("field")
@click.argument("value")
@_judging
def correct(claim: str, field: str, value: str, **given: Any) -> None:
    """Correct FIELD of CLAIM to VALUE, for every view; the claim itself stays as it was read.

    VALUE is a date (EDTF), an actor by id or name, several parted by commas, a word that the field knows, yes or no,
    or none.
    """
    from detente.positions import correct as judge

    _judge(judge, (claim, field, value), given)


@click.command(epilog='Example: detente note stances/2@one.txt --why "compare his speech of May"')
@click.argument("claim")
@_judging
def note(claim: str, **given: Any) -> None:
    """Keep a note beside CLAIM; it changes no view, and `detente show` and `detente judgements` print it."""
    from detente.positions import note as judge

    _judge(judge, (claim,), given)


@click.command(epilog='Example: detente retract one.txt --why "the outlet has withdrawn it"')
@click.argument("article")
@click.option("--erase", is_flag=True, help="Erase its text as well, for good; its digest and all offsets stay.")
@_judging
def retract(article: str, *, erase: bool, **given: Any) -> None:
    """Retract ARTICLE: nothing that only it supported is left in any view of what is known now.

    ARTICLE is its id, its path, its file name or a part of its title. What went is listed. Asked --known-on an earlier
    day, it still shows, marked as retracted.
    """
    from detente.positions import retract as judge

    _judge(partial(judge, erase=erase), (article,), given)


@click.command(epilog="Example: detente undo 3")
@click.argument("id_", metavar="[ID]", type=int, required=False)
@_by
@options.output
@options.record
def undo(id_: int | None, by: str | None, form: options.Format, address: str) -> None:
    """Withdraw judgement ID, or the last one that stands, and say what is undone. Its row is kept."""
    from detente.positions import undo as withdraw

    with options.opened(address) as record:
        _show([withdraw(record, id_, by=_name(by, address))], form)


@click.command(epilog="Example: detente judgements --record news.db")
@options.known_on
@options.output
@options.record
def judgements(known_on: str | None, form: options.Format, address: str) -> None:
    """List all judgements, withdrawn ones too, each with who judged, when and why, and whether it holds."""
    from detente.positions import judgements as find

    with options.opened(address, known_on) as record:
        found = find(record)
    if not found and form == "text":
        click.echo("No judgements in the record.")
    _show(found, form)


def _judge(judge: Callable[..., "AnyRuling"], what: tuple[str, ...], given: dict[str, Any]) -> None:
    address = given["address"]
    with options.opened(address) as record:
        _show([judge(record, *what, why=given["why"], by=_name(given["by"], address))], given["form"])


def _show(found: Iterable["AnyRuling"], form: options.Format) -> None:
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_judgements import show_ruling

    page = Page()
    for ruling in found:
        if form == "json":
            click.echo(line(asdict(ruling)))
        else:
            show_ruling(page, ruling)


def _name(by: str | None, address: str) -> str:
    """Give the name of who judges; raise ``UsageError`` where nothing tells it."""
    named = by or options.settings(address).judge
    try:
        return named or getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("found nobody's name; expected --by NAME or DETENTE_JUDGE") from error
