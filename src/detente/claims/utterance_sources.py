"""Who speaks and by which words: the subject of a reporting verb, and the verb group."""

from detente.documents import subjects_of
from detente.documents.tree import Tree

_QUOTING = {"quote", "cite", "report"}


Source = tuple[tuple[int, ...], tuple[int, ...]]
"""The tokens of the phrase that names who speaks, and its head tokens; both empty where nobody is named."""


def source_of(tree: Tree, verb: int) -> Source:
    """Find who speaks by a verb."""
    if tree.child(verb, "nsubjpass", "auxpass") is not None:
        agents = tuple(head for by in tree.children(verb, "agent") for head in tree.children(by, "pobj"))
        return (_phrase(tree, agents, verb), agents) if agents else ((), ())
    own = tree.children(verb, "nsubj")
    if own:
        return _own_subject(tree, verb, own)
    if tree[verb].tag == "VBN" and tree.child(verb, "aux", "agent") is None and not inserted(tree, verb):
        return (), ()
    quoting = quoting_verb(tree, verb)
    if quoting is not None:
        heads = tree.children(quoting, "nsubjpass") or tree.children(quoting, "dobj")
        return _phrase(tree, heads, verb), heads
    above = joined_to(tree, verb)
    if above is not None and tree[verb].head != above:
        return source_of(tree, above)
    heads = (tree[verb].head,) if inserted(tree, verb) else subjects_of(tree, verb) or _before_aside(tree, verb)
    return _after_name(tree, _phrase(tree, heads, verb), heads, verb), heads


