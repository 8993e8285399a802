"""``detente read``: from sources to claims, kept and printed."""

from contextlib import closing

import click

from detente.surfaces import options


@click.command(epilog="Example: detente read article.txt news.jsonl.gz --format json > claims.jsonl")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@options.output
@options.record
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="So many processes read side by side."
)
@click.pass_context
def read(context: click.Context, sources: tuple[str, ...], form: options.Format, address: str, jobs: int) -> None:
    """Read articles: keep their claims in the record and print them.

    SOURCE is a file (.txt, .html, .jsonl, .csv, or one of them with .gz), a folder, an address (https://...), or -
    for standard input. Exit status 0 when
    every article was read, 1 when some failed, 2 for unusable arguments.
    """
    from detente import articles
    from detente.record import Record
    from detente.surfaces.batch import read_all
    from detente.surfaces.outcomes import show
    from detente.versions import version

    settings = options.settings(address)
    with closing(Record.open(settings.record)) as record:
        found = articles.read(sources, settings)
        failed = show(read_all(found, record, version(settings), settings, jobs), form).failed
    context.exit(1 if failed else 0)
