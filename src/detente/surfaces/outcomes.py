"""Showing what comes of articles while they are read: claims on standard output, failures on standard error."""

import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from detente.surfaces.json_lines import line
from detente.surfaces.options import Format

if TYPE_CHECKING:  # the parser is loaded only by commands that read
    from detente.record import Failure
    from detente.surfaces.workers import Outcome


class Shown(NamedTuple):
    """How many articles were read or tried, and how many of them failed."""

    tried: int
    failed: int


def show(reading: Generator["Outcome"], form: Format) -> Shown:
    """Print each outcome as it comes; give how many there were."""
    from detente.surfaces.text import Page
    from detente.surfaces.text_article import show_article

    page = Page()
    tried = failed = 0
    with closing(reading), _progress() as advance:
        for outcome in reading:
            tried += 1
            if outcome.failure:
                failed += 1
                show_failure(outcome.failure)
            elif outcome.printed:
                if form == "json":
                    click.echo(line(outcome.printed))
                else:
                    show_article(page, outcome.printed)
            advance(failed)
    return Shown(tried, failed)


def show_failure(failure: "Failure") -> None:
    """Name a failure on standard error."""
    from detente.surfaces.text import clean

    click.echo(f"detente: {clean(f'{failure.source}: {failure.reason}')}", err=True)


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
