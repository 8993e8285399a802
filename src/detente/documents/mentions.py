"""Names of states, people, bodies and places, and the actors that they name.

The directory is asked first, then the parser; both are corrected by the document itself: whoever is named in full
once is known by his surname ever after, whatever the parser takes the surname for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from detente.documents import directory
from detente.documents.actors import Registry
from detente.documents.document import ActorType, Document, Entity, Mention
from detente.documents.initials import spelled
from detente.documents.names import Phrase, phrases
from detente.documents.people import People, bylines, is_heading
from detente.documents.turns import turns
from detente.lexicon import Name, given_names, kinds_of_names, names, titles_of_people, words
from detente.text import Span, fold, slug

_WIDER = ("organisation", "government")
_MISTAKEN: tuple[ActorType, ...] = ("person", "organisation")
"""What the parser takes for each other."""
_THINGS = ("ORG", "WORK_OF_ART", "EVENT", "PRODUCT")


def annotate(document: Document) -> Document:
    """Give the document with its names as mentions, and the actors that they name."""
    registry = Registry()
    mentions, taken = known(document, registry)
    found = [
        each._replace(type="person") if _holds_office(document, each) else each
        for each in _as_elsewhere(list(_found(document, taken)))
    ]
    people = People(document, found)
    mentions = [*mentions, *_named(document, found, people, registry, mentions)]
    one = spelled(document, mentions, registry)
    mentions = sorted(each._replace(actors=tuple(one.get(key, key) for key in each.actors)) for each in mentions)
    spoken = tuple(turns(document, people, registry))
    return registry.fill(replace(document, mentions=tuple(mentions), turns=spoken))


def known(document: Document, registry: Registry) -> tuple[list[Mention], set[int]]:
    """Give the names that the directory knows, and the tokens that they take."""
    entity = {i: each for each in document.entities for i in range(each.first, each.last)}
    hits = [hit for hit in directory.find(document) if not _inside_another(document, hit, entity.get(hit.first))]
    hits = [_told_apart(hit, hits) if len(hit.names) > 1 and not hit.several else hit for hit in hits]
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    states = (inner for hit in hits if (inner := _state_inside(document, hit)))
    return [_known(document, hit, registry) for hit in (*hits, *states)], taken


def _state_inside(document: Document, hit: directory.Hit) -> directory.Hit | None:
    """Give the state with which the name of its body begins: "*Peruvian* Congress"."""
    name = hit.names[0]
    if name.known.type != "government" or hit.last - hit.first == 1:
        return None
    found = names().get(words(document.tree[hit.first].text), ())
    own = tuple(each for each in found if each.known.id == name.known.represents and each.use != "capital")
    return directory.Hit(hit.first, hit.first + 1, own) if own else None


def _found(document: Document, taken: set[int]) -> Iterator[Phrase]:
    """Give the names that stand in the text; those of bylines whatever the parser takes them for."""
    signed: set[int] = set()
    for byline in bylines(document):
        inside = document.tree.within(byline.name)
        if inside and not taken & set(inside):
            signed.update(inside)
            words = tuple(document.tree[i].text for i in inside)
            yield Phrase(inside.start, inside.stop, words, "person", "names/byline")
    yield from (each for each in phrases(document, taken) if not signed & set(range(each.first, each.last)))


def _as_elsewhere(found: list[Phrase]) -> list[Phrase]:
    """Take the names of which only the parser tells something for what they are most often in the text."""
    counts: dict[tuple[str, ...], Counter[ActorType]] = defaultdict(Counter)
    people = {fold(part) for each in found if each.type == "person" and len(each.words) > 1 for part in each.words}
    for each in found:
        if each.type in _MISTAKEN:
            counts[each.words][each.type] += 1
    return [
        each._replace(type=counts[each.words].most_common(1)[0][0]) if _is_doubtful(each, people, counts) else each
        for each in found
    ]


def _is_doubtful(one: Phrase, people: set[str], counts: dict[tuple[str, ...], Counter[ActorType]]) -> bool:
    """Say whether the parser alone tells what a name is, and tells it elsewhere too; no surname is in doubt."""
    guessed = one.why.startswith("names/") and one.why != "names/byline" and one.type in (None, *_MISTAKEN)
    return guessed and one.words in counts and not (len(one.words) == 1 and fold(one.words[0]) in people)


def _inside_another(document: Document, hit: directory.Hit, whole: Entity | None) -> bool:
    """Say whether the name is but a part of another: "Jordan" in "Jordan Peters", "London" in "London School"."""
    name = hit.names[0]
    if name.known.type == "organisation" and name.known.represents and _of_another(document, hit):
        return True
    if whole is None or whole.last - whole.first <= hit.last - hit.first:
        return _is_given(document, hit)
    return _is_given(document, hit) or _ends_a_thing(document, hit, whole) or _goes_into(document, hit, whole)


def _goes_into(document: Document, hit: directory.Hit, whole: Entity) -> bool:
    """Say whether what the parser takes for one name has the known name for a part that means nobody by itself."""
    name = hit.names[0]
    if whole.label in ("ORG", "NORP") and name.known.type in ("party", "group", "outlet") and whole.first < hit.first:
        return document.tree[whole.first].pos == "PROPN"
    before = document.tree[hit.first - 1]
    if whole.label == "ORG" and name.known.type == "organisation" and whole.first < hit.first:
        return before.text == "and" or (before.pos == "PROPN" and before.dep == "compound")
    if whole.label in ("ORG", "FAC", "WORK_OF_ART"):
        return (name.use == "capital" or name.known.type == "place") and whole.first == hit.first
    if whole.label != "PERSON" or name.use == "adjective" or name.exact or hit.last - hit.first > 1:
        return False
    return hit.last >= len(document.tree) or document.tree[hit.last].tag != "POS"


def _ends_a_thing(document: Document, hit: directory.Hit, whole: Entity) -> bool:
    """Say whether a state's name ends that of a thing: "Miss *Peru*"."""
    if hit.names[0].known.type != "state" or whole.label not in _THINGS or hit.last != whole.last:
        return False
    before = document.tree[hit.first - 1]
    return hit.first > whole.first and before.pos == "PROPN" and before.dep == "compound" and before.head == hit.first


