"""What would cost a reader's parser more than it is worth costs little, or is refused: size, number, nesting."""

import io
import time

import pytest

from detente.articles import Article, Raw, jsonl, plain, table, webpage

P = b"<p>The foreign minister of Peru said on Monday that her country rejects sanctions. </p>"
PAGE = b"<html><body><article>%b" + P * 5
SECONDS = 30.0
"""So long a reader may take on a slow machine that does much else."""


def first(reader, data):
    start = time.monotonic()
    found = next(iter(reader.read(Raw("it", None, io.BytesIO(data)))))
    assert time.monotonic() - start < SECONDS
    return found.text if isinstance(found, Article) else found.reason


@pytest.mark.parametrize(
    "nasty",
    [
        b"<div>" * 50_000,
        b"<b>" * 50_000,
        b"<ul><li>" * 30_000,
        b"<table><tr><td>" * 20_000,
        b"<blockquote><p>" * 20_000,
        b"<p %b>" % b"".join(b"a%d=1 " % n for n in range(100_000)),
        b"<p %b>" % b"".join(b"a%d " % n for n in range(100_000)),
        b"<p %b>" % b"".join(b"a%d='>' " % n for n in range(50_000)),
        b"<p " + b"\"'" * 100_000 + b">",
        b"<img src='data:image/png;base64,%b'>" % (b"iVBORw0K" * 2**20),
        b"<!--" * 100_000,
        b"<a href=x>y</a>" * 10_000,
        b'<meta name=date content="%b">' % (b"2021-01-" * 100_000),
    ],
    ids=lambda nasty: nasty[:12].decode(),
)
def test_pages(nasty):
    found = first(webpage, PAGE % nasty)
    assert "rejects sanctions" in found or "found HTML without an article" in found


@pytest.mark.parametrize(
    ("reader", "data", "said"),
    [
        (webpage, b"<p>x" * 2_000_000, "found a page of 8,000,000 characters; expected at most 4,194,304"),
        (webpage, b"x" * (64 * 2**20 + 1), "found more than 67,108,864 bytes; expected one article"),
        (plain, b"x" * (64 * 2**20 + 1), "found more than 67,108,864 bytes; expected one article"),
        (jsonl, b'{"text": ' + b"[" * 100_000, "found JSON that cannot be read: maximum recursion depth exceeded"),
        (jsonl, b'{"text": "", "n": ' + b"9" * 100_000 + b"}", "found JSON that cannot be read: Exceeds the limit"),
        (jsonl, b'"' + b"x" * (65 * 2**20), "found more than 67,108,864 bytes; expected one article"),
        (table, b"text," + b"a," * 100_000, "found 100,002 columns; expected at most 10,000"),
        (table, b'text,id\n"' + b'x""' * 1_000_000, "found a quoted value that never ends"),
    ],
)
def test_what_is_too_much(reader, data, said):
    assert said in first(reader, data)
