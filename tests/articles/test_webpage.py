import gzip
from pathlib import Path

import pytest

from detente.articles import Article, read

SAMPLE = Path(__file__).parent / "samples" / "page.html"
SENTENCE = "Peru rejects the sanctions against Venezuela, its foreign minister said on Monday."


@pytest.fixture
def page(tmp_path):
    def found(html, name="page.html"):
        (tmp_path / name).write_bytes(html if isinstance(html, bytes) else html.encode())
        (each,) = read([str(tmp_path / name)])
        return each if isinstance(each, Article) else each.reason

    return found


def test_the_article_of_a_page_with_what_the_page_says_of_it():
    (article,) = read([str(SAMPLE)])
    paragraphs = article.text.split("\n\n")
    assert [words.split()[0] for words in paragraphs] == ["Peru", "LIMA", "A", "The", "Ecuador"]
    assert "“before the end of the year”" in article.text
    assert not {"Home", "beaches", "rights"} & set(article.text.replace(".", "").split())
    assert article.id == article.url == "https://courier.example/world/embassy-quito"
    assert (article.title, article.outlet) == ("Peru reopens its embassy in Quito", "The Lima Courier")
    assert (article.published, article.published_from) == ("2021-09-14", "metadata")
    assert article.extras == {"author": "Rosa Quispe", "modified": "2021-09-16"}
    assert (article.encoding, article.encoding_from) == ("utf-8", "content")


def test_a_compressed_page_is_the_same_article(page):
    (article,) = read([str(SAMPLE)])
    assert page(gzip.compress(SAMPLE.read_bytes()), "page.html.gz").text == article.text
    assert page(SAMPLE.read_bytes(), "page").text == article.text


def test_a_title_that_stands_only_above_the_page_comes_first(page):
    article = page(f"<html><head><title>Lima says no</title></head><body><p>{SENTENCE}</p></body></html>")
    assert article.text == f"Lima says no\n\n{SENTENCE}"
    assert article.title_span.of(article.text) == "Lima says no"


def test_the_front_page_is_no_articles_own_address(page, tmp_path):
    head = '<meta property="og:url" content="https://courier.example/">'
    article = page(f"<html><head>{head}</head><body><p>{SENTENCE}</p></body></html>")
    assert (article.id, article.url) == (str(tmp_path / "page.html"), None)


def test_the_day_may_stand_in_a_dateline_or_in_the_address(page):
    article = page(f"<html><body><p>LIMA, Aug 5, 2021 (Agency) - {SENTENCE}</p></body></html>")
    assert (article.published, article.published_from) == ("2021-08-05", "header")
    link = '<link rel="canonical" href="https://courier.example/2021/08/05/lima">'
    article = page(f"<html><head>{link}</head><body><p>{SENTENCE}</p></body></html>")
    assert (article.published, article.published_from) in [("2021-08-05", "url"), ("2021-08-05", "metadata")]


def test_the_encoding_that_a_page_declares(page):
    head = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">'
    html = f"<html><head>{head}</head><body><p>{SENTENCE} Petr Šťastný agreed.</p></body></html>"
    article = page(html.encode("iso8859-2"))
    assert "Šťastný" in article.text
    assert (article.encoding, article.encoding_from) == ("iso-8859-2", "declared")


@pytest.mark.parametrize(
    "html",
    [
        '<html><head><title>Front</title></head><body><ul><li><a href="/">Home</a></li></ul></body></html>',
        "<html></html>",
        "<div>Home</div>",
        "<div>" * 100_000 + "Peru rejects the sanctions against Venezuela now." + "</div>" * 100_000,
        "<",
    ],
)
def test_html_without_an_article(page, html):
    assert page(html) == "found HTML without an article; expected a page with paragraphs of text"


@pytest.mark.parametrize(("html", "said"), [("", "found nothing"), (b"\x89PNG\r\n", "a picture")])
def test_no_html_at_all(page, html, said):
    assert said in page(html)


def test_a_page_from_the_future_is_refused(page):
    head = '<meta property="article:published_time" content="2931-09-14">'
    said = page(f"<html><head>{head}</head><body><p>{SENTENCE}</p></body></html>")
    assert said.startswith("found the day of publication 2931-09-14, which lies ahead of today")
