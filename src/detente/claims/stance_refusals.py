"""What a side says that it will not do: "we will not pay", "would not hear of it"; "no soldier will be stationed"."""

from detente.claims.stance_found import Found
from detente.claims.stance_matters import is_topic
from detente.claims.stance_objects import issue_of
from detente.claims.stance_verbs import is_infinitive, joined
from detente.claims.stance_verbs import verb as attitude
from detente.documents import Document, subjects_of
from detente.lexicon import StanceCue, carriers, pronouns, stance_cues

_SIDES = ("state", "bloc", "government", "group", "party", "organisation")


def refusal(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Find what somebody refuses: the verb below a denied "will" whose subject is a side, or those who speak.

    An attitude below it is left to its own cue ("will not support"), and so is what befalls somebody ("will not win").
    """
    tree = document.tree
    verb = _told(document, word)
    if there := _none_there(document, word):
        return Found(cue, word, there[0], (), there, voiced=True)
    possible = tree[word].lemma.lower() == "can"  # "cannot pay" tells what is not possible
    if possible or verb is None or tree[verb].pos != "VERB" or tree[verb].lemma in cue.never:
        return None
    known = carriers(document.language)
    longer = any((tree[each].text.lower(), "longer") in known for each in tree.children(verb, "advmod"))
    if longer or any(
        _applies(document, verb, each) for each in stance_cues(document.language).get(tree[verb].lemma, ())
    ):
        return None
    subjects = subjects_of(tree, verb)
    passive = tree.child(verb, "auxpass") is not None
    if refused := _refused(document, verb, subjects, passive=passive):
        return Found(cue, word, verb, (), refused, voiced=True)
    if passive or not tree.children(verb, "dobj", "prep", "xcomp") or not _is_side(document, subjects):
        return None
    return Found(cue, word, verb, subjects, joined(tree, (verb,)))


def _refused(document: Document, verb: int, subjects: tuple[int, ...], *, passive: bool) -> tuple[int, ...]:
    """Give what the speaker says will not be: "*no pipe* will cross it", "*the pipe* will not be laid"."""
    if passive and _are_none(document, subjects):
        return (verb,)
    none = _are_none(document, subjects) and not document.who(*subjects)
    denied = passive and bool(document.tree.children(verb, "neg")) and _is_matter(document, subjects)
    return subjects if none or denied else ()


def _told(document: Document, word: int) -> int | None:
    """Give the verb that tells what will be: below "will", or behind "is going to"."""
    tree = document.tree
    if tree[word].lemma == "go":
        planned = tree[word].text.lower() == "going" and bool(tree.children(word, "aux"))
        return next((v for v in tree.children(word, "xcomp") if planned and is_infinitive(tree, v)), None)
    return tree[word].head if tree[word].dep == "aux" else None


def _are_none(document: Document, subjects: tuple[int, ...]) -> bool:
    """Say whether a subject is none at all: "*no* soldier", "*not one* soldier", "*not a* single soldier"."""
    tree = document.tree
    return any(tree[c].text.lower() in ("no", "not") for each in subjects for c in tree.subtree(each) if c < each)


def _is_matter(document: Document, subjects: tuple[int, ...]) -> bool:
    """Say whether a subject is a matter on which sides are taken and nobody himself."""
    things = [each for each in subjects if document.tree[each].pos == "NOUN" and not document.who(each)]
    return any(
        is_topic(document, each) or issue_of(document, list(document.tree.subtree(each)), each) is not None
        for each in things
    )


def _none_there(document: Document, word: int) -> tuple[int, ...]:
    """Give what there will not be: "there will be no *base*"."""
    tree = document.tree
    verb = tree[word].head
    if tree[word].dep != "aux" or tree[verb].lemma != "be" or not tree.children(verb, "expl"):
        return ()
    listed = (o for attr in tree.children(verb, "attr") for o in tree.conjuncts(attr))
    return tuple(o for o in listed if any(tree[c].text.lower() == "no" for c in tree.children(o, "det")))


def _applies(document: Document, word: int, cue: StanceCue) -> bool:
    """Say whether a verb is one of attitude here, with its object: "will not *support* it"."""
    found = attitude(document, word, cue) if cue.pos == "verb" else None
    counted = any(document.tree[each].lemma not in cue.never for each in found.objects) if found else False
    return counted and not cue.own


def _is_side(document: Document, subjects: tuple[int, ...]) -> bool:
    tree, known, carrying = document.tree, pronouns(document.language), carriers(document.language)
    return any(
        ((word := tree[each].text.lower()) in known and known[word].kind == "speaker")
        or any(document.actor[who].type in _SIDES for who in document.who(each) if who in document.actor)
        or (tree[each].lemma, "means") in carrying
        for each in subjects
    )
