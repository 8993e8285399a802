"""Which tellings are of one change: the announcement, those who attribute it, and what follows from the statements.

Two tellings are of one change where the holder is the same, their objects may be, their days may be, and they share an
article, the day of the announcement, or the words in which the old or the new position is quoted.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from detente.dates import FIRST, LAST, Bounds, bounds
from detente.positions.changes import Turn
from detente.text import fold

_NEWS = dt.timedelta(days=100)
KINDS = ("announced", "attributed", "inferred")


def tellings(turns: Iterable[Turn]) -> list[tuple[Turn, ...]]:
    """Divide turns by the change that they tell, whatever their order; of each the one that says most comes first."""
    groups: list[list[Turn]] = []
    for turn in sorted(turns, key=_rank):
        fitting = next((group for group in groups if _is_one(turn, group)), None)
        if fitting is None:
            groups.append([turn])
        else:
            fitting.append(turn)
    return [tuple(group) for group in groups]


def _rank(turn: Turn) -> tuple[object, ...]:
    """Give the surest first: what is told with its object and day, then what follows from statements, then the rest."""
    told = turn.kind != "inferred"
    vague = not turn.object or (told and not turn.when and not turn.before)
    return (vague, KINDS.index(turn.kind), not turn.before, turn.holder, turn.order())


def _is_one(turn: Turn, group: Sequence[Turn]) -> bool:
    if any(turn.holder != other.holder or turn.members != other.members for other in group):
        return False
    if not all(_may_meet(turn, other) for other in group):
        return False
    return any(_agree(turn, other) for other in group)


def _agree(one: Turn, other: Turn) -> bool:
    about = not one.about or not other.about or bool(set(one.about) & set(other.about))
    sides = not one.polarity or not other.polarity or one.polarity[1] == other.polarity[1] or one.issue != other.issue
    announced = {one.kind, other.kind} <= {"announced", "attributed"} and bool(one.when) and one.when == other.when
    if one.kind == other.kind == "inferred":
        return about and sides and (_is_one_turn(one, other) or _after(one) == _after(other))
    near = bool(set(one.articles) & set(other.articles)) or announced or bool(_quoted(one) & _quoted(other))
    return about and sides and near and _is_news(one, other)


def _after(turn: Turn) -> tuple[str | None, str]:
    return turn.after, turn.articles[-1]


def _is_one_turn(one: Turn, other: Turn) -> bool:
    """Say whether two changes of one side, on the same actor, came at one time: "relations" with him and he himself."""
    same = one.polarity == other.polarity and one.shape == other.shape == ("reversal",)
    return same and bool(one.about) and (one.issue == other.issue or None in (one.issue, other.issue))


def _is_news(one: Turn, other: Turn) -> bool:
    """Say whether what an article tells without a day may be what shows at that time: it tells it as news."""
    undated = [turn for turn in (one, other) if turn.kind != "inferred" and not turn.when and turn.reported]
    shown = [days(turn).last for turn in (one, other) if turn.kind == "inferred"]
    if not undated or not shown:
        return True
    return abs(bounds(undated[0].reported or "").last - shown[0]) <= _NEWS


def _quoted(turn: Turn) -> set[str]:
    return {fold(words) for words in (turn.before, turn.after) if words}


def _may_meet(one: Turn, other: Turn) -> bool:
    (first, last), (begin, end) = days(one), days(other)
    return first <= end and begin <= last


def days(turn: Turn) -> Bounds:
    """Give the first and last day on which a change can have come, as far as the telling says."""
    if turn.when:
        return bounds(turn.when)
    return bounds(f"../{turn.reported}") if turn.reported else Bounds(FIRST, LAST)
