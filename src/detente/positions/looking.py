"""Looking into articles with the identities of their actors: what is shown of one, and what a search finds."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from detente.errors import UsageError
from detente.positions.identified import identified
from detente.positions.naming import Directory
from detente.record import Hit, Reading, Record


def with_identities(record: Record, reading: Reading) -> dict[str, Any]:
    """Give what was printed of an article, and in a last member, ``identities``, who its actors are over all articles.

    It has for each id of the article the id and name of the identity.
    """
    seen = identified(record)
    article = reading.json["article"]["id"]
    of = {each["id"]: seen.identities.of(article, each["id"]) or each["id"] for each in reading.json["actors"]}
    known = {id_: {"id": whole, "name": seen.name(whole) or whole} for id_, whole in of.items()}
    return {**reading.json, "identities": known}


def named(printed: Mapping[str, Any]) -> dict[str, Any]:
    """Give what was printed with the names of the identities in place of those that the article uses."""
    known = printed["identities"]
    return {**printed, "actors": [{**each, "name": known[each["id"]]["name"]} for each in printed["actors"]]}


def search(
    record: Record, words: str, limit: int = 20, *, quoted: bool = False, actor: str | None = None
) -> tuple[Hit, ...]:
    """Search as ``Record.search`` does, with speakers under the names of their identities.

    With ``actor``, an id or a name, only articles that mention him under whichever name, and of ``quoted`` utterances
    only his own. Raise ``UsageError`` where the record knows no such actor, or several.
    """
    seen = identified(record)
    of: dict[str, set[str]] | None = None
    if actor:
        found = Directory.of(seen).find(actor)
        if found is None or not found.known:
            raise UsageError(f"the record knows no actor called {actor!r}; `detente actors` lists those it knows")
        of = defaultdict(set)
        for profile in seen.identities.cluster(found.id):
            for unit in profile.units:
                of[unit.article].add(unit.id)

    def called(article: str, id_: str, name: str) -> str:
        return seen.name(seen.identities.of(article, id_) or "") or name

    return record.search(words, limit, quoted=quoted, of=of, called=called)
