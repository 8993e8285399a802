"""Writing readings: from what the pipeline prints to the rows of many articles at once, one statement a table."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.articles import notice
from detente.errors import UsageError
from detente.record import bulk, deriving, fulltext
from detente.record.columns import days, issue
from detente.record.keeping import ACTOR, ARTICLE, LANGUAGE, find, kinds, show
from detente.record.portions import portions
from detente.record.sketches import sketch_of
from detente.record.tables import actors, article_sketches, article_words, articles, claims, holdings, readings
from detente.record.words import folded, joined_words
from detente.versions import Version

_ZERO = "\0"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ARTICLES = ("number", *ARTICLE, "extras", "text", "recorded_at", "notice", "notice_span")
_READINGS = ("number", "article", *Version._fields, *LANGUAGE, "kinds", "times", "recorded_at", "superseded_at")
_ACTORS = ("reading", "place", *ACTOR, "mentions", "many", "guise")
_CLAIMS = (
    "number",
    "reading",
    "kind",
    "id",
    "place",
    "evidence",
    "asserted_by",
    "issue",
    "first_day",
    "last_day",
    "body",
)

Printed = Mapping[str, Any]


class _Version(NamedTuple):
    """A version of an article that is in the record."""

    number: int
    sha256: str
    published: str | None


class _Read(NamedTuple):
    """A reading that is being written: its number, what was printed, and when its article was published."""

    number: int
    printed: Printed
    published: str | None


def keep(connection: sa.Connection, some: Iterable[Printed], read: Version, now: str) -> Iterator[dict[str, Any]]:
    """Keep readings, and what was there already as it is; give each as it is in the record.

    Raise ``UsageError`` for words that no database keeps as they are.
    """
    for batch in _of_different_articles(some):
        for id_, printed in batch.items():
            if (where := _with_zero(printed)) is not None:
                raise UsageError(f"{id_!r}: found a zero character in {where}; expected U+FFFD in its place")
        known = _versions(connection, list(batch))
        there: dict[str, int] = {}
        for id_, printed in batch.items():
            sha256 = printed["article"]["sha256"]
            if _same(printed, known) and (number := find(connection, id_, sha256, read)) is not None:
                there[id_] = number
        _insert(connection, [each for id_, each in batch.items() if id_ not in there], known, read, now)
        yield from (show(connection, there[id_]) if id_ in there else dict(each) for id_, each in batch.items())


def _with_zero(printed: Printed) -> str | None:
    """Say in which of the words that stand in columns of their own a zero character is; None where there is none."""
    article = printed["article"]
    told = [("its text", printed["text"]), *((f"its {name}", article[name]) for name in ARTICLE)]
    told += [("the name of an actor", f"{actor['id']} {actor['name']}") for actor in printed["actors"]]
    return next((where for where, words in told if words and _ZERO in words), None)


def _of_different_articles(some: Iterable[Printed]) -> Iterator[dict[str, Printed]]:
    """Divide readings, in their order, so that no article comes twice in one part; by the articles' ids."""
    batch: dict[str, Printed] = {}
    for each in some:
        if each["article"]["id"] in batch:
            yield batch
            batch = {}
        batch[each["article"]["id"]] = each
    if batch:
        yield batch


def _insert(
    connection: sa.Connection,
    some: Sequence[Printed],
    known: Mapping[str, Sequence[_Version]],
    read: Version,
    now: str,
) -> None:
    """Keep new readings of different articles, and the articles where they are new."""
    numbers = bulk.reserve(connection, readings, len(some))
    new = [each for each in some if not _same(each, known)]
    of_new = bulk.reserve(connection, articles, len(new))
    numbered = {each["article"]["id"]: number for each, number in zip(new, of_new, strict=True)}
    _supersede(connection, some, known, now)
    _insert_articles(connection, new, numbered, now)
    written = []
    rows = []
    for number, printed in zip(numbers, some, strict=True):
        article = printed["article"]
        same = _same(printed, known)
        published = same.published if same else article["published"]
        place = same.number if same else numbered[article["id"]]
        later = any(each.number > place for each in known.get(article["id"], ()))
        told = (*(article[name] for name in LANGUAGE), _json(kinds(printed)), _json(printed["times"]))
        rows.append((number, place, *read, *told, now, now if later else None))
        written.append(_Read(number, printed, published))
    bulk.insert(connection, readings, _READINGS, rows)
    _insert_actors(connection, written)
    _insert_claims(connection, written)


