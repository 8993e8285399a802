"""Whom a judgement names: found again after every new reading, by id, by the place of his mentions, or by his name.

New code may give the actor of an article another id. The article and the words in which he was seen stay the same, so
they lead to him; where nothing does, the judgement is kept and told to have lost him.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from detente.positions.profiles import Profile
from detente.positions.roster import Roster
from detente.record import ArticleActor, Judged, Judgement, Record, Seen
from detente.text import fold, overlap

_MOST_SEEN = 3


class Finder:
    """The actors of all articles, for finding those whom judgements name."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._by_id: dict[str, list[ArticleActor]] = {}
        self._by_article: dict[str, list[ArticleActor]] = {}

    def _called(self, actor: str) -> list[ArticleActor]:
        if actor not in self._by_id:
            self._by_id[actor] = self._record.article_actors(ids={actor})
        return self._by_id[actor]

    def of(self, article: str) -> list[ArticleActor]:
        """Give the actors of an article."""
        if article not in self._by_article:
            self._by_article[article] = self._record.article_actors(articles={article})
        return self._by_article[article]

    def unit(self, article: str, actor: str) -> ArticleActor | None:
        """Give the actor of an article by his id."""
        return next((each for each in self.of(article) if each.id == actor), None)

    def one(self, judged: Judged) -> ArticleActor | None:
        """Give the actor of one article whom this names; None where he is lost."""
        article = judged.article or ""
        return self.unit(article, judged.actor) or self._seen(judged) or self._named(judged)

    def elsewhere(self, judged: Judged) -> str | None:
        """Give the id by which those are called who were seen where this one was."""
        ids = Counter(each.id for seen in judged.evidence if (each := self._at(seen)))
        return min(ids, key=lambda id_: (-ids[id_], id_), default=None)

    def knows(self, actor: str, article: str | None = None) -> bool:
        """Say whether some article, or this one, knows an actor by this id."""
        return bool(self._called(actor)) if article is None else self.unit(article, actor) is not None

    def articles(self, actor: str) -> list[str]:
        """Give the articles that know an actor by this id."""
        return [each.article for each in self._called(actor)]

    def refer(self, actor: str, article: str | None) -> Judged:
        """Give an actor as a judgement names him, with where he was seen."""
        known = [unit for unit in [self.unit(article, actor)] if unit] if article is not None else self._called(actor)
        shown = sorted(known, key=lambda each: (each.published or "9999", each.article))[:_MOST_SEEN]
        places = self._record.places([each.reading for each in shown], {actor})
        seen = tuple(Seen(each.source.id, each.sha256, each.spans[:_MOST_SEEN]) for each in places)
        return Judged(actor, article, known[0].name, seen)

    def _seen(self, judged: Judged) -> ArticleActor | None:
        return next((found for seen in judged.evidence if (found := self._at(seen))), None)

    def _named(self, judged: Judged) -> ArticleActor | None:
        """Give the one of the article who has the name."""
        same = [each for each in self.of(judged.article or "") if fold(each.name) == fold(judged.name)]
        return same[0] if len(same) == 1 else None

    def _at(self, seen: Seen) -> ArticleActor | None:
        """Give the one who is mentioned where somebody was seen, if the text is still the same."""
        there = self.of(seen.article)
        if not there:
            return None
        places = self._record.places([there[0].reading])
        shared: Mapping[str, int] = {
            each.id: overlap(each.spans, seen.spans) for each in places if each.sha256 == seen.sha256
        }
        best = min(shared, key=lambda id_: (-shared[id_], id_), default=None)
        return self.unit(seen.article, best) if best is not None and shared[best] else None


def sides(
    finder: Finder, judgements: Iterable[Judgement], roster: Roster
) -> list[tuple[Judgement, list[Profile], list[Profile]]]:
    """Give the judgements with the profiles of those whom they name."""
    judged = list(judgements)
    if not judged:
        return []
    bearers: dict[str, list[Profile]] = defaultdict(list)
    for profile in roster.profiles:
        bearers[profile.id].append(profile)

    def having(judged: Judged) -> list[Profile]:
        if judged.article is None:
            return bearers[judged.actor] or bearers[finder.elsewhere(judged) or ""]
        unit = finder.one(judged)
        profile = roster.of(unit) if unit else None
        return [profile] if profile else []

    return [(each, having(each.one), having(each.other)) for each in judged]


def alone(finder: Finder, judgements: Iterable[Judgement]) -> list[ArticleActor]:
    """Give those who are judged in one article alone."""
    named = [side for each in judgements for side in (each.one, each.other) if side.article is not None]
    found = {(unit.article, unit.id): unit for side in named if (unit := finder.one(side))}
    return list(found.values())
