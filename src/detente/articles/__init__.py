"""IN a path, a folder, an address, standard input, a feed. OUT articles."""

from detente.articles.article import Article, PublishedFrom
from detente.articles.choosing import READERS
from detente.articles.datelines import find_dateline
from detente.articles.days import day
from detente.articles.feeds import Entry, Feed
from detente.articles.feeds import parse as parse_feed
from detente.articles.fetch import Validators, Wish, fetch_changed
from detente.articles.given import article_of
from detente.articles.manners import Manners
from detente.articles.notices import Notice, notice
from detente.articles.plain import from_text
from detente.articles.raw import Raw, Reader
from detente.articles.restoring import restored
from detente.articles.rows import from_row
from detente.articles.sources import (
    file_of,
    files_of,
    place_of,
    read,
    read_answer,
    read_from,
    refuse_future,
    shown,
)
from detente.articles.webpage import read as read_page

__all__ = [
    "READERS",
    "Article",
    "Entry",
    "Feed",
    "Manners",
    "Notice",
    "PublishedFrom",
    "Raw",
    "Reader",
    "Validators",
    "Wish",
    "article_of",
    "day",
    "fetch_changed",
    "file_of",
    "files_of",
    "find_dateline",
    "from_row",
    "from_text",
    "notice",
    "parse_feed",
    "place_of",
    "read",
    "read_answer",
    "read_from",
    "read_page",
    "refuse_future",
    "restored",
    "shown",
]
