"""The question that words answer: it is nobody's claim, the answer is."""

from detente.claims.utterance_draft import Draft, runs, trimmed
from detente.documents import Document
from detente.documents.tree import Tree
from detente.lexicon import reporting_ways
from detente.text import Spans, quote

_BESIDE = ("advcl", "dep", "csubj", "ccomp", "acl", "parataxis", "prep")
_WHETHER = {"whether", "if"}
_NEAR = 60


def is_put(document: Document, verb: int) -> bool:
    """Say whether a verb tells that somebody was asked: "*asked* whether he would go, he said"."""
    tree, token = document.tree, document.tree[verb]
    asks = token.lemma.lower() in reporting_ways(document.language)["asked"].words and token.tag in ("VBN", "VBD")
    if not asks or token.dep not in _BESIDE or tree.child(verb, "aux", "auxpass", "nsubjpass") is not None:
        return False
    subjects = tree.children(verb, "nsubj")
    aside = all(each < verb and tree[verb - 1].text == "," for each in subjects)
    opens = verb == document.sentence_of(verb).first or tree[verb - 1].pos in ("PUNCT", "SCONJ", "SPACE")
    return aside and opens and bool(_asked(document, verb))


def questions_at(document: Document, verb: int) -> tuple[int, ...]:
    """Give the verbs of asking beside a verb of speech, its subject, what he declined to do, what he did as well."""
    tree = document.tree
    shared = tree[verb].dep == "conj" and tree.child(verb, "nsubj") is None
    near = (verb, *tree.children(verb, "xcomp", "nsubj"), *((tree[verb].head,) if shared else ()))
    return tuple(each for head in near for each in tree.children(head, *_BESIDE) if is_put(document, each))


def question_before(document: Document, verb: int) -> tuple[Spans, str]:
    """Give the question that a verb of speech answers in its own sentence, and the rule that found it."""
    for asking in questions_at(document, verb):
        return trimmed(document.text, runs(document.tree, _asked(document, asking))), "; reporting_ways/asked"
    asked = _answered_phrase(document, verb)
    return (asked, "; reporting_ways/questions; reporting_ways/answering") if asked else ((), "")


def with_questions(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Tie to a question the answer that follows it: "Who was it?" the deputy asked. "I," the general answered."""
    tree, words = document.tree, reporting_ways(document.language)["answering"].words
    earlier = sorted(drafts, key=lambda each: each.content[-1])
    for draft in drafts:
        if draft.verb is None or draft.reply_to or tree[draft.verb].lemma not in words:
            continue
        before = [each for each in earlier if 0 < draft.content[0].start - _end(each) < _NEAR]
        asked = before[-1].content if before and _is_question(document, before[-1]) else ()
        draft.reply_to = asked or _asked_before(document, draft.verb)
        if draft.reply_to:
            draft.why += "; reporting_ways/answering"
    return drafts


def _end(draft: Draft) -> int:
    return max(span.end for span in (*draft.content, *draft.source, *draft.cue))


def _is_question(document: Document, draft: Draft) -> bool:
    return quote(document.text, draft.content).rstrip("\"”’»'").endswith("?")


def _asked_before(document: Document, verb: int) -> Spans:
    """Give the question with which the sentence before ends: "The premier was asked whether he would go."."""
    tree = document.tree
    first = document.sentence_of(verb).first
    if not first:
        return ()
    before = document.sentence_of(first - 1)
    asking = [
        i
        for i in range(before.first, before.last)
        if tree[i].dep == "ROOT"
        and tree[i].lemma in reporting_ways(document.language)["asked"].words
        and tree.child(i, "nsubjpass") is not None
    ]
    return trimmed(document.text, runs(tree, _asked(document, asking[0]))) if asking else ()


def _asked(document: Document, asking: int) -> set[int]:
    """Give the tokens of what is asked: a clause with a question word, or a phrase after "about"."""
    tree, about = document.tree, reporting_ways(document.language)["asked"].prepositions
    nouns = [noun for by in tree.children(asking, "agent", "prep") for noun in tree.children(by, "pobj")]
    for head in (asking, *nouns):
        for clause in tree.children(head, "ccomp", "advcl", "xcomp", "relcl", "acl"):
            first = tree[tree.subtree(clause)[0]]
            if clause > asking and (first.tag.startswith("W") or first.text.lower() in _WHETHER):
                return set(tree.subtree(clause))
    phrases = (each for head in (asking, *nouns) for each in tree.children(head, "prep"))
    return {i for each in phrases if tree[each].lemma in about for i in tree.subtree(each)}


def _answered_phrase(document: Document, verb: int) -> Spans:
    """Give the question of "in reply to a question about the date" or "replying to a question"."""
    tree, ways = document.tree, reporting_ways(document.language)
    nouns = [noun for prep in tree.children(verb, "prep") for noun in tree.children(prep, "pobj")]
    verbs = [each for each in tree.children(verb, "advcl") if tree[each].tag == "VBG"]
    for head in (*nouns, *verbs):
        if tree[head].lemma not in ways["answering"].words:
            continue
        found = _objects(tree, head, ways["questions"].prepositions)
        asked = [each for each in found if tree[each].lemma in ways["questions"].words]
        if asked:
            return trimmed(document.text, (tree.phrase(asked[0]),))
    return ()


def _objects(tree: Tree, head: int, prepositions: tuple[str, ...]) -> tuple[int, ...]:
    direct = tree.children(head, "dobj")
    behind = (each for each in tree.children(head, "prep") if tree[each].lemma in prepositions)
    return (*direct, *(noun for each in behind for noun in tree.children(each, "pobj")))
