"""Positions on a day and the matrix of positions, for the terminal."""

from itertools import groupby

from detente.positions import Matrix, Position, Scope
from detente.surfaces.text import POLARITY, Page, told
from detente.surfaces.text_positions import show_spell, when

_MEANS = {
    "no statement found": "No statement found: articles mention both, and none says where it stands.",
    "no coverage read": "No coverage read: no article in the record mentions both.",
}


def show_position(page: Page, found: Position) -> None:
    """Print where a holder stood on an object."""
    day = f" on {found.on}" if found.on else ""
    page.line((f"{found.name} on {found.object}{day}", "bold"))
    if found.spells:
        page.line((found.status, "bold"), told(_coverage(found.coverage)), indent=2)
    else:
        page.line(f"{_MEANS[found.status]} That is no neutral position.", told(_coverage(found.coverage)), indent=2)
    for spell in found.spells:
        show_spell(page, spell)
    if found.perhaps:
        page.heading("First stated later")
    for spell in found.perhaps:
        show_spell(page, spell)


def _coverage(read: Scope) -> str:
    many = f"{read.articles} article{'' if read.articles == 1 else 's'} read that mention both"
    return f"{many}, {read.since} to {read.until}" if read.since else many


def show_matrix(page: Page, found: Matrix) -> None:
    """Print where all stood, side by side: those with a position first, then who is silent."""
    page.line((f"{found.object}{f' on {found.on}' if found.on else ''}", "bold"))
    if not found.positions:
        page.line("Nobody's position found in the record.", indent=2)
    spoken = [each for each in found.positions if each.spells]
    for side, group in groupby(spoken, key=lambda each: each.polarity):
        page.heading(str(side))
        for each in group:
            _show_one(page, each)
    for status, group in groupby([each for each in found.positions if not each.spells], key=lambda each: each.status):
        page.heading(status)
        page.line(", ".join(each.name for each in group), indent=2)


def _show_one(page: Page, each: Position) -> None:
    last = max((one for spell in each.spells for one in spell.statements), key=lambda one: one.order())
    since = f"since {when(each.since)}" if each.since else None
    page.line((each.name, POLARITY.get(each.polarity or "", "bold")), told(since, last.outlet, last.reported), indent=2)
    page.quote(last.quote)
