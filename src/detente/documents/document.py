"""The document: an article with its layers.

Layers are filled in the order of ``LAYERS``; each is a tuple of plain records whose spans are code points into
``article.text``. Tokens are named by their index in ``tokens``. A document can be built by hand, without a model.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from detente.articles import Article
from detente.documents.encoded import Encoded
from detente.documents.tree import Tree
from detente.lexicon import TalkPart
from detente.text import Span, Spans

BlockKind = Literal["header", "title", "byline", "heading", "paragraph"]
ActorType = Literal["state", "person", "bloc", "government", "party", "organisation", "outlet", "place", "group"]
OfficeStatus = Literal["current", "former", "acting", "elect", "contested"]


class Block(NamedTuple):
    """A paragraph, heading, title, header line, or a byline: a name and an office ("Zofia Nowak, Premier").

    ``dateline`` is the place, day and agency before a lead ("LIMA, Aug 5 (Reuters) -"); ``label`` the speaker's
    name before his words in a transcript ("SECRETARY BLINKEN:"); both lie inside ``span`` and are no prose.
    """

    kind: BlockKind
    span: Span
    dateline: Span | None = None
    label: Span | None = None

    @property
    def prose(self) -> Span:
        """The part that consists of sentences."""
        start = max(part.end for part in (Span(0, self.span.start), self.dateline, self.label) if part)
        return Span(start, self.span.end)


class Sentence(NamedTuple):
    """Tokens from ``first`` up to, not including, ``last``; ``block`` is an index into the blocks."""

    first: int
    last: int
    span: Span
    block: int


class Entity(NamedTuple):
    """A name as the parser sees it: tokens ``first`` up to ``last``; ``label`` is one of OntoNotes' types."""

    first: int
    last: int
    label: str


class Quotation(NamedTuple):
    """Words between quotation marks.

    ``content`` excludes the marks, ``span`` includes them. ``closed`` is False where the closing mark is missing
    and the end is a guess. ``continues`` says that it goes on from the quotation before it (a paragraph that
    reopens the marks). ``level`` is 0 for an outermost quotation, 1 for one inside it, and so on.
    """

    span: Span
    content: Span
    level: int = 0
    closed: bool = True
    continues: bool = False


class Turn(NamedTuple):
    """What one speaker says under his label in a transcript.

    ``label`` is his name without the colon; ``spans`` are his paragraphs without stage directions; ``speaker`` is
    his actor's id, None where the label is nobody's; ``part`` what the label says of his part in the talk.
    """

    label: Span
    spans: Spans
    speaker: str | None
    part: TalkPart | None
    why: str


class TimeExpression(NamedTuple):
    """Words that name a time.

    ``value`` is TIMEX3 (2021-08-02, 2017-08, P3D, PRESENT_REF); ``edtf`` the same as a date or interval for
    claims, None where the words give none (durations, sets, vague times).
    """

    span: Span
    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    edtf: str | None
    why: str


class Mention(NamedTuple):
    """Words that stand for someone.

    ``head`` is the token that carries the meaning (beyond the last one in a header's title); ``actors`` the ids
    meant: several for "the two ministers", none where it stays open.
    """

    span: Span
    head: int
    kind: Literal["name", "nominal", "pronoun"]
    actors: tuple[str, ...]
    why: str


class Role(NamedTuple):
    """A title or description that ties a person to an office: "Peruvian foreign minister Héctor Béjar".

    ``office`` is the office's name in office_titles.yaml; ``polity`` the actor it belongs to (a state's code, a
    bloc's slug), None where the text leaves it open; ``person`` None for an office without a name. ``head`` is
    the token that names the holder ("Minister"), ``name`` the last token of the person's name.
    """

    office: str
    polity: str | None
    person: str | None
    status: OfficeStatus
    span: Span
    head: int
    why: str
    name: int | None = None


class Actor(NamedTuple):
    """Someone who can act, speak or be addressed, as this article knows him.

    ``id`` is an ISO 3166-1 alpha-3 code for a state and a readable slug for everyone else; ``linked`` says
    whether the shipped directory knows the actor. ``represents`` is the actor for which he speaks by office
    (a foreign minister: his state), where that is known. ``members`` are those who make up a group, as far as
    the text lists them ("twelve states", named one by one elsewhere); ``people_of`` is the state whose people a
    group is ("Peruvians"), for which it does not speak; both are known to the document alone and not printed.
    """

    id: str
    name: str
    type: ActorType
    linked: bool
    mentions: tuple[Span, ...]
    represents: str | None = None
    people_of: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """An article with its layers, in the order in which they are made."""

    article: Article
    language: str = "en"
    language_certain: bool = True
    blocks: tuple[Block, ...] = ()
    tree: Tree = field(default_factory=Tree)
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    encoded: tuple[Encoded, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    actors: tuple[Actor, ...] = ()
    turns: tuple[Turn, ...] = ()
    crowds: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def actor(self) -> dict[str, Actor]:
        """Every actor by its id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """Every mention in the prose by its head token."""
        return {mention.head: mention for mention in self.mentions if mention.head < len(self.tree)}

    @cached_property
    def crowd_at(self) -> dict[int, str]:
        """Every group without a name that speaks or takes a side, by the head token of its mention."""
        return {mention.head: mention.actors[0] for mention in self.crowds}

    @cached_property
    def mention_over(self) -> dict[int, Mention]:
        """The mention that covers a token; the shortest of several."""
        longest_first = sorted(self.mentions, key=lambda mention: mention.span.start - mention.span.end)
        return {token: mention for mention in longest_first for token in self.tree.within(mention.span)}

    def who(self, *tokens: int) -> tuple[str, ...]:
        """Give the ids of the actors whose mentions are headed by these tokens, in order, each once.

        A government or ministry that acts is its state.
        """
        found = (self.mention_at[token].actors for token in tokens if token in self.mention_at)
        return tuple(dict.fromkeys(self._acting(actor) for actors in found for actor in actors))

    def _acting(self, actor: str) -> str:
        known = self.actor.get(actor)
        return known.represents if known and known.type == "government" and known.represents else actor

    def state_of(self, actor: str) -> str:
        """Give the actor for which this one speaks by office, else the actor itself."""
        known = self.actor.get(actor)
        return known.represents if known and known.represents else actor

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        return tuple(n for n, sentence in enumerate(self.sentences) for _ in range(sentence.first, sentence.last))

    def sentence_of(self, token: int) -> Sentence:
        """Give the sentence in which a token stands."""
        return self.sentences[self._sentence_of[token]]

    def times_in(self, span: Span) -> tuple[TimeExpression, ...]:
        """Give the times named inside a span."""
        return tuple(time for time in self.times if span.holds(time.span))
