"""Markup to plain words, for titles that hold some; and the links that the head of a page names."""

from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "template"})


def plain_words(markup: str, most: int) -> str:
    """Give the words that a reader of the markup would see, at most so many characters, on one line.

    >>> plain_words("<b>Peru</b>&nbsp;&amp; Chile <script>alert(1)</script>: 3 < 4", 50)
    'Peru & Chile : 3 < 4'
    """
    words = _Words()
    words.feed(markup[: most * 20])
    words.close()
    return " ".join("".join(words.seen).split())[:most].rstrip()


def links(page: str) -> list[dict[str, str]]:
    """Give the attributes of each ``link`` of a page.

    >>> links('<html><LINK rel=alternate href="/feed">')
    [{'rel': 'alternate', 'href': '/feed'}]
    """
    found = _Links()
    found.feed(page)
    return found.links


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "link":
            self.links.append({name: value or "" for name, value in attributes})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.seen.append(data)
