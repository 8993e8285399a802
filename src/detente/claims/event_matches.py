"""Which frames the words of a document match, before anybody asks who took part or whether it happened."""

from typing import NamedTuple

from detente.claims.event_clauses import is_complete, whole
from detente.claims.event_roles import Ground, infinitives
from detente.claims.event_words import (
    beside_of,
    governor,
    is_named,
    is_no_predicate,
    is_noun,
    lemmas_of,
    modifiers_of,
    small_subjects,
    with_contents,
)
from detente.documents import Clause, Document, Tree, clause, prepositions
from detente.lexicon import Frame, NoEvent, Phrase, Phrases, event_agents, event_phrases, no_events, pronouns

_VERBS = ("VERB", "AUX")
_FEW = 2


class Match(NamedTuple):
    """A predicate of a frame found at a token.

    ``verb`` carries tense and subject; ``taken`` are tokens that belong to it; ``leads`` says whether a noun without
    such a verb is what its sentence speaks about ("Talks between them *began*"), not only mentioned in it.
    """

    phrase: Phrase
    token: int
    verb: int
    ground: Ground
    taken: tuple[int, ...]
    leads: bool = True

    @property
    def frame(self) -> Frame:
        """The frame of the predicate."""
        return self.phrase.frame


class Finder:
    """The frames of one document, found token by token, each once."""

    def __init__(self, document: Document) -> None:
        self.tree = document.tree
        self._verbs: Phrases = event_phrases(document.language, "verbs")
        self._nouns: Phrases = event_phrases(document.language, "nouns")
        self._adjectives: Phrases = event_phrases(document.language, "adjectives")
        self._agents = event_agents(document.language)
        self._pronouns = pronouns(document.language)
        self._dates = {token for time in document.times for token in document.tree.within(time.span)}
        self._language = document.language
        self._known: dict[int, Match | None] = {}

    def matches(self) -> list[Match]:
        """Give at most one match a token, in the order of the text, without nouns that belong to a verb's match."""
        known = self._verbs.keys() | self._nouns.keys() | self._adjectives.keys()
        likely = (token.i for token in self.tree.tokens if not known.isdisjoint(lemmas_of(token)))
        found = [match for i in likely if (match := self.at(i))]
        taken = {token for match in found for token in match.taken}
        told = [match for match in found if match.token not in taken]
        return [match for match in told if not self._is_named_twice(match, taken)]

    def _is_named_twice(self, match: Match, taken: set[int]) -> bool:
        """Say whether a noun only says of what kind the deed above it is: "a war *of aggression*"."""
        word = self.tree[self.tree[match.token].head]
        if match.verb != match.token or word.text.lower() != "of" or word.head in taken:
            return False
        above = self.at(word.head)
        return above is not None and above.frame.type == match.frame.type

    def at(self, i: int) -> Match | None:
        """Give the match at a token."""
        if i not in self._known:
            self._known[i] = None  # so that a circle of parsing errors ends
            self._known[i] = self._find(i)
        return self._known[i]

    def _find(self, i: int) -> Match | None:
        token = self.tree[i]
        lemma, *others = lemmas_of(token)
        if others and lemma not in self._verbs:
            lemma = others[0]
        match = None
        noun = is_noun(self.tree, i)
        if lemma in self._verbs and token.pos in _VERBS and not noun and not is_no_predicate(self.tree, i):
            match = self._verb(self._undated(whole(self.tree, i)), self._verbs[lemma])
        elif lemma in self._adjectives and token.pos in ("ADJ", "VERB"):
            match = self._adjective(i, self._adjectives[lemma])
        if match is None and lemma in self._nouns and noun and token.dep != "compound" and i not in self._dates:
            match = _noun(self.tree, i, self._nouns[lemma])
        first = i == 0 or self.tree[i - 1].dep == "punct" or self.tree[i - 1].text in ("\n", ":")
        named = token.pos == "PROPN" or (token.text[0].isupper() and not first)
        if match and named and match.verb == match.token:
            return None  # a name by itself tells no deed: "the Paris *Conference* was long"
        return match

    def _undated(self, around: Clause) -> Clause:
        """Leave out when it was done: "marched *on Saturday*" is no march on something."""
        kept = (each for each in around.prepositions if not each.objects or not self._dates.issuperset(each.objects))
        return around._replace(prepositions=tuple(kept))

    def _verb(self, around: Clause, phrases: tuple[Phrase, ...]) -> Match | None:
        tree = self.tree
        beside = beside_of(tree, around)
        objects = tuple(with_contents(tree, around.objects))
        for phrase in phrases:
            frame = phrase.frame
            if small := small_subjects(tree, around, phrase):
                objects = (*objects, *(head for head in small if head not in objects))
            called = tuple(head for head in around.attributes if tree[head].lemma in phrase.beside)
            bearing = (*objects, *called, *around.after(*phrase.beside))
            if not beside.issuperset(phrase.beside) or any(is_named(tree, head, frame.without) for head in bearing):
                continue
            named = tuple(head for head in bearing if is_named(tree, head, frame.objects))
            if frame.subjects and not any(is_named(tree, head, frame.subjects) for head in around.subjects):
                continue
            if (frame.objects and not named) or (frame.needs and not self._needs(frame, around)):
                continue
            if frame.transitive is not None and frame.transitive != (
                bool(around.objects) or _lacks_object(tree, around)
            ):
                continue
            people = (*(around.objects or around.recipients), *called, *around.after(*phrase.beside), *small)
            if frame.animate and not any(map(self._is_animate, people)):
                continue
            if is_complete(tree, around, frame, self._language) and self._content(around, objects, frame):
                held = around._replace(objects=(*around.objects, *small)) if small else around
                held = _reduced(tree, held, phrase)
                return Match(
                    phrase,
                    around.verb,
                    around.verb,
                    Ground(around.verb, held, (*objects, *called), phrase.beside),
                    named,
                )
        return None

    def _needs(self, frame: Frame, around: Clause) -> bool:
        """Say whether one of the slots that a frame needs is filled."""
        tree = self.tree
        filled = {each.word for each in around.prepositions if each.objects}
        filled |= {each.word for head in around.objects for each in prepositions(tree, head)}
        filled |= {name for name, heads in (("object", around.objects), ("dative", around.recipients)) if heads}
        filled |= {"teller"} if tree[around.verb].dep == "ccomp" else set()
        filled |= {"subjects"} if len(around.subjects) > 1 or any(map(self._is_several, around.subjects)) else set()
        return bool(filled & set(frame.needs))

    def _is_several(self, head: int) -> bool:
        """Say whether a subject is a pronoun for several: "*they* discussed it"."""
        known = self._pronouns.get(self.tree[head].text.lower())
        return known is not None and known.number == "plural"

    def _is_animate(self, head: int) -> bool:
        """Say whether a word stands for people: a name, a pronoun, a number or a noun for those who act."""
        token = self.tree[head]
        count = token.pos == "NUM" and not (token.text.isdigit() and len(token.text) > _FEW)  # "got 192" tells of votes
        return token.pos in ("PROPN", "PRON") or count or token.lemma.lower() in self._agents

    def _content(self, around: Clause, objects: tuple[int, ...], frame: Frame) -> bool:
        """Say whether what is promised, asked or refused is of a type that the frame wants."""
        if not frame.content:
            return True
        heads = infinitives(self.tree, around) if frame.complement == "to" else (
            *around.complements, *objects, *(head for each in around.prepositions for head in each.objects)
        )  # fmt: skip
        types = {match.frame.type for head in heads if (match := self.at(head))}
        return bool(types & set(frame.content)) or (not types and "none" in frame.content)

    def _adjective(self, token: int, phrases: tuple[Phrase, ...]) -> Match | None:
        """Match "is willing to withdraw": the subject belongs to the verb above."""
        tree = self.tree
        head = tree[token].head
        if tree[token].dep not in ("acomp", "oprd", "ROOT", "conj") or tree[head].pos not in _VERBS:
            return None
        around = clause(tree, head)._replace(complements=tree.children(token, "xcomp", "ccomp"))
        around = around._replace(prepositions=(*around.prepositions, *prepositions(tree, token)))
        beside = {each.word for each in around.prepositions}
        for phrase in phrases:
            frame = phrase.frame
            fits = beside.issuperset(phrase.beside) and is_complete(tree, around, frame, self._language)
            fits = fits and (not frame.needs or self._needs(frame, around))
            if fits and self._content(around, (), phrase.frame):
                return Match(phrase, token, head, Ground(token, around, ()), ())
        return None