def _is_given(document: Document, hit: directory.Hit) -> bool:
    """Say whether a place's name is a given name here: "Victoria J. Mensah", "Jordan Peters"."""
    tree, last = document.tree, hit.last
    if hit.last - hit.first > 1 or hit.names[0].use == "adjective" or last >= len(tree):
        return False
    following = tree[last]
    word = fold(following.text).rstrip(".")
    known = word in kinds_of_names(document.language) or word in titles_of_people(document.language)
    named = fold(tree[hit.first].text) in given_names(document.language)
    capital = following.text[0].isupper() and following.pos == "PROPN" and following.tag == "NNP"
    return named and capital and not known and directory.at(document, last) is None


def _of_another(document: Document, hit: directory.Hit) -> bool:
    """Say whether a body of this name is said to be of somebody else: "General Assembly of the OAS"."""
    after = document.tree.tokens[hit.last : hit.last + 3]
    if not after or after[0].text != "of":
        return False
    own = hit.names[0].known.represents
    start = after[1 + (len(after) > 1 and after[1].text == "the")].i if len(after) > 2 else hit.last
    other = directory.at(document, start)
    return other is not None and other.names[0].known.id != own


def _told_apart(hit: directory.Hit, hits: list[directory.Hit]) -> directory.Hit:
    """Choose among bearers of one name by the company: Georgia is another beside Tbilisi than beside Texas."""
    company = [name.known for other in hits if other is not hit for name in other.names if len(other.names) == 1]

    def weight(name: Name) -> int:
        home = name.known.within or name.known.id
        same = sum(known.id == home for known in company) if name.known.type == "state" else 0
        return 3 * same + sum(known.within == home for known in company)

    return hit._replace(names=(max(hit.names, key=weight),))


