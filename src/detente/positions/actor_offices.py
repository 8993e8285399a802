"""The office of each person of an article: as its claims hold it, else as a title before his name tells it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from detente.lexicon import offices
from detente.positions.titles_before import title_before
from detente.text import Span

_LANGUAGE = "en"  # offices are kept under their English names, whatever the language of the article
_IN_OFFICE = ("current", "acting", "contested", "elect")


class Office(NamedTuple):
    """An office, its kind (office_titles.yaml), the actor to whom it belongs, and how its holder stands to it."""

    name: str
    kind: str | None
    polity: str | None
    status: str

    @property
    def former(self) -> bool:
        """Whether it is known only to have been held."""
        return self.status not in _IN_OFFICE

    def __str__(self) -> str:
        if self.status == "elect":
            return f"{self.name}-elect"
        return self.name if self.status == "current" else f"{self.status} {self.name}"


def held(text: str, actors: Iterable[Mapping[str, Any]], tenures: Iterable[Mapping[str, Any]]) -> dict[str, Office]:
    """Give the office of each person by his id: one that he holds before one that he held, the first named first."""
    found: dict[str, Office] = {}
    for tenure in sorted(tenures, key=lambda each: each["status"] not in _IN_OFFICE):
        name = tenure["office"].replace("_", " ")
        if tenure["person"]:
            found.setdefault(tenure["person"], Office(name, _kind(name), tenure["polity"], tenure["status"]))
    for actor in actors:
        if actor["type"] == "person" and actor["id"] not in found and (titled := _titled(text, actor["mentions"])):
            found[actor["id"]] = titled
    return found


def _titled(text: str, mentions: Iterable[Iterable[int]]) -> Office | None:
    """Give the office by the title before the first mention that has one."""
    found = next((titled for span in mentions if (titled := title_before(text, Span(*span)))), None)
    if not found:
        return None
    return Office(found.title.office, found.title.kind, found.title.polity, "former" if found.former else "current")


def _kind(office: str) -> str | None:
    """Give the kind of an office: that of "finance minister" is the kind of "minister"."""
    known, words = offices(_LANGUAGE), office.split()
    return next((known[last].kind for n in range(len(words)) if (last := " ".join(words[n:])) in known), None)