def _lacks_object(tree: Tree, around: Clause) -> bool:
    """Say whether the object stands above a relative clause: "*the courage* he demonstrated"."""
    verb = tree[around.verb]
    own = [
        head for head in around.subjects if tree[head].tag not in ("WDT", "WP") and tree[head].text.lower() != "that"
    ]
    return verb.dep == "relcl" and bool(own) and not around.objects and not around.prepositions and not around.passive


def _reduced(tree: Tree, around: Clause, phrase: Phrase) -> Clause:
    """Give a participle's clause as the passive it is, for all the object of its phrase: "men *held hostage*"."""
    own = around.objects and all(tree[head].lemma in (*phrase.beside, *phrase.frame.objects) for head in around.objects)
    if around.passive or not own or tree[around.verb].tag not in ("VBN", "VBD") or tree[around.verb].dep != "acl":
        return around
    return around._replace(passive=True, objects=around.subjects, subjects=())


def passed_over(document: Document, match: Match) -> NoEvent | None:
    """Give the entry by whose nouns a match tells no event: "beat them *in the final*"."""
    known, tree = no_events(document.language), document.tree
    lemmas = (tree[i].lemma.lower() for i in tree.subtree(match.verb) if tree[i].pos in ("NOUN", "PROPN", "VERB"))
    found = (known[lemma] for lemma in lemmas if lemma in known)
    fitting = (entry for entry in found if match.frame.type in entry.types)
    return next((entry for entry in fitting if not entry.verbs or tree[match.verb].lemma in entry.verbs), None)


def _noun(tree: Tree, token: int, phrases: tuple[Phrase, ...]) -> Match | None:
    verb = governor(tree, token)
    light = tree[verb].lemma if verb is not None else None
    modifiers = modifiers_of(tree, token)
    own = {each.word for each in prepositions(tree, token)}
    around = clause(tree, verb) if verb is not None else None
    fitting = [each for each in phrases if modifiers.issuperset(each.beside)]
    for phrase in fitting:
        frame = phrase.frame
        lent = around is not None and light in frame.light
        words = own | {each.word for each in around.prepositions} if lent and around else own
        if lent and around and (not frame.needs or words & set(frame.needs)):
            return Match(phrase, token, around.verb, Ground(token, around, (token,)), ())
    for phrase in fitting:
        frame = phrase.frame
        if not frame.only_light and (not frame.needs or own & set(frame.needs)):
            leads = tree[token].dep in ("nsubj", "nsubjpass", "ROOT")
            return Match(phrase, token, token, Ground(token, None, (token,)), (), leads)
    return None
