"""Web archives, written by another program (warcio) or by hand, and what may be wrong with them."""

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from detente.articles import Article, read

PAGE = (Path(__file__).parent / "samples" / "page.html").read_bytes()
HTML = "text/html; charset=utf-8"


def http(status="200 OK", **headers):
    return StatusAndHeaders(status, [(name.replace("_", "-"), value) for name, value in headers.items()], "HTTP/1.1")


def archive(*records, packed=True, version="WARC/1.1"):
    """Records of type, address, what the server said and the body."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed, warc_version=version)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "a test"}))
    for kind, address, headers, body in records:
        given = {"http_headers": headers} if headers else {"warc_content_type": "text/plain"}
        date = {"WARC-Date": "2021-09-15T10:00:00Z"}
        record = writer.create_warc_record(address, kind, payload=io.BytesIO(body), warc_headers_dict=date, **given)
        writer.write_record(record)
        record.raw_stream.close()
    return file.getvalue()


@pytest.fixture
def found(tmp_path):
    def read_all(data, name="a.warc"):
        (tmp_path / name).write_bytes(data)
        return list(read([str(tmp_path / name)]))

    return read_all


RECORDS = (
    ("request", "https://example.org/a", http(), b""),
    ("response", "https://example.org/a#top", http(Content_Type=HTML), PAGE),
    ("response", "https://example.org/moved", http("302 Found", Content_Type=HTML, Location="/a"), b"moved"),
    ("response", "https://example.org/logo", http(Content_Type="image/png"), b"\x89PNG"),
    ("response", "https://example.org/b", http(Content_Type="text/plain"), b"Peru left the group."),
    ("resource", "https://example.org/c", None, b"Chile left the group."),
)


@pytest.mark.parametrize(("packed", "name"), [(True, "a.warc.gz"), (False, "a.warc"), (True, "named_otherwise")])
@pytest.mark.parametrize("version", ["WARC/1.0", "WARC/1.1"])
def test_pages_are_articles_and_nothing_else_is(found, packed, name, version):
    page, plain, resource = found(archive(*RECORDS, packed=packed, version=version), name)
    assert (page.title, page.published, page.published_from) == (
        "Peru reopens its embassy in Quito",
        "2021-09-14",
        "metadata",
    )
    assert (page.id, page.extras["archived"]) == ("https://example.org/a", "2021-09-15T10:00:00Z")
    assert [each.source.rpartition(":")[2] for each in (page, plain, resource)] == ["3", "6", "7"]
    assert (plain.id, plain.text, resource.text) == (
        "https://example.org/b",
        "Peru left the group.",
        "Chile left the group.",
    )


def chunked(body):
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content_Encoding": "gzip"}, gzip.compress(PAGE)),
        ({"Content_Encoding": "gzip"}, PAGE),  # some archives unpack pages and keep what the server had said
        ({"Transfer_Encoding": "chunked"}, chunked(PAGE)),
        ({"Transfer_Encoding": "chunked"}, PAGE),
        ({"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}, chunked(gzip.compress(PAGE))),
        ({"Content_Length": "17"}, PAGE),
    ],
)
def test_pages_packed_in_every_way_are_the_same(found, headers, body):
    (article,) = found(archive(("response", "https://example.org/a", http(Content_Type=HTML, **headers), body)))
    assert article.text.startswith("Peru reopens its embassy in Quito")


def whole():
    return archive(*RECORDS[1:2], packed=False)


def hand(header, block=b""):
    return b"WARC/1.1\r\n" + header + b"\r\n\r\n" + block + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (whole() + whole()[:-200], "bytes too few of"),
        (whole() + b"WARC/1.1\r\nWARC-Type: resp", "found a header that cannot be read"),
        (whole() + hand(b"Content-Length: many"), "found a header that cannot be read"),
        (whole() + b"WARC/1.1\r\n" + b"x" * 2**20, "found a header that cannot be read: got more than 65536 bytes"),
        (whole() + hand(b"\r\n".join(b"A: b" for _ in range(200))), "found a header that cannot be read"),
        (whole() + b"something else", "found 'something else'; expected records as ISO 28500 writes them"),
        (whole() + b"\r\n" * 100, "found 'blank lines'"),
        (gzip.compress(whole()) + gzip.compress(whole())[:-30], "found a record that cannot be read: Compressed file"),
    ],
)
def test_damage_is_named_and_what_stands_before_it_is_read(found, data, said):
    *articles, error = found(data * 1)
    assert said in error.reason
    assert [type(each) for each in articles] in ([Article], [Article, Article], [])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "found 0 records and no page among them; expected a web archive"),
        (archive(), "found 1 records and no page among them"),
        (
            archive(("response", "https://example.org/a", http(Content_Type=HTML, Content_Encoding="br"), b"\x8b\x01")),
            "found the byte 0x8b at 0",
        ),
        (
            archive(
                ("response", "https://example.org/a", http(Content_Type=HTML, Content_Encoding="gzip"), b"\x1f\x8bno")
            ),
            "found a page that cannot be unpacked",
        ),
        (
            archive(
                (
                    "response",
                    "https://example.org/a",
                    http(Content_Type=HTML, Content_Encoding="gzip"),
                    gzip.compress(b"\0" * 2**27),
                )
            ),
            "found more than 67,108,864 bytes; expected an article",
        ),
        (
            hand(
                b"WARC-Type: resource\r\nContent-Type: text/plain\r\nWARC-Truncated: length\r\nContent-Length: 4",
                b"Peru",
            ),
            "found a page of which only the beginning was archived (length)",
        ),
    ],
)
def test_what_gives_no_article(found, data, said):
    (error,) = found(data)
    assert said in error.reason


def test_an_address_holds_nothing_that_no_record_could_keep(found):
    header = b"WARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 10\r\nWARC-Target-URI: "
    (article,) = found(hand(header + "<https://example.org/\0é\x7f>".encode(), b"Peru left."))
    assert article.id == "https://example.org/é"


def test_a_record_as_large_as_a_film_is_skipped_and_not_held(found):
    film = b"0" * 2**20
    header = b"WARC-Type: resource\r\nContent-Type: video/mp4\r\nContent-Length: %d" % (len(film) * 80)
    data = hand(header, film * 80) + whole()
    assert [each.title for each in found(gzip.compress(data, 1), "a.warc.gz")] == ["Peru reopens its embassy in Quito"]
