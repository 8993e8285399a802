"""Titles and descriptions that tie people to offices: "Peruvian Foreign Minister Héctor Béjar".

A title is found by its words; what stands beside it is read by ``titles``; its holder stands next to it, across a
comma, or before a form of "be".
"""

from collections.abc import Iterator
from dataclasses import replace

from detente.documents.document import Document, Role
from detente.documents.titles import Names, Title, polity_of, widen
from detente.documents.tree import Tree
from detente.lexicon import TitleWords, honorifics, titles

_MARKS = {",", "(", "-", "–", "—"}
_ENDS = {",", ".", ";", ")", "-", "–", "—", "?", "!", ":", "]", '"'}
_RELATIVE = {"who", "is", "now", "then", "currently", "also", "as"}
_NEAR = 40
_WITHIN_FIELD, _LONGEST_FIELD = {",", "and", "the", "of", "&", "-"}, 16
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def annotate(document: Document) -> Document:
    """Give the document with its roles, in the order of the text."""
    return replace(document, roles=tuple(_roles(document)))


def _roles(document: Document) -> Iterator[Role]:
    tree, known = document.tree, titles(document.language)
    names = {i: each for each in document.mentions if each.kind == "name" for i in tree.within(each.span)}
    behind = 0
    for token in tree.tokens:
        some = known.get(token.text.lower())
        if not some or token.i < behind:
            continue
        words = next((each for each in some if _stands(tree, token.i, each)), None)
        if words is None:
            continue
        title = Title(words.entry, token.i + words.head, token.i, token.i + len(words.words))
        widen(document, names, title)
        _widen_there(document, names, title)
        yield from _told(document, names, title, plural=words.plural)
        behind = title.end


def _widen_there(document: Document, names: Names, title: Title) -> None:
    """Take "there" behind a title for the state named last: "And Peru? The foreign minister *there*, Ana Soto"."""
    tree = document.tree
    if title.polity is not None or title.end >= len(tree) or tree[title.end].text.lower() != "there":
        return
    before = (names[i] for i in range(title.first - 1, max(-1, title.first - _NEAR), -1) if i in names)
    title.polity = next((polity for each in before if (polity := polity_of(each)) is not None), None)
    title.end += 1


def _stands(tree: Tree, i: int, title: TitleWords) -> bool:
    """Say whether the title's words stand here, its head a noun."""
    words = tree.tokens[i : i + len(title.words)]
    if tuple(word.text.lower() for word in words) != title.words or words[title.head].pos not in ("NOUN", "PROPN"):
        return False
    return not title.exact or words[0].text.isupper()


def _told(document: Document, names: Names, title: Title, *, plural: bool) -> Iterator[Role]:
    tree, entry = document.tree, title.entry
    people = tuple(each for each in _holders(document, names, title, plural=plural) if _is_person(names, each))
    titled = any(each.label == "PERSON" and each.first <= title.end < each.last for each in document.entities)
    if not people and not titled and (_part_of_a_name(tree, title.head) or (not entry.bare and title.polity is None)):
        return
    status = title.status.status if title.status else "contested" if title.quoted else "current"
    role = Role(
        office=" ".join((*title.department, entry.office)),
        polity=title.polity or entry.polity,
        person=None,
        status=status,
        span=tree.span(range(title.first, title.end)),
        head=title.head,
        why=f"office_titles/{entry.id}" + (f"; office_status/{title.status.id}" if title.status else ""),
    )
    if not people:
        yield role
    if len(people) == 1 and role.polity is None:
        role = role._replace(polity=_after_name(document, names, title, people[0]))
    polities = (role.polity, *title.others) if len(people) == 1 + len(title.others) else (role.polity,) * len(people)
    for name, polity in zip(people, polities, strict=True):
        person = next(actor for actor in names[name].actors if actor.startswith("person/"))
        yield role._replace(person=person, name=name, polity=polity)


def _after_name(document: Document, names: Names, title: Title, name: int) -> str | None:
    """Give Peru in "President Ana Soto of Peru", where the name stands right behind the title."""
    tree, end = document.tree, name + 1
    if tree.within(names[name].span)[0] < title.end or end + 1 >= len(tree) or tree[end].text.lower() != "of":
        return None
    if title.end < tree.within(names[name].span)[0] and tree[title.end].text in _MARKS:
        return None
    k = end + 1 + (tree[end + 1].text.lower() == "the")
    mention = names.get(k) if k < document.sentence_of(name).last else None
    after = tree.within(mention.span)[-1] + 1 if mention else k
    polity = polity_of(mention)
    owns = after < len(tree) and tree[after].tag == "POS"
    return None if owns or (polity is not None and polity.startswith("party/")) else polity


