"""What several tests share: reading a text with the default settings."""

from collections.abc import Callable

import pytest

from detente.articles import Article
from detente.pipeline import Extraction, read
from detente.settings import Settings

Reader = Callable[..., Extraction]


@pytest.fixture(scope="session")
def reading() -> Reader:
    """Read a text as the command does, from the article on."""

    def read_text(text: str, published: str | None = None, **fields: str) -> Extraction:
        return read(Article(id="test", source="test", text=text, published=published, **fields), Settings())

    return read_text
