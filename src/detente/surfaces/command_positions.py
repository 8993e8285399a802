"""``detente timeline``, ``detente who`` and ``detente events``: what follows from the record."""

from dataclasses import asdict
from pathlib import Path

import click

from detente.errors import UsageError
from detente.surfaces import options

_PAGE = 50
"""So many spells, and changes, are read at one sitting; who wants more says so."""


@click.command(epilog='Example: detente timeline Peru "sanctions on Venezuela"')
@click.argument("holder")
@click.argument("object_", metavar="OBJECT")
@click.option(
    "--plot",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a picture, .svg or .png, with events, office holders and coverage (needs the extra plots).",
)
@options.on("Only what may have held, or changed, on this day (YYYY-MM-DD).")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1),
    help=f"So many spells, and changes, at most: the last. Default: {_PAGE} in text, all in JSON and pictures.",
)
@options.known_on
@options.output
@options.record
def timeline(  # noqa: PLR0913
    *,
    holder: str,
    object_: str,
    file: Path | None,
    on: str | None,
    limit: int | None,
    known_on: str | None,
    form: options.Format,
    address: str,
) -> None:
    """Show where HOLDER stood on OBJECT, since when and on whose word, and what changed.

    HOLDER is a state's code or name, a person or a bloc. OBJECT is an actor, an issue, or both.
    """
    from detente.positions import timeline as find
    from detente.surfaces.json_lines import line
    from detente.surfaces.plot import check, plot
    from detente.surfaces.text import Page
    from detente.surfaces.text_positions import show_timeline

    if file:
        if limit:
            raise UsageError("found --limit and --plot; expected one of them: a picture shows all")
        check(file)
    with options.opened(address, known_on) as record:
        if file:
            plot(record, holder, object_, file, on)
            click.echo(f"detente: wrote {file}", err=True)
            return
        found = find(record, holder, object_, on, limit=limit if limit or form == "json" else _PAGE)
    if form == "json":
        click.echo(line(asdict(found)))
    else:
        show_timeline(Page(), found)


@click.command(epilog='Example: detente who "foreign minister" Peru --on 2021-08-05')
@click.argument("office")
@click.argument("polity")
@click.option("--on", metavar="DATE", help="On this day (YYYY-MM-DD); default: at any time.")
@options.known_on
@options.output
@options.record
def who(office: str, polity: str, on: str | None, known_on: str | None, form: options.Format, address: str) -> None:
    """Show who held OFFICE of POLITY, from when to when that is known, and from which source.

    OFFICE is a title, or "head of state", "head of government". With a day, only those who held it on that day are the
    answer; where nobody is known to, the last known before it and the next known after it are shown apart. Where an
    office is contested or sources contradict each other, all of them are shown.
    """
    from detente.positions import who as find
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_offices import show_answer

    with options.opened(address, known_on) as record:
        found = find(record, office, polity, on)
    if form == "json":
        click.echo(line(asdict(found)))
    else:
        show_answer(Page(), found, polity)


@click.command(epilog="Example: detente events Peru Venezuela")
@click.argument("actor", required=False)
@click.argument("other", required=False)
@options.on("Only events that may have been on this day (YYYY-MM-DD).")
@click.option("--limit", metavar="N", type=click.IntRange(1), help="So many at most, the latest. Default: all.")
@options.known_on
@options.output
@options.record
def events(  # noqa: PLR0913, PLR0917
    actor: str | None,
    other: str | None,
    on: str | None,
    limit: int | None,
    known_on: str | None,
    form: options.Format,
    address: str,
) -> None:
    """Show the events of the record, of ACTOR, or between ACTOR and OTHER, each once with all its reports.

    Reports of one event in several articles and outlets are linked; a state is meant with those who speak for it.
    """
    from detente.positions import find_happenings
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_happenings import show_happenings

    with options.opened(address, known_on) as record:
        found = find_happenings(record, actor, other, on, limit=limit)
    if form == "json":
        numbers = {"events": found.events, "reports": found.reports}
        numbers["texts"] = sum(each.texts for each in found.shown)
        click.echo(line(numbers | {"found": [asdict(each) for each in found.shown]}))
    else:
        show_happenings(Page(), found)
