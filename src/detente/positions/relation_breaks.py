"""Change points of a relation: where the mean score of its events has changed. Needs the extra ``analysis``.

The best division of the periods is sought exactly, by PELT (Killick, Fearnhead and Eckley 2012) as the library ruptures
has it (Truong, Oudre and Vayatis 2020). What a division costs is the sum of the squared distances of all events from
the mean of their part: a period weighs as many events as it has, and one without events nothing, so that silence is no
score. Each change must save more than the penalty of BIC for one mean and one place, ``2 s² log n`` of n events; ``s²``
is half the mean squared difference of events that follow each other (Rice 1984), at least 1.
"""

import math
from collections.abc import Sequence
from importlib.metadata import version
from itertools import pairwise
from typing import Any

import numpy as np
import ruptures
from ruptures.base import BaseCost

from detente.positions.relation_periods import Break, Stretch

VERSION = f"ruptures {version('ruptures')}"
SHORTEST = 2
"""So many periods with events has each part at least."""
FEWEST = 8
"""Among fewer events than these no change is sought: some would always be found."""

_LEAST_NOISE = 1.0


class _Squares(BaseCost):  # type: ignore[misc]  # the library has no types
    """The squared distances from the mean, of periods of which each stands for several events."""

    model = "squares"
    min_size = SHORTEST

    def fit(self, signal: Any) -> "_Squares":
        """Take rows of three: how many events, the sum of their scores, the sum of its squares."""
        self.signal = signal
        self._sums = np.vstack([np.zeros(signal.shape[1]), np.cumsum(signal, axis=0)])
        return self

    def error(self, start: int, end: int) -> float:
        """Give what the periods from ``start`` up to ``end``, exclusive, cost as one part."""
        many, total, squares = self._sums[end] - self._sums[start]
        return float(squares - total * total / many)


def breaks(periods: Sequence[Stretch]) -> tuple[Break, ...]:
    """Give the change points among periods in their order; none where there are too few events for any."""
    told = [each for each in periods if each.deeds]
    if len(told) < 2 * SHORTEST or sum(len(each.deeds) for each in told) < FEWEST:
        return ()
    scores = [[deed.score for deed in each.deeds] for each in told]
    signal = np.array([[len(some), math.fsum(some), math.fsum(score * score for score in some)] for some in scores])
    penalty = 2 * _noise([score for some in scores for score in some]) * math.log(sum(map(len, scores)))
    cost = _Squares().fit(signal)
    found = ruptures.Pelt(custom_cost=cost, min_size=SHORTEST, jump=1).fit(signal).predict(pen=penalty)
    parts = list(pairwise([0, *found]))
    return tuple(
        _break(periods, told, (start, place, end), (cost.error(start, end), cost, penalty))
        for (start, place), (_, end) in pairwise(parts)
    )


def _noise(scores: Sequence[float]) -> float:
    squares = [(one - other) ** 2 for one, other in pairwise(scores)]
    return max(_LEAST_NOISE, math.fsum(squares) / (2 * len(squares)))


def _break(
    periods: Sequence[Stretch], told: Sequence[Stretch], at: tuple[int, int, int], costs: tuple[float, _Squares, float]
) -> Break:
    start, place, end = at
    whole, cost, penalty = costs
    old, new = ([deed.score for each in part for deed in each.deeds] for part in (told[start:place], told[place:end]))
    last, first = told[place - 1].period, told[place].period
    gap = [each for each in periods if last < each.period < first]
    return Break(
        when=f"{last}/{first}",
        before=round(math.fsum(old) / len(old), 4),
        after=round(math.fsum(new) / len(new), 4),
        events_before=len(old),
        events_after=len(new),
        between=len(gap),
        uncovered=sum(each.state == "no coverage" for each in gap),
        saves=round((whole - cost.error(start, place) - cost.error(place, end)) / penalty, 2),
    )
