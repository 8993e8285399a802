"""Timelines, for the terminal."""

from collections.abc import Sequence
from itertools import groupby

from detente.lexicon import issues
from detente.positions import Incumbent, Spell, Statement, Timeline, Turn
from detente.surfaces.text import POLARITY, Page, told
from detente.surfaces.text_marks import retracted_words

_MOST_QUOTES = 3
_MOST_NAMES = 3
_SILENCES = {
    "no statement found": "No statement found in the record",
    "no coverage read": "No statement found in the record, and no article read that mentions both",
}


def show_timeline(page: Page, found: Timeline) -> None:
    """Print the spells of a holder's position, thing by thing, and then the changes."""
    page.line((f"{found.holder.name} on {found.object.name}", "bold"))
    if not found.spells and not found.changes:
        known = "" if found.holder.known else f": it knows no actor called {found.holder.name!r}"
        page.line(f"{_SILENCES[found.silence or 'no statement found']}{known}. That is no neutral position.", indent=2)
    if left := _left_out(found):
        page.line((left, "dim"))
    first = {heading(spell): spell.order() for spell in reversed(found.spells)}
    in_order = sorted(found.spells, key=lambda spell: (first[heading(spell)], heading(spell), spell.order()))
    for name, group in groupby(in_order, key=heading):
        page.heading(name)
        for spell in group:
            show_spell(page, spell)
    if found.changes:
        page.heading("Changes of position")
    for turn in found.changes:
        _show_turn(page, turn)


def _left_out(found: Timeline) -> str | None:
    """Say how many spells and changes there are beside those that are shown, and how to see them."""
    numbers = (
        ("spells", len(found.spells), found.all_spells),
        ("changes", len(found.changes), found.all_changes),
    )
    told_ = [f"the last {shown} of {many:,} {name}" for name, shown, many in numbers if shown < many]
    return f"{' and '.join(told_)}; more with a greater --limit" if told_ else None


def heading(spell: Spell) -> str:
    """Give the name of the issue of a spell, or its object."""
    known = issues().get(spell.issue or "")
    return known.name if known else (spell.issue or spell.object)


def show_spell(page: Page, spell: Spell) -> None:
    """Print a spell with the words that prove it, and under whom it ran."""
    since = f"since {when(spell.since)}" if spell.since else "since when is not said"
    until = f"until {when(spell.until)}" if spell.until else None
    former = "as told later" if spell.former else None
    implied = "implied by deed" if spell.implied else None
    page.line(
        (spell.polarity, POLARITY[spell.polarity]), f" {spell.object}", told(since, until, former, implied), indent=2
    )
    shown = _each_once(spell.statements)
    for statement in shown[:_MOST_QUOTES]:
        page.quote(statement.quote, told(*_where(statement)))
    if len(shown) > _MOST_QUOTES:
        page.line((f"and {len(shown) - _MOST_QUOTES} more", "dim"), indent=4)
    if spell.under:
        page.line((_under(spell.under), "dim"), indent=4)


def _under(ran: Sequence[Incumbent]) -> str:
    """Say under which ministers a position ran: those who stated it, and those since who only have it from them."""
    stated = max((n for n, each in enumerate(ran) if each.says), default=-1)
    names = ", ".join(dict.fromkeys(each.name for each in ran[: stated + 1]))
    since = list(dict.fromkeys(each.name for each in ran[stated + 1 :]))
    shown = ", ".join(since if len(since) <= _MOST_NAMES else [*since[: _MOST_NAMES - 1], "…", since[-1]])
    return "; ".join(
        filter(None, (f"under {names}" if names else "", f"not stated again under {shown}" if shown else ""))
    )


def _each_once(statements: tuple[Statement, ...]) -> list[Statement]:
    """Leave out what only repeats words of the same article."""
    return [
        each
        for n, each in enumerate(statements)
        if not any(
            each.article == other.article and each.quote in other.quote and (each.quote != other.quote or m < n)
            for m, other in enumerate(statements)
        )
    ]


def _where(statement: Statement) -> list[str | None]:
    said = f"said {when(statement.said)}" if statement.said else None
    reported = f"reported {statement.reported}" if statement.reported else None
    return [statement.through, said, statement.outlet, reported, statement.judged, retracted_words(statement.retracted)]


def _show_turn(page: Page, turn: Turn) -> None:
    day = when(turn.when) if turn.when else f"reported {turn.reported}" if turn.reported else "day unknown"
    step = f": from {turn.polarity[0]} to {turn.polarity[1]}" if turn.polarity else ""
    by = f"by {turn.by}" if turn.by else None
    gone = f"retracted since: {', '.join(turn.retracted)}" if turn.retracted else None
    page.line(
        (day, "bold"), f"  {turn.kind}: {turn.object.replace('_', ' ')}{step}", told(by, *turn.outlets, gone), indent=2
    )
    if turn.kind != "inferred":
        page.quote(turn.said)
    for name in ("before", "after"):
        if words := getattr(turn, name):
            page.quote(words, (f"  ({name})", "dim"))


def when(value: str | None) -> str:
    """Give an EDTF date or interval in words.

    >>> when("../2021-08-02"), when("2018-02/2021-08-02"), when("2017~")
    ('2021-08-02 or before', 'between 2018-02 and 2021-08-02', 'about 2017')
    """
    start, slash, end = (value or "").partition("/")
    if not slash:
        return f"about {start.rstrip('~')}" if start.endswith("~") else start
    if start in ("..", ""):
        return f"{end} or before"
    return f"{start} or after" if end in ("..", "") else f"between {start} and {end}"
