"""Events with their reports, for the terminal."""

from detente.positions import Happening, Happenings, Report
from detente.surfaces.text import Page, told
from detente.surfaces.text_marks import retracted_words

_MOST_REPORTS = 5


def show_happenings(page: Page, found: Happenings) -> None:
    """Print how many events and reports there are, then each event that is shown with the words of its reports."""
    page.line((f"{_number(found.events, 'event')} in {_number(found.reports, 'report')}", "bold"))
    if left := found.events - len(found.shown):
        page.line((f"the latest {len(found.shown)}; {left} more with a greater --limit", "dim"))
    for each in found.shown:
        page.line()
        name = f"{each.type}/{each.mode}" if each.mode else each.type
        page.line(
            (_days(each), "bold"),
            f"  {name}  {', '.join(each.actors) or '?'}",
            f" → {', '.join(each.recipients)}" if each.recipients else None,
            told(each.told, _number(len(each.reports), "report"), _texts(each), *each.outlets),
        )
        for report in each.reports[:_MOST_REPORTS]:
            page.quote(report.quote, told(*_where(report)))
        if len(each.reports) > _MOST_REPORTS:
            page.line((f"and {len(each.reports) - _MOST_REPORTS} more", "dim"), indent=4)


def _days(each: Happening) -> str:
    if each.first == each.last:
        return each.first or "day unknown"
    return f"{each.first or 'unknown'} to {each.last or 'unknown'}"


def _texts(each: Happening) -> str | None:
    """Say of how many texts the reports are copies; nothing where each is a text of its own."""
    articles = len({report.article for report in each.reports})
    return _number(each.texts, "text") if each.texts < articles else None


def _where(report: Report) -> list[str | None]:
    said = "told by somebody quoted" if report.asserted else None
    reported = f"reported {report.reported}" if report.reported else None
    return [report.date, said, report.outlet, reported, report.judged, retracted_words(report.retracted)]


def _number(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
