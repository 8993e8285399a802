"""To which state or body actors belong: codes as event data writes them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from detente.lexicon import actor_codes, capital_of, cow_codes, directory, names, outlet_states, state_codes, words

_TOLD_BY_NAME = ("government", "group", "party", "organisation", "outlet")
_LONGEST = 5


class Codes:
    """The codes of one article's actors; ``polities`` gives for each person the actor to whom his office belongs."""

    def __init__(self, actors: Mapping[str, Mapping[str, Any]], polities: Mapping[str, str]) -> None:
        self._actors = actors
        self._polities = polities

    def side(self, id_: str) -> str | None:
        """Give the actor for whom somebody acts, as the article, his office or the directory says."""
        actor, known = self._actors.get(id_), directory().get(id_)
        stands = (actor["represents"] if actor else None) or (known.represents if known else None)
        return stands or self._polities.get(id_)

    def code(self, id_: str, seen: tuple[str, ...] = ()) -> str:
        """Give an actor's code; empty where nothing says to whom he belongs."""
        if id_ in state_codes():
            return state_codes()[id_]
        if code := _by_row().get(id_):
            return code
        side = self.side(id_)
        if side and side not in seen and (code := self.code(side, (*seen, id_))):
            return code
        known = directory().get(id_)
        where = outlet_states().get(id_) or (known.within if known else None)
        if where and where in state_codes():
            return state_codes()[where]
        return self._by_name(id_) or self._by_type(id_)

    @staticmethod
    def cow(code: str) -> str:
        """Give the Correlates of War code of a state's code; empty for all others."""
        return cow_codes().get(code, "")

    def _by_type(self, id_: str) -> str:
        kind = self._actors[id_]["type"] if id_ in self._actors else getattr(directory().get(id_), "type", None)
        return next((code.id for code in actor_codes().values() if kind in code.types), "")

    def _by_name(self, id_: str) -> str:
        """Give the code of the one state that his name names: "Venezuelans", "Peruvian Congress"; a capital's state."""
        actor = self._actors.get(id_)
        if not actor or id_ in directory():
            return ""
        if actor["type"] == "place":
            state = capital_of(actor["name"])
            return state_codes()[state.id] if state else ""
        found = set(_states_in(actor["name"])) if actor["type"] in _TOLD_BY_NAME else set()
        return state_codes()[found.pop()] if len(found) == 1 else ""


@cache
def _by_row() -> Mapping[str, str]:
    return {id_: code.id for code in actor_codes().values() for id_ in code.ids}


def _states_in(name: str) -> Iterator[str]:
    """Give the states that are named in a name, the longest name at each place."""
    said, shown = words(name), set(name.replace(".", "").split())
    start = 0
    while start < len(said):
        step = 1
        for length in range(min(_LONGEST, len(said) - start), 0, -1):
            found = [
                each.known.id
                for each in names().get(said[start : start + length], ())
                if each.known.type == "state" and each.use != "capital" and not (each.exact and each.text not in shown)
            ]
            if found:
                yield from found
                step = length
                break
        start += step
