"""``detente show`` and ``detente search``: the articles of the record."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from detente.surfaces import options


@click.command(epilog='Example: detente show "Peru recognises" --html peru.html')
@click.argument("article")
@click.option(
    "--html",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write one self-contained page: the text with every claim marked on its words.",
)
@options.on("Only claims that may have held, or happened, on this day (YYYY-MM-DD), by their own dates.")
@options.known_on
@options.output
@options.record
def show(
    article: str, file: Path | None, on: str | None, known_on: str | None, form: options.Format, address: str
) -> None:
    """Show what ARTICLE claims, with the words that prove it.

    ARTICLE is its id, its path as it was read, or a part of its title that no other article has.
    """
    from detente.positions import named, shown
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_article import show_article

    with options.opened(address, known_on) as record:
        printed = shown(record, article, on)
    if file:
        from detente.surfaces.page import page
        from detente.surfaces.writing import write

        write(file, page(named(printed)))
        click.echo(f"detente: wrote {file}", err=True)
    elif form == "json":
        click.echo(line(printed))
    else:
        show_article(Page(), named(printed))


@click.command(epilog='Example: detente search "Lima Group" sanction* --quotes')
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--quotes", is_flag=True, help="Only where one and the same utterance has all the words.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many articles."
)
@click.option("--actor", metavar="ACTOR", help="Only articles with this actor; with --quotes, only what he says.")
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Only articles with a claim of this kind (stances)."
)
@click.option("--issue", "issues", multiple=True, metavar="ISSUE", help="Only articles with a claim on this issue.")
@click.option("--outlet", "outlets", multiple=True, metavar="OUTLET", help="Only articles of this outlet.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only articles in this language (en).")
@click.option("--since", metavar="DATE", help="Only articles published on or after a day, month or year (2021-08-05).")
@click.option("--until", metavar="DATE", help="Only articles published up to the end of a day, month or year.")
@options.on("Only articles that had been published by this day (YYYY-MM-DD).")
@options.known_on
@options.output
@options.record
def search(  # noqa: PLR0913
    *,
    words: tuple[str, ...],
    quotes: bool,
    limit: int,
    actor: str | None,
    on: str | None,
    known_on: str | None,
    form: options.Format,
    address: str,
    **filters: Any,
) -> None:
    """Search texts and quotes for WORDS: articles that have them all, the newest first.

    Every filter but the days may be given several times, and any of its values will do. Accents and capitals do not
    matter. Words that the shell passes as one argument are a phrase; a star at the end of a word stands for any ending.
    """
    from detente.positions import search as find
    from detente.record import Within
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_search import show_hits

    query = " ".join(f'"{each}"' if len(each.split()) > 1 and '"' not in each else each for each in words)
    within = Within.of(**filters)
    with options.opened(address, known_on, on) as record:
        found = find(record, query, limit, quoted=quotes, actor=actor, within=within)
    if form == "json":
        for hit in found:
            click.echo(line(asdict(hit)))
    else:
        show_hits(Page(), query, found)
