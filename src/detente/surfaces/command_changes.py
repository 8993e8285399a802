"""``detente changes``, ``commitments`` and ``contradictions``: what was left, pledged, and disagreed on."""

from typing import Any

import click

from detente.surfaces import options


@click.command(epilog="Example: detente changes --holder Peru --object Venezuela --since 2020")
@click.option("--holder", metavar="HOLDER", help="Only changes of this holder, by code or name.")
@click.option("--object", "object_", metavar="OBJECT", help="Only changes on this actor or issue, as for timeline.")
@click.option("--since", metavar="DATE", help="Only those that may have come on or after a day, month or year.")
@options.on("Only changes that may have come on this day (YYYY-MM-DD).")
@options.known_on
@options.table
@options.record
def changes(holder: str | None, object_: str | None, since: str | None, **given: Any) -> None:
    """Show the changes of position that the record knows, each once, with both sides in words.

    A change is announced by its holder, attributed to him, or inferred from what was said: a side is left, or the same
    side is taken more strongly, more softly or on a new condition. Each says when it came, who told it, who was in
    office before and after, what happened between the two in that month, and why it counts as a change.
    """
    from detente.positions import changes as find
    from detente.surfaces.rows import CHANGES
    from detente.surfaces.text_changes import show_changes

    with options.opened(given["address"], given["known_on"]) as record:
        found = find(record, holder, object_, since, given["on"])
    options.show(given["form"], found, CHANGES, show_changes)


@click.command(epilog="Example: detente commitments Peru Venezuela")
@click.argument("holder", required=False)
@click.argument("to", required=False)
@options.on("Only what had been pledged by this day (YYYY-MM-DD), and what bears on it until then.")
@options.known_on
@options.table
@options.record
def commitments(holder: str | None, to: str | None, **given: Any) -> None:
    """Show what was pledged, by HOLDER or by all, TO one or to anybody, by when, and what bears on it.

    What bears on a pledge are later events between the two and later words of the holder, if they share a word with it.
    """
    from detente.positions import commitments as find
    from detente.surfaces.rows import PLEDGES
    from detente.surfaces.text_changes import show_pledges

    with options.opened(given["address"], given["known_on"]) as record:
        found = find(record, holder, to, given["on"])
    options.show(given["form"], found, PLEDGES, show_pledges)


@click.command(epilog="Example: detente contradictions Peru")
@click.argument("holder", required=False)
@click.option("--object", "object_", metavar="OBJECT", help="Only positions on this actor or issue, as for timeline.")
@options.on("Only contradictions of which this day (YYYY-MM-DD) may be one.")
@options.known_on
@options.table
@options.record
def contradictions(holder: str | None, object_: str | None, **given: Any) -> None:
    """Show where sources disagree: on where HOLDER, or anybody, stood at one time, and on who holds an office.

    Both sides stand beside each other with their words and sources; none is preferred.
    """
    from detente.positions import contradictions as find
    from detente.surfaces.rows import CONTRADICTIONS
    from detente.surfaces.text_changes import show_contradictions

    with options.opened(given["address"], given["known_on"]) as record:
        found = find(record, holder, object_, given["on"])
    options.show(given["form"], found, CONTRADICTIONS, show_contradictions)