def _before_aside(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give the subject that an aside has taken: "*The consul*, asked whether he would go, said"."""
    for aside in tree.children(verb, "ccomp", "advcl"):
        subject = tree.child(aside, "nsubj")
        if (
            subject is not None
            and subject < aside < verb
            and tree[aside - 1].text == ","
            and tree[verb - 1].text == ","
        ):
            return (subject,)
    return ()


def _after_name(tree: Tree, phrase: tuple[int, ...], heads: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """Cut off a name that a comma parts from the subject: "in an interview with Kommersant, *Oleg Petrov* said"."""
    if len(heads) != 1 or tree[heads[0]].dep != "pobj" or heads[0] != verb - 1:
        return phrase
    commas = [i for i in phrase if tree[i].text == "," and i < heads[0]]
    return tuple(i for i in phrase if i > max(commas, default=-1))


def _own_subject(tree: Tree, verb: int, own: tuple[int, ...]) -> Source:
    first = min(tree.subtree(own[-1]))
    inverted = own[-1] > verb and tree[verb - 1].pos == "PUNCT"
    thrown_in = own[0] < own[-1] < verb and first > 0 and tree[first - 1].text in (",", '"', "”")
    if len(own) > 1 and (inverted or thrown_in):
        own = own[-1:]  # "..., said Keller", "..., Keller said": what stands before is what he said
        return _phrase(tree, own, verb), tree.conjuncts(own[0])
    if tree[own[0]].lemma in ("it", "there") and tree[verb].lemma == "be":
        return (), ()
    return _phrase(tree, own, verb), subjects_of(tree, verb)


def joined_to(tree: Tree, verb: int) -> int | None:
    """Give the verb with which this one shares its subject, past a clause that the parser has joined it to."""
    above = tree[verb].head
    if tree[verb].dep != "conj" or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return None
    if tree[above].dep == "ccomp" and verb in stolen(tree, tree[above].head, above):
        return tree[above].head
    return above


def inserted(tree: Tree, verb: int) -> bool:
    """Say whether this is "Peru, *the ministry announced*, would leave", which the parser takes for an apposition."""
    token = tree[verb]
    if token.dep not in ("acl", "relcl") or token.tag not in ("VBN", "VBD") or token.head != verb - 1:
        return False
    first = min(tree.subtree(token.head))
    after = verb + 1 < len(tree) and tree[verb + 1].text == ","
    return after and first > 0 and tree[first - 1].text == "," and tree.subtree(verb)[-1] <= verb + 1


def quoting_verb(tree: Tree, verb: int) -> int | None:
    """Give "quoted" for the "saying" of "Reuters quoted Keller as saying"."""
    if tree[verb].dep != "pcomp" or tree[tree[verb].head].lemma != "as":
        return None
    above = tree[tree[verb].head].head
    return above if tree[above].lemma in _QUOTING else None


def relays_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give the heads of those who quote: "Reuters quoted Keller as saying", "Keller, *she told them*, had said"."""
    quoting = quoting_verb(tree, verb)
    if quoting is None:
        return _put_in(tree, verb)
    agents = [by for each in (quoting, verb) for by in tree.children(each, "agent", "prep") if tree[by].lemma == "by"]
    if tree.child(quoting, "nsubjpass") is not None:
        return tuple(head for by in agents for head in tree.children(by, "pobj"))
    return subjects_of(tree, quoting)


def _put_in(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give who tells all of it in words put in between commas: "the Commission, *she told them*, had informed her"."""
    for told in tree.children(verb, "parataxis"):
        subjects = tree.children(told, "nsubj")
        if told < verb and subjects and tree[min(subjects) - 1].text == "," and tree[told].tag in ("VBD", "VBZ", "VBP"):
            return subjects
    return ()


def _phrase(tree: Tree, heads: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """Give the tokens under these heads, without the branch in which the verb stands."""
    found: set[int] = set()
    above = {verb, *tree.heads(verb)}
    for head in heads:
        stack = [head]
        while stack:
            i = stack.pop()
            found.add(i)
            stack.extend(child for child in tree.children(i) if child not in above and child not in found)
    return tuple(sorted(found))


def cue_of(tree: Tree, verb: int, second: int) -> tuple[int, ...]:
    """Give the tokens of the cue: the verb with its auxiliaries, negation, particle and the adverbs between them."""
    found = {verb, second}
    near = tree.children(verb, "aux", "auxpass", "neg", "advmod", "prt")
    i = verb - 1
    while i in near:
        found.add(i)
        i -= 1
    i = verb + 1
    while i < len(tree) and ((i in near and tree[i].dep in ("prt", "neg")) or _is_by(tree, i, verb)):
        found.add(i)
        i += 1
    while tree[min(found)].dep == "advmod" and tree[min(found)].tag == "WRB":
        found.discard(min(found))
    return tuple(sorted(found))


def _is_by(tree: Tree, i: int, verb: int) -> bool:
    return tree[i].dep == "agent" and tree[i].head == verb


def stolen(tree: Tree, verb: int, content: int) -> tuple[int, ...]:
    """Give verbs that the parser has joined to the content although they go on from the cue.

    "He said that he will stay and insisted that ...": a past tense without a subject of its own after "will", or a
    participle after a finite verb: "saying that it works and arguing that"; or a comma ends what was said: "said that
    Peru had left, and promised to".
    """
    form = tree[verb].tag
    if form not in ("VBD", "VBG"):
        return ()
    same = _tense(tree, content) == form and not _is_pluperfect(tree, content)
    return tuple(
        each
        for each in tree.children(content, "conj")
        if tree.child(each, "nsubj", "nsubjpass") is None
        and _tense(tree, each) == form
        and (not same or _after_comma(tree, content, each))
    )


def _is_pluperfect(tree: Tree, verb: int) -> bool:
    """Say whether this is "had held", with which a plain past is not told in one breath."""
    return any(tree[each].lemma == "have" and tree[each].tag == "VBD" for each in tree.children(verb, "aux"))


def _after_comma(tree: Tree, content: int, joined: int) -> bool:
    """Say whether ", and" stands before a verb that is joined to a clause after "that"."""
    before = [cc for cc in tree.children(content, "cc") if cc < joined]
    return bool(before) and tree[before[-1] - 1].text == "," and tree[content].tag == tree[joined].tag == "VBD"


def _tense(tree: Tree, verb: int) -> str:
    """Give the tag of the finite word of a verb group."""
    auxiliaries = tree.children(verb, "aux", "auxpass")
    return tree[auxiliaries[0] if auxiliaries else verb].tag
