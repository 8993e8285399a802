"""Changes of position that somebody told: announced by the holder, or attributed to him."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.dates import bounds, is_edtf
from detente.lexicon import change_cues
from detente.positions.holders import Envoys
from detente.positions.naming import EVERYTHING, About, Directory
from detente.record import Kept
from detente.text import fold

_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A change, as it is told or follows from two statements.

    ``when`` is an EDTF date or interval; ``by`` who says so; ``before`` and ``after`` quote. ``shape`` says what
    kind of change it is where that is known: *reversal*, *softening*, *hardening*, *condition*. ``about`` are the
    actors, by id, and ``words`` the objects as they are worded on either side; ``reason`` is why it counts as a change.
    ``told`` is how the new side is known where the change is inferred: *announced* by its holder, *attributed* to him.
    ``retracted`` are those of its articles that were retracted later than what is asked for was known.
    """

    kind: str
    holder: str
    object: str
    issue: str | None = None
    when: str | None
    effective: str | None = None
    reported: str | None
    by: str | None
    said: str
    before: str | None
    after: str | None
    polarity: tuple[str, str] | None = None
    shape: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    members: str | None = None
    reason: str = ""
    told: str | None = None
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    retracted: tuple[str, ...] = ()

    def may_come(self, day: dt.date) -> bool:
        """Say whether it may have come on a day: by its own date, or where it has none, up to the day of its report."""
        first, last = bounds(self.when or f"../{self.reported}") if self.when or self.reported else (day, day)
        return first <= day <= last

    def order(self) -> tuple[str, ...]:
        """Give the key by which changes stand in time."""
        end = (self.when or self.reported or "9999").rpartition("/")[2]
        return (end, self.kind, self.object, *self.articles, self.said)


def told(envoys: Envoys, directory: Directory, about: About) -> tuple[Turn, ...]:
    """Give the changes that somebody announced or reported; the same in several articles is one, with all outlets."""
    found: dict[tuple[str | None, ...], Turn] = {}
    for kept in envoys.claims(("changes",), ("holder",)):
        if _is_about(kept, directory, about) and _says_what(kept):
            turn = _turn(kept, envoys.holder, directory)
            key = (turn.kind, turn.holder, fold(turn.object), turn.when or turn.said, turn.by)
            found[key] = _joined(found[key], turn) if key in found else turn
    return tuple(found.values())


def _says_what(kept: Kept) -> bool:
    """Say whether it is told what a change is about: by its object, or by the old or the new position."""
    return bool(kept.body["object"] or kept.body["before"] or kept.body["after"])


def _is_about(kept: Kept, directory: Directory, about: About) -> bool:
    """Say whether a change is about what is asked: the actor, his state, or words in it."""
    object_ = kept.body["object"]
    if about == EVERYTHING:
        return True
    if not object_:
        return False
    if about.actor and (about.actor.id in directory.stands_for(object_) or fold(about.actor.name) in fold(object_)):
        return not about.issue or fold(about.issue) in fold(f"{object_} {kept.quote()}")
    return bool(about.issue) and fold(about.issue or "") in fold(object_)


def _turn(kept: Kept, holder: str, directory: Directory) -> Turn:
    body = kept.body
    object_ = body["object"] or ""
    by = directory.name(body["by"]) if body["by"] else None
    own = f"announced by {by}" if by else "the holder announced it"
    return Turn(
        kind=body["kind"],
        holder=holder,
        object=directory.name(object_),
        when=body["announced_on"] or body["effective"],
        effective=body["effective"],
        reported=kept.article.published,
        by=by,
        said=kept.quote(),
        before=kept.quote("before") or None,
        after=kept.quote("after") or None,
        about=tuple(sorted(_actors(object_, directory))),
        words=tuple(words for part in ("before", "after") if (words := kept.quote(part))),
        members=body["members"],
        shape=_shape(body["why"]),
        reason=own if body["kind"] == "announced" else f"{by or kept.article.outlet or 'an article'} says so",
        outlets=(kept.article.outlet,) if kept.article.outlet else (),
        articles=(kept.article.id,),
        retracted=(kept.article.id,) if kept.article.retracted else (),
    )


def _shape(why: str) -> tuple[str, ...]:
    """Give what kind of change the word tells that decided: "softened its stance"."""
    shapes = {cue.id: cue.shape for cues in change_cues(_LANGUAGE).values() for cue in cues}
    shape = shapes.get(why.partition(";")[0].strip().removeprefix("change_cues/"))
    return (shape,) if shape else ()


def _actors(object_: str, directory: Directory) -> Iterator[str]:
    if object_ and directory.name(object_) != object_:
        yield directory.state(object_)


def _joined(one: Turn, other: Turn) -> Turn:
    """Join two reports of the same change; the fuller one gives the words."""
    fuller = max(one, other, key=lambda turn: (bool(turn.before), bool(turn.after), turn.articles))
    return replace(
        fuller,
        reported=min((turn.reported for turn in (one, other) if turn.reported), default=None),
        outlets=tuple(sorted({*one.outlets, *other.outlets})),
        articles=tuple(sorted({*one.articles, *other.articles})),
        retracted=tuple(sorted({*one.retracted, *other.retracted})),
    )


def within(start: str | None, end: str | None) -> str | None:
    """Give the interval from one day to another, as far as they are known; None where neither is a date."""
    value = (
        f"{start}/{end}" if start and end and start < end else f"../{end}" if end else f"{start}/.." if start else ""
    )
    return value if value and is_edtf(value) else None
