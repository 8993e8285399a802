"""``detente export``: the events of the record as event data, and how often who did what to whom."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from detente.errors import UsageError
from detente.surfaces import options

Command = Callable[..., None]

_CHOICE = (
    click.option("--since", metavar="DATE", help="Only events on or after a day, month or year (2021-08-05)."),
    options.on("Only events that may have been on this day (2021-08-05): the same as --since and --until with it."),
    options.known_on,
    click.option("--until", metavar="DATE", help="Only events up to the end of a day, month or year."),
    click.option(
        "--state",
        "states",
        multiple=True,
        metavar="STATE",
        help="Only events in which a state or body takes part, by code (PER, IGO) or name; several times for several.",
    ),
    click.option("--type", "types", multiple=True, metavar="TYPE", help="Only events of a PLOVER type (SANCTION)."),
    click.option(
        "--economic-sanctions",
        type=click.Choice(["sanction", "coerce"]),
        default="sanction",
        show_default=True,
        help="Type economic sanctions as SANCTION/discontinue, or as COERCE/restrict, as in an older table.",
    ),
    click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write to a file instead of standard output; one that exists already is refused.",
    ),
    click.option("--force", is_flag=True, help="Write over a file that exists already."),
    options.record,
)


def _chosen(command: Command) -> Command:
    """Add the options that all exports share."""
    for option in reversed(_CHOICE):
        command = option(command)
    return command


@click.group(epilog="Example: detente export events --format polecat --since 2021 --out events.tsv")
def export() -> None:
    """Export the record as event data: events, or dyads of states."""


@export.command(epilog="Example: detente export events --format plover --state PER --type SANCTION")
@click.option(
    "--format",
    "form",
    type=click.Choice(["plover", "polecat"]),
    default="plover",
    show_default=True,
    help="PLOVER's JSON, one object a line, or POLECAT's table of 40 columns parted by tabs.",
)
@click.option(
    "--all",
    "all_",
    is_flag=True,
    help="With polecat: also what is planned, supposed, denied or background, which its columns cannot tell apart.",
)
@_chosen
def events(form: str, all_: bool, **given: Any) -> None:  # noqa: FBT001
    """Export every event, sorted by article and place in it.

    The day of publication never becomes the date of an event.
    """
    from detente.surfaces.exports import event_rows

    choice, older = _choice(given)
    with options.opened(given["address"], given["known_on"]) as record:
        _write(event_rows(record, choice, form, all_=all_, older=older), form, given)


@export.command(epilog="Example: detente export dyads --by month --state PER --out peru.csv")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json"]),
    default="csv",
    show_default=True,
    help="A table, or JSON, one object a line.",
)
@click.option(
    "--by",
    type=click.Choice(["day", "month", "year"]),
    default="year",
    show_default=True,
    help="Count by days, months or years.",
)
@click.option("--undirected", is_flag=True, help="Count a pair once, whoever of the two acts.")
@click.option(
    "--undated",
    type=click.Choice(["row", "publication", "drop"]),
    default="row",
    show_default=True,
    help="Events of unknown period: a row of the period undated, the period of publication, or none.",
)
@click.option("--historical", is_flag=True, help="Count also what articles tell as background.")
@_chosen
def dyads(form: str, by: str, undated: str, undirected: bool, historical: bool, **given: Any) -> None:  # noqa: FBT001
    """Export how often who did what to whom, by pairs of states or bodies and by periods.

    Each event counts once, however many articles report it; the reports are counted beside.
    """
    from detente.surfaces.exports import dyad_rows

    choice, older = _choice(given)
    with options.opened(given["address"], given["known_on"]) as record:
        rows = dyad_rows(record, choice, by, undated=undated, undirected=undirected, historical=historical, older=older)
        _write(rows, form, given)


def _choice(given: dict[str, Any]) -> Any:
    from detente.positions import Choice

    if given["on"] and (given["since"] or given["until"]):
        raise UsageError("found --on beside --since or --until; expected one or the other")
    since, until = given["on"] or given["since"], given["on"] or given["until"]
    choice = Choice.of(since, until, given["states"], given["types"])
    return choice, given["economic_sanctions"] == "coerce"


def _write(rows: Any, form: str, given: dict[str, Any]) -> None:
    from detente.surfaces.exports import WRITERS
    from detente.surfaces.writing import writing

    with writing(given["out"], force=given["force"]) as stream:
        many = WRITERS[form](rows, stream)
    if given["out"] and str(given["out"]) != "-":
        click.echo(f"detente: wrote {given['out']}: {many} rows", err=True)
