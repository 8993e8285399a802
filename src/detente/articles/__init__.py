"""IN a path, an address, a feed. OUT articles."""

from detente.articles.article import Article, PublishedFrom

__all__ = ["Article", "PublishedFrom"]