def _holders(document: Document, names: Names, title: Title, *, plural: bool) -> tuple[int, ...]:
    """Give the last tokens of the names of those who hold the office, where the text names them."""
    tree = document.tree
    sentence = document.sentence_of(title.head)
    if title.end + 1 < sentence.last and _is_cut(document, title.end + 1, sentence.last):
        sentence = sentence._replace(last=document.sentence_of(sentence.last).last)
    named = _name_at(document, names, title.end, sentence.last)
    if named is not None:
        return tuple(each for each in tree.conjuncts(named) if _is_person(names, each)) if plural else (named,)
    if plural:
        listed = tuple(_names_listed(document, names, title.end, sentence.last))
        return listed if title.polity is None or len(listed) == 1 + len(title.others) else ()
    if title.end + 1 < sentence.last and tree[title.end].text in _MARKS:
        named = _name_at(document, names, title.end + 1, sentence.last)
        if named is not None and (named + 1 >= sentence.last or tree[named + 1].text in _ENDS):
            return (named,)
    named = _after_field(document, names, title, sentence.last)
    if named is not None:
        return (named,)
    before = _name_before(tree, names, title, sentence.first)
    if before is not None and _closed(tree, title.end, sentence.last):
        return (before,)
    return tuple(_subjects(tree, names, title.head))


def _after_field(document: Document, names: Names, title: Title, last: int) -> int | None:
    """Give the end of the name behind what an office is for: "Counsel for the Isles *Ana Soto*"."""
    tree, known = document.tree, titles(document.language)
    start = title.end + 1
    if start >= last or tree[title.end].text.lower() != "for":
        return None
    for i in range(start, min(last, start + _LONGEST_FIELD)):
        if _is_person(names, i):
            end = tree.within(names[i].span)[-1]
            closed = tree[i - 1].text != "," or end + 1 >= last or tree[end + 1].text in _ENDS
            return end if i > start and closed and tree[i - 1].text.lower() not in ("and", "of") else None
        token = tree[i]
        field = token.text[0].isupper() or token.text.lower() in _WITHIN_FIELD
        if not field or any(_stands(tree, i, each) for each in known.get(token.text.lower(), ())):
            return None
    return None


def _is_cut(document: Document, first: int, last: int) -> bool:
    """Say whether the parser has ended a sentence after an honorific: "The Minister, Hon. | Ana Soto, said"."""
    words = [token.text.lower() for token in document.tree.tokens[first:last]]
    return last < len(document.tree) and "".join(words).rstrip(".") in honorifics(document.language)


def _name_at(document: Document, names: Names, i: int, last: int) -> int | None:
    """Give the last token of the person's name that begins here, after "Mr" or "General"."""
    tree, known = document.tree, honorifics(document.language)
    while i < last and (tree[i].text.lower().rstrip(".") or ".") in known and i not in names:
        i += 1 + (i + 1 < last and tree[i + 1].text == ".")  # "Hon ." is two words to the parser
    return tree.within(names[i].span)[-1] if i < last and _is_person(names, i) else None


def _names_listed(document: Document, names: Names, i: int, last: int) -> Iterator[int]:
    """Give the last tokens of names in a list: ", X, Y and Z"."""
    tree = document.tree
    while i + 1 < last and tree[i].text in (",", "and"):
        i += 1 + (tree[i + 1].text == "and")
        named = _name_at(document, names, i, last)
        if named is None:
            return
        yield named
        i = named + 1


def _name_before(tree: Tree, names: Names, title: Title, first: int) -> int | None:
    """Give the last token of the name to which the title is an apposition: "X, the president of Peru,"."""
    i = title.first - 1
    while i > first and tree[i].text.lower() in _RELATIVE:
        i -= 1
    if i > first and tree[i].text in _MARKS:
        return i - 1 if _is_person(names, i - 1) else None
    return i if i < title.first - 1 and tree[i + 1].text.lower() == "who" and _is_person(names, i) else None


def _closed(tree: Tree, end: int, last: int) -> bool:
    """Say whether an apposition ends here: "Wagner, the foreign minister said" holds none."""
    return end >= last or (tree[end].tag not in _FINITE and tree[end].pos != "PART")


def _subjects(tree: Tree, names: Names, head: int) -> Iterator[int]:
    """Give the name of which the title is said: "Castillo is the president of Peru"."""
    verb = tree[tree[head].head]
    perfect = any(tree[child].tag in ("VBZ", "VBP") for child in tree.children(verb.i, "aux"))
    present = verb.tag in ("VBZ", "VBP") or (verb.tag == "VBN" and perfect)
    if tree[head].dep == "attr" and verb.lemma in ("be", "remain") and present and not tree.children(verb.i, "neg"):
        for subject in tree.children(verb.i, "nsubj"):
            if _is_person(names, subject):
                yield tree.within(names[subject].span)[-1]


def _is_person(names: Names, i: int) -> bool:
    return i in names and any(actor.startswith("person/") for actor in names[i].actors)


def _part_of_a_name(tree: Tree, head: int) -> bool:
    """Say whether the title is a part of another name: "Premier League"."""
    after = tree[head].head
    return tree[head].dep == "compound" and after > head and tree[after].pos == "PROPN"
