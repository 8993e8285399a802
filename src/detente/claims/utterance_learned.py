"""What the learned head adds to the rules, and where it corrects them.

Rules know verbs and clauses and are exact where they fire; more than half of all cues are none of their verbs. So what
a rule finds is kept; where both hear the same cue and disagree on what is said, the model is believed unless marks or a
"that" decide; and what only the model hears is added. The figures below and in ``utterance_heard.py`` were chosen on
sixty articles of the training half that the weights have not seen.
"""

from detente.claims.utterance_draft import Draft, size
from detente.claims.utterance_heard import LEARNED, heard_drafts
from detente.documents import Document
from detente.text import Spans, merge, overlap

_AGREE = 0.5
"""From this Jaccard index of their characters on, two contents are the same, and the rule's ends are taken."""
_WITHIN = 0.9
"""From this share on, one thing lies within another."""


def with_learned(document: Document, drafts: list[Draft], decided: Spans) -> list[Draft]:
    """Give the drafts of rules as the model corrects them, and those that it adds; as they are where it is left out.

    ``decided`` are the cues of all drafts of rules, those that later steps took away included. A corrected content
    keeps the polarity and the relays that the rule has found.
    """
    added = []
    for each in heard_drafts(document):
        for other in drafts:
            near = overlap(each.content, other.content) or _is_one_sentence(document, each)
            if overlap(each.cue, other.cue) and near and _is_open(document, other) and _is_better(each, other, decided):
                other.content, other.why = each.content, f"{other.why}; {LEARNED}"
        if not overlap(each.cue, decided) and not _is_claimed(each, drafts):
            added.append(each)
    return [*drafts, *added]


def _is_one_sentence(document: Document, draft: Draft) -> bool:
    """Say whether cue and content stand in one sentence."""
    tokens = [i for span in (*draft.cue, *draft.content) for i in document.tree.within(span)]
    return len({document.sentence_of(i) for i in tokens}) == 1


def _is_open(document: Document, rule: Draft) -> bool:
    """Say whether the model may know better what was said: no marks and no "that" show it, and nobody was silent."""
    tree = document.tree
    first = next(iter(tree.within(rule.content[0])), None)
    that = first is not None and tree[first].dep == "mark" and tree[first].end < rule.content[-1].end
    quoted = overlap(rule.content, tuple(each.span for each in document.quotations))
    return rule.verb is not None and not that and not quoted and rule.polarity != "declined"


def _is_better(learned: Draft, rule: Draft, decided: Spans) -> bool:
    """Say whether the model hears another content than the rule, words that are new, and no cue of a further one."""
    shared = overlap(learned.content, rule.content)
    both = size(learned.content) + size(rule.content) - shared
    further = overlap(learned.content, decided) > overlap(rule.content, decided)
    whole = len(learned.content) <= len(rule.content)
    return whole and shared < _AGREE * both and shared < _WITHIN * size(learned.content) and not further


def _is_claimed(draft: Draft, others: list[Draft]) -> bool:
    """Say whether half of a content is somebody's already; not where it lies, cue and all, inside another's."""
    whole = merge((*draft.cue, *draft.content))
    beside = [each for each in others if overlap(each.content, whole) < _WITHIN * size(whole)]
    taken = merge(span for each in beside for span in each.content)
    return overlap(draft.content, taken) >= _AGREE * size(draft.content)
