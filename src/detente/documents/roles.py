"""Titles and descriptions that tie people to offices: "Peruvian Foreign Minister Héctor Béjar".

A title is found by its words; the words beside it say whose office it is, how its holder stands to it and, where
the text names him, who he is. The parser is asked only where words are not beside each other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from detente.documents.document import Document, Mention, OfficeStatus, Role
from detente.documents.tree import Tree
from detente.lexicon import OfficeTitle, TitleWords, offices, statuses, titles

_DETERMINERS = {"the", "a", "an", "his", "her", "its", "their", "our", "your", "my", "this", "that", "whose"}
_HONORIFICS = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "gen.", "general", "sir", "lord", "h.e.", "prof.", "col.", "sheikh", "sheik", "dame", "ayatollah"}  # fmt: skip
_CLOSING = {",", ".", ";", ")", "(", ":", "-", "–", "—", '"', "'", "and", "who", "whose", "?", "!", "]", "but", "or", "as", "to", "in", "on", "at", "from", "with", "after", "during", "since", "until", "by", "when"}  # fmt: skip
_OPENING = {",", "(", "-", "–", "—"}
_RELATIVE = {"who", "is", "was", "now", "then", "currently", "as", "also", "formerly", "has", "been", "once"}
_MODIFIERS = ("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG", "RB", "NNS", "NNPS")
_MINISTER = "minister"

Names = Mapping[int, Mention]


class _Left(NamedTuple):
    """What stands before a title: where it begins, status words, polity and the department's words."""

    start: int
    status: tuple[str, OfficeStatus] | None
    polity: str | None
    portfolio: tuple[str, ...]
    quoted: bool


class _Right(NamedTuple):
    """What stands after a title: the first token behind it, polity, department, status."""

    end: int
    status: tuple[str, OfficeStatus] | None
    polity: str | None
    portfolio: tuple[str, ...]


def annotate(document: Document) -> Document:
    """Give the document with its roles."""
    return replace(document, roles=tuple(_roles(document)))


def _roles(document: Document) -> Iterator[Role]:
    names = {i: mention for mention in document.mentions if mention.kind == "name" for i in _tokens(document, mention)}
    known = titles(document.language)
    i, tokens = 0, document.tree.tokens
    while i < len(tokens):
        some = known.get(tokens[i].text.lower())
        title = next((title for title in some if _stands(document.tree, i, title)), None) if some else None
        if title is None:
            i += 1
            continue
        yield from _role(document, names, i, title)
        i += len(title.words)


def _tokens(document: Document, mention: Mention) -> range:
    return document.tree.within(mention.span)


def _stands(tree: Tree, i: int, title: TitleWords) -> bool:
    words = tree.tokens[i : i + len(title.words)]
    if tuple(word.text.lower() for word in words) != title.words or words[title.head].pos not in ("NOUN", "PROPN"):
        return False
    return not title.exact or words[0].text.isupper()


def _role(document: Document, names: Names, i: int, title: TitleWords) -> Iterator[Role]:
    tree, entry, head = document.tree, title.entry, i + title.head
    left = _left(document, names, i, entry)
    right = _right(document, names, i + len(title.words), entry, quoted=left.quoted)
    polity = left.polity or right.polity
    people = () if entry.kind == "never" else _people(document, names, left, right, plural=title.plural)
    if not entry.bare and not people and polity is None:
        return
    if not people and polity is None and _names_a_thing(tree, names, head):
        return
    status = right.status or left.status or (("", "contested") if left.quoted else None)
    why = f"office_titles/{entry.id}" + (f"; office_status/{status[0]}" if status and status[0] else "")
    role = Role(
        office=_office(document, entry, left.portfolio or right.portfolio),
        polity=polity or (entry.polity if left.polity is None else None),
        person=None,
        status=status[1] if status else "current",
        span=tree.span(range(left.start, right.end)),
        head=head,
        why=why,
    )
    if not people:
        yield role
    for person in people:
        yield replace_person(role, names[person], person)


def replace_person(role: Role, mention: Mention, token: int) -> Role:
    """Give the role with its holder; a name that is not known yet as a person's stays open."""
    person = next((actor for actor in mention.actors if actor.startswith("person/")), None)
    return role._replace(person=person, name=token)


def _office(document: Document, entry: OfficeTitle, portfolio: tuple[str, ...]) -> str:
    """Name the office: "transport minister" for "Minister of Transport"."""
    if not portfolio:
        return entry.office
    name = " ".join((*portfolio, entry.office))
    return name if name not in offices(document.language) else name


