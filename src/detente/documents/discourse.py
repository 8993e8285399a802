"""Who has been spoken of so far, and how much he stands in the foreground: what pronouns are resolved against."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from detente.documents.actors import Registry
from detente.documents.clauses import subjects_of
from detente.documents.declarations import declarations
from detente.documents.document import Document, Mention, Quotation, Role
from detente.documents.home import at_home
from detente.documents.incumbents import incumbents, titled
from detente.documents.issuers import issuers_of
from detente.documents.lists import lists
from detente.documents.tree import Tree
from detente.lexicon import Gender, Leader, given_names, titles_of_people
from detente.text import Span, fold

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SCARE_QUOTE = 4


def is_absolute(tree: Tree, subject: int) -> bool:
    """Say whether this subject stands after "with": "spoke *with President Ruiz* to reiterate" is read as a clause."""
    marks = (mark for above in tree.heads(subject) for mark in tree.children(above, "mark"))
    return any(tree[mark].text.lower() == "with" and mark < subject for mark in marks)


class Trace(NamedTuple):
    """One mention met so far; several actors where a list of names was met."""

    head: int
    actors: tuple[str, ...]
    sentence: int
    subject: bool
    embedded: bool
    modifier: bool
    main: bool
    quotation: int


class Discourse:
    """The mentions met so far, with all that makes one of them likely to be meant again."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.registry = Registry.of(document)
        self.incumbents: tuple[tuple[str, Leader], ...] = tuple(incumbents(document))
        former = {role.person for role in document.roles if role.status == "former"}
        for person, tenure in self.incumbents:
            if person not in former:
                self.registry.represent(person, tenure.state)
        for person, state in titled(document):
            self.registry.represent(person, state)
        for person, state in at_home(document):
            self.registry.represent(person, state)
        self.traces: list[Trace] = []
        self.mentions: dict[int, Mention] = {mention.head: mention for mention in document.mentions}
        self.genders: dict[str, tuple[Gender, str]] = dict(_genders(document))
        self.sources: dict[int, int | None] = {}
        self.roles: list[Role] = []
        self.bodies: dict[str, str] = {}
        self.joint: tuple[str, ...] = ()
        self.declared = {n: each.issuer for each in declarations(document) for n in each.sentences}

    @cached_property
    def issuers(self) -> tuple[str, ...]:
        """Those in whose name the document is issued; nobody where it is a reporter's."""
        return issuers_of(self.document)

    @cached_property
    def issuer(self) -> str | None:
        """The one state in whose name the document is issued; None where it is a reporter's."""
        return self.issuers[0] if len(self.issuers) == 1 and self.type_of(self.issuers[0]) == "state" else None

    @cached_property
    def lists(self) -> tuple[tuple[Mention, ...], ...]:
        """Give the lists of names of states and blocs in the document."""
        return tuple(lists(self.document))

    def listed(self, head: int) -> tuple[str, ...]:
        """Give the actors of the list of names that begins with this token; none where none does."""
        some = next((each for each in self.lists if each[0].head == head), ())
        return tuple(dict.fromkeys(each.actors[0] for each in some))

    @cached_property
    def quotation_of(self) -> tuple[int, ...]:
        """Give for every token the outermost quotation that it stands in, -1 outside; scare quotes do not count."""
        found = [-1] * len(self.document.tree)
        for n, quotation in enumerate(self.document.quotations):
            inside = self.document.tree.within(quotation.content)
            if quotation.level == 0 and len(inside) >= _SCARE_QUOTE:
                found[inside.start : inside.stop] = [n] * len(inside)
        return tuple(found)

    def sentence(self, token: int) -> int:
        """Give the number of the sentence of a token."""
        return bisect_right(self._firsts, token) - 1

    @cached_property
    def _firsts(self) -> tuple[int, ...]:
        return tuple(sentence.first for sentence in self.document.sentences)

    def type_of(self, actor: str) -> str:
        """Give an actor's type by his id."""
        return self.registry[actor].type

    def note(self, head: int, actors: tuple[str, ...]) -> None:
        """Remember that these were mentioned here."""
        if actors:
            tree = self.document.tree
            subject = tree[head].dep in SUBJECTS and not is_absolute(tree, head)
            embedded = any(tree[i].dep in ("acl", "relcl") for i in tree.heads(head))
            modifier = tree[head].dep in ("amod", "compound", "nmod")
            where = self.sentence(head), subject, embedded, modifier, self.is_main(head), self.quotation_of[head]
            self.traces.append(Trace(head, actors, *where))

    def is_main(self, i: int) -> bool:
        """Say whether a token is the subject of the main verb of its sentence, or of one joined to it."""
        tree = self.document.tree
        verb = tree[i].head
        while tree[verb].dep == "conj" and tree[verb].head < verb:
            verb = tree[verb].head
        return tree[i].dep in SUBJECTS and tree[verb].dep == "ROOT" and not is_absolute(tree, i)

    def add(self, mention: Mention) -> None:
        """Take up a new mention, and remember whom it means."""
        self.mentions[mention.head] = mention
        self.note(mention.head, mention.actors)

    def recent(self, sentences: int, at: int) -> Iterator[Trace]:
        """Give the traces of the last sentences before a token, the latest first."""
        earliest = self.sentence(at) - sentences
        for trace in reversed(self.traces):
            if trace.sentence < earliest:
                return
            yield trace

    def salience(self, trace: Trace, i: int) -> float:
        """Tell how likely an earlier mention is meant: near, a subject, not aside, in the same voice."""
        score = -1.0 * (self.sentence(i) - trace.sentence) - 0.002 * (i - trace.head)
        score += 1.2 if trace.subject else 0.0
        score -= 0.5 if trace.embedded else 0.0
        score -= 0.6 if self._is_place(trace) else 0.0
        if trace.quotation >= 0 and self.quotation_of[i] != trace.quotation:
            score -= 2.5
        return score

    def _is_place(self, trace: Trace) -> bool:
        """Say whether a state is named as the place of something: "war in Ukraine"."""
        tree = self.document.tree
        prep = tree[tree[trace.head].head]
        return tree[trace.head].dep == "pobj" and prep.text.lower() in ("in", "at", "across", "inside", "near")

    def source(self, n: int) -> int | None:
        """Give the token of the one to whom the syntax around a quotation ascribes it."""
        if n not in self.sources:
            self.sources[n] = _source(self.document, self.document.quotations[n], self.quotation_of)
        return self.sources[n]

    def floor(self, token: int) -> tuple[str, ...]:
        """Give the one in whose turn of a transcript a token stands."""
        return (found,) if (found := self._floor.get(token)) else ()

    @cached_property
    def _floor(self) -> dict[int, str]:
        document = self.document
        spoken = ((turn.speaker, span) for turn in document.turns if turn.speaker for span in turn.spans)
        return {token: speaker for speaker, span in spoken for token in document.tree.within(span)}

    def quoted(self, n: int) -> tuple[str, ...]:
        """Give those who are quoted, as far as they are known yet; a quotation without a source continues the last."""
        token = self.source(n)
        if token is not None:
            return self.mentions[token].actors if token in self.mentions else ()
        before = self.document.quotations[n - 1] if n else None
        here = self.document.quotations[n]
        between = self.document.text[before.span.end : here.span.start] if before else ""
        return self.quoted(n - 1) if before and len(between.strip()) <= 1 and before.level == here.level else ()


