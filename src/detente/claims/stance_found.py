"""A word of attitude with the places of those who have it and of what it is about."""

from typing import NamedTuple

from detente.lexicon import StanceCue


class Found(NamedTuple):
    """A word of attitude, all by tokens.

    ``anchor`` is the word whose factuality is that of the attitude; ``holders`` is empty where the speaker has
    it, ``others`` has it where nobody else does; ``ended`` says that the holder has it no longer, ``beside`` are those
    for whose sake it is said ("thanked *Chile* for the vaccines").
    """

    cue: StanceCue
    token: int
    anchor: int
    holders: tuple[int, ...]
    objects: tuple[int, ...]
    ended: bool = False
    carriers: tuple[str, ...] = ()
    others: tuple[int, ...] = ()
    voiced: bool = False
    beside: tuple[int, ...] = ()

    @property
    def by_speaker(self) -> bool:
        """Say whether it is the speaker of the sentence who has it."""
        return not self.holders and (self.voiced or self.cue.holder == "speaker")
