"""``detente position`` and ``detente matrix``: where one stood on a thing, and where all did."""

from typing import Any

import click

from detente.surfaces import options


@click.command(epilog='Example: detente position Peru "sanctions on Venezuela" --on 2021-09-01')
@click.argument("holder")
@click.argument("object_", metavar="OBJECT")
@options.on("Where HOLDER stood on this day (YYYY-MM-DD); default: by all that is known.")
@options.known_on
@options.table
@options.record
def position(holder: str, object_: str, **given: Any) -> None:
    """Show where HOLDER stood on OBJECT on a day: the side, since when, under which ministers, and on whose word.

    Where no side is known, it says which silence that is: neutral in words, no statement found in articles that mention
    both, or no such article read.
    """
    from detente.positions import position as find
    from detente.surfaces.rows import POSITIONS
    from detente.surfaces.text_standing import show_position

    with options.opened(given["address"], given["known_on"]) as record:
        found = find(record, holder, object_, given["on"])
    options.show(given["form"], found, POSITIONS, show_position)


@click.command(epilog='Example: detente matrix "recognition of Juan Guaidó" --on 2019-06-01')
@click.argument("object_", metavar="OBJECT")
@options.on("Where they stood on this day (YYYY-MM-DD); default: by all that is known.")
@options.known_on
@options.table
@options.record
def matrix(object_: str, **given: Any) -> None:
    """Show where states, blocs and other bodies stood on OBJECT, side by side.

    Those whom articles mention beside it and of whom no statement was found are listed apart: silence is no position.
    """
    from detente.positions import matrix as find
    from detente.surfaces.rows import POSITIONS
    from detente.surfaces.text_standing import show_matrix

    with options.opened(given["address"], given["known_on"]) as record:
        found = find(record, object_, given["on"])
    options.show(given["form"], found, POSITIONS, show_matrix)
