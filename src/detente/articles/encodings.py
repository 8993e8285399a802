"""From bytes to text: which encoding, how that is known, and what is no text at all.

In this order: a byte order mark; UTF-8 wherever the bytes are valid UTF-8, since other encodings hardly ever are;
what the source declares; a guess from the bytes, with Windows-1252 before its neighbours where both fit.
"""

import codecs
import re
from typing import Literal, NamedTuple

from detente.errors import SourceError

EncodingFrom = Literal["mark", "content", "declared", "guess"]

MOST_BYTES = 64 * 2**20
"""No single article is larger; what is, is no article."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_IN_USE = (
    *(f"cp{number}" for number in (1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 932)),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_15", "koi8_r", "mac_roman"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
"""Encodings in which texts are published; others fit many bytes by chance."""

_PREFERRED = "cp1252"
_LATIN_1 = frozenset({"latin-1", "iso8859-1", "ascii"})
"""Whoever declares one of these means Windows-1252 (WHATWG Encoding Standard)."""

_KINDS = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "data compressed with gzip",
    b"BZh": "data compressed with bzip2",
    b"\xfd7zXZ": "data compressed with xz",
    b"(\xb5/\xfd": "data compressed with zstd",
    b"SQLite format": "a database",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_MOST_CONTROL = 0.01
_SAMPLE = 2**18


class Decoded(NamedTuple):
    """A text, the encoding that its bytes were in, and how that is known."""

    text: str
    encoding: str
    found: EncodingFrom


def decode(data: bytes, source: str, declared: str | None = None) -> Decoded:
    r"""Decode bytes, a byte order mark left out; raise ``SourceError`` where they are no text in one encoding.

    >>> decode("Bogotá".encode("utf-16"), "a.txt")
    Decoded(text='Bogotá', encoding='utf-16-le', found='mark')
    >>> decode(b"the minister\x92s caf\xe9", "a.txt")[1:]
    ('windows-1252', 'guess')
    """
    if len(data) > MOST_BYTES:
        raise SourceError(source, f"found more than {MOST_BYTES:,} bytes; expected one article")
    refuse_binary(data, source)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data.removeprefix(mark), encoding, source)
    if wide := _wide(data):
        return _marked(data, wide, source)._replace(found="guess")
    try:
        return _text(Decoded(data.decode("utf-8"), "utf-8", "content"), source)
    except UnicodeDecodeError as error:
        wrong = f"the byte 0x{data[error.start]:02x} at {error.start}"
    found = _declared(data, declared) or _guess(data, source, wrong)
    return _text(found, source)


def refuse_binary(data: bytes, source: str) -> None:
    """Raise ``SourceError`` where the bytes are a known kind of file that is no text."""
    kind = next((kind for start, kind in _KINDS.items() if data.startswith(start)), None)
    if kind:
        raise SourceError(source, f"found binary data ({kind}); expected text")


def _marked(data: bytes, encoding: str, source: str) -> Decoded:
    try:
        return _text(Decoded(data.decode(encoding), encoding, "mark"), source)
    except UnicodeDecodeError as error:
        found = f"found the beginning of {encoding.upper()}, but {error.reason} at {error.start}"
        raise SourceError(source, f"{found}; expected one encoding throughout") from error


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    try:
        encoding = codecs.lookup((declared or "").strip("\"' ")).name
        encoding = "cp1252" if encoding in _LATIN_1 else encoding
        return Decoded(data.decode(encoding), _name(encoding), "declared")
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None


def _guess(data: bytes, source: str, wrong: str) -> Decoded:
    if 0 in data:
        raise SourceError(source, f"found binary data (a zero byte at {data.index(0)}); expected text")
    if _is_mixed(data):
        raise SourceError(source, f"found UTF-8, but {wrong} is none: mixed encodings; expected one throughout")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most texts are UTF-8

    matches = from_bytes(data[:_SAMPLE], cp_isolation=list(_IN_USE))
    best = matches.best()
    if best:
        as_good = {best.encoding, *best.could_be_from_charset}
        as_good |= {match.encoding for match in matches if match.chaos <= best.chaos}
        encoding = _PREFERRED if _PREFERRED in as_good else best.encoding
        try:
            return Decoded(data.decode(encoding), _name(encoding), "guess")
        except UnicodeDecodeError:
            pass
    raise SourceError(source, f"found {wrong}, and no encoding that makes text of it; expected UTF-8")


def _is_mixed(data: bytes) -> bool:
    """Say whether more characters are valid UTF-8 than bytes are not: no other encoding does that by chance."""
    read = data.decode("utf-8", "replace")
    strange = read.count("\ufffd")
    return sum(not character.isascii() for character in read) - strange >= strange


def _wide(data: bytes) -> str | None:
    """Give the UTF-16 that has no mark: in a Latin alphabet, every other byte is zero in most places."""
    halves = {"utf-16-be": data[0:_SAMPLE:2], "utf-16-le": data[1:_SAMPLE:2]}
    return next((name for name, half in halves.items() if half.count(0) > 0.7 * len(half) > 0), None)


def _text(found: Decoded, source: str) -> Decoded:
    control = len(_CONTROL.findall(found.text))
    if "\0" in found.text or control > _MOST_CONTROL * len(found.text):
        what = f"a zero at {found.text.index(chr(0))}" if "\0" in found.text else f"{control} control characters"
        raise SourceError(source, f"found binary data ({what}); expected text")
    return found


def _name(codec: str) -> str:
    """Give the encoding's name as the web writes it.

    >>> _name("cp1252"), _name("koi8_r")
    ('windows-1252', 'koi8-r')
    """
    number = codec.removeprefix("cp")
    if codec.startswith("cp") and number.startswith("125"):
        return f"windows-{number}"
    return codec.replace("_", "-").replace("iso8859", "iso-8859")
