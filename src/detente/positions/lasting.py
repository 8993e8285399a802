"""Which spells are positions that lasted, and which a word that stands alone among many of the other side.

Whoever speaks often is misheard at times, by outlets and by programs: "a close friendship" among thirty praises taken
for a blow to it. What was said in one article alone, between more that was said on one other side before and after,
shows no change; neither does what one article says after many of the other side, until a second one says so too.
"""

from collections.abc import Sequence
from dataclasses import replace

from detente.positions.spells import Spell

_MANY = 4
"""After so many articles on one side, one on the other is no change yet."""


def lasting(line: Sequence[Spell]) -> list[Spell]:
    """Give the spells of a line that lasted; those of one side between which one is left out are one spell.

    What was told of the past stays as it is: it is no word of its own time.
    """
    found: list[Spell] = []
    for n, spell in enumerate(line):
        if found and _is_stray(spell, found[-1], line[n + 1] if n + 1 < len(line) else None):
            continue
        if found and found[-1].polarity == spell.polarity and not (found[-1].former or spell.former):
            last = found.pop()
            found.append(replace(spell, since=last.since, statements=(*last.statements, *spell.statements)))
        else:
            found.append(spell)
    return found


def _is_stray(spell: Spell, before: Spell, after: Spell | None) -> bool:
    if spell.former or before.former or _articles(spell) > 1 or before.polarity == spell.polarity:
        return False
    if after is None:
        return _articles(before) >= _MANY
    return before.polarity == after.polarity and max(_articles(before), _articles(after)) > 1


def _articles(spell: Spell) -> int:
    return len({each.article for each in spell.statements})
