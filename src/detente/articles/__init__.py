"""IN a path, a folder, an address, standard input. OUT articles."""

from detente.articles.article import Article, PublishedFrom
from detente.articles.choosing import READERS
from detente.articles.datelines import find_dateline
from detente.articles.days import day
from detente.articles.given import article_of
from detente.articles.notices import Notice, notice
from detente.articles.plain import from_text
from detente.articles.raw import Raw, Reader
from detente.articles.restoring import restored
from detente.articles.rows import from_row
from detente.articles.sources import file_of, place_of, read, read_from

__all__ = [
    "READERS",
    "Article",
    "Notice",
    "PublishedFrom",
    "Raw",
    "Reader",
    "article_of",
    "day",
    "file_of",
    "find_dateline",
    "from_row",
    "from_text",
    "notice",
    "place_of",
    "read",
    "read_from",
    "restored",
]
