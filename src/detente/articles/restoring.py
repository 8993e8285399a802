"""An article as it was read, made again from what the record keeps of it."""

from dataclasses import replace
from pathlib import Path

from detente.articles import webpage
from detente.articles.article import Article
from detente.articles.head import Head, find_head
from detente.text import Span, slug


def restored(article: Article) -> Article:
    """Give an article with its header and title found again in its text, as its reader found them.

    The record keeps text and fields, not which characters are header and title; of these the text itself tells.
    """
    if _is_page(article):
        return replace(article, title_span=Span(0, len(article.text.partition("\n")[0])))
    head = _head(article)
    return replace(article, header=head.header, title_span=head.title)


def _is_page(article: Article) -> bool:
    """Say whether the text is that of a web page, which begins with its title."""
    page = Path(article.source.removesuffix(".gz")).suffix in webpage.SUFFIXES or article.published_from == "metadata"
    return page and bool(article.title) and slug(article.text.partition("\n")[0]) == slug(article.title or "")


def _head(article: Article) -> Head:
    """Find what stands above the prose; the title is a line of the text where that is what the article is called."""
    head = find_head(article.text)
    own = head.title is None or head.fields.get("title") == article.title
    return head if own else find_head(article.text, has_title=True)