def _left(document: Document, names: Names, i: int, entry: OfficeTitle) -> _Left:
    tree, known = document.tree, statuses(document.language)
    start, status, polity, portfolio = i, None, None, ()
    first = document.sentence_of(i).first
    quoted = i > first and tree[i - 1].text == '"' and any(tree[k].text == '"' for k in range(i + 1, min(i + 6, len(tree))))
    j = i - 2 if quoted else i - 1
    while j >= first:
        token = tree[j]
        word = token.text.lower()
        mention = names.get(j)
        found = next((n for n in (3, 2, 1) if tuple(t.text.lower() for t in tree.tokens[max(first, j - n + 1) : j + 1]) in known), 0)
        if found:
            rule = known[tuple(t.text.lower() for t in tree.tokens[j - found + 1 : j + 1])]
            if rule.after:
                break
            if status is None or status[1] == "current":
                status = (rule.id, rule.status)
            start = j = j - found + 1
        elif mention is not None and mention.actors and not mention.actors[0].startswith("person/"):
            if polity is not None:
                break
            polity = mention.actors[0]
            start = j = tree.within(mention.span)[0]
        elif word in _DETERMINERS:
            start = j
            break
        elif word in ("'s", "'", "-", "’s", "’"):
            if word == "-" and tree[j - 1].text.lower() not in ("then", "ex", "former"):
                break
        elif mention is None and token.tag in _MODIFIERS and token.head >= j and _belongs(tree, j, i):
            if entry.portfolio and polity is None and status is None and token.tag[:2] == "NN":
                portfolio = (word, *portfolio)
            start = j
        else:
            break
        j -= 1
    return _Left(start, status, polity, portfolio, quoted)


def _belongs(tree: Tree, word: int, title: int) -> bool:
    """Say whether a word before the title hangs on it or on the same name."""
    return tree[word].dep in ("amod", "compound", "nmod", "advmod") and all(
        above >= title or tree[above].dep in ("amod", "compound", "nmod") for above in (tree[word].head,)
    )


def _right(document: Document, names: Names, i: int, entry: OfficeTitle, *, quoted: bool) -> _Right:
    tree, known = document.tree, statuses(document.language)
    last = document.sentence_of(i - 1).last
    end, status, polity, portfolio = i, None, None, ()
    if quoted and i < last and tree[i].text == '"':
        end = i = i + 1
    if i + 1 < last and tree[i].text == "-":
        rule = known.get((tree[i + 1].text.lower(),))
        if rule and rule.after:
            status, end = (rule.id, rule.status), i + 2
    while end + 1 < last and tree[end].text.lower() in ("of", "for", "to", "in", "at"):
        word, k = tree[end].text.lower(), end + 1
        if tree[k].text.lower() == "the" and k + 1 < last:
            k += 1
        mention = names.get(k)
        if mention is not None and mention.actors and not mention.actors[0].startswith("person/"):
            owns = word == "of" or (word == "for" and entry.kind == "spokesperson")
            if owns and polity is None:
                polity = mention.actors[0]
            end = tree.within(mention.span)[-1] + 1
        elif entry.portfolio and word in ("of", "for") and not portfolio and tree[k].tag[:2] in ("NN", "JJ"):
            portfolio, end = _department(tree, k, last)
        else:
            break
    return _Right(end, status, polity, portfolio)


def _department(tree: Tree, i: int, last: int) -> tuple[tuple[str, ...], int]:
    """Read a department's name after "Minister of": "Health", "Trade and Industry"."""
    words = []
    capital = tree[i].text[0].isupper()
    while i < last and (tree[i].tag[:2] in ("NN", "JJ") or tree[i].text in ("and", ",")):
        if tree[i].text in ("and", ",") and not (capital and i + 1 < last and tree[i + 1].text[0].isupper()):
            break
        if tree[i].text == ",":
            break
        words.append(tree[i].text.lower())
        i += 1
    return tuple(words), i


def _people(document: Document, names: Names, left: _Left, right: _Right, *, plural: bool) -> tuple[int, ...]:
    """Give the last tokens of the names of those who hold the office, where the text names them."""
    tree = document.tree
    last = document.sentence_of(right.end - 1).last
    first = document.sentence_of(left.start).first
    after = _name_at(document, names, right.end, last)
    if after is not None:
        return _with_others(tree, names, after) if plural else (after,)
    if right.end + 1 < last and tree[right.end].text in _OPENING:
        named = _name_at(document, names, right.end + 1, last)
        if named is not None and (named + 1 >= last or tree[named + 1].text in (",", ".", ")", ";", "-", "–", "—")):
            return (named,)
    if plural:
        return ()
    before = left.start - 1
    while before > first and tree[before].text.lower() in _RELATIVE:
        before -= 1
    opened = before != left.start - 1 and tree[before + 1].text.lower() == "who"
    if before > first and (tree[before].text in _OPENING or opened):
        before -= tree[before].text in _OPENING
        closed = right.end >= last or tree[right.end].text.lower() in _CLOSING
        if before in names and closed and _is_person(document, names[before], before):
            return (before,)
    return ()


def _name_at(document: Document, names: Names, i: int, last: int) -> int | None:
    """Give the last token of the person's name that begins here."""
    tree = document.tree
    while i < last and (tree[i].text.lower() in _HONORIFICS) and i not in names:
        i += 1
    if i < last and i in names and _is_person(document, names[i], i):
        return tree.within(names[i].span)[-1]
    return None


def _is_person(document: Document, mention: Mention, token: int) -> bool:
    """Say whether a name is a person's, or could be one that the parser has not known."""
    del document, token
    return any(actor.startswith("person/") for actor in mention.actors)


def _with_others(tree: Tree, names: Names, name: int) -> tuple[int, ...]:
    """Give the names in a list: "Presidents Biden and Putin"."""
    return tuple(each for each in tree.conjuncts(name) if each in names)


def _names_a_thing(tree: Tree, names: Names, head: int) -> bool:
    """Say whether the title is a part of another name: "Premier League"."""
    token, after = tree[head], tree[head].head
    return token.dep == "compound" and after == head + 1 and tree[after].pos == "PROPN" and after not in names
