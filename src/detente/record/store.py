"""The store: articles, what was read in them, and what failed. Claims are added, never changed or deleted."""

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple, Self

import sqlalchemy as sa

from detente.articles import file_of
from detente.errors import UsageError
from detente.record import (
    claim_finding,
    claim_judgements,
    counting,
    decisions,
    engines,
    finding,
    integrity,
    judgements,
    knowing,
    looking,
    opening,
    retractions,
    searching,
    streaming,
)
from detente.record.claim_judgements import ClaimJudgement
from detente.record.counting import Stats
from detente.record.explaining import explained, name
from detente.record.finding import Kept, KnownActor
from detente.record.guises import Offices
from detente.record.judgements import Judgement
from detente.record.keeping import find, insert, show
from detente.record.knowing import ArticleActor, Holding, Place, Worn
from detente.record.looking import Recorded
from detente.record.moments import NOW, When, day, moment, written
from detente.record.readings import Reading
from detente.record.retractions import Retraction
from detente.record.searching import Hit
from detente.record.streaming import Versioned
from detente.record.tables import failures
from detente.record.verdicts import Verdicts
from detente.versions import Version

_RESOLVE = (
    failures.update()
    .where(failures.c.source.in_(sa.bindparam("sources", expanding=True)), failures.c.resolved_at.is_(None))
    .values(resolved_at=sa.bindparam("now"))
)

Clock = Callable[[], dt.datetime]
"""Tells the time, with its zone."""

Decision = Judgement | ClaimJudgement | Retraction
"""Whatever somebody may decide, and take back."""


def _utc() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Failure(NamedTuple):
    """What could not be read: its source, the stage that failed, the reason, and when that was recorded.

    ``place`` is where the source can be read again: an absolute path or an address; None where it cannot be.
    """

    source: str
    stage: str
    reason: str
    recorded_at: str = ""
    place: str | None = None


