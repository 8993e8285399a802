"""Whom a title without a name means: "the foreign minister", "his counterpart", "his predecessor"."""

from collections.abc import Iterator

from detente.documents import joint
from detente.documents.clauses import clause
from detente.documents.discourse import Discourse
from detente.documents.document import Mention, OfficeStatus, Role
from detente.documents.excluded import beside, excluded_above
from detente.documents.meetings import people_who_met
from detente.documents.phrases import is_definite, is_listed, span
from detente.lexicon import Description, offices, titles_of_people
from detente.text import fold, slug

_SINGLE = ("head-of-state", "head-of-government", "minister", "international")
_REACH = 6
_PAIR = 2


def of_office(discourse: Discourse, role: Role) -> Mention | None:
    """Resolve a title: to the name beside it, else to the one who was introduced with this office."""
    if role.person:
        return Mention(role.span, role.head, "nominal", (role.person,), role.why)
    if same := _with_next(discourse, role):
        return Mention(role.span, role.head, "nominal", same, role.why)
    if not is_definite(discourse, role.head) and role.polity is None:
        return None
    said_of = _said_of(discourse, role)
    if said_of is None:
        others = (*_beside(discourse, role), *excluded_above(discourse, role.head))
        before = introduced(discourse, role.head) if discourse.document.tree[role.head].tag == "NN" else None
        holders = [before] if before else [each.person for each in _holders(discourse, role) if each.person]
        holders = [each for each in holders if each not in others and not _is_foreign(discourse, role, each)]
        plural = discourse.document.tree[role.head].tag in ("NNS", "NNPS")
        bare = role.polity is None and not discourse.document.tree.children(role.head, "prep", "relcl", "acl")
        if plural and bare and len(set(holders)) < _PAIR and (both := joint.pair_of_people(discourse, role.head)):
            return Mention(role.span, role.head, "nominal", both, role.why)
        people = tuple(dict.fromkeys(holders))
        if len(people) > 1 and _is_one_of_many(discourse, role):
            return None
        said_of = (
            (people[1::-1] if len(people) > 1 else ())
            if plural
            else people[:1] or _incumbent(discourse, role, others) or _unnamed(discourse, role)
        )
    return Mention(role.span, role.head, "nominal", said_of, role.why) if said_of else None


def titled(discourse: Discourse, i: int) -> Mention | None:
    """Resolve a bare title to the one whom the text has given it: "the Secretary" to "Secretary Anna Keller"."""
    tree, document = discourse.document.tree, discourse.document
    entry = titles_of_people(document.language).get(fold(tree[i].text))
    known = titles_of_people(document.language)
    lead = tree.children(i, "compound", "amod")
    words = [fold(tree[each].text) for each in (*(each for each in lead if each < i), i)]
    below = [each for each in tree.children(i, "prep", "poss", "nmod", "appos") if not is_listed(tree, each)]
    bare = not below and all(word in known for word in words)
    if entry is None or entry.kind != "title" or tree[i].tag not in ("NN", "NNP") or not bare:
        return None
    if not is_definite(discourse, i) or not tree[i].text[0].isupper() or tree[i].dep in ("attr", "oprd"):
        return None
    person = _entitled(discourse, words, i) or (introduced(discourse, i) if len(words) == 1 else None)
    return Mention(span(discourse, i), i, "nominal", (person,), f"name_words/{entry.id}") if person else None


def _entitled(discourse: Discourse, words: list[str], i: int) -> str | None:
    """Give the one person named before whose title holds these words; better if no other word stands before them."""
    document = discourse.document
    whole, part = set(), set()
    for role in (*document.roles, *discourse.roles):
        if role.person and role.head < i:
            title = [fold(word) for word in role.span.of(document.text).split()]
            starts = [n for n in range(len(title)) if title[n : n + len(words)] == words]
            starts = [n for n in starts if not _is_title(discourse, title[n + len(words) :])]
            part |= {role.person for _ in starts}
            whole |= {role.person for n in starts if n == 0 or title[n - 1] not in titles_of_people(document.language)}
    found = whole or part
    return found.pop() if len(found) == 1 else None


def _is_title(discourse: Discourse, rest: list[str]) -> bool:
    """Say whether another title's word follows: a "Secretary *General*" is no Secretary."""
    entry = titles_of_people(discourse.document.language).get(rest[0]) if rest else None
    return entry is not None and entry.kind == "title"


