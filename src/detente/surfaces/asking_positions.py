"""What a Python program asks of positions: who stood where, what changed, was pledged, contradicts itself."""

from detente import positions
from detente.positions import ChangeDossier, Contradiction, Matrix, Pledge, Position
from detente.surfaces.asking import Asking, Day


class AskingPositions(Asking):
    """Questions on positions to a record, beside all others."""

    def position(
        self,
        holder: str,
        object: str,  # noqa: A002
        *,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> Position:
        """Give where a holder stood on an object, on a day or by all that is known; which silence, where on none.

        Raise ``UsageError`` where a name may mean several.
        """
        with self._seen(known_on) as seen:
            return positions.position(seen, holder, object, on)

    def matrix(
        self,
        object: str,  # noqa: A002
        *,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> Matrix:
        """Give where states, blocs and other bodies stood on an object, and who of them is silent."""
        with self._seen(known_on) as seen:
            return positions.matrix(seen, object, on)

    def changes(
        self,
        holder: str | None = None,
        object: str | None = None,  # noqa: A002
        *,
        since: Day | None = None,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> tuple[ChangeDossier, ...]:
        """Give the changes of position, of one holder or of all, on one object or on all, in time.

        With ``since`` (a day, month or year) those that may have come then or later. Raise ``UsageError`` where a name
        may mean several, or nobody.
        """
        with self._seen(known_on) as seen:
            return positions.changes(seen, holder, object, since, on)

    def commitments(
        self,
        holder: str | None = None,
        to: str | None = None,
        *,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> tuple[Pledge, ...]:
        """Give what was pledged, by one or by all, to one or to anybody, each with what later bears on it."""
        with self._seen(known_on) as seen:
            return positions.commitments(seen, holder, to, on)

    def contradictions(
        self,
        holder: str | None = None,
        object: str | None = None,  # noqa: A002
        *,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> tuple[Contradiction, ...]:
        """Give where sources disagree on a position at one time, or several claim an office, side by side."""
        with self._seen(known_on) as seen:
            return positions.contradictions(seen, holder, object, on)
