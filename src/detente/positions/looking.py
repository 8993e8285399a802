"""Looking into articles with the identities of their actors: what is shown of one, and what a search finds."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from detente.errors import UsageError
from detente.positions.asked_days import day_of
from detente.positions.collecting import in_one_go
from detente.positions.copies import first_of
from detente.positions.identified import identified
from detente.positions.judging_claims import claim_rulings
from detente.positions.naming import Directory
from detente.record import ANYWHERE, Hit, Reading, Record, Within, days


def with_identities(record: Record, reading: Reading) -> dict[str, Any]:
    """Give what was printed of an article, and in a last member, ``identities``, who its actors are over all articles.

    It has for each id of the article the id and name of the identity.
    """
    seen = identified(record)
    article = reading.json["article"]["id"]
    of = {each["id"]: seen.identities.of(article, each["id"]) or each["id"] for each in reading.json["actors"]}
    known = {id_: {"id": whole, "name": seen.name(whole) or whole} for id_, whole in of.items()}
    return {**reading.json, "identities": known}


def shown(record: Record, article: str, on: str | dt.date | None = None) -> dict[str, Any]:
    """Give what was printed of an article as it was read, and beside it what else the record knows of it.

    The last members are ``identities`` (see ``with_identities``), ``recorded`` (see ``Recorded``) and
    ``judgements``: those of its claims, whether they hold or not. With a day, claims whose own dates exclude it are
    left out. Raise ``UsageError`` where no article, or several, may be meant, and for a day that is none.
    """
    reading = record.show(article)
    id_ = reading.article.id
    recorded = record.recorded(id_)._asdict()
    recorded["read_by"] = recorded["read_by"]._asdict()
    judged = [asdict(each) for each in claim_rulings(record) if each.article == id_]
    found = {**with_identities(record, reading), "recorded": recorded, "judgements": judged}
    if on is None:
        return found
    day = day_of(on).isoformat()
    kept = {kind: [body for body in reading.json[kind] if _may_hold(body, day)] for kind in reading.kinds}
    return {**found, **kept}


def _may_hold(body: Mapping[str, Any], day: str) -> bool:
    first, last = days(body)
    return not (first and first > day) and not (last and last < day)


def named(printed: Mapping[str, Any]) -> dict[str, Any]:
    """Give what was printed with the names of the identities in place of those that the article uses."""
    known = printed["identities"]
    return {**printed, "actors": [{**each, "name": known[each["id"]]["name"]} for each in printed["actors"]]}


@in_one_go
def search(
    record: Record,
    words: str,
    limit: int = 20,
    *,
    quoted: bool = False,
    actor: str | None = None,
    within: Within = ANYWHERE,
) -> tuple[Hit, ...]:
    """Search as ``Record.search`` does, with speakers under the names of their identities.

    With ``actor``, an id or a name, only articles that mention him under whichever name, and of ``quoted`` utterances
    only his own; with kinds or issues in ``within``, only those in which he has a part in such a claim. Raise
    ``UsageError`` where the record knows no such actor, or several.
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

    hits = record.search(words, limit, quoted=quoted, within=within, of=of, called=called)
    first = first_of(record, {hit.article for hit in hits})
    return tuple(replace(hit, copy_of=_other(first[hit.article], hit)) for hit in hits)


def _other(first: str, hit: Hit) -> str | None:
    return None if first == hit.article else first
