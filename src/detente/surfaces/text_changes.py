"""Changes, commitments and contradictions, for the terminal."""

from collections.abc import Sequence

from detente.lexicon import issues
from detente.positions import ChangeDossier, Contradiction, FollowUp, Happening, OfficeAround, Pledge, Said
from detente.surfaces.text import POLARITY, Page, told
from detente.surfaces.text_positions import when

_MOST = 5


def show_changes(page: Page, found: Sequence[ChangeDossier]) -> None:
    """Print the dossiers of changes, the first before the later ones."""
    if not found:
        page.line("No change of position found in the record.")
    for each in found:
        _show_change(page, each)


def _show_change(page: Page, each: ChangeDossier) -> None:
    day = when(each.when) if each.when else f"reported {each.reported}" if each.reported else "day unknown"
    members = f" ({each.members} of its members)" if each.members else ""
    page.heading(f"{each.name}{members} on {_named(each.object) or 'its policy'}")
    step = _step(each)
    by = f"by {each.by}" if each.by else None
    page.line((day, "bold"), f"  {', '.join(each.kinds)}", told(step, *each.shape, by), indent=2)
    for name in ("before", "after"):
        if words := getattr(each, name):
            page.quote(words, (f"  ({name})", "dim"))
    page.line(f"why: {each.reason}", indent=2)
    for office in each.offices:
        page.line(_office(office), indent=2)
    for event in each.events[:_MOST]:
        page.line(_event(event), indent=2)
    if len(each.events) > _MOST:
        page.line((f"and {len(each.events) - _MOST} more events", "dim"), indent=2)
    gone = f"retracted since: {', '.join(each.retracted)}" if each.retracted else None
    page.line((f"reported by {', '.join(each.outlets) or 'unknown outlets'}", "dim"), told(gone), indent=2)


def _step(change: ChangeDossier) -> str | None:
    """Give the sides of a change, and of what, where its statements name that more closely: "... the embargo"."""
    if not change.polarity:
        return None
    closer = next((turn.object for turn in change.tellings if turn.polarity), change.object)
    sides = f"from {change.polarity[0]} to {change.polarity[1]}"
    return sides if closer == change.object else f"{sides} {closer}"


def _named(object_: str) -> str:
    known = issues().get(object_)
    return known.name if known else object_


def _office(each: OfficeAround) -> str:
    before, after = (", ".join(names) or "not known who" for names in (each.before, each.after))
    return f"{each.office}: {before}, then {after}" if each.changed or before != after else f"{each.office}: {after}"


def _event(event: Happening) -> str:
    day = event.first if event.first == event.last else f"{event.first} to {event.last}"
    return f"{day}  {event.type} “{event.reports[0].quote}”"


def show_pledges(page: Page, found: Sequence[Pledge]) -> None:
    """Print what was pledged and what bears on it."""
    if not found:
        page.line("No commitment found in the record.")
    for each in found:
        due = f"due {when(each.due)}" if each.due else None
        day = f"said {when(each.said)}" if each.said else f"reported {each.reported}" if each.reported else None
        late = "nothing known since it was due" if each.overdue else None
        page.line((each.name, "bold"), told(f"to {', '.join(each.to_names)}" if each.to else None, day, due, late))
        page.quote(each.text, told(each.through, *each.outlets), indent=2)
        for later in each.later[:_MOST]:
            _show_later(page, later)
        if len(each.later) > _MOST:
            page.line((f"and {len(each.later) - _MOST} more", "dim"), indent=4)


def _show_later(page: Page, each: FollowUp) -> None:
    page.line((each.day or "day unknown", "bold"), f"  {each.kind}: {each.told}", told(each.outlet), indent=4)
    page.quote(each.quote, indent=6)


def show_contradictions(page: Page, found: Sequence[Contradiction]) -> None:
    """Print contradictions, side by side."""
    if not found:
        page.line("No contradiction found in the record.")
    for each in found:
        days = each.first if each.first == each.last else f"{each.first or ''} to {each.last or ''}"
        page.heading(f"{each.name}: {each.object}")
        page.line((days or "at any time", "bold"), f"  {each.about}", indent=2)
        for said in each.says:
            _show_said(page, said)


def _show_said(page: Page, said: Said) -> None:
    reported = f"reported {said.reported}" if said.reported else None
    details = told(said.through, said.outlet, reported)
    page.line((said.side, POLARITY.get(said.side, "bold")), f" {said.name}", details, indent=2)
    if said.quote:
        page.quote(said.quote)
    for one in said.recognised_by[:_MOST]:
        page.line(f"{'recognised' if one.recognised else 'not recognised'} by {one.name}", told(one.outlet), indent=4)
