"""Fetching from a real server on this machine; only tests may ask one here."""

import gzip
import http.server
import socket
import threading
import time
from pathlib import Path

import pytest

from detente.articles import Article, addresses, connection, fetch, read
from detente.settings import Settings

HERE = Settings(allow_loopback=True, fetch_seconds=5)
PAGE = (Path(__file__).parent / "samples" / "page.html").read_bytes()
HTML = "text/html; charset=utf-8"
PRIVATE = ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.1", "224.0.0.1", "100.64.0.1"]
PRIVATE += ["::1", "::ffff:127.0.0.1", "fe80::1", "fd00::1", "64:ff9b::7f00:1", "2002:7f00:1::"]
ANSWERS = {
    "/page": (200, {"Content-Type": HTML}, PAGE),
    "/packed": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/rows.jsonl.gz": (
        200,
        {"Content-Type": "application/gzip"},
        gzip.compress(b'{"id": "a", "text": "Peru left."}\n'),
    ),
    "/rows.csv": (200, {"Content-Type": "text/csv"}, b"id,text\na,Peru left.\n"),
    "/plain": (200, {"Content-Type": "text/plain; charset=iso-8859-2"}, "Petr Šťastný left.".encode("iso8859-2")),
    "/moved": (302, {"Location": "/page"}, b""),
    "/inside": (302, {"Location": "http://10.0.0.1/page"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/slow": (302, {"Location": "/slow"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/brotli": (200, {"Content-Type": HTML, "Content-Encoding": "br"}, b"\x8b\x01\x80Hi\x03"),
    "/unasked": (304, {}, b""),
    "/astray": (302, {"Location": "http://[::1"}, b""),
    "/empty": (200, {"Content-Type": HTML}, b""),
    "/short": (200, {"Content-Type": HTML, "Content-Length": "99999"}, PAGE),
}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.headers)
        if self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            return self.drip()
        if self.path == "/slow":
            time.sleep(0.2)
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        return None

    def drip(self):
        try:
            for _ in range(100):
                self.wfile.write(b"<p>Peru")
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.asked = []
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@pytest.fixture
def get(server):
    def found(path, settings=HERE):
        address = path if "://" in path else f"http://127.0.0.1:{server.server_port}{path}"
        (each,) = read([address], settings)
        assert each.source == address or isinstance(each, Article)
        return each if isinstance(each, Article) else each.reason

    return found


def test_a_page_is_fetched_under_an_honest_name(get, server):
    article = get("/page")
    assert article.title == "Peru reopens its embassy in Quito"
    assert (article.id, article.url) == (article.source, article.source)  # the address that the page names is elsewhere
    assert server.asked[-1]["User-Agent"] == fetch.USER_AGENT
    assert "Detente" in fetch.USER_AGENT
    assert "Cookie" not in server.asked[-1]


def test_compressed_or_moved_it_is_the_same_article(get):
    assert get("/packed").text == get("/moved").text == get("/page").text
    assert get("/moved").source.endswith("/moved")
    assert get("/moved").id.endswith("/page")


def test_other_formats_by_media_type_or_ending(get):
    assert (get("/rows.jsonl.gz").id, get("/rows.csv").id) == ("a", "a")
    assert (get("/plain").text, get("/plain").encoding_from) == ("Petr Šťastný left.", "declared")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/none", "found the answer 404 Not Found; expected a page"),
        ("/picture", "found the media type image/png; expected text/plain"),
        ("/empty", "found nothing; expected an article's text"),
        ("/loop", "found more than 5 redirections; expected a page"),
        ("/short", "of 99999; expected all of them"),
        ("/brotli", "found a page packed with br; expected none, or gzip"),
        ("/unasked", "found the answer 304 Not Modified; expected a page"),
        ("/astray", "found a redirection to an address that cannot be read"),
        ("http://8.8.8.8:25/a", "found the port 25; expected 80, 443 or one above 1023"),
        ("/inside", "found the private address 10.0.0.1 behind 10.0.0.1; expected a public one"),
        ("/file", "found an address file://; expected http:// or https://"),
        ("ftp://example.org/a", "found an address ftp://example.org; expected http:// or https://"),
        ("http://user:word@example.org/a", "found a user name in the address"),
        ("http://[::1", "found an address that cannot be read"),
        ("http://no-such-host.invalid/a", "the host no-such-host.invalid cannot be found"),
    ],
)
def test_what_gives_no_page(get, path, said):
    assert said in get(path)


def test_a_port_where_nobody_listens(get):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "cannot be reached: Connection refused" in get(f"http://127.0.0.1:{port}/a")


def test_a_server_that_speaks_no_tls(get, server):
    assert "no secure connection" in get(f"https://127.0.0.1:{server.server_port}/page")


def test_a_page_that_drips_ends_when_the_time_is_over(get):
    start = time.monotonic()
    assert get("/drip", Settings(allow_loopback=True, fetch_seconds=0.5)) == "no answer within 0.5 seconds"
    assert time.monotonic() - start < 2


def test_a_server_that_never_answers(get):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/a"
        assert get(address, Settings(allow_loopback=True, fetch_seconds=0.3)) == "no answer within 0.3 seconds"
        slow = address.replace("http", "https")
        assert get(slow, Settings(allow_loopback=True, fetch_seconds=0.3)) == "no answer within 0.3 seconds"


def test_a_page_that_is_too_large(get, monkeypatch):
    monkeypatch.setattr(fetch, "MOST_BYTES", 1000)
    assert get("/page") == "found more than 1,000 bytes; expected an article"
    assert get("/packed") == "found more than 1,000 bytes; expected an article"


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_not_asked(address):
    host = f"[{address}]" if ":" in address else address
    (error,) = read([f"http://{host}/a"])
    assert "expected a public one" in error.reason
    assert not addresses.is_public(address)


def test_a_name_that_is_never_found_ends_when_the_time_is_over(get, monkeypatch):
    over = threading.Event()
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *_, **__: [over.wait(20)][1:])
    start = time.monotonic()
    found = get("http://news.example/a", Settings(fetch_seconds=0.3))
    over.set()
    assert found == "the host news.example cannot be found: no answer within 0.3 seconds"
    assert time.monotonic() - start < 2


def test_redirections_have_one_time_together(get):
    hurried = Settings(allow_loopback=True, fetch_seconds=0.5)
    start = time.monotonic()
    assert get("/slow", hurried) == "no answer within 0.5 seconds"
    assert time.monotonic() - start < 2


def test_a_name_is_looked_up_once_and_its_address_used(get, server, monkeypatch):
    asked = []

    def lookup(host, port, **_):
        asked.append(host)
        where = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (where, port))]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", lookup)
    used = []

    def connect(address, *_):
        used.append(address)
        with socket.socket() as made:
            made.connect(address)
            return made.dup()

    monkeypatch.setattr(connection.socket, "create_connection", connect)
    assert isinstance(get(f"http://news.example:{server.server_port}/page"), Article)
    assert (asked, used) == (["news.example"], [("127.0.0.1", server.server_port)])
    asked.clear()
    asked.append("earlier")
    assert "found the private address 10.0.0.1 behind news.example" in get("http://news.example/page")
