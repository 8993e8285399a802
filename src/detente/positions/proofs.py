"""How much must show that a side was left: it grows with how much was read of the holder.

Of every hundred stances some nine are misheard or of another side than told. Of a holder of whom few articles speak
hardly two of these meet on one thing, so two statements show a change. Of whom more speak, some do: then all that was
said on the very thing must lie on one side before, and on the other after. Of a state of which hundreds speak many do,
and what it said is said again: a position that was left is found in several articles, and so is the new one. Whoever
would have turned to and fro was misheard.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from detente.positions.comparable import are_comparable
from detente.positions.naming import Named
from detente.positions.objects import TIES
from detente.positions.statements import Statement
from detente.positions.telling import contested, telling
from detente.positions.things import BY_TARGET

_MORE, _MUCH = 20, 60
"""So many articles that speak of a holder, and two statements are no proof any more; so many, and two articles neither.

Over 2,185 texts 345 changes followed from single statements: 3 of the 1,068 holders of whom fewer articles speak, and
342 of the 135 others, of which hardly one was right. Where all that was said on the thing had to lie on one side before
and on the other after, 76 were left, none of a holder of whom up to 60 articles speak.
"""
_STATE = 3
"""Letters of a state's id."""
_TURNS = 3
"""A position taken, left and taken again makes three runs on one thing."""

Side = Callable[[Statement], Hashable]
"""What of a statement is compared: its polarity, its condition, its strength."""


class Holder(NamedTuple):
    """A holder, and how many articles speak of him."""

    named: Named
    articles: int

    @property
    def demanded(self) -> int:
        """In how many articles each side must be found, on one side of the change; 0: two statements are enough."""
        return (self.articles > _MORE) + (self.articles > _MUCH)

    def is_shown(self, said: Iterable[Statement]) -> bool:
        """Say whether statements on one side are enough to show it."""
        return articles(said) >= self.demanded


class Proof(NamedTuple):
    """In how many articles the old side and the new one are found; ``former``: a text tells the old one as such."""

    old: int
    new: int
    former: bool

    @property
    def words(self) -> str:
        """What shows it, in words."""
        old = "told as former" if self.former else f"in {_articles(self.old)}"
        return f"{old}, then in {_articles(self.new)}"


def _articles(many: int) -> str:
    return "one article" if many == 1 else f"{many} articles"


def proof(before: Statement, after: Statement, said: Iterable[Statement], side: Side, demanded: int) -> Proof | None:
    """Give what shows that two statements are of two sides, one left for the other; None where it is too little.

    ``said`` are all of the holder's on the thing. Both sides must be taken in as many articles as are demanded; that a
    text tells the old one as former is as good.
    """
    if (_is_bare(before) and _is_bare(after)) or _are_apart(before, after) or not _name_one(before, after):
        return None
    runs = _runs(before, after, said, side)
    new = next((n for n, run in enumerate(runs) if after in run), None)
    if new is None or len(runs) > _TURNS:
        return None
    old = runs[new - 1] if new and before in runs[new - 1] else ()
    found = Proof(articles(old), articles(runs[new]), before.status == "former")
    return found if found.new >= demanded and (found.former or found.old >= demanded) else None


def articles(said: Iterable[Statement]) -> int:
    """Give in how many articles statements stand."""
    return len({each.article for each in said})


def _runs(before: Statement, after: Statement, said: Iterable[Statement], side: Side) -> Sequence[Sequence[Statement]]:
    """Divide what was said on the very thing of both by the sides taken, in time."""
    current = [each for each in said if each.status != "former" and (not each.implied or each.issue in TIES)]
    near = [each for each in current if each in (before, after) or _is_near(each, before, after)]
    return [list(run) for _, run in groupby(sorted(near, key=Statement.order), key=side)]


def _is_near(each: Statement, before: Statement, after: Statement) -> bool:
    return are_comparable(each, before) and are_comparable(each, after)


def _are_apart(before: Statement, after: Statement) -> bool:
    """Say whether each names states, and they share none: the forces of Peru and those of Chile are two things."""
    mine, theirs = ({actor for actor in each.actors if len(actor) == _STATE} for each in (before, after))
    return bool(mine and theirs) and not mine & theirs


def _name_one(before: Statement, after: Statement) -> bool:
    """Say whether both name the thing, and not their issue alone."""
    named = any(not word.startswith("issue ") for word in contested(before, after))
    return named or before.issue in (*TIES, *BY_TARGET)


def _is_bare(statement: Statement) -> bool:
    """Say whether a statement names no more than an actor: "praised Peru" is no position to turn from."""
    return statement.issue not in (*TIES, *BY_TARGET) and not telling(statement)
