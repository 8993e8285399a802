"""What the measurements of the stores share: articles with claims made by number, and records on each store."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from detente.articles import Article
from detente.claims import Claims, Object, Party, Stance, Utterance
from detente.documents import Actor, Document
from detente.pipeline import Extraction
from detente.text import Span, Spans
from detente.versions import Version
from evaluate.cluster import cluster

STORES = ("sqlite", "postgresql")
VERSION = Version("stored", "none", "none")
CLAIMS = 12
"""So many claims has every article."""

_STATES = (("PER", "Peru"), ("CHL", "Chile"), ("CUB", "Cuba"), ("FIN", "Finland"), ("NOR", "Norway"))
_ISSUES = ("sanctions", "recognition", "visas", "border")


def made(number: int) -> dict[str, Any]:
    """Give what might have been printed of an article; the same number gives the same one."""
    id_, name = _STATES[number % len(_STATES)]
    other_id, other = _STATES[(number // len(_STATES)) % len(_STATES)]
    sentences = [f"{name} said {n} times that it rejects measure {number + n} of {other}." for n in range(CLAIMS // 2)]
    text = " ".join(sentences)
    utterances, stances = [], []
    for n, sentence in enumerate(sentences, 1):
        start = text.index(sentence)
        shared: dict[str, Any] = {"why": "made/one", "confidence": 0.5}
        said = _at(text, "it rejects", start, len(sentence) - sentence.index("it rejects") - 1)
        utterances.append(
            Utterance(
                **shared,
                id=f"utterances/{n}",
                evidence=_at(text, name, start, len(sentence)),
                asserted_by=None,
                speakers=(id_,),
                source=_at(text, name, start),
                cue=_at(text, "said", start),
                content=said,
                mode="indirect",
            )
        )
        about = Object(
            text=f"measure {number + n}",
            issue=_ISSUES[n % len(_ISSUES)],
            actors=(Party(id=other_id, role="target"),),
            spans=_at(text, "measure", start),
        )
        stances.append(
            Stance(
                **shared,
                id=f"stances/{n}",
                evidence=_at(text, "rejects", start),
                asserted_by=f"utterances/{n}",
                holder=id_,
                through=None,
                capacity="institutional",
                object=about,
                polarity="against",
                strength=2,
            )
        )
    article = Article(
        id=f"article {number}",
        source=f"{number}.txt",
        text=text,
        title=f"{name} on {other}, {number}",
        outlet=f"Outlet {number % 7}",
        published=f"{2015 + number % 8}-{1 + number % 12:02}-{1 + number % 28:02}",
    )
    known = sorted({(id_, name), (other_id, other)})
    actors = tuple(Actor(id=id_, name=name, type="state", linked=True, mentions=()) for id_, name in known)
    document = Document(article, actors=actors)
    return Extraction(document, Claims(utterances=tuple(utterances), stances=tuple(stances))).as_json()


def _at(text: str, words: str, start: int, length: int | None = None) -> Spans:
    found = text.index(words, start)
    return (Span(found, found + (length or len(words))),)


class Stores:
    """Gives addresses of new records of one kind of store."""

    def __init__(self, folder: Path, server: str) -> None:
        self._folder, self._server, self._many = folder, server, 0

    def new(self) -> str:
        """Give the address of a record that is not there yet."""
        self._many += 1
        if not self._server:
            return str(self._folder / f"record{self._many}.db")
        engine = sa.create_engine(self._server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE record{self._many}")
        engine.dispose()
        return sa.make_url(self._server).set(database=f"record{self._many}").render_as_string()


@contextmanager
def stores(kind: str) -> Iterator[Stores]:
    """Give a store of a kind; for PostgreSQL, one that is started for this."""
    with tempfile.TemporaryDirectory() as folder:
        if kind == "sqlite":
            yield Stores(Path(folder), "")
        else:
            with cluster() as server:
                yield Stores(Path(folder), server)
