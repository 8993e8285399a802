"""Every change of position that the record shows: each once, with all who tell of it and what was around it."""

from dataclasses import dataclass

from detente.positions.changes import Turn
from detente.positions.identified import Identified, identified
from detente.positions.lines import lines
from detente.positions.naming import EVERYTHING, Directory, Named
from detente.positions.statements import KINDS
from detente.record import Limits, Record

_ROLES = ("holder", "by", "member")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDossier:
    """A change of position with its proof."""

    holder: str
    name: str
    object: str
    issue: str | None
    about: tuple[str, ...]
    kinds: tuple[str, ...]
    shape: tuple[str, ...]
    when: str | None
    reported: str | None
    by: str | None
    before: str | None
    after: str | None
    offices: tuple[object, ...]
    outlets: tuple[str, ...]
    articles: tuple[str, ...]


def changes(record: Record) -> tuple[ChangeDossier, ...]:
    """Give the changes of position of all holders, in time."""
    seen = identified(record)
    directory = Directory.of(seen)
    found: list[Turn] = []
    for holder in holders(seen, directory):
        found.extend(lines(seen, directory, Named(holder, directory.name(holder)), EVERYTHING).turns)
    return tuple(_dossier(turn, directory) for turn in sorted(found, key=Turn.order))


def _dossier(turn: Turn, directory: Directory) -> ChangeDossier:
    return ChangeDossier(
        holder=turn.holder,
        name=directory.name(turn.holder),
        object=turn.object,
        issue=turn.issue,
        about=(),
        kinds=(turn.kind,),
        shape=("reversal",),
        when=turn.when,
        reported=turn.reported,
        by=turn.by,
        before=turn.before,
        after=turn.after or turn.said,
        offices=(),
        outlets=turn.outlets,
        articles=turn.articles,
    )


def holders(seen: Identified, directory: Directory) -> list[str]:
    """Give all whose position something shows; who speaks for a state stands for it, not beside it."""
    found: set[str] = set()
    for kept in seen.claims(*KINDS, "changes", limits=Limits(bare=True)):
        for role in _ROLES:
            value = kept.body.get(role)
            found.update([value] if isinstance(value, str) else value or ())
    return sorted({directory.state(each) for each in found})
