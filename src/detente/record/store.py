"""The store: articles, what was read in them, and what failed. Claims are added, never changed or deleted."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from detente.errors import UsageError
from detente.record import (
    comparing,
    copying,
    counting,
    finding,
    fulltext,
    integrity,
    knowing,
    looking,
    searching,
    sketches,
    streaming,
    watchers,
    writing,
)
from detente.record.appearing import Appearing
from detente.record.comparing import ReadBy
from detente.record.counting import Stats
from detente.record.explaining import explained
from detente.record.failing import Failing, read_now
from detente.record.finding import NO_LIMITS, Kept, KnownActor, Limits, Source
from detente.record.following import Following
from detente.record.guises import Offices
from detente.record.keeping import find, show
from detente.record.knowing import ArticleActor, Holding, Place, Worn
from detente.record.looking import Recorded
from detente.record.readings import Reading
from detente.record.searching import Hit
from detente.record.sketches import Sketch
from detente.record.streaming import Versioned
from detente.record.terms import terms
from detente.record.within import ANYWHERE, Within
from detente.versions import Version


class Record(Failing, Appearing):
    """A record, open for reading and, once something is added, for writing."""

    def get(self, article: str, sha256: str, read: Version) -> dict[str, Any] | None:
        """Give what was printed where these versions were the last to read this version of the article; else None."""
        with self._reading() as connection:
            number = find(connection, article, sha256, read)
            return None if number is None else show(connection, number)

    def add(self, printed: Mapping[str, Any], read: Version) -> dict[str, Any]:
        """Keep a reading, as the pipeline prints it, in one transaction; what is there already stays as it is."""
        return self.add_all([printed], read)[0]

    def add_all(self, some: Sequence[Mapping[str, Any]], read: Version) -> list[dict[str, Any]]:
        """Keep several readings in one transaction, all or none; give each as it is in the record."""
        with self._writing() as connection:
            now = self._now()
            read_now(connection, [each["article"]["source"] for each in some], now)
            return list(writing.keep(connection, some, read, now))

    def claims(
        self, *kinds: str, who: Collection[str] = (), roles: Collection[str] = (), limits: Limits = NO_LIMITS
    ) -> list[Kept]:
        """Find claims, as ``finding.find_claims`` says; ``limits`` as in ``Limits``."""
        with self._reading() as connection:
            sight = (self._when, self._verdicts(connection))
            return finding.find_claims(connection, kinds, who, roles, sight, limits)

    def actors(self) -> set[KnownActor]:
        """Give every actor that some article knows."""
        with self._reading() as connection:
            return finding.find_actors(connection, self._when)

    def article_actors(self, **wanted: Collection[Any]) -> list[ArticleActor]:
        """Give the actors of all articles, each as his article knows him.

        ``wanted`` may limit them to some ``ids``, ``articles`` (by id), ``guises`` or ``readings`` (by number).
        """
        with self._reading() as connection:
            return knowing.find_article_actors(connection, wanted, self._when)

    def worn(self) -> tuple[list[Worn], list[Holding]]:
        """Give the guises in which actors are known, and the offices in which persons of each guise are shown."""
        with self._reading() as connection:
            return knowing.find_worn(connection, self._when), knowing.find_holdings(connection, self._when)

    def offices(self, readings: Collection[int]) -> dict[tuple[int, str], Offices]:
        """Give the offices in which single persons are shown in some readings, by reading and id."""
        with self._reading() as connection:
            return knowing.find_offices(connection, readings)

    def readings_of(self, guises: Collection[int]) -> dict[int, set[int]]:
        """Give the numbers of the readings in which actors of these guises are known, by guise."""
        with self._reading() as connection:
            return knowing.find_readings(connection, guises, self._when)

    def judged(self, kind: str) -> set[int]:
        """Give the numbers of the readings of which claims of a kind are rejected or corrected."""
        with self._reading() as connection:
            return finding.find_judged(connection, kind, self._verdicts(connection))

    def places(self, readings: Collection[int], ids: Collection[str] = ()) -> list[Place]:
        """Give where actors are mentioned in some readings: those with these ids, or all."""
        with self._reading() as connection:
            return list(knowing.find_places(connection, readings, ids, self._when))

    @property
    def following(self) -> Following:
        """What is kept of the feeds and folders that are followed."""
        return Following(self._reading, self._writing, self._now, partial(watchers.alone, self._engine))

    def utterances(self, asserted: Collection[Kept]) -> dict[tuple[int, str], Mapping[str, Any]]:
        """Give the utterances in which these claims stand, by reading and id."""
        with self._reading() as connection:
            return finding.find_utterances(connection, asserted, self._verdicts(connection))

    def envoys(self, found: Collection[Kept], whom: Collection[str]) -> set[tuple[int, str, str]]:
        """Give who stands for one of some actors in the articles of these claims: reading, his id, and for whom."""
        with self._reading() as connection:
            return finding.find_envoys(connection, found, whom)

    def show(self, article: str) -> Reading:
        """Give the newest reading of an article, found by its id, its path, its file name or a part of its title.

        Raise ``UsageError`` where none, or several, may be meant.
        """
        with self._reading() as connection:
            return Reading(show(connection, looking.find_reading(connection, article, self._when)))

    def recorded(self, article: str) -> Recorded:
        """Say when we knew what ``show`` gives of an article, named as there; raise ``UsageError`` as that does."""
        with self._reading() as connection:
            number = looking.find_reading(connection, article, self._when)
            return looking.find_recorded(connection, number, self._when)

    def versions(self, article: str) -> list[Recorded]:
        """Give the versions of an article, by its id, in the order in which they were recorded; also if retracted."""
        with self._reading() as connection:
            return looking.find_versions(connection, article, self._when)

    def readings(self, kind: str = "") -> Iterator[Versioned]:
        """Give the newest reading of every article with its versions, one at a time, by the articles' ids.

        With a kind (``events``), only those readings in which some claim of it was found.
        """
        with self._reading() as connection:
            yield from streaming.stream(connection, kind, self._when, self._verdicts(connection))

    def read_by(self) -> list[ReadBy]:
        """Give the versions of code, model and lexicon that have read something, the first before the later ones."""
        with self._reading() as connection:
            return comparing.read_by(connection, self._when)

    def read_by_both(self, one: Version, other: Version) -> Iterator[tuple[Reading, Reading]]:
        """Give the readings of each text that two versions have read, one text at a time, by the articles' ids."""
        with self._reading() as connection:
            yield from comparing.both(connection, one, other, self._when)

    def sketches(self, articles: Collection[str] | None = None) -> list[Sketch]:
        """Give the sketches of some articles, by their ids, or of all; by them copies are found."""
        with self._reading() as connection:
            return sketches.find_sketches(connection, articles, self._when)

    def sources(self, articles: Collection[str]) -> dict[str, Source]:
        """Give the texts of some articles, by their ids, in the versions that count."""
        with self._reading() as connection:
            return finding.find_sources(connection, articles, self._when)

    def search(
        self,
        words: str,
        limit: int = 20,
        *,
        quoted: bool = False,
        within: Within = ANYWHERE,
        of: Mapping[str, Collection[str]] | None = None,
        called: Callable[[str, str, str], str] | None = None,
    ) -> tuple[Hit, ...]:
        """Find the articles that have all the words, the newest first; accents and case do not matter.

        ``"Lima Group"`` in quotation marks is a phrase, ``sanction*`` any word that begins so. With ``quoted``, one and
        the same utterance must have all the words. ``within`` leaves only some kinds, issues, outlets, languages and
        days. ``of`` names the only articles that are wanted, and the ids of the actors there whose utterances are, or
        who have a part in the claim of a kind or issue; ``called`` gives the name of an actor from his article, id and
        name there. Raise ``UsageError`` where there is no word.
        """
        with self._reading() as connection:
            asked = searching.Asked(
                terms=terms(words),
                quoted=quoted,
                within=within,
                of=of,
                called=called,
                when=self._when,
                verdicts=self._verdicts(connection),
            )
            return searching.search(connection, asked, limit)

    def state(self) -> tuple[object, ...]:
        """Give what is another whenever something has been read, judged or withdrawn since."""
        with self._reading() as connection:
            return knowing.state(connection)

    def faults(self) -> list[str]:
        """Say what is broken, one sentence a fault; nothing when the record is whole."""
        with self._reading() as connection:
            return list(integrity.faults(connection))

    def mend(self) -> None:
        """Make the folded words and the full-text index anew from the texts; nothing else is changed."""
        with self._writing() as connection:
            fulltext.mend(connection)

    def backup(self, file: str | os.PathLike[str]) -> None:
        """Copy the whole record to a file, itself a record in SQLite, while others go on; a file there is replaced.

        Raise ``UsageError`` where there is no record, or the file is the record; ``RecordError`` where it cannot be
        read or written.
        """
        path = Path(file)
        if self.is_absent:
            raise UsageError(f"there is no record at {self.name}; expected one that can be copied")
        if path.exists() and Path(self.name).exists() and path.samefile(self.name):
            raise UsageError(f"{path} is the record itself; expected another file")
        with explained(self._url):
            copying.to_file(self._engine, path)

    def restore(self, file: str | os.PathLike[str]) -> None:
        """Copy the whole record in a file into this one, which must be empty; else raise ``RecordError``."""
        if not Path(file).exists():
            raise UsageError(f"there is no record at {file}; expected one that can be copied")
        with explained(self._url), type(self).open(file, create=False) as given:
            copying.into(self._engine, given._engine)  # noqa: SLF001 - a record too

    def size(self) -> int:
        """Give how many bytes the record takes on disk."""
        with self._reading() as connection:
            return counting.size(connection)

    def stats(self) -> Stats:
        """Count articles, their versions and readings, open failures, and the claims that views show, by kind."""
        with self._reading() as connection:
            return counting.count(connection, self._when, self._verdicts(connection))
