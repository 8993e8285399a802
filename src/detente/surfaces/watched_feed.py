"""A feed that is followed: what it announces is fetched, politely, page by page."""

import io
from collections.abc import Iterator
from dataclasses import replace

from detente.articles import (
    Article,
    Manners,
    Raw,
    Wish,
    fetch_changed,
    parse_feed,
    read_answer,
    read_page,
    refuse_future,
)
from detente.articles.feeds import ACCEPT, MOST_BYTES
from detente.articles.manners import PATIENCE
from detente.errors import SourceError, UnreachableError
from detente.record import Announced, Followed, Following, Waiting
from detente.settings import Settings
from detente.surfaces.watched import MOST_TRIES, Tell, Visit, back_off, later, until


class WatchedFeed:
    """A feed at an address."""

    def __init__(self, address: str, following: Following, manners: Manners, settings: Settings, tell: Tell) -> None:
        self._address = address
        self._following = following
        self._manners = manners
        self._settings = settings
        self._tell = tell

    @property
    def followed(self) -> Followed:
        """What the record knows of it now."""
        return self._following.of(self._address)

    def rest(self) -> float:
        """Give the seconds until it wants to be asked again."""
        return until(self.followed.due_at)

    def look(self) -> None:
        """Ask for the feed, unless it is as before, and keep what it announces."""
        feed = self.followed
        wish = Wish(ACCEPT, MOST_BYTES, before=lambda url: self._manners.enter(url, self._address))
        try:
            answer = fetch_changed(self._address, feed.validators, self._settings, wish)
            if answer is None:
                self._following.announce(feed, ())
                return
            found = parse_feed(answer.body.read(), answer.url, self._address, answer.charset)
        except SourceError as error:
            asked = error.wait if isinstance(error, UnreachableError) else None
            if asked:
                self._manners.postpone(self._address, asked)
            self._following.unanswered(feed, error.reason, later(max(asked or 0.0, back_off(feed.failures))))
            raise
        quiet = max(found.ttl or 0.0, answer.fresh or 0.0)
        news = [
            Announced(each.key, each.mark, each.link, each.title, each.published, each.content)
            for each in found.entries
        ]
        many = self._following.announce(
            feed, news, title=found.title, validators=answer.validators, due_at=later(quiet) if quiet else None
        )
        if found.left_out:
            self._tell(f"{self._address}: found {found.left_out} entries too many; only the first {len(news)} are read")
        if many:
            self._tell(f"{self._address}: {many} new of {len(news)}")

    def visit(self, entry: Waiting) -> Visit | None:
        """Fetch the page of an entry, unless it is as before; an entry without a link is its own page."""
        if entry.link is None:
            return Visit(self._completed(self._own_page(entry), entry))
        rest = self._manners.rest(entry.link)
        if rest > PATIENCE:
            self._following.postpone(entry, later(rest), "its host wants to be left alone", tried=False)
            return None
        link = entry.link
        try:
            wish = Wish(before=lambda url: self._manners.enter(url, link))
            answer = fetch_changed(link, entry.validators, self._settings, wish)
        except UnreachableError as error:
            return self._tried(entry, error)
        except SourceError as error:
            return Visit(iter((error,)))
        if answer is None:
            self._following.settle(entry)
            return None
        return Visit(self._completed(read_answer(answer, link), entry), answer.validators)

    def _tried(self, entry: Waiting, error: UnreachableError) -> Visit | None:
        """Say when an entry is tried again, or give it up."""
        if error.wait and entry.link:
            self._manners.postpone(entry.link, error.wait)
        if entry.failures + 1 >= MOST_TRIES:
            return Visit(iter((SourceError(error.source, f"{error.reason}; given up after {MOST_TRIES} tries"),)))
        seconds = max(error.wait or 0.0, back_off(entry.failures))
        self._following.postpone(entry, later(seconds), error.reason, tried=True)
        self._tell(f"{error.source}: {error.reason}; tried again in {seconds / 60:.0f} minutes")
        return None

    def _own_page(self, entry: Waiting) -> Iterator[Article | SourceError]:
        """Read what the feed itself holds of an entry; only the feed can give it again."""
        name = f"{self._address}#{entry.key}"
        page = f"<!DOCTYPE html><html><head></head><body><article>{entry.content}</article></body></html>"
        for found in read_page(Raw(f"-:{name}", None, io.BytesIO(page.encode()), "utf-8")):
            yield found.named(name) if isinstance(found, Article) else found

    def _completed(self, found: Iterator[Article | SourceError], entry: Waiting) -> Iterator[Article | SourceError]:
        """Add what only the feed tells of an article; what the page says of itself comes first."""
        feed = self.followed
        for each in found:
            if isinstance(each, SourceError):
                yield each
                continue
            published = each.published or entry.published
            yield refuse_future(
                replace(
                    each,
                    outlet=each.outlet or feed.title,
                    title=each.title or entry.title,
                    published=published,
                    published_from=each.published_from or ("feed" if published else None),
                    extras={**each.extras, "feed": self._address},
                )
            )
