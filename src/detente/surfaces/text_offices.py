"""Who held an office, for the terminal."""

from collections.abc import Iterable

from detente.positions import Answer, Conflict, Evidence, Holder, Recogniser, Reference
from detente.surfaces.text import Page, told
from detente.surfaces.text_marks import retracted_words
from detente.surfaces.text_positions import when

_MOST = 5
_ABOUT = {
    "holder": "two in office at once",
    "since": "two beginnings",
    "until": "two ends",
    "left": "left, and still in office",
}


def show_answer(page: Page, found: Answer, polity: str) -> None:
    """Print who held an office and how that is known; last and next known, contradictions and references apart."""
    day = f" on {found.on}" if found.on else ""
    page.line((f"{found.office} of {polity}{day}", "bold"))
    if found.offices != (found.office,) and found.holders:
        page.line(f"that is: {', '.join(found.offices)}", indent=2)
    if not found.holders:
        page.line(_none(found), indent=2)
    for holder in found.holders:
        _show_holder(page, holder, holder.status)
    for heading, holders in (("Last known before", found.before), ("Next known after", found.after)):
        if holders:
            page.heading(heading)
        for holder in holders:
            _show_holder(page, holder, None if holder.status == "current" else holder.status)
    if found.conflicts:
        page.heading("Contradictions")
    for conflict in found.conflicts:
        _show_conflict(page, conflict)
    _show_references(page, found)


def _none(found: Answer) -> str:
    if not found.offices:
        return f"No source tells which office was that of the {found.office} on that day."
    if found.on and (found.before or found.after):
        return "Nobody is known to have held it on that day."
    return "No holder found in the record or the directory."


def _show_holder(page: Page, holder: Holder, status: str | None) -> None:
    page.line((holder.name, "bold"), told(status, *_known(holder)), indent=2)
    if holder.quote:
        page.quote(holder.quote, told(*holder.outlets, *_marks(holder.evidence)))
    for each in holder.evidence:
        if each.origin != "text":
            page.line(f"{each.origin}: {_dates(each)}", told(each.source), indent=4)
    for recognised, words in ((True, "recognised by"), (False, "not recognised by")):
        for one in [one for one in holder.recognised_by if one.recognised == recognised][:_MOST]:
            _show_recogniser(page, words, one)


def _marks(evidence: Iterable[Evidence]) -> list[str]:
    """Say how claims were judged, and whether articles were retracted later."""
    judged = {each.judged for each in evidence if each.judged}
    gone = {words for each in evidence if (words := retracted_words(each.retracted))}
    return [*sorted(judged), *sorted(gone)]


def _show_recogniser(page: Page, words: str, each: Recogniser) -> None:
    dates = (f"since {when(each.since)}" if each.since else None, f"until {when(each.until)}" if each.until else None)
    reported = f"reported {each.reported}" if each.reported else None
    page.line(f"{words} {each.name}", told(*dates, each.outlet, reported, retracted_words(each.retracted)), indent=4)
    page.quote(each.quote)


def _known(holder: Holder) -> list[str | None]:
    shown = f"known in office {when(holder.known_from)}" if holder.known_from else None
    if shown and holder.known_to and holder.known_to != holder.known_from:
        shown += f" to {when(holder.known_to)}"
    return [
        f"since {when(holder.since)}" if holder.since else None,
        f"until {when(holder.until)}" if holder.until else None,
        shown,
        f"no longer on {holder.left_by}" if holder.left_by else None,
    ]


def _dates(each: Evidence) -> str:
    since = f"since {when(each.since)}" if each.since else None
    until = f"until {when(each.until)}" if each.until else None
    first, _, last = (each.seen or "").partition("/")
    seen = f"seen {first} to {last}" if each.seen and not (since and until) else None
    return ", ".join(filter(None, (since, until, seen)))


def _show_conflict(page: Page, conflict: Conflict) -> None:
    days = conflict.first if conflict.first == conflict.last else f"{conflict.first} to {conflict.last}"
    page.line((days, "bold"), f"  {_ABOUT[conflict.about]}", indent=2)
    for each in conflict.says:
        says = told(each.status, _dates(each) or None, each.source, each.published)
        page.line(f"{each.origin}: {each.name}", says, indent=4)
        if each.quote:
            page.quote(each.quote, told(*_marks([each])))


def _show_references(page: Page, found: Answer) -> None:
    shown = [each for each in found.references if not found.on or each.published == found.on]
    if shown:
        page.heading("Named by the office alone")
    names = {each.person: each.name for each in (*found.holders, *found.before, *found.after)}
    for each in shown:
        _show_reference(page, each, names.get(each.person or "") or each.person)


def _show_reference(page: Page, each: Reference, name: str | None) -> None:
    page.line((each.published or "day unknown", "bold"), f"  {each.words}: {name or 'not known who'}", indent=2)
    for quote in each.quotes:
        page.quote(quote, told(each.outlet, retracted_words(each.retracted)))
