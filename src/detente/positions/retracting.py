"""Retracting an article: what only it supported, what others still do, and how the retraction stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from detente.positions.identified import Identified, identified
from detente.record import Kept, Reading, Record, Retraction, parts

_SAYS: Mapping[str, tuple[str, ...]] = {
    "blocs": ("bloc", "founded", "dissolved"),
    "changes": ("holder", "object", "kind"),
    "commitments": ("by", "to", "issue"),
    "events": ("type", "actors", "recipients", "negated"),
    "memberships": ("member", "bloc", "negated"),
    "recognitions": ("holder", "claimant", "recognised"),
    "sanctions": ("by", "against", "status"),
    "stances": ("holder", "polarity", "object"),
    "tenures": ("person", "office", "polity"),
}
"""By which fields two claims of a kind say the same; what somebody said is said in its own article alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Something that an article supported: a claim by kind and id, with its words, or an actor.

    ``others`` are the articles that still support it; where there are none, no view of what is known now has it.
    """

    kind: str
    id: str
    quote: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRuling:
    """The retraction of an article as it stands now: it *holds* or is *withdrawn*; ``gone`` says what went with it."""

    number: int
    article: str
    title: str | None
    by: str
    why: str
    judged_at: str
    withdrawn_at: str | None
    withdrawn_by: str | None
    standing: Literal["holds", "withdrawn"]
    kind: Literal["retract"] = "retract"
    version: str | None = None
    gone: tuple[Gone, ...] = ()


def retract(record: Record, article: str, *, why: str, by: str, erase: bool = False) -> ArticleRuling:
    """Retract an article, named by its id, its path, its file name or a part of its title, in all its versions.

    Nothing that only it supported is left in any view of what is known now; ``gone`` lists what went. With ``erase``,
    its text is erased as well, for good: digest and offsets stay. Raise ``UsageError`` where none or several may be
    meant, where it is retracted already, and without a name or a reason.
    """
    reading = record.show(article)
    gone = tuple(_gone(record, reading))
    number = record.retract(reading.article.id, by=by, why=why)
    if erase:
        record.erase(reading.article.id)
    return replace(next(each for each in article_rulings(record) if each.number == number), gone=gone)


def article_rulings(record: Record) -> tuple[ArticleRuling, ...]:
    """Give all retractions in the order in which they were made, each as it stands now."""
    return tuple(map(_ruling, record.retractions()))


def _ruling(retraction: Retraction) -> ArticleRuling:
    return ArticleRuling(
        number=retraction.number,
        article=retraction.article,
        title=retraction.title,
        by=retraction.by,
        why=retraction.why,
        version=retraction.version,
        judged_at=retraction.judged_at,
        withdrawn_at=retraction.withdrawn_at,
        withdrawn_by=retraction.withdrawn_by,
        standing="holds" if retraction.withdrawn_at is None else "withdrawn",
    )


def _gone(record: Record, reading: Reading) -> Iterator[Gone]:
    """Give what an article supports while it still does, by kind, and by place in its text."""
    seen, article = identified(record), reading.article.id
    for kind in reading.kinds:
        bodies = reading.json[kind]
        who = {actor for body in bodies for _, actor in parts(body)}
        ids = {seen.identities.of(article, actor) or actor for actor in who}
        found = seen.claims(kind, who=ids) if ids else []
        others = [each for each in found if each.article.id != article]
        mine = {each.body["id"]: each for each in found if each.article.id == article}
        for body in bodies:
            if body["id"] in mine:
                yield _claim(mine[body["id"]], others)
    yield from _actors(seen, article)


def _claim(mine: Kept, others: list[Kept]) -> Gone:
    same = {each.article.id for each in others if mine.kind in _SAYS and _says(each) == _says(mine)}
    return Gone(kind=mine.kind, id=mine.body["id"], quote=mine.quote(), others=tuple(sorted(same)))


def _says(kept: Kept) -> tuple[Any, ...]:
    return tuple(_plain(kept.body.get(name)) for name in _SAYS[kept.kind])


def _plain(value: Any) -> Any:
    """Give what is compared of a field: of the object of a stance, its issue and actors, else its words."""
    if isinstance(value, Mapping):
        actors = tuple(sorted((each["id"], each["role"]) for each in value["actors"]))
        return (value["issue"], actors) if value["issue"] and actors else value["text"]
    return tuple(sorted(value)) if isinstance(value, list | tuple) else value


def _actors(seen: Identified, article: str) -> Iterator[Gone]:
    here = sorted({seen.identities.of_unit(unit) for unit in seen.identities.finder.of(article)})
    for id_ in here:
        known = {unit.article for profile in seen.identities.cluster(id_) for unit in profile.units}
        yield Gone(kind="actors", id=id_, quote=seen.name(id_) or id_, others=tuple(sorted(known - {article})))
