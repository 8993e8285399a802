"""Lines: what the statements of one holder come to, thing by thing, and the turns between them."""

from dataclasses import dataclass

from detente.positions.changes import Turn, told
from detente.positions.holders import Envoys
from detente.positions.identified import Identified
from detente.positions.inferring import crossed, inferred
from detente.positions.naming import EVERYTHING, About, Directory, Named
from detente.positions.proofs import Holder
from detente.positions.spells import Spell, spells
from detente.positions.statements import Statement, is_about, statements
from detente.positions.things import things


@dataclass(frozen=True, slots=True)
class Lines:
    """A holder's spells on what is asked, in time, and the turns that somebody told or that follow from them."""

    spells: tuple[Spell, ...]
    turns: tuple[Turn, ...]


def lines(
    seen: Identified,
    directory: Directory,
    who: Named,
    about: About,
    *,
    whole: bool = False,
    envoys: Envoys | None = None,
) -> Lines:
    """Give what the record holds of a holder on an object; ``EVERYTHING`` is on all objects.

    With ``whole``, statements that do not name the object's actor count where they are on one thing with some that do:
    "the blockades" after "pressure on Venezuela". All that the holder said is looked at for that. ``envoys`` are his,
    where they have been looked up (``everybody``): then everything is, whatever is asked.
    """
    envoys = envoys or Envoys(seen, who.id)
    said = things(statements(seen, directory, envoys, EVERYTHING if whole else about))
    shown = (thing for thing in said if not _is_pledged_alone(thing))
    found = [spells(thing) for thing in shown if any(is_about(each, about, directory) for each in thing)]
    holder = Holder(who, seen.articles(who.id))
    ordered = tuple(sorted((spell for line in found for spell in line), key=Spell.order))
    turns = [
        *told(envoys, directory, about),
        *(turn for line in found for turn in inferred(line, holder)),
        *crossed(ordered, holder),
    ]
    return Lines(ordered, tuple(sorted(turns, key=Turn.order)))


def _is_pledged_alone(thing: list[Statement]) -> bool:
    """Say whether only pledges of one side tell of a thing: it is no position, but what was promised."""
    return all(each.is_pledge for each in thing) and len({each.polarity for each in thing}) == 1
