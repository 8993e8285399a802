"""The title in a header: names of those whom the text knows, and no claims."""

import pytest

from detente.articles import Article, read
from detente.pipeline import read as extract
from detente.settings import Settings


@pytest.fixture
def extraction(tmp_path):
    def of(title):
        path = tmp_path / "article.txt"
        path.write_text(
            f"outlet: Us\n{title}\ndate: 2021-08-05\n\nMaria Okafor met the envoy of Peru on Monday.\n", "utf-8"
        )
        (article,) = read([str(path)], Settings())
        assert isinstance(article, Article)
        return extract(article, Settings())

    return of


def in_header(extraction):
    document = extraction.document
    header = document.article.header
    return {each.span.of(document.text): each.actors for each in document.mentions if header.holds(each.span)}


def test_whom_the_text_knows_is_named(extraction):
    assert in_header(extraction("title: What Okafor told Peru")) == {
        "Okafor": ("person/maria-okafor",),
        "Peru": ("PER",),
    }


def test_strangers_are_not(extraction):
    assert in_header(extraction("headline: What Mensah told the envoy")) == {}


def test_only_the_title_is_read(extraction):
    assert in_header(extraction("url: https://example.org/Peru")) == {}


def test_nothing_is_claimed_from_it(extraction):
    found = extraction("title: Peru condemns Chile")
    header = found.document.article.header
    assert not any(header.holds(span) for each in found.claims.events for span in each.evidence)
    assert max(each.head for each in found.document.mentions) >= len(found.document.tree)
    assert all(head < len(found.document.tree) for head in found.document.mention_at)
