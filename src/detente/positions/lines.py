"""Lines: what the statements of one holder come to, thing by thing, and the turns between them."""

from dataclasses import dataclass

from detente.positions.changes import Turn, told
from detente.positions.holders import Envoys
from detente.positions.identified import Identified
from detente.positions.inferring import crossed, inferred
from detente.positions.naming import About, Directory, Named
from detente.positions.spells import Spell, spells
from detente.positions.statements import statements
from detente.positions.things import things


@dataclass(frozen=True, slots=True)
class Lines:
    """A holder's spells on what is asked, in time, and the turns that somebody told or that follow from them."""

    spells: tuple[Spell, ...]
    turns: tuple[Turn, ...]


def lines(seen: Identified, directory: Directory, who: Named, about: About) -> Lines:
    """Give what the record holds of a holder on an object; ``EVERYTHING`` is on all objects."""
    envoys = Envoys(seen, who.id)
    found = [spells(thing) for thing in things(statements(seen, directory, envoys, about))]
    ordered = tuple(sorted((spell for line in found for spell in line), key=Spell.order))
    turns = [
        *told(envoys, directory, about),
        *(turn for line in found for turn in inferred(line, who)),
        *crossed(ordered, who),
    ]
    return Lines(ordered, tuple(sorted(turns, key=Turn.order)))
