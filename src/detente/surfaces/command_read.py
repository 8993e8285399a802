"""``detente read``: from sources to claims, kept and printed."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

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

    SOURCE is a file (.txt, .jsonl, or one of them with .gz), a folder, or - for standard input. Exit status 0 when
    every article was read, 1 when some failed, 2 for unusable arguments.
    """
    from detente import articles
    from detente.record import Record
    from detente.surfaces.batch import read_all
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_article import show_article
    from detente.versions import version

    settings = options.settings(address)
    record = Record.open(settings.record)
    page = Page()
    failed = 0
    reading = read_all(articles.read(sources), record, version(settings), settings, jobs)
    with closing(record), closing(reading), _progress() as advance:
        for outcome in reading:
            if outcome.failure:
                failed += 1
                click.echo(f"detente: {outcome.failure.source}: {outcome.failure.reason}", err=True)
            elif outcome.printed:
                if form == "json":
                    click.echo(line(outcome.printed))
                else:
                    show_article(page, outcome.printed)
            advance(failed)
    context.exit(1 if failed else 0)


@contextmanager
def _progress() -> Iterator[Any]:
    """Show on a terminal's standard error how many articles are done, unless the output goes there too."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), MofNCompleteColumn(), TextColumn("articles, {task.fields[failed]} failed"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None, failed=0)
        yield lambda failed: progress.update(task, advance=1, failed=failed)
