"""Whom a judgement names: found again after every new reading, by id, by the place of his mentions, or by his name.

New code may give the actor of an article another id. The article and the words in which he was seen stay the same, so
they lead to him; where nothing does, the judgement is kept and told to have lost him.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from detente.positions.profiles import Profile, Unit
from detente.record import ArticleActor, Judged, Judgement, Record, Seen
from detente.text import fold, overlap

_MOST_SEEN = 3


class Finder:
    """The actors of all articles, for finding those whom judgements name."""

    def __init__(self, record: Record, actors: Collection[ArticleActor]) -> None:
        self._record = record
        self._actors = actors

    @cached_property
    def _units(self) -> Mapping[Unit, ArticleActor]:
        return {(each.article, each.id): each for each in self._actors}

    @cached_property
    def _by_id(self) -> Mapping[str, list[ArticleActor]]:
        return _grouped((each.id, each) for each in self._actors)

    @cached_property
    def _by_article(self) -> Mapping[str, list[ArticleActor]]:
        return _grouped((each.article, each) for each in self._actors)

    def units(self, judged: Judged) -> list[ArticleActor]:
        """Give the actors of articles whom this one names; none where he is lost."""
        if judged.article is not None:
            known = self._units.get((judged.article, judged.actor)) or self._seen(judged) or self._named(judged)
            return [known] if known else []
        if judged.actor in self._by_id:
            return self._by_id[judged.actor]
        ids = Counter(each.id for seen in judged.evidence if (each := self._at(seen)))
        best = min(ids, key=lambda id_: (-ids[id_], id_), default=None)
        return self._by_id[best] if best else []

    def knows(self, actor: str, article: str | None = None) -> bool:
        """Say whether some article, or this one, knows an actor by this id."""
        return actor in self._by_id if article is None else (article, actor) in self._units

    def articles(self, actor: str) -> list[str]:
        """Give the articles that know an actor by this id."""
        return [each.article for each in self._by_id[actor]]

    def refer(self, actor: str, article: str | None) -> Judged:
        """Give an actor as a judgement names him, with where he was seen."""
        known = [self._units[article, actor]] if article is not None else self._by_id[actor]
        shown = sorted(known, key=lambda each: (each.published or "9999", each.article))[:_MOST_SEEN]
        places = self._record.places([each.reading for each in shown], {actor})
        seen = tuple(Seen(each.source.id, each.sha256, each.spans[:_MOST_SEEN]) for each in places)
        return Judged(actor, article, known[0].name, seen)

    def _seen(self, judged: Judged) -> ArticleActor | None:
        return next((found for seen in judged.evidence if (found := self._at(seen))), None)

    def _named(self, judged: Judged) -> ArticleActor | None:
        """Give the one of the article who has the name."""
        same = [each for each in self._by_article[judged.article or ""] if fold(each.name) == fold(judged.name)]
        return same[0] if len(same) == 1 else None

    def _at(self, seen: Seen) -> ArticleActor | None:
        """Give the one who is mentioned where somebody was seen, if the text is still the same."""
        there = self._by_article.get(seen.article)
        if not there:
            return None
        places = self._record.places([there[0].reading])
        shared: Mapping[str, int] = {
            each.id: overlap(each.spans, seen.spans) for each in places if each.sha256 == seen.sha256
        }
        best = min(shared, key=lambda id_: (-shared[id_], id_), default=None)
        return self._units[seen.article, best] if best is not None and shared[best] else None


def _grouped(actors: Iterable[tuple[str, ArticleActor]]) -> dict[str, list[ArticleActor]]:
    found: dict[str, list[ArticleActor]] = defaultdict(list)
    for key, actor in actors:
        found[key].append(actor)
    return found


def sides(
    finder: Finder, judgements: Iterable[Judgement], profiles: Iterable[Profile]
) -> list[tuple[Judgement, list[Profile], list[Profile]]]:
    """Give the judgements with the profiles of those whom they name."""
    judged = list(judgements)
    if not judged:
        return []
    of = {(unit.article, unit.id): profile for profile in profiles for unit in profile.units}

    def having(judged: Judged) -> list[Profile]:
        found = {(each := of[unit.article, unit.id]).key: each for unit in finder.units(judged)}
        return [found[key] for key in sorted(found)]

    return [(each, having(each.one), having(each.other)) for each in judged]


def alone(finder: Finder, judgements: Iterable[Judgement]) -> frozenset[Unit]:
    """Give those who are judged in one article alone."""
    named = [side for each in judgements for side in (each.one, each.other) if side.article is not None]
    return frozenset((unit.article, unit.id) for side in named for unit in finder.units(side))