def _source(document: Document, quotation: Quotation, quotation_of: tuple[int, ...]) -> int | None:
    tree = document.tree
    inside = tree.within(quotation.content)
    if not inside:
        return None
    verbs = [tree[i].head for i in inside if tree[i].head not in inside and tree[tree[i].head].pos in ("VERB", "AUX")]
    block = document.blocks[document.sentence_of(inside[0]).block].span
    verbs += [i for i in range(inside.stop, min(inside.stop + 9, len(tree))) if _may_report(document, i, block)]
    verbs += [i for i in range(inside.start - 1, max(inside.start - 9, -1), -1) if _may_report(document, i, block)]
    for verb in verbs:
        subject = next(iter(subjects_of(tree, verb)), None)
        if subject is not None and quotation_of[subject] < 0:
            return subject
    return None


def _may_report(document: Document, i: int, block: Span) -> bool:
    token = document.tree[i]
    return token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBG") and block.holds(token.span)


def _genders(document: Document) -> Iterator[tuple[str, tuple[Gender, str]]]:
    """Tell the gender of people from their titles and given names."""
    tree, given = document.tree, given_names(document.language)
    titles = titles_of_people(document.language)
    people = {actor.id: actor for actor in document.actors if actor.type == "person"}
    for key, actor in people.items():
        entry = given.get(fold(actor.name).split()[0])
        if entry and " " in actor.name:
            yield key, (entry.gender, f"given_names/{entry.id}")
    for mention in document.mentions:
        for key in mention.actors:
            first = tree.at(mention.span.start)
            if key in people and first:
                words = (
                    tree[first - 1].text,
                    *(tree[i].text for i in tree.children(mention.head, "compound", "appos")),
                )
                for word in words:
                    title = titles.get(word.lower().rstrip("."))
                    if title and title.gender:
                        yield key, (title.gender, f"name_words/{title.id}")
