"""``detente stats``, ``detente check`` and ``detente failures``: the record itself."""

import click

from detente.errors import UsageError
from detente.surfaces import options
from detente.surfaces.json_lines import line


@click.command(epilog="Example: detente stats --record news.db --format json")
@options.on("Only articles that had been published by this day (YYYY-MM-DD).")
@options.known_on
@options.output
@options.record
def stats(on: str | None, known_on: str | None, form: options.Format, address: str) -> None:
    """Count the articles, claims and failures of the record."""
    with options.opened(address, known_on, on) as record:
        found = {"record": record.name, **record.stats()._asdict()}
    if form == "json":
        click.echo(line(found))
        return
    kinds = found.pop("claims")
    for name, count in (*found.items(), *kinds.items()):
        click.echo(f"{name:<14}{count}")


@click.command(epilog="Example: detente check --record news.db")
@options.output
@options.record
@click.option("--mend", is_flag=True, help="First make anew what can be made of the texts: the index of their words.")
@click.pass_context
def check(context: click.Context, form: options.Format, address: str, *, mend: bool) -> None:
    """Prove that the record is whole: exit status 0, or 1 with what is broken.

    Every evidence must give its words, every key must hold, all JSON must be readable, and the full-text index must
    have the words of the texts.
    """
    from detente.errors import RecordError

    try:
        with options.opened(address) as record:
            if mend:
                record.mend()
            faults, erased = record.faults(), record.erased()
    except RecordError as error:
        faults, erased = [str(error)], []
    if form == "json":
        click.echo(line({"whole": not faults, "faults": faults, "erased": [each._asdict() for each in erased]}))
    else:
        click.echo("\n".join(faults) or "The record is whole.")
        for each in erased:
            gone = f"{each.evidence} pieces of evidence can no longer be read"
            click.echo(f"{each.article}: {gone}; its text was erased on {each.erased_at[:10]}")
    context.exit(1 if faults else 0)


@click.command(epilog="Example: detente failures --retry --record news.db")
@options.known_on
@options.output
@options.record
@click.option("--retry", is_flag=True, help="Read the sources again, from where they were read, and print what comes.")
@click.pass_context
def failures(context: click.Context, known_on: str | None, form: options.Format, address: str, *, retry: bool) -> None:
    """List the articles that could not be read, with stage and reason.

    With --retry, exit status 0 when nothing fails any more, else 1.
    """
    from detente.surfaces.text import clean

    if retry and known_on:
        raise UsageError("found --retry beside --known-on; expected one or the other")
    with options.opened(address, known_on) as record:
        if retry:
            from detente.surfaces.outcomes import show
            from detente.surfaces.retrying import read_again

            context.exit(1 if show(read_again(record, options.settings(address)), form).failed else 0)
        for failure in record.failures():
            if form == "json":
                click.echo(line(failure._asdict()))
            else:
                said = clean(f"{failure.source}: {failure.reason}")
                click.echo(f"{failure.recorded_at[:10]}  {failure.stage:<9} {said}")
