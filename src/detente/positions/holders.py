"""Whose position a claim is: the holder's own, or that of one who spoke for him by office on that day.

A claim holds only what its article says; that "Foreign Minister Ana Luz" spoke for Peru may be told by another
article. So the position belongs to the state, and passes from one government to the next.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from detente.dates import LAST, bounds
from detente.lexicon import offices
from detente.positions.identified import Identified
from detente.record import NO_LIMITS, Kept, Limits

_LANGUAGE = "en"
_HOLDS = ("current", "acting")


class Shown(NamedTuple):
    """What an article shows on a day: the person speaks for the polity, or no longer."""

    day: str
    in_office: bool
    polity: str


class LookedUp(NamedTuple):
    """The claims of each kind that are some holder's, and the utterances in which they stand."""

    own: Mapping[tuple[str, str], Sequence[Kept]]
    utterances: Mapping[tuple[int, str], Mapping[str, Any]]


class Envoys:
    """Those who spoke for a holder by office, and when."""

    def __init__(self, record: Identified, holder: str, looked: LookedUp | None = None) -> None:
        self._record, self._looked = record, looked
        self.holder = holder
        self._shown: dict[str, list[Shown]] = {}

    def claims(self, kinds: Collection[str], roles: Collection[str], limits: Limits = NO_LIMITS) -> list[Kept]:
        """Give the claims of these kinds in which the holder, or one who spoke for him, has one of these parts.

        Where they have been looked up for everybody, nothing limits them.
        """
        if self._looked:
            mine = [kept for kind in kinds for kept in self._looked.own.get((kind, self.holder), ())]
            return sorted(mine, key=lambda kept: (kept.article.id, kept.kind))
        found = self._record.claims(*kinds, who=self._record.finding(self.holder), roles=roles, limits=limits)
        in_article = self._record.envoys(found, {self.holder})
        told = [(kept, parts_of(kept, roles)) for kept in found]
        self._look_up({id_ for kept, those in told for id_ in those if (kept.reading, id_) not in in_article})
        return [kept for kept, those in told if self._is_own(kept, those, in_article)]

    def utterances(self, asserted: Collection[Kept]) -> Mapping[tuple[int, str], Mapping[str, Any]]:
        """Give the utterances in which claims stand, by reading and id."""
        return self._looked.utterances if self._looked else self._record.utterances(asserted)

    def _look_up(self, people: Collection[str]) -> None:
        """Look up when some people are shown in office, and out of it."""
        new = set(people) - {self.holder, *self._shown}
        self._shown |= {person: [] for person in new}
        limits = Limits(about={self.holder}, bare=True)
        for kept in self._record.claims("tenures", who=new, roles=("person",), limits=limits) if new else ():
            body = kept.body
            if body["person"] in new and body["polity"] == self.holder and body["office"] in speaking():
                self._shown[body["person"]].extend(shown(kept))
        for person in new:
            self._shown[person].sort()

    def _is_own(self, kept: Kept, holders: Collection[str], in_article: Collection[tuple[int, str]]) -> bool:
        if self.holder in holders:
            return True
        if is_personal(kept):
            return False
        day = kept.article.published or ""
        return any((kept.reading, id_) in in_article or self.spoke(id_, day) for id_ in holders)

    def spoke(self, person: str, day: str) -> bool:
        """Say whether a person spoke for the holder on a day."""
        return spoke_on(self._shown.get(person, ()), day)


Voices = dict[str, list[Shown]]
"""For whom somebody is shown in office, and when."""


@cache
def speaking() -> frozenset[str]:
    """Give the offices whose holders speak for their state or body."""
    return frozenset(name for name, office in offices(_LANGUAGE).items() if office.represents)


def spoke_on(shown_: Sequence[Shown], day: str) -> bool:
    """Say whether somebody was in office on a day: the nearest that is known before decides, else after."""
    before = [each for each in shown_ if each.day <= day]
    nearest = before[-1] if before else shown_[0] if shown_ else None
    return bool(nearest and nearest.in_office)


def is_personal(kept: Kept) -> bool:
    """Say whether somebody speaks for himself alone."""
    return bool(kept.body.get("capacity") == "personal")


def parts_of(kept: Kept, roles: Collection[str]) -> list[str]:
    """Give those who have one of some parts in a claim."""
    values = [kept.body[role] for role in roles if kept.body.get(role)]
    return [id_ for value in values for id_ in ([value] if isinstance(value, str) else value)]


def shown(kept: Kept) -> list[Shown]:
    """Give what a tenure shows on the days that it names and on that of its report."""
    body, published = kept.body, kept.article.published
    found = []
    if published and body["status"] in (*_HOLDS, "former"):
        found.append(Shown(published, body["status"] in _HOLDS, body["polity"]))
    for name, in_office in (("since", True), ("holding", True), ("until", False)):
        if body[name] and bounds(body[name]).last != LAST and body["status"] in (*_HOLDS, "former"):
            found.append(Shown(bounds(body[name]).last.isoformat(), in_office, body["polity"]))
    return found
