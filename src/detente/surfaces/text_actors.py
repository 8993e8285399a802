"""Actors over all articles and judgements about them, for the terminal and as a table."""

import csv
import io
from collections.abc import Iterable, Sequence

import click

from detente.positions import Candidate, Dossier, Held, Identity, Join, Ruling
from detente.surfaces.text import Page, Part, clean, told
from detente.surfaces.text_marks import retracted_words

_COLUMNS = ("id", "name", "type", "represents", "articles", "mentions", "first", "last", "names", "ids")
_MOST_SHOWN = 30
_STANDING = {"holds": "", "lost": "red", "refused": "yellow", "overruled": "yellow", "withdrawn": "dim"}


def show_actors(page: Page, asked: str, found: Sequence[Identity], limit: int) -> None:
    """Print a line for each actor: name, id, and in how many articles he is mentioned under which names."""
    if not found:
        page.line(f"The record knows no actor{f' called {asked!r}' if asked else ''} of that kind.")
    for each in found[:limit]:
        others = [name for name, _ in each.names if name != each.name]
        also = f"also {', '.join(others[:3])}{' …' if len(others) > 3 else ''}" if others else None
        count = f"{_many(each.articles, 'article')}, {_many(each.mentions, 'mention')}"
        page.line((each.name, "bold"), f"  {each.id}", told(each.represents, count, also))
    if len(found) > limit:
        page.line(("and more; --limit N shows N of them", "dim"))


def show_dossier(page: Page, dossier: Dossier) -> None:
    """Print who an actor is: names, mentions, why they are one, and who else he may be."""
    actor = dossier.actor
    page.line((actor.name, "bold"), f"  {actor.id}", told(actor.type, actor.represents))
    days = f", {actor.first} to {actor.last}" if actor.first else ""
    page.line(f"{_many(actor.articles, 'article')}, {_many(actor.mentions, 'mention')}{days}", indent=2)
    page.heading("Names")
    for name, count in actor.names:
        page.line(name, told(_many(count, "article")), indent=2)
    page.heading("Mentions")
    for each in dossier.mentions:
        where = told(each.outlet, each.published, f"{each.id}@{each.article}", retracted_words(each.retracted))
        page.line(each.title or each.article, where, indent=2)
        if each.quote:
            page.quote(each.quote)
    if len(dossier.mentions) < actor.articles:
        page.line((f"and {actor.articles - len(dossier.mentions)} more articles", "dim"), indent=2)
    page.heading("Why he is one")
    if not dossier.joins:
        page.line("Nothing but one name and id.", indent=2)
    for join in dossier.joins[:_MOST_SHOWN]:
        _show_join(page, join)
    _show_rest(page, len(dossier.joins) - _MOST_SHOWN)
    if dossier.undecided:
        page.heading("Undecided")
    for candidate in dossier.undecided[:_MOST_SHOWN]:
        _show_candidate(page, candidate)
    _show_rest(page, len(dossier.undecided) - _MOST_SHOWN)


def _show_rest(page: Page, many: int) -> None:
    if many > 0:
        page.line((f"and {many} more", "dim"), indent=2)


def _show_join(page: Page, join: Join) -> None:
    page.line(f"{join.one} ({join.one_name}) and {join.other} ({join.other_name})", indent=2)
    if join.number is not None:
        page.line(f"judgement {join.number} of {join.by}: {join.why}", indent=4)
    _show_features(page, join.features)


def _show_candidate(page: Page, candidate: Candidate) -> None:
    pair: list[Part] = [(candidate.name, "bold"), f"  {candidate.id}"]
    page.line(*pair, told(f"score {candidate.score}", _many(candidate.articles, "article")), indent=2)
    _show_features(page, candidate.features)


def _show_features(page: Page, features: Iterable[Held]) -> None:
    for each in features:
        page.line(f"{each.weight:+.1f}  {each.says}", told(each.name), indent=4)


def show_ruling(page: Page, ruling: Ruling) -> None:
    """Print a judgement in one line, its reason, and what has become of it."""
    day = ruling.judged_at[:16].replace("T", " ")
    by = f"{ruling.by} {ruling.version}" if ruling.version else ruling.by
    page.line(
        (f"{ruling.number}", "bold"),
        f"  {ruling.kind}: {ruling.one} ({ruling.one_name}) and {ruling.other} ({ruling.other_name})",
        told(by, day),
    )
    page.line(f"because {ruling.why}", indent=4)
    if said := _standing(ruling):
        page.line((said, _STANDING[ruling.standing]), indent=4)


def _standing(ruling: Ruling) -> str:
    others = f"judgement {', '.join(map(str, ruling.because))}"
    match ruling.standing:
        case "withdrawn":
            return f"withdrawn by {ruling.withdrawn_by}, {(ruling.withdrawn_at or '')[:16].replace('T', ' ')}"
        case "lost":
            return f"no longer found apart: {', '.join(ruling.lost)}; the judgement is kept"
        case "refused":
            pairs = "; ".join(f"{one} and {other}" for one, other in ruling.refused)
            return f"refused for {pairs}: it would join those whom {others} keeps apart"
        case "overruled":
            return f"overruled by {others}"
    return ""


def write_table(found: Sequence[Identity]) -> None:
    """Print actors as CSV (RFC 4180), one a row; several names or ids are parted by semicolons."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(_COLUMNS)
    for each in found:
        row = {name: getattr(each, name) for name in _COLUMNS}
        row |= {"names": "; ".join(name for name, _ in each.names), "ids": "; ".join(each.ids)}
        writer.writerow(["" if row[name] is None else clean(str(row[name])) for name in _COLUMNS])
    click.echo(written.getvalue(), nl=False)


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
