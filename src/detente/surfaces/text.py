"""What a reader of the terminal sees: coloured where that is wanted, and never more than text.

Words of articles are shown as they are, but for control characters, which could change the terminal.
"""

import re
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

Part = str | tuple[str, str]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
POLARITY = {"for": "bold green", "against": "bold red", "mixed": "bold yellow", "neutral": "bold cyan"}


class Page:
    """Standard output, for lines with an indentation and styled parts.

    Colours follow rich: none where the output is no terminal or NO_COLOR is set.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False)

    def line(self, *parts: Part | None, indent: int = 0) -> None:
        """Print one line; a part is words, or words and their style."""
        text = Text()
        for part in parts:
            if part is not None:
                words, style = part if isinstance(part, tuple) else (part, "")
                text.append(clean(words), style)
        if self._console.is_terminal:
            self._console.print(Padding(text, (0, 0, 0, indent)))
        else:
            self._console.print(Text(" " * indent) + text, soft_wrap=True)

    def heading(self, words: str) -> None:
        """Print a heading after an empty line."""
        self.line()
        self.line((words, "bold underline"))

    def quote(self, words: str, *after: Part | None, indent: int = 4) -> None:
        """Print words of an article between quotation marks."""
        self.line(("“" + short(words) + "”", "italic"), *after, indent=indent)


def clean(words: str) -> str:
    r"""Give words that cannot change the terminal.

    >>> clean("a\x1b[31mb")
    'a\ufffd[31mb'
    """
    return _CONTROL.sub("\ufffd", words.replace("\r\n", "\n"))


def short(words: str, most: int = 280) -> str:
    """Give words on one line, cut where they are many.

    >>> short("one  two three", 9)
    'one two …'
    """
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


def told(*parts: Any) -> Part:
    """Give details in brackets, dim; those that are unknown are left out."""
    known = [str(part) for part in parts if part]
    return (f"  ({', '.join(known)})" if known else "", "dim")
