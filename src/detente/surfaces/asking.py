"""What a Python program asks a record: each method is a command, with its options by name and its results typed."""

import datetime as dt
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from detente import positions
from detente.lexicon import own_world
from detente.positions import Answer, Dossier, Happening, Identity, Ruling, Spell, Timeline
from detente.record import Failure, Hit, Reading, Stats, Versioned, Within
from detente.record import Record as Store
from detente.settings import Settings

if TYPE_CHECKING:  # the parser is loaded only by those who read
    from detente.surfaces.exports import Row

Day = str | dt.date
Kind = Literal["state", "person", "bloc", "government", "party", "organisation", "outlet", "place", "group"]


class Asking:
    """Questions to a record, all within the directory that its settings name."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings

    @contextmanager
    def _seen(self) -> Iterator[Store]:
        """Give what is asked, while the user's own rows stand in the directory."""
        with own_world(self._settings.world):
            yield self._store

    def timeline(self, holder: str, object: str) -> Timeline:  # noqa: A002 - what the command calls it
        """Give where a holder stood on an object, since when and on whose word: spells of a position, and changes.

        Both by id or name; the object is an actor, an issue or both ("sanctions on Venezuela"). Raise ``UsageError``
        where a name may mean several.
        """
        with self._seen() as seen:
            return positions.timeline(seen, holder, object)

    def positions(self, holder: str, object: str) -> tuple[Spell, ...]:  # noqa: A002
        """Give the positions of a holder on an object, as ``timeline`` has them, without the changes between them."""
        return self.timeline(holder, object).spells

    def who(self, office: str, polity: str, on: Day | None = None) -> Answer:
        """Give who held an office of a state or body, on a day or at any time, with what proves it.

        Raise ``UsageError`` for a day that is none, and where the polity may mean several.
        """
        with self._seen() as seen:
            return positions.who(seen, office, polity, on)

    def events(self, actor: str | None = None, other: str | None = None) -> tuple[Happening, ...]:
        """Give the events of the record, of one actor or between two, each once with all its reports."""
        with self._seen() as seen:
            return positions.happenings(seen, actor, other)

    def actors(
        self,
        words: str = "",
        *,
        type: Kind | None = None,  # noqa: A002 - what the command calls it
        state: str | None = None,
        limit: int | None = None,
    ) -> tuple[Identity, ...]:
        """Give the actors of all articles, the one in most articles first; only those with all words in one name."""
        with self._seen() as seen:
            return positions.actors(seen, words, type=type, state=state, limit=limit)

    def actor(self, name: str, *, limit: int | None = None) -> Dossier:
        """Give all that is known of one actor, by id or name: names, mentions, why he is one, who else he may be."""
        with self._seen() as seen:
            return positions.actor(seen, name, limit=limit)

    def same(self, one: str, other: str, *, why: str, by: str) -> Ruling:
        """Judge that two are one actor, until it is undone."""
        with self._seen() as seen:
            return positions.same(seen, one, other, why=why, by=by)

    def different(self, one: str, other: str, *, why: str, by: str) -> Ruling:
        """Judge that two are two actors, whatever speaks for their being one, until it is undone."""
        with self._seen() as seen:
            return positions.different(seen, one, other, why=why, by=by)

    def undo(self, number: int | None = None, *, by: str) -> Ruling:
        """Withdraw a judgement, the last one that stands where no number is given."""
        with self._seen() as seen:
            return positions.undo(seen, number, by=by)

    def judgements(self) -> tuple[Ruling, ...]:
        """Give all judgements, withdrawn ones too, each as it stands now."""
        with self._seen() as seen:
            return positions.judgements(seen)

    def show(self, article: str) -> Reading:
        """Give the newest reading of an article, by its id, its path or a part of its title.

        Raise ``UsageError`` where none, or several, may be meant.
        """
        with self._seen() as seen:
            return seen.show(article)

    def search(
        self, words: str, *, limit: int = 20, quotes: bool = False, actor: str | None = None, **filters: Any
    ) -> tuple[Hit, ...]:
        """Find the articles that have all the words, the newest first.

        ``"Lima Group"`` in quotation marks is a phrase, ``sanction*`` any word that begins so. The filters are those of
        the command: ``kinds``, ``issues``, ``outlets``, ``languages``, ``since``, ``until``. Raise ``UsageError`` where
        there is no word, and for what cannot be understood.
        """
        with self._seen() as seen:
            within = Within.of(**filters)
            return positions.search(seen, words, limit, quoted=quotes, actor=actor, within=within)

    def readings(self, kind: str = "") -> Iterator[Versioned]:
        """Give the newest reading of every article, one at a time; with a kind, those where such a claim was found."""
        return self._store.readings(kind)

    def export_events(self, **given: Any) -> Iterator["Row"]:
        """Give the events as event data, row by row: ``detente export events``, with its options by name.

        ``format`` (plover or polecat), ``since``, ``until``, ``states``, ``types``, ``all``, ``economic_sanctions``.
        docs/exports.md says what the fields hold. Raise ``UsageError`` at once for what cannot be understood.
        """
        from detente.surfaces import api

        with self._seen() as seen:
            rows = api.events(seen, **given)
        return rows if not self._settings.world else self._one_by_one(rows)

    def _one_by_one(self, rows: Iterator["Row"]) -> Generator["Row"]:
        while True:
            with self._seen():
                row = next(rows, None)
            if row is None:
                return
            yield row

    def export_dyads(self, **given: Any) -> tuple["Row", ...]:
        """Give how often who did what to whom, as rows: ``detente export dyads``, with its options by name.

        ``by`` (day, month or year), ``since``, ``until``, ``states``, ``types``, ``undated``, ``undirected``,
        ``historical``, ``economic_sanctions``. Raise ``UsageError`` for what cannot be understood.
        """
        from detente.surfaces import api

        with self._seen() as seen:
            return api.dyads(seen, **given)

    def stats(self) -> Stats:
        """Count articles, their versions and readings, open failures, and the claims that views show, by kind."""
        return self._store.stats()

    def check(self) -> list[str]:
        """Say what is broken, one sentence a fault; nothing when the record is whole."""
        return self._store.faults()

    def failures(self) -> list[Failure]:
        """Give what could not be read and has not been read since, in the order in which it was recorded."""
        return self._store.failures()
