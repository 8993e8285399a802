"""``detente reread`` and ``detente diff``: what another version of code or lexicon does to what was read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING

import click

from detente.surfaces import options

if TYPE_CHECKING:  # the database is loaded only by commands that use it
    from detente.positions import Difference
    from detente.record import Record

_WHAT = ("same", "changed", "gone", "new")


@click.command(epilog="Example: detente reread --jobs 2 --format json > claims.jsonl")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@options.output
@options.record
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="So many processes read side by side."
)
@click.pass_context
def reread(context: click.Context, articles: tuple[str, ...], form: options.Format, address: str, jobs: int) -> None:
    """Read again, with the present code, model and lexicon, what others have read: every ARTICLE, or all.

    The texts are those in the record. New readings stand beside the old, and judgements find their claims again; those
    that cannot are listed. Exit status 0, or 1 when some article could not be read.
    """
    from detente.record import Record
    from detente.surfaces.outcomes import show
    from detente.surfaces.rereading import read_once_more

    settings = options.settings(address)
    with closing(Record.open(settings.record, create=False)) as record:
        ids = [record.show(each).article.id for each in articles]
        shown = show(read_once_more(record, settings, ids, jobs), form)
        lost = list(_lost(record))
    if not shown.tried:
        click.echo("detente: nothing to read again: these versions have read all that is not retracted", err=True)
    for said in lost:
        click.echo(f"detente: {said}", err=True)
    context.exit(1 if shown.failed else 0)


def _lost(record: "Record") -> Iterator[str]:
    """Say which judgements no longer find what they are about."""
    from detente.positions import ClaimRuling, Ruling, judgements

    for each in judgements(record):
        if each.standing == "lost":
            what = (
                each.claim if isinstance(each, ClaimRuling) else each.one if isinstance(each, Ruling) else each.article
            )
            yield f"judgement {each.number} is lost: {each.kind} {what}; `detente judgements` shows it"


@click.command(epilog="Example: detente diff 1 2 --kind stances")
@click.argument("one", required=False, metavar="[VERSION]")
@click.argument("other", required=False, metavar="[VERSION]")
@click.option("--kind", metavar="KIND", help="Only claims of this kind (stances, events ...).")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many claims."
)
@options.output
@options.record
def diff(
    *, one: str | None, other: str | None, kind: str | None, limit: int, form: options.Format, address: str
) -> None:
    """Show what one VERSION of code, model and lexicon found and the other did not, in the texts that both have read.

    A VERSION is its number in the list that the command prints without any, or the beginning of its code or lexicon.
    With --format json, every claim that differs, one object a line.
    """
    from detente.positions import differences
    from detente.surfaces.json_lines import line

    with options.opened(address) as record:
        if one is None or other is None:
            _list(record, form)
            return
        found = (each for each in differences(record, one, other) if kind in (None, each.kind))
        if form == "json":
            for each in found:
                if each.what != "same":
                    click.echo(line(asdict(each)))
        else:
            _show(found, limit)


def _list(record: "Record", form: options.Format) -> None:
    from detente.positions import versions
    from detente.surfaces.json_lines import line

    known = versions(record)
    for n, each in enumerate(known, start=1):
        if form == "json":
            click.echo(
                line(
                    {
                        "number": n,
                        **each.version._asdict(),
                        **{k: v for k, v in each._asdict().items() if k != "version"},
                    }
                )
            )
        else:
            click.echo(f"{n}  {each.version}  ({each.texts} texts, {each.first[:10]} to {each.last[:10]})")
    if not known and form == "text":
        click.echo("No version has read anything into this record.")


def _show(found: Iterable["Difference"], limit: int) -> None:
    """Print a table of how many claims are the same and not, and then some of those that are not."""
    from detente.surfaces.text import Page
    from detente.surfaces.text_marks import value_words

    counts: Counter[tuple[str, str]] = Counter()
    kept: list[Difference] = []
    for each in found:
        counts[each.kind, each.what] += 1
        if each.what != "same" and len(kept) < limit:
            kept.append(each)
    page = Page()
    page.line((f"{'kind':<14}" + "".join(f"{what:>9}" for what in _WHAT), "bold"))
    for kind in sorted({kind for kind, _ in counts}):
        page.line(f"{kind:<14}" + "".join(f"{counts[kind, what]:>9}" for what in _WHAT))
    for each in islice(kept, limit):
        page.line((each.what, "bold"), f"  {each.after or each.before}@{each.article}")
        page.quote(each.quote)
        for name, (before, after) in each.fields.items():
            page.line(f"{name}: {value_words(before)} → {value_words(after)}", indent=4)
    rest = sum(many for (_, what), many in counts.items() if what != "same") - len(kept)
    if rest > 0:
        page.line((f"and {rest} more; --limit N shows N of them", "dim"))
