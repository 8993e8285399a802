"""What a search found, for the terminal."""

from collections.abc import Sequence

from detente.record import Hit, Snippet
from detente.surfaces.text import Page, Part, short, told
from detente.surfaces.text_marks import retracted_words

_MOST_QUOTES = 3


def show_hits(page: Page, query: str, found: Sequence[Hit]) -> None:
    """Print each article with the words around what was found, and those who are quoted with it."""
    if not found:
        page.line(f"No article of the record has {query}.")
    for hit in found:
        copy = f"copy of {hit.copy_of}" if hit.copy_of else None
        page.line(
            (hit.title or hit.article, "bold"), told(hit.outlet, hit.published, retracted_words(hit.retracted), copy)
        )
        for snippet in hit.snippets:
            page.line(*_marked(snippet), indent=2)
        for quoted in hit.quotes[:_MOST_QUOTES]:
            speakers = ", ".join(quoted.speakers) or "—"
            page.line((speakers, "bold"), ": ", (short(quoted.quote), "italic"), told(quoted.kind), indent=4)
        if len(hit.quotes) > _MOST_QUOTES:
            page.line((f"and {len(hit.quotes) - _MOST_QUOTES} more claims", "dim"), indent=4)
        page.line()


def _marked(snippet: Snippet) -> list[Part]:
    """Divide a snippet at its marks; an ellipsis where the text goes on."""
    parts: list[Part] = ["… " if snippet.span.start else ""]
    done = 0
    for start, end in snippet.marks:
        parts += [_flat(snippet.text[done:start]), (_flat(snippet.text[start:end]), "bold reverse")]
        done = end
    return [*parts, _flat(snippet.text[done:]), "" if snippet.ends else " …"]


def _flat(words: str) -> str:
    """Put words on one line; blanks at the ends stay."""
    return "".join(" " if each in "\r\n\t" else each for each in words)
