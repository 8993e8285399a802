"""What a Python program decides of actors, claims and articles: judgements, each a command, and all to be undone."""

from typing import Any

from detente import positions
from detente.positions import AnyRuling, ArticleRuling, ClaimRuling, Ruling
from detente.surfaces.asking import Day
from detente.surfaces.asking_positions import AskingPositions


class Deciding(AskingPositions):
    """Judgements: ``why`` is the reason, which is kept, and ``by`` who judges.

    Actors are given by id or name, claims as ``stances/2@ARTICLE``, articles by id, path or a part of their title.
    Raise ``UsageError`` where none, or several, may be meant, and without a reason or a name.
    """

    def same(self, one: str, other: str, *, why: str, by: str) -> Ruling:
        """Judge that two are one actor, until it is undone."""
        with self._seen() as seen:
            return positions.same(seen, one, other, why=why, by=by)

    def different(self, one: str, other: str, *, why: str, by: str) -> Ruling:
        """Judge that two are two actors, whatever speaks for their being one, until it is undone."""
        with self._seen() as seen:
            return positions.different(seen, one, other, why=why, by=by)

    def accept(self, claim: str, *, why: str, by: str) -> ClaimRuling:
        """Judge that a claim says what its article says."""
        with self._seen() as seen:
            return positions.accept(seen, claim, why=why, by=by)

    def reject(self, claim: str, *, why: str, by: str) -> ClaimRuling:
        """Judge that an article does not say what a claim says; no view shows it any more, until it is undone."""
        with self._seen() as seen:
            return positions.reject(seen, claim, why=why, by=by)

    def correct(self, claim: str, field: str, value: Any, *, why: str, by: str) -> ClaimRuling:
        """Correct a field of a claim for every view; the claim itself stays as it was read."""
        with self._seen() as seen:
            return positions.correct(seen, claim, field, value, why=why, by=by)

    def note(self, claim: str, *, why: str, by: str) -> ClaimRuling:
        """Keep a note beside a claim; it changes no view."""
        with self._seen() as seen:
            return positions.note(seen, claim, why=why, by=by)

    def retract(self, article: str, *, why: str, by: str, erase: bool = False) -> ArticleRuling:
        """Retract an article: nothing that only it supported is left in any view of what is known now.

        With ``erase``, its text is erased as well, for good; digest and offsets stay.
        """
        with self._seen() as seen:
            return positions.retract(seen, article, why=why, by=by, erase=erase)

    def undo(self, number: int | None = None, *, by: str) -> AnyRuling:
        """Withdraw a judgement, the last one that stands where no number is given."""
        with self._seen() as seen:
            return positions.undo(seen, number, by=by)

    def judgements(self, *, known_on: Day | None = None) -> tuple[AnyRuling, ...]:
        """Give all judgements, withdrawn ones too, each as it stands now."""
        with self._seen(known_on) as seen:
            return positions.judgements(seen)
