import gzip
import json

import pytest

from detente.articles import READERS, Article, from_text, read
from detente.errors import SourceError


def only(source):
    (found,) = read([str(source)])
    return found


def reason(source):
    found = only(source)
    assert isinstance(found, SourceError)
    return found.reason


def test_header_inside_the_first_line_before_the_prose():
    article = from_text(" date 2021-08-05 The envoy spoke.\n", "a.txt")
    assert (article.published, article.published_from) == ("2021-08-05", "header")
    assert article.header.of(article.text) == "date 2021-08-05"
    assert article.title_span is None


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("title: Talks end\noutlet: Andina\ndate: 5 August 2021\n\n", ("Talks end", "Andina", "2021-08-05")),
        ("Source: Andina\r\nDate: 2021-08-05\r\n\r\n", (None, "Andina", "2021-08-05")),
        ("Friday, January 4, 2019\xa0\n\n", (None, None, "2019-01-04")),
        ("Talks end\nAug. 5, 2021\n\n", ("Talks end", None, "2021-08-05")),
        ("date 2021-08-05\nTalks end in Lima\n\n", ("Talks end in Lima", None, "2021-08-05")),
        ("QUITO, Aug 5, 2021 (Agency) - ", (None, None, "2021-08-05")),
        ("", (None, None, None)),
    ],
)
def test_heads(head, fields):
    article = from_text(head + "The ministers met for two days and agreed on nothing. They will meet again.\n", "a.txt")
    assert (article.title, article.outlet, article.published) == fields


@pytest.mark.parametrize(
    "text",
    [
        "Date palms grow in the south.\n\nThey need water.",
        "The minister spoke.\n\nHe left.",
        "LIMA, Aug 5 (Agency) -\n\nThe minister spoke.",
        "The foreign minister of Peru said on\nMonday that the country would not take part in the\ntalks.",
    ],
)
def test_prose_is_neither_header_nor_title(text):
    article = from_text(text, "a.txt")
    assert (article.title, article.published, article.header, article.title_span) == (None, None, None, None)


def test_what_a_header_says_besides_is_kept():
    article = from_text("date: last week\nauthor: A. Luz\n\nThe ministers met.", "a.txt")
    assert article.published is None
    assert article.extras == {"published": "last week", "author": "A. Luz"}


def test_the_text_is_kept_as_read(tmp_path):
    text = "\r\n Título\r\rThe envoy 👩🏽‍⚖️ of  Peru\x0b spoke.\u2028 Cafe\u0301\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert only(tmp_path / "a.txt").text == text


def test_a_byte_order_mark_is_no_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfThe envoy spoke.")
    assert only(tmp_path / "a.txt").text == "The envoy spoke."


def test_ids(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The envoy spoke.")
    assert only(path).id == str(path)
    assert from_text("url: https://example.org/1\n\nThe envoy spoke.", "-").id == "https://example.org/1"
    assert from_text("The envoy spoke.", "-").id == from_text("The envoy spoke.", "-").sha256


def test_json_lines(tmp_path):
    path = tmp_path / "news.jsonl.gz"
    rows = [
        {"id": 7, "text": "The envoy spoke.", "date": "2021-05-20T22:14:56Z", "source": "Andina", "section": {"a": 1}},
        {"text": "He left.", "published": "2021-05-21", "outlet": "Andina", "url": "https://example.org", "tags": None},
    ]
    lines = [json.dumps(rows[0]), "", "{bad", '["text"]', '{"body": "x"}', '{"text": " "}', json.dumps(rows[1])]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    first, *bad, last = read([str(path)])
    assert (first.id, first.published, first.outlet, first.extras) == (
        "7",
        "2021-05-20",
        "Andina",
        {"section": '{"a": 1}'},
    )
    assert (last.id, last.published_from, last.extras) == ("https://example.org", "column", {})
    assert [error.source for error in bad] == [f"{path}:{n}" for n in (3, 4, 5, 6)]
    assert "found no JSON" in bad[0].reason
    assert bad[1].reason == "found a list; expected an object with `text`"
    assert bad[2].reason.startswith("found body; expected `text`")
    assert bad[3].reason == "found only blanks; expected an article's text"


def test_half_a_character_becomes_the_replacement_character(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "The envoy \\ud83d spoke. \\u0000"}')
    assert only(tmp_path / "a.jsonl").text == "The envoy \ufffd spoke. \ufffd"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "found nothing"),
        ("a.txt", b" \n\t", "found only blanks"),
        ("a.txt", b"%PDF\x00\x01", "binary"),
        ("a.txt", "naïve „ok“".encode() + "naïve".encode("latin-1"), "mixed encodings"),
        ("a.txt.gz", b"no gzip", "gzip"),
        ("a.txt.gz", gzip.compress(b"The envoy spoke." * 99)[:-20], "ended"),
        ("a.docx", b"PK", "found a file ending in .docx; expected .txt"),
    ],
)
def test_what_gives_no_article(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    assert said in reason(tmp_path / name)


def test_missing_files_and_empty_folders(tmp_path):
    assert reason(tmp_path / "none.txt") == "found no such file or folder"
    assert "without articles" in reason(tmp_path)


def test_folders_are_read_in_order_and_hidden_files_left_out(tmp_path):
    for name in ("b.txt", "a.txt", ".c.txt", "notes.md", "sub/d.text"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"The envoy wrote {name} today.")
    assert [article.source for article in read([str(tmp_path)])] == [
        str(tmp_path / name) for name in ("a.txt", "b.txt", "sub/d.text")
    ]


def test_a_file_without_an_ending_is_judged_by_its_first_character(tmp_path):
    (tmp_path / "prose").write_text("The envoy spoke.")
    (tmp_path / "rows").write_text('{"id": "1", "text": "The envoy spoke."}')
    assert only(tmp_path / "rows").id == "1"
    assert isinstance(only(tmp_path / "prose"), Article)


def test_no_two_readers_take_the_same_ending():
    endings = [suffix for reader in READERS for suffix in reader.SUFFIXES]
    assert len(endings) == len(set(endings))
