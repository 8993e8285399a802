"""Relations: the course of a dyad over time, from what the two did and said, with how much was read beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from detente.lexicon import event_scale
from detente.positions.coverage import Coverage, coverage
from detente.positions.dyads import UNDATED
from detente.positions.happenings import happenings, known_side
from detente.positions.holders import Envoys
from detente.positions.identified import identified
from detente.positions.naming import About, Directory, Named
from detente.positions.relation_deeds import By, Word, deed, words
from detente.positions.relation_periods import Break, Stretch, stretches
from detente.positions.statements import statements
from detente.record import Record

_LIBRARIES = ("ruptures", "scipy")
MISSING = "not sought: found no ruptures; expected it installed: pip install 'detente[analysis]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the numbers came about: the published ``scale`` with its ``source`` and ends, and in words the rest."""

    scale: str
    source: str
    least: float
    most: float
    score: str
    window: str
    words: str
    coverage: str
    breaks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The course of the relation of two sides. ``undated`` is what is of no known period, None where there is nothing.

    ``breaks`` are its change points; None where they were not sought, and ``method.breaks`` says why. ``coverage`` is
    that of each month and outlet, whatever the periods.
    """

    one: Named
    other: Named
    by: str
    method: Method
    periods: tuple[Stretch, ...]
    undated: Stretch | None
    breaks: tuple[Break, ...] | None
    coverage: tuple[Coverage, ...]


def relations(record: Record, one: str, other: str, by: str = "month") -> Relations:
    """Give the course of the relation of two sides by days, months or years.

    Both are given by id or name, and a person means his state. Events are those of ``happenings``, each once, that are
    told as done. Raise ``UsageError`` where a name may mean several or nobody, where both are one, and for another
    period.
    """
    directory = Directory.of(identified(record))
    ids = [known_side(directory, name) for name in (one, other)]
    events = happenings(record, *ids)
    sides = [Named(id_, directory.name(id_)) for id_ in ids]
    deeds = [each for event in events if (each := deed(event, *ids))]
    said = [*_words(record, sides, "one"), *_words(record, sides[::-1], "other")]
    read = coverage(record, ids, by)
    found = stretches(deeds, said, read, by)
    periods = tuple(each for each in found if each.period != UNDATED)
    breaks, sought = _breaks(periods, by)
    return Relations(
        one=sides[0],
        other=sides[1],
        by=by,
        method=_method(by, sought),
        periods=periods,
        undated=next((each for each in found if each.period == UNDATED), None),
        breaks=breaks,
        coverage=coverage(record, ids),
    )


def _words(record: Record, sides: Sequence[Named], by: By) -> list[Word]:
    """Give what the first of two sides said of the second."""
    seen = identified(record)
    holder, whom = sides
    about = About(whom.name, whom)
    found = statements(seen, Directory.of(seen), Envoys(seen, holder.id), about)
    return words(record, found, by, whom.id, whom.name)


def _breaks(periods: tuple[Stretch, ...], by: str) -> tuple[tuple[Break, ...] | None, str]:
    """Give the change points and how they were sought; None and why not, where the library is missing."""
    try:
        library = import_module("detente.positions.relation_breaks")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        return None, MISSING
    sought = (
        f"changes of the mean score, sought by PELT ({library.VERSION}) over the {by}s with events, each counted; "
        f"penalty 2 s² log n (BIC), at least {library.SHORTEST} {by}s a part and {library.FEWEST} events in all"
    )
    return library.breaks(periods), sought


def _method(by: str, breaks: str) -> Method:
    scale = event_scale()
    return Method(
        scale=scale.name,
        source=scale.source,
        least=scale.least,
        most=scale.most,
        score=f"mean over the events of a {by}, each event once however many articles report it; none without events",
        window=(
            f"a {by} holds what lies in it as a whole, by the days that texts tell; where none does, an event lies in "
            "the week before its first report; what may lie in several is undated"
        ),
        words="what a side said of the other, each thing once an article; for or against by what its issue means",
        coverage=f"articles read of the {by} of their publication that mention either side, or both",
        breaks=breaks,
    )
