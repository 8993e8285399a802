"""Words in pieces, as the encoder was taught them: WordPiece (Wu and others 2016) over the parser's tokens.

The pieces are made token by token, so that each token knows its own: nothing has to be aligned afterwards.
"""

import unicodedata
from functools import cache, lru_cache
from importlib import resources

START, END = "[CLS]", "[SEP]"
_UNKNOWN = "[UNK]"
_LONGEST = 100


@cache
def vocabulary() -> dict[str, int]:
    """Give the number of every piece (that of BERT, uncased; Apache-2.0)."""
    file = resources.files("detente.documents").joinpath("models", "vocabulary.txt")
    return {piece: n for n, piece in enumerate(file.read_text("utf-8").splitlines())}


@lru_cache(maxsize=100_000)
def pieces(word: str) -> tuple[int, ...]:
    """Give the numbers of a word's pieces, one to a hundred: "Béjar's" is ``be ##jar ' s``; a longer word is unknown.

    >>> known = list(vocabulary())
    >>> [known[n] for n in pieces("Béjar's")]
    ['be', '##jar', "'", 's']
    """
    known = vocabulary()
    parts = _parts(word) if len(word) <= _LONGEST else ()
    found = [n for part in parts for n in _split(part, known)]
    return tuple(found[:_LONGEST]) or (known[_UNKNOWN],)


def _parts(word: str) -> list[str]:
    """Cut a word, without case and accents, at its punctuation."""
    parts = [""]
    for character in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(character)
        if kind in ("Mn", "Cc", "Cf", "Co", "Cn") or character.isspace() or character == "\ufffd":
            continue
        if kind[0] == "P" or (character.isascii() and not character.isalnum()) or _is_ideograph(character):
            parts += [character, ""]
        else:
            parts[-1] += character
    return [part for part in parts if part]


def _is_ideograph(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


def _split(part: str, known: dict[str, int]) -> list[int]:
    """Take the longest known piece again and again; one unknown piece where that fails."""
    found, start = [], 0
    while start < len(part):
        for end in range(len(part), start, -1):
            piece = part[start:end] if start == 0 else "##" + part[start:end]
            if piece in known:
                found.append(known[piece])
                start = end
                break
        else:
            return [known[_UNKNOWN]]
    return found