def introduced(discourse: Discourse, i: int) -> str | None:
    """Give the person whom the text has introduced by this very noun: "the envoy, Luis Ramos, ... The envoy said"."""
    tree = discourse.document.tree
    if tree.children(i, "amod", "compound", "prep", "poss", "nmod"):
        return None
    for trace in discourse.recent(_REACH, i):
        if len(trace.actors) == 1 and discourse.type_of(trace.actors[0]) == "person":
            beside = (*tree.children(trace.head, "appos", "compound"), *_described(discourse, trace.head))
            beside += _before_name(discourse, trace.head)
            if any(tree[word].lemma.lower() == tree[i].lemma.lower() for word in beside if word != i):
                return trace.actors[0]
    return None


def _before_name(discourse: Discourse, head: int) -> tuple[int, ...]:
    """Give the word right before a name, whatever the parser hung it on: "*Cardinal* Pietro Lopez"."""
    mention = discourse.mentions.get(head)
    first = discourse.document.tree.at(mention.span.start) if mention and mention.kind == "name" else None
    return (first - 1,) if first else ()


def head_of(discourse: Discourse, ministry: str) -> str | None:
    """Give the state whose minister of this portfolio alone has been told of: "the foreign ministry declared"."""
    portfolio = ministry.split()[:-1]
    roles = (*discourse.document.roles, *discourse.roles)
    states = {role.polity for role in roles if portfolio and role.polity and role.office.split()[:-1] == portfolio}
    return states.pop() if len(states) == 1 else None


def governs(discourse: Discourse, person: str) -> bool:
    """Say whether the text calls this person a head of state or government."""
    known = offices(discourse.document.language)
    held = (known.get(role.office) for role in (*discourse.document.roles, *discourse.roles) if role.person == person)
    return any(entry is not None and entry.kind in ("head-of-state", "head-of-government") for entry in held)


def _described(discourse: Discourse, name: int) -> Iterator[int]:
    """Give the nouns to which a name is added: "a spokeswoman for the ministry, *Maria Lopez*"."""
    tree = discourse.document.tree
    above = name
    while tree[above].dep in (("appos",) if above == name else ("pobj", "prep")):
        above = tree[above].head
        if tree[above].pos == "NOUN":
            yield above


def _is_one_of_many(discourse: Discourse, role: Role) -> bool:
    """Say whether words beside the title single out one of its several holders: "the Florida senator"."""
    tree, known = discourse.document.tree, offices(discourse.document.language)
    words = role.office.split()
    entry = next((known[office] for n in range(len(words)) if (office := " ".join(words[n:])) in known), None)
    single = entry is not None and entry.kind in _SINGLE
    return not single and any(child < role.head for child in tree.children(role.head, "amod", "compound", "nmod"))


def _incumbent(discourse: Discourse, role: Role, others: tuple[str, ...]) -> tuple[str, ...]:
    """Take the one in the article who held the office on its day, as the directory knows."""
    found = (
        person
        for person, tenure in discourse.incumbents
        if tenure.office == role.office and role.polity in (tenure.state, None) and role.status != "former"
        if person not in others and not _is_foreign(discourse, role, person)
    )
    return tuple(dict.fromkeys(found))[:1]


def _unnamed(discourse: Discourse, role: Role) -> tuple[str, ...]:
    """Make an actor of a holder whom the text does not name: "the Iranian foreign minister"."""
    polity = discourse.document.actor.get(role.polity or "")
    if polity is None or polity.type not in ("state", "bloc") or role.status in ("former", "contested"):
        return ()
    name = f"{role.office} of {polity.name}"
    actor = discourse.registry.add(f"person/{slug(name)}", name, "person")
    discourse.registry.represent(actor, polity.id)
    return (actor,)


def _is_foreign(discourse: Discourse, role: Role, person: str) -> bool:
    """Say whether somebody speaks here of the president of his own state: "The Kremlin said that the president"."""
    known = offices(discourse.document.language).get(role.office)
    if role.polity or known is None or known.kind not in ("head-of-state", "head-of-government"):
        return False
    tree = discourse.document.tree
    for verb in tree.heads(role.head):
        subjects = [each for each in tree.children(verb, "nsubj") if each < role.head and each in discourse.mentions]
        for subject in subjects if tree[role.head].head != verb else ():
            sides = {discourse.registry.side(actor) for actor in discourse.mentions[subject].actors} - {None}
            own = discourse.registry[person].represents
            return bool(sides) and own is not None and own not in sides
    return False


def _with_next(discourse: Discourse, role: Role) -> tuple[str, ...]:
    """Read "Deputy Premier and *Defence Minister Maria Lopez*": one person in two offices; no article parts them."""
    tree = discourse.document.tree
    after = tree.at(role.span.end + 1)
    if after is None or tree[after].text != "and":
        return ()
    for each in discourse.document.roles:
        if each.person and each.span.start == tree[after].end + 1 and not tree.children(each.head, "det"):
            return (each.person,)
    return ()


