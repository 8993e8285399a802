"""A real server on this machine, for tests: what it answers to each path, and what it was asked."""

import contextlib
import http.server
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

Speak = Callable[[http.server.BaseHTTPRequestHandler], None]
SENTENCE = (
    "The foreign minister of Peru, Ana Luz, said on Monday that her country rejects sanctions against Venezuela. "
)


class Page(NamedTuple):
    """An answer; with an ``ETag`` among its headers, it is given only to those who do not know it yet."""

    body: bytes = b""
    type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = {}


class Asked(NamedTuple):
    path: str
    headers: Mapping[str, str]
    at: float


class Site:
    """A server's pages by their paths; a function speaks for itself. Unknown paths are not found."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.pages: dict[str, Page | Speak] = {}
        self.asked: list[Asked] = []
        self.sent = 0

    def paths(self) -> list[str]:
        """The paths that were asked for, in order, without robots.txt."""
        return [each.path for each in self.asked if each.path != "/robots.txt"]

    def feed(self, path: str, *items: Mapping[str, str], more: str = "", title: str = "Desk Wire") -> str:
        """Put a feed there, with an item for each mapping from elements to what stands in them; give its address."""
        rows = "".join(f"<item>{''.join(f'<{k}>{v}</{k}>' for k, v in item.items())}</item>" for item in items)
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{more}{rows}</channel></rss>'
        self.pages[path] = Page(body.encode(), "application/rss+xml")
        return self.url + path

    def article(self, path: str, title: str = "", **given: Any) -> str:
        """Put an article there; give its address."""
        title = title or f"Peru rejects it in {path.strip('/')}"
        date = given.pop("date", "")
        meta = f'<meta property="article:published_time" content="{date}">' if date else ""
        words = f"<h1>{title}</h1>" + f"<p>{SENTENCE}This is told in {path.strip('/')}.</p>" * 3
        body = f"<html><head><title>{title}</title>{meta}</head><body><article>{words}</article></body></html>"
        self.pages[path] = Page(body.encode(), **given)
        return self.url + path


def _handler(site: Site) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(Asked(self.path, dict(self.headers), time.monotonic()))
            page = site.pages.get(self.path, Page(status=404))
            with contextlib.suppress(OSError):
                self._give(page) if isinstance(page, Page) else page(self)

        def _give(self, page: Page) -> None:
            etag = page.headers.get("ETag")
            known = etag is not None and self.headers.get("If-None-Match") == etag
            self.send_response(304 if known else page.status)
            for name, value in {"Content-Type": page.type, **page.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if not known:
                self.wfile.write(page.body)
                site.sent += len(page.body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    """Serve until the block ends."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        site = Site(server.server_port)
        server.RequestHandlerClass = _handler(site)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()
