"""IN a path, a folder, standard input. OUT articles."""

from detente.articles.article import Article, PublishedFrom
from detente.articles.datelines import find_dateline
from detente.articles.days import day
from detente.articles.jsonl import from_row
from detente.articles.plain import from_text
from detente.articles.raw import Raw, Reader
from detente.articles.sources import READERS, read

__all__ = [
    "READERS",
    "Article",
    "PublishedFrom",
    "Raw",
    "Reader",
    "day",
    "find_dateline",
    "from_row",
    "from_text",
    "read",
]
