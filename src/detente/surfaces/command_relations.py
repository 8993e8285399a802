"""``detente relations``: the course of a dyad over time."""

from dataclasses import asdict
from typing import Literal

import click

from detente.surfaces import options


@click.command(epilog="Example: detente relations Peru Venezuela --by year")
@click.argument("a")
@click.argument("b")
@click.option(
    "--by",
    type=click.Choice(["day", "month", "year"]),
    default="month",
    show_default=True,
    help="Count by days, months or years.",
)
@options.on("The course as far as articles told it that had been published by this day (YYYY-MM-DD).")
@options.known_on
@options.table
@options.record
def relations(  # noqa: PLR0913
    *,
    a: str,
    b: str,
    by: str,
    on: str | None,
    known_on: str | None,
    form: Literal["text", "json", "csv"],
    address: str,
) -> None:
    """Show how A and B stood to each other over time: events and their scores, words, change points, coverage.

    A and B are states or bodies, by code or name; a person stands for his state. A period of which no article was read
    that mentions A or B is "no coverage", and never 0.
    """
    from detente.positions import relations as find
    from detente.surfaces.json_lines import line
    from detente.surfaces.relation_rows import write_relations
    from detente.surfaces.text import Page
    from detente.surfaces.text_relations import show_relations

    with options.opened(address, known_on, on) as record:
        found = find(record, a, b, by)
    if form == "json":
        click.echo(line(asdict(found)))
    elif form == "csv":
        write_relations(found)
    else:
        show_relations(Page(), found)
