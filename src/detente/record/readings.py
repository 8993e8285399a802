"""A reading, as it is printed and kept, with types: what Python programs get of an article."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_type_hints

from detente.articles import Article
from detente.errors import RecordError
from detente.record.keeping import kinds
from detente.text import Span, Spans, quote

if TYPE_CHECKING:  # these rooms load the parser, for which nobody waits who only looks something up
    from detente.claims import Claims
    from detente.documents import Actor

_KEPT = {field.name for field in fields(Article)} - {"language"}  # what is printed there is the language as read


class Time(NamedTuple):
    """Words that name a time; ``value`` is TIMEX3: ``2021-08-02``, ``2017-08``, ``P3D``."""

    span: Span
    value: str


@dataclass(frozen=True, repr=False)
class Reading:
    """What one version of the code found in one version of an article.

    ``json`` is the object that ``detente read --format json`` prints; everything else is the same with types. All
    spans are code points into ``text``, end exclusive.
    """

    json: Mapping[str, Any]

    def __repr__(self) -> str:
        about = self.json["article"]
        return f"<Reading of {about['title'] or about['id']!r}, {about['published'] or 'no date'}: {self.many} claims>"

    @cached_property
    def article(self) -> Article:
        """The article; of its text, nobody keeps which characters are header and title."""
        known = {name: value for name, value in self.json["article"].items() if name in _KEPT}
        return Article(**known, text=self.text)

    @property
    def text(self) -> str:
        """The text as it was read."""
        return str(self.json["text"])

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of claims that were looked for."""
        return tuple(kinds(self.json))

    @property
    def many(self) -> int:
        """So many claims were found."""
        return sum(len(self.json[kind]) for kind in self.kinds)

    @property
    def language(self) -> str:
        """The language as which it was read, ISO 639-1."""
        return str(self.json["article"]["language"])

    @property
    def language_certain(self) -> bool:
        """Whether that is known, and not only the default."""
        return bool(self.json["article"]["language_certain"])

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The times that the text names, in its order."""
        return tuple(Time(Span(time["start"], time["end"]), time["value"]) for time in self.json["times"])

    @cached_property
    def actors(self) -> tuple["Actor", ...]:
        """Those who act, speak or are addressed; claims name them by their ids."""
        from detente.documents import Actor  # noqa: PLC0415

        return tuple(
            Actor(**{**actor, "mentions": tuple(Span(*span) for span in actor["mentions"])})
            for actor in self.json["actors"]
        )

    @cached_property
    def actor(self) -> Mapping[str, "Actor"]:
        """Every actor by its id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def claims(self) -> "Claims":
        """All claims, by kind; raise ``RecordError`` where an older Détente kept them in a form unknown to this one."""
        from detente.claims import Claims, from_json  # noqa: PLC0415

        by_kind = {name: get_args(hint)[0] for name, hint in get_type_hints(Claims).items()}
        try:
            return Claims(
                **{
                    name: tuple(from_json(kind, body) for body in self.json.get(name, ()))
                    for name, kind in by_kind.items()
                }
            )
        except TypeError as error:
            id_ = self.json["article"]["id"]
            raise RecordError(
                f"{id_}: another Détente has read it, whose claims differ: {error}; read it anew"
            ) from error

    def quote(self, spans: Spans) -> str:
        """Give the words of spans, such as a claim's ``evidence``, with `` … `` where something between is left out."""
        return quote(self.text, spans)
