"""``detente actors``: who the actors of all articles are; with one of them, everything that is known of that."""

from dataclasses import asdict
from typing import Literal, get_args

import click

from detente.surfaces import options

Kind = Literal["state", "person", "bloc", "government", "party", "organisation", "outlet", "place", "group"]
_DEFAULT = 20


@click.command(epilog="Example: detente actors Béjar --state PER")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--type", "kind", type=click.Choice(get_args(Kind)), help="Only actors of this type.")
@click.option("--state", metavar="STATE", help="Only those who are this state or speak for it, by code or name.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=_DEFAULT,
    show_default=True,
    metavar="N",
    help="At most so many actors, and of one actor so many mentions.",
)
@options.on("Only articles that had been published by this day (YYYY-MM-DD).")
@options.known_on
@options.table
@options.record
def actors(  # noqa: PLR0913
    *,
    words: tuple[str, ...],
    kind: Kind | None,
    state: str | None,
    limit: int,
    on: str | None,
    known_on: str | None,
    form: Literal["text", "json", "csv"],
    address: str,
) -> None:
    """List the actors of all articles, those in most articles first.

    Only those with all WORDS in one of their names. Where WORDS mean one actor, by id or name: his names, his mentions
    with the words around them, why they are taken for one, and who else he may be.
    """
    from detente.positions import actor as find_one
    from detente.positions import actors as find
    from detente.positions import meant
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_actors import show_actors, show_dossier, write_table

    asked = " ".join(words)
    with options.opened(address, known_on, on) as record:
        found = find(record, asked, type=kind, state=state, limit=None if asked else limit + 1)
        one = meant(record, asked, found) if asked and (found or not (kind or state)) else None
        dossier = find_one(record, one, limit=limit) if one and form != "csv" else None
    if form == "csv":
        write_table(found[:limit])
    elif form == "json":
        for each in [dossier] if dossier else found[:limit]:
            click.echo(line(asdict(each)))
    elif dossier:
        show_dossier(Page(), dossier)
    else:
        show_actors(Page(), asked, found, limit)
