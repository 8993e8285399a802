"""Whose statement an article is: those who say "we" in it outside all quotation marks."""

from detente.documents import Document

_BYLINE_BLOCKS = 4
_PLURAL = ("we",)
_STATEMENT = {"statement", "declaration", "communiqué", "communique"}
_BY = {"by", "of", "from"}
_ABOUT = {"on", "about", "after", "regarding", "concerning", "following", "at", "in"}


def issuers_of(document: Document) -> tuple[str, ...]:
    """Give those under whose name a statement is issued; nobody where the article is a reporter's."""
    return _byline(document) or _opening(document) or _titled(document)


def _byline(document: Document) -> tuple[str, ...]:
    """Read a heading that is a name and, after a comma, an office."""
    for block in document.blocks[:_BYLINE_BLOCKS]:
        if block.kind == "heading" and "," in block.span.of(document.text):
            for role in document.roles:
                if role.span.holds(block.span) or (block.span.holds(role.span) and role.span.end == block.span.end):
                    return tuple(each for each in (role.person or role.polity,) if each)
    return ()


def _opening(document: Document) -> tuple[str, ...]:
    """Read "We, the foreign ministers of Canada, France and Japan, condemn"."""
    tree = document.tree
    for sentence in document.sentences:
        first = next((i for i in range(sentence.first, sentence.last) if tree[i].pos != "PUNCT"), None)
        if first is not None and tree[first].lemma in _PLURAL and tree[min(first + 1, sentence.last - 1)].text == ",":
            until = next((i for i in range(first, sentence.last) if tree[i].pos in ("VERB", "AUX")), sentence.last)
            return _bodies(document, range(first + 1, until))
    return ()


def _titled(document: Document) -> tuple[str, ...]:
    """Read a title such as "Joint statement by the foreign ministers of Ghana and Togo on the border"."""
    tree = document.tree
    for block in document.blocks[:_BYLINE_BLOCKS]:
        if block.kind not in ("title", "heading"):
            continue
        tokens = tree.within(block.span)
        noun = next((i for i in tokens if tree[i].text.lower() in _STATEMENT), None)
        start = noun + 1 if noun is not None else tokens.stop
        if start in tokens and tree[start].text.lower() in _BY:
            until = next((i for i in range(start, tokens.stop) if tree[i].text.lower() in _ABOUT), tokens.stop)
            return _bodies(document, range(start, until))
    return ()


def _bodies(document: Document, tokens: range) -> tuple[str, ...]:
    """Give the bloc or else the states among those named."""
    found = document.who(*tokens)
    blocs = [each for each in found if document.actor[each].type == "bloc"]
    return tuple(blocs[:1]) or tuple(each for each in found if document.actor[each].type == "state")