def _beside(discourse: Discourse, role: Role) -> tuple[str, ...]:
    """Give those named before in the same list, who are others; not in "the vice president and foreign minister"."""
    others = beside(discourse, role.head)
    if discourse.document.tree.children(role.head, "det"):
        return others
    both = {each.person for each in discourse.document.roles if each.person and each.why == role.why}
    return tuple(each for each in others if each not in both)


def _said_of(discourse: Discourse, role: Role) -> tuple[str, ...] | None:
    """Give those of whom the title is said; none for "as president" and "is president", None for a plain title."""
    tree = discourse.document.tree
    token = tree[role.head]
    after = tree.at(role.span.end + 1)
    acts = after is not None and tree[after].tag in ("VBD", "VBZ", "VBP", "MD")
    if token.dep == "appos" and not acts and token.head in discourse.mentions:
        return discourse.mentions[token.head].actors
    if token.dep in ("attr", "oprd") or (token.dep == "pobj" and tree[token.head].lemma == "as"):
        return ()
    return None


def _holders(discourse: Discourse, role: Role) -> list[Role]:
    """Give the roles of the same office with a name, the nearest before first, then those after."""
    same = [
        each
        for each in (*discourse.document.roles, *discourse.roles, *_styled(discourse, role))
        if each.person
        and (each.office == role.office or each.office.endswith(f" {role.office}"))
        and (role.polity is None or each.polity in (role.polity, None))
        and (each.status == role.status or "former" not in (each.status, role.status))
    ]
    if role.status != "current":
        same = [each for each in same if each.status == role.status] or same
    before = sorted((e for e in same if e.head < role.head), key=lambda e: (e.why != role.why, -e.head))
    return before + [each for each in same if each.head > role.head]


def _styled(discourse: Discourse, role: Role) -> Iterator[Role]:
    """Give earlier titles of this status with those who are called so: "whom Peru recognizes as interim head"."""
    tree = discourse.document.tree
    for each in discourse.document.roles:
        prep = tree[each.head].head
        if each.person or each.head >= role.head or each.status != role.status or tree[prep].lemma != "as":
            continue
        for object_ in clause(tree, tree[prep].head).objects:
            people = discourse.mentions[object_].actors if object_ in discourse.mentions else ()
            if len(people) == 1 and discourse.type_of(people[0]) == "person":
                yield each._replace(person=people[0])


def peer(discourse: Discourse, i: int, entry: Description) -> str | None:
    """Read "his Venezuelan counterpart, X" and "his predecessor, X": X holds or held the same office."""
    tree, document = discourse.document.tree, discourse.document
    beside = (*tree.children(i, "appos"), tree[i].head if tree[i].dep in ("compound", "nmod") else i + 1, i + 2)
    named = (discourse.mentions[p].actors for p in beside if p in discourse.mentions)
    person = next((actors[0] for actors in named if actors and actors[0].startswith("person/")), None)
    owners = (discourse.mentions[p].actors for p in tree.children(i, "poss") if p in discourse.mentions)
    owner = next((actors[0] for actors in owners if actors), None)
    role = next((each for each in (*document.roles, *discourse.roles) if owner and each.person == owner), None)
    abroad = entry.id == "counterpart"
    state = _state_beside(discourse, i) if abroad else role.polity if role else None
    if person is None:
        return _unnamed_peer(discourse, i, owner, role, state) if abroad and tree[i].tag == "NN" else None
    if role:
        status: OfficeStatus = "former" if entry.id == "predecessor" else "current"
        why = f"descriptions/{entry.id}"
        discourse.roles.append(Role(role.office, state, person, status, span(discourse, i), i, why))
    if state and abroad:
        discourse.registry.represent(person, state)
    return person


def _unnamed_peer(discourse: Discourse, i: int, owner: str | None, role: Role | None, state: str | None) -> str | None:
    """Give the holder of the owner's office in the state named beside, or the other of the two who met."""
    if state and role:
        abroad = role._replace(polity=state, person=None, head=i, status="current")
        known = [each.person for each in _holders(discourse, abroad) if each.person and each.polity == state]
        return next((each for each in (*known, *_unnamed(discourse, abroad)) if each != owner), None)
    met = people_who_met(discourse, i, _REACH) if owner and not state else ()
    return next((each for each in met if each != owner), None) if owner in met else None


def _state_beside(discourse: Discourse, i: int) -> str | None:
    tree = discourse.document.tree
    mentions = (discourse.mentions.get(child) for child in tree.children(i, "amod", "compound", "nmod"))
    return next((m.actors[0] for m in mentions if m and m.actors), None)
