"""``detente watch``: follows feeds and folders, and reads what is new there."""

from contextlib import closing

import click

from detente.surfaces import options


@click.command(epilog="Example: detente watch https://example.org/feed.xml news/ --every 30")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--once", is_flag=True, help="Read what is new now, and end.")
@click.option(
    "--every",
    type=click.FloatRange(min=0.01),
    default=15.0,
    show_default=True,
    metavar="MINUTES",
    help="Ask a feed so often; where it wants to be asked less often, that is obeyed.",
)
@options.output
@options.record
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="So many processes read side by side."
)
@click.pass_context
def watch(  # noqa: PLR0913
    context: click.Context,
    sources: tuple[str, ...],
    every: float,
    form: options.Format,
    address: str,
    jobs: int,
    *,
    once: bool,
) -> None:
    """Follow feeds and folders: read what is new there, keep its claims in the record and print them.

    SOURCE is the address of a feed (RSS, Atom or JSON Feed) or a folder. What has been read is not read again, also
    after a stop. Ends with Ctrl-C; with --once, exit status 0 when everything could be read, 1 when some failed.
    """
    from detente.record import Record
    from detente.surfaces.outcomes import show
    from detente.surfaces.text import clean
    from detente.surfaces.watching import Plan
    from detente.surfaces.watching import watch as follow

    def tell(words: str) -> None:
        click.echo(f"detente: {clean(words)}", err=True)

    settings = options.settings(address)
    with closing(Record.open(settings.record)) as record:
        found = follow(sources, record, settings, Plan(every * 60, once, jobs), tell)
        failed = show(found, form).failed
    context.exit(1 if failed else 0)
