"""The course of a relation, for the terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from detente.positions import Coverage, Deed, Relations, Stretch, Word
from detente.positions.dyads import UNDATED
from detente.surfaces.text import POLARITY, Page, short, told
from detente.surfaces.text_marks import retracted_words

_MOST_QUOTES = 3
_MOST_LETTERS = 80


def show_relations(page: Page, found: Relations) -> None:
    """Print how the numbers came about, then each period with its numbers and words, then the change points."""
    page.line((f"{found.one.name} and {found.other.name}, by {found.by}", "bold"))
    method = found.method
    scale = f"{method.scale}, {method.least:g} to {method.most:g} ({method.source})"
    for name, words in (("scores", scale), ("score", method.score), ("window", method.window)):
        page.line((f"{name}: {words}", "dim"), indent=2)
    for name in ("words", "coverage"):
        page.line((f"{name}: {getattr(method, name)}", "dim"), indent=2)
    if not found.periods and not found.undated:
        page.line("No coverage: the record holds no article that mentions one of them. That is no peace.", indent=2)
    page.line()
    for some in _runs(found.periods):
        _show_run(page, found, some)
    if found.undated:
        _show_told(page, found, found.undated)
    page.heading("Change points")
    for each in found.breaks or ():
        last, _, first = each.when.partition("/")
        silent = f", {each.uncovered} of the {_number(each.between, found.by)} between without coverage"
        page.line(
            (f"between {last} and {first}", "bold"),
            f"  from {each.before:+.1f} to {each.after:+.1f}",
            told(f"{each.events_before} and {each.events_after} events{silent if each.uncovered else ''}"),
            indent=2,
        )
    if not found.breaks:
        page.line("none found" if found.breaks is not None else method.breaks, indent=2)
    if found.breaks is not None:
        page.line((method.breaks, "dim"), indent=2)
    _show_outlets(page, found.coverage)


def _show_outlets(page: Page, read: Sequence[Coverage]) -> None:
    """Print how much was read of each outlet, and in how many months it mentions a side."""
    outlets: dict[str, list[Coverage]] = {}
    for each in read:
        outlets.setdefault(each.outlet or "unknown outlet", []).append(each)
    if outlets:
        page.heading("Coverage by outlet")
    for name, some in sorted(outlets.items()):
        sums = (sum(getattr(each, field) for each in some) for field in ("articles", "either", "both"))
        months = [each.period for each in some if each.either and each.period != UNDATED]
        when = f"{_number(len(months), 'month')} of {min(months)} to {max(months)}" if months else None
        page.line(name, told(_read(*sums), when), indent=2)


def _runs(periods: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Put periods of which nothing is told together, those with coverage and those without apart."""
    for state, some in groupby(periods, key=lambda each: each.state):
        run = list(some)
        yield from ([each] for each in run) if state == "told" else [run]


def _show_run(page: Page, found: Relations, run: list[Stretch]) -> None:
    if run[0].state == "told":
        _show_told(page, found, run[0])
        return
    days = run[0].period if len(run) == 1 else f"{run[0].period} to {run[-1].period}"
    read = (sum(getattr(each, name) for each in run) for name in ("articles", "either", "both"))
    many = _number(len(run), found.by) if len(run) > 1 else None
    page.line((days, "bold"), f"  {run[0].state}", told(many, _read(*read)))


def _show_told(page: Page, found: Relations, each: Stretch) -> None:
    names = {"one": found.one.name, "other": found.other.name}
    score = f"{each.score:+.1f}" if each.score is not None else "no event"
    quads = zip((each.q1, each.q2, each.q3, each.q4), _QUADS, strict=True)
    events = [f"{many} {name}" for many, name in quads if many]
    placed = f"{each.placed} by the day of its report" if each.placed else None
    page.line((each.period, "bold"), f"  {score}", told(*events, placed, _read(each.articles, each.either, each.both)))
    _show_deeds(page, names, each.deeds)
    _show_words(page, names, each.words)


_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def _show_deeds(page: Page, names: dict[str, str], deeds: Sequence[Deed]) -> None:
    one, other = names["one"], names["other"]
    sides = {"one": f"{one} → {other}", "other": f"{other} → {one}", "both": f"{one} and {other}"}
    for each in deeds[:_MOST_QUOTES]:
        name = f"{each.type}/{each.mode}" if each.mode else each.type
        page.line(f"{each.score:+.1f}  {name}  {sides[each.by]}", told(each.outlet, _gone(each)), indent=2)
        page.quote(each.quote)
    _show_rest(page, deeds)


def _show_words(page: Page, names: dict[str, str], said: Sequence[Word]) -> None:
    for each in said[:_MOST_QUOTES]:
        whom = names["other" if each.by == "one" else "one"]
        side = (
            (f"{each.side} {whom}", POLARITY[each.side])
            if each.side != "open"
            else f"on {short(each.object, _MOST_LETTERS)}"
        )
        page.line(f"{names[each.by]} ", side, told(each.outlet, _gone(each)), indent=2)
        page.quote(each.quote)
    _show_rest(page, said)


def _show_rest(page: Page, some: Sequence[object]) -> None:
    if len(some) > _MOST_QUOTES:
        page.line((f"and {len(some) - _MOST_QUOTES} more", "dim"), indent=4)


def _gone(each: Deed | Word) -> str | None:
    return retracted_words(each.retracted)


def _read(articles: int, either: int, both: int) -> str:
    """Say how much was read.

    >>> _read(7, 3, 1), _read(0, 0, 0)
    ('7 articles read, 3 mention either, 1 both', 'no article read')
    """
    if not articles:
        return "no article read"
    return f"{_number(articles, 'article')} read, {either} mention{'s' if either == 1 else ''} either, {both} both"


def _number(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
