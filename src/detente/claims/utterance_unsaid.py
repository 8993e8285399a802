"""Verbs of speech by which nothing new is said: what is still to be said, wished or asked, and one's own "I think"."""

from detente.claims.utterance_interviews import interview_of
from detente.claims.utterance_polarity import is_negated
from detente.claims.utterance_questions import is_put
from detente.claims.utterance_transcripts import is_said_now, person_of, turn_at
from detente.documents import Document
from detente.documents.tree import Tree
from detente.lexicon import ReportingVerb

_WILL = {"will", "'ll", "’ll"}
_WOULD = "would"
_IF = {"if", "unless"}
_GOING_ON = {"continue", "go", "begin", "start", "come", "proceed", "use", "return"}


def is_unsaid(document: Document, verb: int) -> bool:
    """Say whether a verb of speech is still to come, only meant, or a question that was put."""
    return _is_future(document.tree, verb) or _is_meant(document.tree, verb) or is_put(document, verb)


def quoted_tokens(document: Document) -> set[int]:
    """Give the tokens that are somebody's own words: between marks, or in an answer."""
    spans = [each.content for each in document.quotations if each.level == 0]
    interview = interview_of(document)
    spans += [span for _, answer in interview.answers for span in answer] if interview else []
    return {i for span in spans for i in document.tree.within(span)}


def is_own(document: Document, verb: int, subject: int, entry: ReportingVerb, *, in_quotes: bool) -> bool:
    """Say whether this is but what the speaker of a quotation or a turn says himself: "we welcome", "I think"."""
    person = person_of(document, subject)
    if person is None:
        return False
    turn = None if in_quotes else turn_at(document, document.tree[verb].start)
    return in_quotes or (turn is not None and is_said_now(document, verb, person, entry))


def _is_future(tree: Tree, verb: int) -> bool:
    """Say whether it is still to be said: "will announce", "said that he would announce"; "will not say" is said."""
    auxiliaries = {tree[child].text.lower() for child in tree.children(verb, "aux")}
    future = auxiliaries & _WILL or (_WOULD in auxiliaries and tree[verb].dep == "ccomp")
    return bool(future) and not is_negated(tree, verb)


def _is_meant(tree: Tree, verb: int) -> bool:
    """Say whether it is supposed, wished, tried or asked for, not said: "if he denies", "promised to urge"."""
    token = tree[verb]
    if token.dep == "advcl" and any(tree[mark].text.lower() in _IF for mark in tree.children(verb, "mark")):
        return True
    if token.dep == "conj" and token.tag == "VB" and tree.child(verb, "nsubj", "aux") is None:
        return _is_meant(tree, token.head)
    if token.dep == "pcomp" and token.tag == "VBG":
        return tree[token.head].text.lower() == "to"
    if token.tag != "VB" or token.dep not in ("xcomp", "acl", "advcl") or tree.child(verb, "aux") is None:
        return False
    to = all(tree[child].text.lower() == "to" for child in tree.children(verb, "aux"))
    return to and tree[token.head].lemma not in _GOING_ON
