"""In whose mouth a stretch of text lies."""

from detente.claims.kinds import Utterance
from detente.text import Spans, overlap


def asserting(utterances: tuple[Utterance, ...], evidence: Spans) -> Utterance | None:
    """Give the innermost utterance in whose content most of the evidence stands; None for the article's own voice."""
    size = sum(span.end - span.start for span in evidence)
    holding = [each for each in utterances if 2 * overlap(each.content, evidence) > size]
    return min(holding, key=lambda each: sum(span.end - span.start for span in each.content), default=None)