class Record:
    """A record, open for reading and, once something is added, for writing."""

    def __init__(self, url: sa.URL, engine: sa.Engine, clock: Clock, when: When = NOW) -> None:
        self._url = url
        self._engine = engine
        self._looking = engines.looking(engine)
        self._clock = clock
        self._when = when
        self._judged: tuple[object, claim_finding.Judgements] | None = None

    @classmethod
    def open(cls, address: str | os.PathLike[str] = "", *, create: bool = True, clock: Clock = _utc) -> Self:
        """Open the record at a URL or path, empty for the default one; raise ``RecordError`` where that fails.

        Without ``create``, a record that does not exist is read as an empty one, and no file is made. In a ``with``
        block it is closed at the end. ``clock`` tells when something is recorded.
        """
        url = opening.address(os.fspath(address))
        return cls(url, opening.connect(url, create=create), clock)

    def as_of(self, known_on: str | dt.date | None = None, *, published_by: str | dt.date | None = None) -> Self:
        """Give the record as it was known at the end of a day, or at a moment (UTC); it cannot be written.

        With ``published_by``, only the articles that had been published by a day of the world. Every view of it is as
        if nothing else had been read. Raise ``UsageError`` for what is no day or moment.
        """
        known = moment(known_on) if known_on is not None else self._when.known
        published = day(published_by) if published_by is not None else self._when.published
        return type(self)(self._url, self._engine, self._clock, When(known, published))

    @property
    def name(self) -> str:
        """The path or URL, for messages."""
        return name(self._url)

    @property
    def is_absent(self) -> bool:
        """Whether there is no such file, or no table there yet, so that the record is an empty one in memory."""
        return self._engine.url.database == ":memory:" != self._url.database

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the record."""
        with explained(self._url), self._looking.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        if self._when != NOW:
            raise UsageError("found a record as of an earlier day; expected the record itself to write to")
        with explained(self._url), engines.writing(self._engine) as connection:
            yield connection

    def get(self, article: str, sha256: str, read: Version) -> dict[str, Any] | None:
        """Give what was printed when this version of the article was read by these versions; None where it was not."""
        with self._reading() as connection:
            number = find(connection, article, sha256, read)
            return None if number is None else show(connection, number)

    def add(self, printed: Mapping[str, Any], read: Version) -> dict[str, Any]:
        """Keep a reading, as the pipeline prints it, in one transaction; what is there already stays as it is."""
        article = printed["article"]
        with self._writing() as connection:
            sources = sorted({article["source"], file_of(article["source"])})
            connection.execute(_RESOLVE, {"sources": sources, "now": self._now()})
            number = find(connection, article["id"], article["sha256"], read)
            if number is not None:
                return show(connection, number)
            insert(connection, printed, read, self._now())
            return dict(printed)

    def fail(self, failure: Failure) -> None:
        """Keep a failure, in the place of an earlier one of the same source; the same again is open anew."""
        of_source = failures.c.source == failure.source
        same = (of_source, failures.c.stage == failure.stage, failures.c.reason == failure.reason)
        with self._writing() as connection:
            self._resolve(connection, of_source)
            again = failures.update().where(*same).values(resolved_at=None, place=failure.place)
            if not connection.execute(again).rowcount:
                row = failure._replace(recorded_at=failure.recorded_at or self._now())
                connection.execute(failures.insert().values(**row._asdict()))

    def resolve(self, source: str) -> None:
        """Take note that nothing fails any more in this source."""
        with self._writing() as connection:
            self._resolve(connection, failures.c.source == source)

    def _resolve(self, connection: sa.Connection, which: sa.ColumnElement[bool]) -> None:
        resolved = failures.update().where(which, failures.c.resolved_at.is_(None)).values(resolved_at=self._now())
        connection.execute(resolved)

    def failures(self) -> list[Failure]:
        """Give what could not be read and has not been read since, in the order in which it was recorded."""
        query = sa.select(*(failures.c[name] for name in Failure._fields))
        with self._reading() as connection:
            rows = connection.execute(query.where(counting.is_open(self._when)).order_by(failures.c.number))
            return [Failure(*row) for row in rows]

    def claims(
        self,
        *kinds: str,
        who: Collection[str] = (),
        roles: Collection[str] = (),
        about: Collection[str] = (),
        readings: Collection[int] = (),
        offices: Collection[str] = (),
    ) -> list[Kept]:
        """Find claims, as ``finding.find_claims`` says."""
        with self._reading() as connection:
            sight = (self._when, self._verdicts(connection))
            limits = (about, readings, offices)
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

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement, with its time where it has none; give it with its number. See ``judgements.add``."""
        with self._writing() as connection:
            return judgements.add(connection, judgement, self._now())

    def withdraw(self, number: int | None, by: str) -> Decision:
        """Withdraw a judgement, without a number the last one that stands; its row is kept with the time."""
        with self._writing() as connection:
            gone = decisions.withdraw(connection, number, by, self._now())
            return next(each for each in _decided(connection, None) if each.number == gone)

    def judgements(self) -> list[Judgement]:
        """Give all judgements of two actors, withdrawn ones too, in the order in which they were kept."""
        with self._reading() as connection:
            return judgements.find(connection, self._when.known)

    def judge_claim(self, judgement: ClaimJudgement) -> int:
        """Keep a judgement of a claim; give its number. See ``claim_judgements.add``."""
        with self._writing() as connection:
            return claim_judgements.add(connection, judgement, self._now())

    def claim_judgements(self) -> claim_finding.Judgements:
        """Give all judgements of claims, and which claims they mean now."""
        with self._reading() as connection:
            return self._judgements(connection)

    def _verdicts(self, connection: sa.Connection) -> Verdicts:
        return self._judgements(connection).verdicts

    def _judgements(self, connection: sa.Connection) -> claim_finding.Judgements:
        """Give what judgements make of claims; worked out anew only where something was read or judged since."""
        state = knowing.state(connection)
        if self._judged is None or self._judged[0] != state:
            passed = claim_judgements.find(connection, self._when.known)
            self._judged = (state, claim_finding.judged(connection, passed, self._when))
        return self._judged[1]

    def retract(self, article: str, *, by: str, why: str) -> int:
        """Retract an article, by its id, in all its versions; give the retraction's number.

        Raise ``UsageError`` where it is retracted already, and without a name or a reason.
        """
        with self._writing() as connection:
            return retractions.retract(connection, article, by, why, self._now())

    def retractions(self) -> list[Retraction]:
        """Give all retractions of articles, withdrawn ones too, in the order in which they were kept."""
        with self._reading() as connection:
            return retractions.find(connection, self._when.known)

    def utterances(self, asserted: Collection[Kept]) -> dict[tuple[int, str], Mapping[str, Any]]:
        """Give the utterances in which these claims stand, by reading and id."""
        with self._reading() as connection:
            return finding.find_utterances(connection, asserted, self._verdicts(connection))

    def envoys(self, found: Collection[Kept], whom: Collection[str]) -> set[tuple[int, str, str]]:
        """Give who stands for one of some actors in the articles of these claims: reading, his id, and for whom."""
        with self._reading() as connection:
            return finding.find_envoys(connection, found, whom)

    def show(self, article: str) -> Reading:
        """Give the newest reading of an article, found by its id, its path or a part of its title.

        Raise ``UsageError`` where none, or several, may be meant.
        """
        with self._reading() as connection:
            return Reading(show(connection, looking.find_reading(connection, article, self._when)))

    def recorded(self, article: str) -> Recorded:
        """Say when we knew what ``show`` gives of an article, named as there; raise ``UsageError`` as that does."""
        with self._reading() as connection:
            number = looking.find_reading(connection, article, self._when)
            return looking.find_recorded(connection, number, self._when)

    def readings(self, kind: str = "") -> Iterator[Versioned]:
        """Give the newest reading of every article with its versions, one at a time, by the articles' ids.

        With a kind (``events``), only those readings in which some claim of it was found.
        """
        with self._reading() as connection:
            yield from streaming.stream(connection, kind, self._when, self._verdicts(connection))

    def published(self) -> dict[str | None, int]:
        """Count the articles by their day of publication; None stands for those of which nobody knows it."""
        with self._reading() as connection:
            return streaming.published(connection, self._when)

    def search(
        self,
        words: str,
        limit: int = 20,
        *,
        quoted: bool = False,
        of: Mapping[str, Collection[str]] | None = None,
        called: Callable[[str, str, str], str] | None = None,
    ) -> tuple[Hit, ...]:
        """Find the articles that have all the words, the newest first; accents and case do not matter.

        ``"Lima Group"`` in quotation marks is a phrase, ``sanction*`` any word that begins so. With ``quoted``, one and
        the same utterance must have all the words. ``of`` names the only articles that are wanted, and the ids of the
        actors there whose utterances are; ``called`` gives the name of an actor from his article, id and name there.
        Raise ``UsageError`` where there is no word.
        """
        with self._reading() as connection:
            sight = (self._when, self._verdicts(connection))
            return searching.search(connection, words, limit, sight, quoted=quoted, of=of, called=called)

    def state(self) -> tuple[object, ...]:
        """Give what is another whenever something has been read, judged or withdrawn since."""
        with self._reading() as connection:
            return knowing.state(connection)

    def faults(self) -> list[str]:
        """Say what is broken, one sentence a fault; nothing when the record is whole."""
        with self._reading() as connection:
            return list(integrity.faults(connection))

    def size(self) -> int:
        """Give how many bytes the record takes on disk."""
        with self._reading() as connection:
            return counting.size(connection)

    def stats(self) -> Stats:
        """Count articles, their versions and readings, open failures, and the claims that views show, by kind."""
        with self._reading() as connection:
            return counting.count(connection, self._when, self._verdicts(connection))

    def _now(self) -> str:
        return written(self._clock())


def _decided(connection: sa.Connection, known: str | None) -> list[Decision]:
    """Give all decisions, in the order of their kinds."""
    kinds = (judgements.find, claim_judgements.find, retractions.find)
    return [each for find_all in kinds for each in find_all(connection, known)]
