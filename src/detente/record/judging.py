"""What somebody decides: of two actors, of a claim, of an article; kept beside the claims, never in them."""

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record import claim_finding, claim_judgements, decisions, erasing, judgements, knowing, retractions
from detente.record.claim_judgements import ClaimJudgement
from detente.record.explaining import explained
from detente.record.judgements import Judgement
from detente.record.opened import Opened
from detente.record.retractions import Retraction
from detente.record.verdicts import Verdicts

Decision = Judgement | ClaimJudgement | Retraction
"""Whatever somebody may decide, and take back."""


class Judging(Opened):
    """A record, for judging and for asking what was judged."""

    _judged: tuple[object, claim_finding.Judgements] | None = None

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement, with its time where it has none; give it with its number. See ``judgements.add``."""
        with self._writing() as connection:
            return judgements.add(connection, judgement, self._now())

    def withdraw(self, number: int | None, by: str) -> Decision:
        """Withdraw a judgement, without a number the last one that stands; its row is kept with the time."""
        with self._writing() as connection:
            gone = decisions.withdraw(connection, number, by, self._now())
            return next(each for each in _decided(connection, None) if each.number == gone)

    def judgements(self) -> list[Judgement]:
        """Give all judgements of two actors, withdrawn ones too, in the order in which they were kept."""
        with self._reading() as connection:
            return judgements.find(connection, self._when.known)

    def judge_claim(self, judgement: ClaimJudgement) -> int:
        """Keep a judgement of a claim; give its number. See ``claim_judgements.add``."""
        with self._writing() as connection:
            return claim_judgements.add(connection, judgement, self._now())

    def claim_judgements(self) -> claim_finding.Judgements:
        """Give all judgements of claims, and which claims they mean now."""
        with self._reading() as connection:
            return self._judgements(connection)

    def _verdicts(self, connection: sa.Connection) -> Verdicts:
        return self._judgements(connection).verdicts

    def _judgements(self, connection: sa.Connection) -> claim_finding.Judgements:
        """Give what judgements make of claims; worked out anew only where something was read or judged since."""
        state = knowing.state(connection)
        if self._judged is None or self._judged[0] != state:
            passed = claim_judgements.find(connection, self._when.known)
            self._judged = (state, claim_finding.judged(connection, passed, self._when))
        return self._judged[1]

    def retract(self, article: str, *, by: str, why: str) -> int:
        """Retract an article, by its id, in all its versions; give the retraction's number.

        Raise ``UsageError`` where it is retracted already, and without a name or a reason.
        """
        with self._writing() as connection:
            return retractions.retract(connection, article, by, why, self._now())

    def erase(self, article: str) -> None:
        """Erase the text of a retracted article, by its id, in all its versions; nothing brings it back.

        Raise ``UsageError`` where it is not retracted.
        """
        with self._writing() as connection:
            if not retractions.is_retracted(connection, article):
                raise UsageError(f"{article} is not retracted; expected an article that is")
            erasing.erase(connection, article, self._now())
        with explained(self._url):
            erasing.forget(self._engine)

    def erased(self) -> list[erasing.Erased]:
        """Give the articles whose text was erased, with how much evidence can no longer be read."""
        with self._reading() as connection:
            return list(erasing.find_erased(connection))

    def retractions(self) -> list[Retraction]:
        """Give all retractions of articles, withdrawn ones too, in the order in which they were kept."""
        with self._reading() as connection:
            return retractions.find(connection, self._when.known)


def _decided(connection: sa.Connection, known: str | None) -> list[Decision]:
    """Give all decisions, in the order of their kinds."""
    kinds = (judgements.find, claim_judgements.find, retractions.find)
    return [each for find_all in kinds for each in find_all(connection, known)]
