"""What a Python program asks a record: each method is a command, with its options by name and its results typed.

Questions may be asked as of a day in the world (``on``) and as of a day, or a moment, of what we knew (``known_on``),
both as ISO 8601. For what is no day, ``UsageError`` is raised.
"""

import datetime as dt
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from detente import positions
from detente.lexicon import own_issues, own_world
from detente.positions import Answer, Copy, Difference, Dossier, Happening, Identity, Relations, Spell, Timeline
from detente.record import Failure, Hit, ReadBy, Reading, Recorded, Stats, Versioned, Within
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
    def _seen(self, known_on: Day | None = None, published_by: Day | None = None) -> Iterator[Store]:
        """Give what is asked, as of a day, while the user's own rows stand in the directory."""
        with own_world(self._settings.world), own_issues(self._settings.issues):
            is_now = known_on is None and published_by is None
            yield self._store if is_now else self._store.as_of(known_on, published_by=published_by)

    def timeline(
        self,
        holder: str,
        object: str,  # noqa: A002 - what the command calls it
        *,
        on: Day | None = None,
        known_on: Day | None = None,
        limit: int | None = None,
    ) -> Timeline:
        """Give where a holder stood on an object, since when and on whose word: spells of a position, and changes.

        Both by id or name; the object is an actor, an issue or both ("sanctions on Venezuela"). With a day, only what
        may have held, or changed, on it; with a limit, so many of either, the last. Raise ``UsageError`` where a name
        may mean several.
        """
        with self._seen(known_on) as seen:
            return positions.timeline(seen, holder, object, on, limit=limit)

    def plot(
        self,
        holder: str,
        object: str,  # noqa: A002
        file: str | os.PathLike[str],
        *,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> None:
        """Write a picture of what ``timeline`` gives, with events, office holders and coverage: ``.svg`` or ``.png``.

        Raise ``UsageError`` for another ending, without the extra ``plots``, and as ``timeline`` does.
        """
        from detente.surfaces.plot import plot

        with self._seen(known_on) as seen:
            plot(seen, holder, object, Path(file), on)

    def positions(
        self,
        holder: str,
        object: str,  # noqa: A002
        *,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> tuple[Spell, ...]:
        """Give the positions of a holder on an object, as ``timeline`` has them, without the changes between them."""
        return self.timeline(holder, object, on=on, known_on=known_on).spells

    def who(self, office: str, polity: str, on: Day | None = None, *, known_on: Day | None = None) -> Answer:
        """Give who held an office of a state or body, on a day or at any time, with what proves it.

        Raise ``UsageError`` where the polity may mean several.
        """
        with self._seen(known_on) as seen:
            return positions.who(seen, office, polity, on)

    def events(
        self,
        actor: str | None = None,
        other: str | None = None,
        *,
        limit: int | None = None,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> tuple[Happening, ...]:
        """Give the events of the record, of one actor or between two, each once with all its reports.

        With a day, those that may have been on it; with a limit, the latest. Raise ``UsageError`` where a name may mean
        several, or nobody.
        """
        with self._seen(known_on) as seen:
            return positions.find_happenings(seen, actor, other, on, limit=limit).shown

    def relations(
        self,
        a: str,
        b: str,
        *,
        by: Literal["day", "month", "year"] = "month",
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> Relations:
        """Give the course of the relation of two sides by periods: events, scores, words, coverage, change points.

        With a day, as far as articles told it that had been published by it. Raise ``UsageError`` where a name may mean
        several, or nobody.
        """
        with self._seen(known_on, on) as seen:
            return positions.relations(seen, a, b, by)

    def actors(
        self,
        words: str = "",
        *,
        type: Kind | None = None,  # noqa: A002 - what the command calls it
        state: str | None = None,
        limit: int | None = None,
        on: Day | None = None,
        known_on: Day | None = None,
    ) -> tuple[Identity, ...]:
        """Give the actors of all articles, the one in most articles first; only those with all words in one name.

        With a day, of the articles that had been published by it.
        """
        with self._seen(known_on, on) as seen:
            return positions.actors(seen, words, type=type, state=state, limit=limit)

    def actor(
        self, name: str, *, limit: int | None = None, on: Day | None = None, known_on: Day | None = None
    ) -> Dossier:
        """Give all that is known of one actor, by id or name: names, mentions, why he is one, who else he may be."""
        with self._seen(known_on, on) as seen:
            return positions.actor(seen, name, limit=limit)

    def show(self, article: str, *, on: Day | None = None, known_on: Day | None = None) -> Reading:
        """Give the newest reading of an article, by its id, its path, its file name or a part of its title.

        With a day, without the claims whose own dates exclude it. Raise ``UsageError`` where none, or several, may be
        meant.
        """
        with self._seen(known_on) as seen:
            whole = seen.show(article)
            if on is None:
                return whole
            shown = positions.shown(seen, article, on)
            return Reading({name: shown[name] for name in whole.json})

    def search(
        self,
        words: str,
        *,
        limit: int = 20,
        quotes: bool = False,
        actor: str | None = None,
        on: Day | None = None,
        known_on: Day | None = None,
        **filters: Any,
    ) -> tuple[Hit, ...]:
        """Find the articles that have all the words, the newest first.

        ``"Lima Group"`` in quotation marks is a phrase, ``sanction*`` any word that begins so. The filters are those of
        the command: ``kinds``, ``issues``, ``outlets``, ``languages``, ``since``, ``until``; with a day, only what had
        been published by it. Raise ``UsageError`` where there is no word, and for what cannot be understood.
        """
        with self._seen(known_on, on) as seen:
            within = Within.of(**filters)
            return positions.search(seen, words, limit, quoted=quotes, actor=actor, within=within)

    def readings(self, kind: str = "", *, known_on: Day | None = None) -> Iterator[Versioned]:
        """Give the newest reading of every article, one at a time; with a kind, those where such a claim was found."""
        with self._seen(known_on) as seen:
            return seen.readings(kind)

    def versions(self, article: str, *, known_on: Day | None = None) -> tuple[Recorded, ...]:
        """Give the versions of an article, named as for ``show``: when each was recorded, what it says of itself."""
        with self._seen(known_on) as seen:
            return tuple(seen.versions(seen.show(article).article.id))

    def copies(self, *, known_on: Day | None = None) -> tuple[tuple[Copy, ...], ...]:
        """Give the texts of which the record has several copies, each with all of them, the earliest first."""
        with self._seen(known_on) as seen:
            return positions.copies(seen)

    def read_by(self) -> tuple[ReadBy, ...]:
        """Give the versions of code, model and lexicon that have read something, the first before the later ones."""
        with self._seen() as seen:
            return positions.versions(seen)

    def diff(self, one: str, other: str) -> Iterator[Difference]:
        """Give what one version found and the other did not, claim by claim, in the texts that both have read.

        A version is its number in ``read_by``, from 1, or the beginning of its code or lexicon. Raise ``UsageError``
        at once where it is none, or several.
        """
        with self._seen() as seen:
            return positions.differences(seen, one, other)

    def export_events(self, *, known_on: Day | None = None, **given: Any) -> Iterator["Row"]:
        """Give the events as event data, row by row: ``detente export events``, with its options by name.

        ``format`` (plover or polecat), ``since``, ``until``, ``states``, ``types``, ``all``, ``economic_sanctions``.
        docs/exports.md says what the fields hold. Raise ``UsageError`` at once for what cannot be understood.
        """
        from detente.surfaces import api

        with self._seen(known_on) as seen:
            rows = api.events(seen, **given)
        return rows if not self._settings.world else self._one_by_one(rows)

    def _one_by_one(self, rows: Iterator["Row"]) -> Generator["Row"]:
        while True:
            with self._seen():
                row = next(rows, None)
            if row is None:
                return
            yield row

    def export_dyads(self, *, known_on: Day | None = None, **given: Any) -> tuple["Row", ...]:
        """Give how often who did what to whom, as rows: ``detente export dyads``, with its options by name.

        ``by`` (day, month or year), ``since``, ``until``, ``states``, ``types``, ``undated``, ``undirected``,
        ``historical``, ``economic_sanctions``. Raise ``UsageError`` for what cannot be understood.
        """
        from detente.surfaces import api

        with self._seen(known_on) as seen:
            return api.dyads(seen, **given)

    def stats(self, *, on: Day | None = None, known_on: Day | None = None) -> Stats:
        """Count articles, their versions and readings, open failures, and the claims that views show, by kind."""
        with self._seen(known_on, on) as seen:
            return seen.stats()

    def check(self) -> list[str]:
        """Say what is broken, one sentence a fault; nothing when the record is whole."""
        return self._store.faults()

    def failures(self, *, known_on: Day | None = None) -> list[Failure]:
        """Give what could not be read and has not been read since, in the order in which it was recorded."""
        with self._seen(known_on) as seen:
            return seen.failures()
