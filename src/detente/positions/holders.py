"""Whose position a claim is: the holder's own, or that of one who spoke for him by office on that day.

A claim holds only what its article says; that "Foreign Minister Ana Luz" spoke for Peru may be told by another
article. So the position belongs to the state, and passes from one government to the next.
"""

from collections.abc import Collection
from typing import NamedTuple

from detente.dates import LAST, bounds
from detente.lexicon import offices
from detente.positions.identified import Identified
from detente.record import NO_LIMITS, Kept, Limits

_LANGUAGE = "en"
_HOLDS = ("current", "acting")


class _Shown(NamedTuple):
    """What an article shows on a day: the person speaks for the polity, or no longer."""

    day: str
    in_office: bool
    polity: str


class Envoys:
    """Those who spoke for a holder by office, and when."""

    def __init__(self, record: Identified, holder: str) -> None:
        self._record = record
        self.holder = holder
        self._shown: dict[str, list[_Shown]] = {}
        known = offices(_LANGUAGE)
        speaking = Limits(offices=[name for name, office in known.items() if office.represents], bare=True)
        for kept in record.claims("tenures", who={holder}, roles=("polity",), limits=speaking):
            body = kept.body
            speaks = body["office"] in known and known[body["office"]].represents
            if body["person"] and body["polity"] == holder and speaks:
                self._shown.setdefault(body["person"], []).extend(_shown(kept))

    def claims(self, kinds: Collection[str], roles: Collection[str], limits: Limits = NO_LIMITS) -> list[Kept]:
        """Give the claims of these kinds in which the holder, or one who spoke for him, has one of these parts."""
        found = self._record.claims(*kinds, who={self.holder, *self._shown}, roles=roles, limits=limits)
        in_article = self._record.envoys(found, {self.holder})
        return [kept for kept in found if self._is_own(kept, roles, in_article)]

    def _is_own(self, kept: Kept, roles: Collection[str], in_article: Collection[tuple[int, str]]) -> bool:
        values = [kept.body[role] for role in roles if kept.body.get(role)]
        holders = [id_ for value in values for id_ in ([value] if isinstance(value, str) else value)]
        if self.holder in holders:
            return True
        if kept.body.get("capacity") == "personal":
            return False
        day = kept.article.published or ""
        return any((kept.reading, id_) in in_article or self.spoke(id_, day) for id_ in holders)

    def spoke(self, person: str, day: str) -> bool:
        """Say whether a person spoke for the holder on a day: the nearest that is known before decides, else after."""
        shown = sorted(self._shown.get(person, ()))
        before = [each for each in shown if each.day <= day]
        nearest = before[-1] if before else shown[0] if shown else None
        return bool(nearest and nearest.in_office)


def _shown(kept: Kept) -> list[_Shown]:
    """Give what a tenure shows on the days that it names and on that of its report."""
    body, published = kept.body, kept.article.published
    found = []
    if published and body["status"] in (*_HOLDS, "former"):
        found.append(_Shown(published, body["status"] in _HOLDS, body["polity"]))
    for name, in_office in (("since", True), ("holding", True), ("until", False)):
        if body[name] and bounds(body[name]).last != LAST and body["status"] in (*_HOLDS, "former"):
            found.append(_Shown(bounds(body[name]).last.isoformat(), in_office, body["polity"]))
    return found