def _known(document: Document, hit: directory.Hit, registry: Registry) -> Mention:
    name = hit.names[0]
    head = _head(document, hit.first, hit.last)
    span = document.tree.span(range(hit.first, hit.last))
    if hit.several:
        both = tuple(dict.fromkeys(registry.know(each.known) for each in hit.names))
        return Mention(span, head, "name", both, f"directory/{name.use} {' '.join(both)}")
    if name.use == "capital" and not _acts(document, head):
        actor = registry.add(f"place/{slug(name.text)}", name.text, "place")
        return Mention(span, head, "name", (actor,), "directory/capital-as-place")
    if name.use == "people" and document.tree[head].tag != "JJ":
        actor = registry.people(span.of(document.text), name.known)
    else:
        actor = registry.know(name.known)
    return Mention(span, head, "name", (actor,), f"directory/{name.use} {name.known.id}")


def _acts(document: Document, head: int) -> bool:
    """Say whether a capital stands for its government: it acts, or something is done to it or shared with it."""
    tree = document.tree
    token = tree[head]
    if token.dep in ("nsubj", "nsubjpass", "dobj", "poss", "agent"):
        return True
    if token.dep == "pobj":
        return tree[token.head].lemma in ("against", "with", "between", "by", "toward", "towards")
    return token.dep == "conj" and _acts(document, token.head)


def _named(
    document: Document, found: list[Phrase], people: People, registry: Registry, mentions: list[Mention]
) -> Iterator[Mention]:
    """Give the names found as mentions; a body's goes on to the place before it: "U.S. *Department of Commerce*"."""
    places = {each.span.end: each for each in mentions if len(each.actors) == 1}
    for phrase in (*found, *_surnames(document, found)):
        head = _head(document, phrase.first, phrase.last)
        span = document.tree.span(range(phrase.first, phrase.last))
        full = people.fullest(phrase)
        if full is None and is_heading(document, phrase.first):
            continue
        kind: ActorType | None = "person" if full else "place" if people.is_place(phrase) else phrase.type
        if kind is None:
            continue
        before = places.get(document.tree[phrase.first - 1].end) if phrase.first and not full else None
        if before and kind in _WIDER and phrase.why.startswith("name_words/"):
            span = Span(before.span.start, span.end)
        name = full or span.of(document.text)
        actor = _actor(name, kind, before, registry)
        why = phrase.why if phrase.type == "person" or not full else "names/surname"
        yield Mention(span, head, "name", (actor,), why)


def _actor(name: str, kind: ActorType, before: Mention | None, registry: Registry) -> str:
    """Note whom a name means, by the directory where it knows the name with the place before it."""
    known = next(iter(names().get(words(name), ())), None) if before else None
    if known:
        return registry.know(known.known)
    actor = registry.add(f"{kind}/{slug(name)}", name, kind)
    if before and kind == "government" and registry[before.actors[0]].type == "state":
        registry.represent(actor, before.actors[0])
    return actor


def _holds_office(document: Document, phrase: Phrase) -> bool:
    """Say whether a name of several words is that of an office's holder: "the president of Namibia, Hage Geingob"."""
    tree = document.tree
    above = _head(document, phrase.first, phrase.last)
    if phrase.type != "organisation" or phrase.last - phrase.first == 1 or tree[phrase.first - 1].text != ",":
        return False
    while tree[above].dep in ("appos", "pobj", "prep"):
        above = tree[above].head
        if tree[above].pos == "NOUN":
            return fold(tree[above].text) in titles_of_people(document.language)
    return False


def _surnames(document: Document, found: list[Phrase]) -> Iterator[Phrase]:
    """Give the surnames that the parser has taken for common nouns: "Borges spoke", as the plural of a "borge"."""
    known = {fold(phrase.words[-1]) for phrase in found if phrase.type == "person" and len(phrase.words) > 1}
    inside = {i for phrase in found for i in range(phrase.first, phrase.last)}
    for token in document.tree.tokens:
        alone = token.i not in inside and token.i + 1 not in inside and token.pos == "NOUN"
        if alone and token.text[0].isupper() and fold(token.text) in known:
            yield Phrase(token.i, token.i + 1, (token.text,), "person", "names/surname")


def _head(document: Document, first: int, last: int) -> int:
    """Give the token on which the others of a stretch depend."""
    inside = range(first, last)
    return next((i for i in inside if document.tree[i].head not in inside or document.tree[i].head == i), last - 1)
