"""Whose position each claim is, for all holders at once: asked of everybody, a record is looked through once."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from detente.positions.holders import Envoys, LookedUp, Voices, is_personal, parts_of, shown, speaking, spoke_on
from detente.positions.identified import Identified
from detente.record import Kept, Limits

MOST = 20_000
"""Of a record with more articles, claims are looked up holder by holder: all at once would fill the memory."""


class Everybody:
    """The claims that show where somebody stands, by whose position they are; ``of`` gives what ``Envoys`` would."""

    def __init__(self, seen: Identified, kinds: Collection[str], roles: Collection[str]) -> None:
        self._seen = seen
        self._shown: dict[str, Voices] = defaultdict(lambda: defaultdict(list))
        for kept in seen.claims("tenures", limits=Limits(bare=True)):
            if kept.body["person"] and kept.body["polity"] and kept.body["office"] in speaking():
                self._shown[kept.body["person"]][kept.body["polity"]].extend(shown(kept))
        for polities in self._shown.values():
            for each in polities.values():
                each.sort()
        found = seen.claims(*kinds)
        self.named = {id_ for kept in found for id_ in parts_of(kept, roles)}
        """All who have one of these parts in one of them."""
        self._sides = seen.sides(found)
        self._own: dict[tuple[str, str], list[Kept]] = defaultdict(list)
        for kept in found:
            for holder in set(self._holders(kept, roles)):
                self._own[kept.kind, holder].append(kept)
        self._utterances = seen.utterances(found)

    def _holders(self, kept: Kept, roles: Collection[str]) -> Iterator[str]:
        """Give all whose position a claim may be."""
        mine = roles if kept.kind != "changes" else ("holder",)
        for id_ in parts_of(kept, mine):
            yield id_
            if is_personal(kept):
                continue
            yield from self._sides.get((kept.reading, id_), ())
            day = kept.article.published or ""
            yield from (polity for polity, days in self._shown.get(id_, {}).items() if spoke_on(days, day))

    def of(self, holder: str) -> Envoys:
        """Give those who spoke for a holder, with his claims as they were looked up."""
        return Envoys(self._seen, holder, LookedUp(self._own, self._utterances))
