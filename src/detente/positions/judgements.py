"""All judgements, of actors, claims and articles, in one list with one numbering; and how any of them is undone."""

from detente.positions.judging import Ruling, rulings
from detente.positions.judging_claims import ClaimRuling, claim_rulings
from detente.positions.retracting import ArticleRuling, article_rulings
from detente.record import Record

AnyRuling = Ruling | ClaimRuling | ArticleRuling


def judgements(record: Record) -> tuple[AnyRuling, ...]:
    """Give all judgements in the order in which they were made, withdrawn ones too, each as it stands now."""
    found: list[AnyRuling] = [*rulings(record), *claim_rulings(record), *article_rulings(record)]
    return tuple(sorted(found, key=lambda each: each.number))


def undo(record: Record, number: int | None = None, *, by: str) -> AnyRuling:
    """Withdraw a judgement, without a number the last one that stands; give it as it now is, withdrawn.

    Raise ``UsageError`` where there is none, where it was withdrawn before, and where the text of a retracted article
    is erased.
    """
    gone = record.withdraw(number, by)
    return next(each for each in judgements(record) if each.number == gone.number)