def _versions(connection: sa.Connection, ids: list[str]) -> Mapping[str, list[_Version]]:
    """Give the versions of articles that are there already, by the articles' ids."""
    found: dict[str, list[_Version]] = defaultdict(list)
    for some in portions(ids):
        for id_, *version in connection.execute(_KNOWN, {"ids": some}):
            found[id_].append(_Version(*version))
    return found


_KNOWN = sa.select(articles.c.id, articles.c.number, articles.c.sha256, articles.c.published)
_KNOWN = _KNOWN.where(articles.c.id.in_(sa.bindparam("ids", expanding=True)))
_MINE = sa.select(articles.c.number).where(articles.c.id == sa.bindparam("of_article"))
_SUPERSEDE = readings.update().where(readings.c.article.in_(_MINE), readings.c.superseded_at.is_(None))
_SUPERSEDE = _SUPERSEDE.values(superseded_at=sa.bindparam("now"))


def _same(printed: Printed, known: Mapping[str, Sequence[_Version]]) -> _Version | None:
    article = printed["article"]
    return next((each for each in known.get(article["id"], ()) if each.sha256 == article["sha256"]), None)


def _supersede(
    connection: sa.Connection, some: Sequence[Printed], known: Mapping[str, Sequence[_Version]], now: str
) -> None:
    """Supersede the readings of an article, unless the version that was read now is an earlier one than the last."""
    for printed in some:
        versions, same = known.get(printed["article"]["id"]), _same(printed, known)
        if versions and (same is None or same.number == max(each.number for each in versions)):
            connection.execute(_SUPERSEDE, {"of_article": printed["article"]["id"], "now": now})


def _insert_articles(connection: sa.Connection, new: Sequence[Printed], numbers: Mapping[str, int], now: str) -> None:
    rows, sketches, words = [], [], []
    for printed in new:
        article, text = printed["article"], printed["text"]
        number, said = numbers[article["id"]], folded(text)
        told = notice(text)
        noticed = (told.kind, _json(told.span)) if told else (None, None)
        rows.append((number, *(article[name] for name in ARTICLE), _json(article["extras"]), text, now, *noticed))
        sketches.append((number, _json(sketch_of(said))))
        words.append((number, joined_words(article["title"], said)))
    bulk.insert(connection, articles, _ARTICLES, rows)
    bulk.insert(connection, article_sketches, ("article", "hashes"), sketches)
    bulk.insert(connection, article_words, ("article", "folded"), words)
    fulltext.add(connection, words)


def _insert_actors(connection: sa.Connection, written: Sequence[_Read]) -> None:
    derived = [
        deriving.derived(each.printed["article"]["id"], each.published, each.printed["actors"], _tenures(each.printed))
        for each in written
    ]
    numbers = deriving.numbered(connection, {guise for of, _ in derived for guise in of.values()})
    rows = [
        (
            each.number,
            place,
            *(actor[name] for name in ACTOR),
            _json(actor["mentions"]),
            len(actor["mentions"]),
            numbers[of[actor["id"]]],
        )
        for each, (of, _) in zip(written, derived, strict=True)
        for place, actor in enumerate(each.printed["actors"])
    ]
    bulk.insert(connection, actors, _ACTORS, rows)
    held = {each.number: offices for each, (_, offices) in zip(written, derived, strict=True)}
    bulk.insert(connection, holdings, deriving.HOLDINGS, list(deriving.held_rows(held)))


def _tenures(printed: Printed) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = printed.get("tenures", ())
    return found


def _insert_claims(connection: sa.Connection, written: Sequence[_Read]) -> None:
    many = sum(len(each.printed[kind]) for each in written for kind in kinds(each.printed))
    numbers = iter(bulk.reserve(connection, claims, many))
    rows: list[bulk.Row] = []
    sides: list[bulk.Row] = []
    for each in written:
        represents = {actor["id"]: actor["represents"] for actor in each.printed["actors"]}
        for kind, place, body in _bodies(each.printed):
            number = next(numbers)
            rows.append((number, each.number, kind, body["id"], place, *_columns(body)))
            sides += deriving.sides(number, kind, body, represents)
    bulk.insert(connection, claims, _CLAIMS, rows)
    deriving.keep_sides(connection, sides)


def _bodies(printed: Printed) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    return ((kind, place, body) for kind in kinds(printed) for place, body in enumerate(printed[kind]))


def _columns(body: Mapping[str, Any]) -> tuple[str | None, ...]:
    return (_json(body["evidence"]), body["asserted_by"], issue(body), *days(body), _json(body))


def _json(value: Any) -> str:
    return _ENCODE(value)
