"""For whom a word stands that speaks of several together: "the twelve governments", "both sides", "the two"."""

from collections.abc import Iterator

from detente.documents.discourse import SUBJECTS, Discourse
from detente.documents.excluded import excluded_above
from detente.documents.meetings import people_who_met
from detente.lexicon import titles_of_people
from detente.text import fold, slug

_NUMBERS = {
    "both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_PAIRED = {"side", "party"}
_NEAR, _LESS_NEAR, _FAR = 2, 5, 12
_PAIR = 2


def is_number(discourse: Discourse, i: int) -> bool:
    """Say whether a number stands for people by itself: "the two announced", "both said"."""
    token = discourse.document.tree[i]
    known = token.text.lower() in ("two", "three", "both") or bool(discourse.joint and _same_number(discourse, i))
    if token.text.lower() not in _NUMBERS or not known or token.dep not in (*SUBJECTS, "appos", "pobj", "dobj"):
        return False
    tree = discourse.document.tree
    alone = not tree.children(i, "prep", "amod", "nummod", "appos", "conj")
    return alone and (
        token.text.lower() == "both" or any(tree[c].text.lower() == "the" for c in tree.children(i, "det"))
    )


def several(discourse: Discourse, i: int) -> tuple[str, ...]:
    """Give those told of together to whom the word refers: members of a list of that number, else a group."""
    tree = discourse.document.tree
    number = _number(discourse, i)
    if not _is_known(discourse, i, number):
        return ()
    title = titles_of_people(discourse.document.language).get(fold(tree[i].lemma))
    if title and title.kind == "title":
        return pair_of_people(discourse, i)
    if number == _PAIR or tree[i].lemma.lower() in _PAIRED:
        return _pair(discourse, i) if number == _PAIR else ()
    members = _issuing(discourse, i) if number is None else ()
    members = members or _listed(discourse, i, number)
    if number is None or (discourse.joint and _same_number(discourse, i)):
        return discourse.joint or members
    if not members and tree[i].dep not in SUBJECTS:
        return ()
    name = " ".join(dict.fromkeys((_word(discourse, i), tree[i].text.lower())))
    group = discourse.registry.add(f"group/{slug(name)}", f"the {name}", "group")
    if everyone := members or _members(discourse, number):
        discourse.registry.join(group, everyone)
    discourse.joint = (group, *members)
    return discourse.joint


def _same_number(discourse: Discourse, i: int) -> bool:
    """Say whether the group told of before has this number: "the *twelve* governments" after "twelve states"."""
    return _word(discourse, i) in discourse.registry[discourse.joint[0]].name.lower().split()


def pair_of_people(discourse: Discourse, i: int) -> tuple[str, ...]:
    """Give the last two people told of for "both ministers", "the two leaders"; for "the leaders" two who met."""
    number = _number(discourse, i)
    if number is None:
        return people_who_met(discourse, i, _FAR, number)
    both = people_who_met(discourse, i, _LESS_NEAR)
    if both or number != _PAIR:
        return both if number == _PAIR else ()
    reach = _NEAR if is_number(discourse, i) else _LESS_NEAR
    barred = set(excluded_above(discourse, i))
    told = (each for each in dict.fromkeys(_latest(discourse, i, ("person",), reach)) if each not in barred)
    people = tuple(told)[:_PAIR]
    met = [actor for trace in discourse.traces for actor in trace.actors]
    return tuple(sorted(people, key=met.index)) if len(people) == _PAIR else ()


def _is_known(discourse: Discourse, i: int, number: int | None) -> bool:
    """Say whether the words speak of those told of: "the two", "the twelve governments", "the signatories"."""
    tree = discourse.document.tree
    if number is None:
        definite = any(tree[c].text.lower() in ("the", "these", "those", "all") for c in tree.children(i, "det"))
        plain = not tree.children(i, "amod", "relcl", "acl", "prep", "compound")
        return definite and plain and tree[i].tag == "NNS"
    return is_number(discourse, i) or (
        tree[i].tag == "NNS"
        and not tree.children(i, "relcl", "acl")
        and all(each in discourse.mentions for each in tree.children(i, "amod", "compound"))
    )


def _number(discourse: Discourse, i: int) -> int | None:
    return _NUMBERS.get(_word(discourse, i))


def _word(discourse: Discourse, i: int) -> str:
    """Give the number's word: the token itself or one that hangs on it; empty where there is none."""
    tree = discourse.document.tree
    words = (tree[i].text.lower(), *(tree[c].text.lower() for c in tree.children(i)))
    ties = any(tree[c].text == "-" for n in (i, *tree.children(i)) for c in tree.children(n))
    return "" if ties else next((word for word in words if word in _NUMBERS), "")


def _listed(discourse: Discourse, i: int, number: int | None) -> tuple[str, ...]:
    """Give the last list of states of this number."""
    for trace in discourse.recent(_FAR, i):
        states = [actor for actor in trace.actors if discourse.type_of(actor) == "state"]
        if len(states) > 1 and len(states) == (number or len(states)):
            return tuple(states)
    return ()


def _members(discourse: Discourse, number: int | None) -> tuple[str, ...]:
    """Give the one list of so many states that stands anywhere in the text: "Brazil, Chile and Peru"."""
    listed = {
        tuple(dict.fromkeys(each.actors[0] for each in some if discourse.type_of(each.actors[0]) == "state"))
        for some in discourse.lists
    }
    fitting = [each for each in listed if len(each) == number and number > _PAIR]
    return fitting[0] if len(fitting) == 1 else ()


def _pair(discourse: Discourse, i: int) -> tuple[str, ...]:
    """Give the last two people told of for "the two", the last two states for "both governments"."""
    if discourse.document.tree[i].text.lower() in _NUMBERS:
        people = pair_of_people(discourse, i)
        if people:
            return people
    if discourse.document.tree[i].lemma.lower() == "party":
        named = (a for t in discourse.recent(_LESS_NEAR, i) for a in reversed(t.actors))
        parties = tuple(dict.fromkeys(each for each in named if discourse.type_of(each) == "party"))[:_PAIR]
        if len(parties) == _PAIR:
            return parties[::-1]
    if issuing := _issuing(discourse, i):
        return issuing
    barred = {discourse.registry.side(each) for each in excluded_above(discourse, i)}
    if together := _two_states(discourse, i, barred):
        return together
    kinds = ("state", "bloc") if discourse.document.tree[i].lemma.lower() in _PAIRED else ("state",)
    told = (each for each in dict.fromkeys(_latest(discourse, i, kinds)) if each not in barred)
    states = tuple(told)[:_PAIR]
    return states[::-1] if len(states) == _PAIR else _listed(discourse, i, _PAIR)


def _issuing(discourse: Discourse, i: int) -> tuple[str, ...]:
    """Give the two who issue a joint statement, for whose acting words it tells: "*The two sides* agreed".

    Two states that have acted together in the sentence before are nearer.
    """
    if len(discourse.issuers) != _PAIR or not discourse.is_main(i) or discourse.quotation_of[i] >= 0:
        return ()
    nearer = (t for t in discourse.recent(1, i) if t.main and len(t.actors) == _PAIR)
    others = (t.actors for t in nearer if all(discourse.type_of(each) == "state" for each in t.actors))
    return next(others, discourse.issuers)


def _two_states(discourse: Discourse, i: int, barred: set[str | None]) -> tuple[str, ...]:
    """Give the last two states told of as two: "Ghana and Togo signed a treaty", "both countries"."""
    for trace in discourse.recent(_NEAR, i):
        states = len(trace.actors) == _PAIR and all(discourse.type_of(each) == "state" for each in trace.actors)
        if states and not trace.modifier and not barred & set(trace.actors):
            return trace.actors
    return ()


def _latest(discourse: Discourse, i: int, kinds: tuple[str, ...], reach: int = _NEAR) -> Iterator[str]:
    for trace in discourse.recent(reach, i):
        for actor in reversed(trace.actors):
            side = actor if kinds == ("person",) else discourse.registry.side(actor)
            if side and discourse.type_of(side) in kinds:
                yield side
