"""``detente backup`` and ``detente restore``: the whole record in one file, and back."""

from pathlib import Path

import click

from detente.surfaces import options


@click.command(epilog="Example: detente backup news-2021-08-05.db --record news.db")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that exists already.")
@options.record
def backup(file: Path, address: str, *, force: bool) -> None:
    """Copy the whole record to FILE, while others read and write it.

    FILE is a record in SQLite, whichever store the record is kept in; every command can look into it with --record.
    """
    from detente.errors import UsageError

    if file.exists() and not force:
        raise UsageError(f"{file} exists already; expected another name, or --force to write over it")
    with options.opened(address) as record:
        record.backup(file)
    click.echo(f"detente: wrote {file}", err=True)


@click.command(epilog="Example: detente restore news.db --record postgresql+psycopg://ana@server/news")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.record
def restore(file: Path, address: str) -> None:
    """Copy the whole record in FILE, a backup or any record in SQLite, into an empty record of either store."""
    from contextlib import closing

    from detente.record import Record

    with closing(Record.open(options.settings(address).record)) as record:
        record.restore(file)
        click.echo(f"detente: copied {record.stats().articles} articles into {record.name}", err=True)
