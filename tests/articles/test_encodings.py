import pytest

from detente.articles.encodings import decode
from detente.errors import SourceError

QUOTED = "The minister’s office said that the accord “opens the way” for talks with Peru. " * 3
ACCENTS = "José Béjar, foreign minister of Perú, said that the talks at the café in Bogotá went on."
RUSSIAN = "Министр иностранных дел заявил, что переговоры продолжаются в Киеве."


@pytest.mark.parametrize(
    ("text", "codec", "named", "found"),
    [
        (QUOTED, "utf-8", "utf-8", "content"),
        (QUOTED, "utf-8-sig", "utf-8", "mark"),
        (QUOTED, "utf-16", "utf-16-le", "mark"),
        (QUOTED, "utf-32", "utf-32-le", "mark"),
        (QUOTED, "utf-16-le", "utf-16-le", "guess"),
        ("Peru rejects sanctions.", "utf-16-be", "utf-16-be", "guess"),
        (QUOTED, "cp1252", "windows-1252", "guess"),
        (ACCENTS, "latin-1", "windows-1252", "guess"),
        ("naïve", "latin-1", "windows-1252", "guess"),
        (QUOTED, "mac_roman", "mac-roman", "guess"),
        (RUSSIAN, "cp1251", "windows-1251", "guess"),
        (RUSSIAN, "koi8-r", "koi8-r", "guess"),
    ],
)
def test_what_was_encoded_is_decoded_and_said(text, codec, named, found):
    assert decode(text.encode(codec), "a.txt") == (text, named, found)


def test_what_is_declared_goes_before_a_guess_and_after_what_the_bytes_prove():
    latin_2 = "Petr Šťastný spoke in Łódź."
    assert decode(latin_2.encode("iso8859-2"), "a", "ISO-8859-2") == (latin_2, "iso-8859-2", "declared")
    assert decode(ACCENTS.encode(), "a", "iso-8859-1").encoding == "utf-8"
    assert decode("it’s Béjar".encode("cp1252"), "a", "latin1") == ("it’s Béjar", "windows-1252", "declared")
    assert decode(ACCENTS.encode("cp1252"), "a", "no-such-encoding").found == "guess"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (ACCENTS.encode() + ACCENTS.encode("latin-1"), "mixed encodings; expected one throughout"),
        (QUOTED.encode("utf-16")[:-1], "found the beginning of UTF-16-LE"),
        (b"The envoy\0 spoke.", "binary data (a zero at 9); expected text"),
        (b"\x7fELF\x02\x01\xd0\0\0\0", "binary data (a zero byte at 7); expected text"),
        (b"%PDF-1.4 words", "binary data (a PDF file); expected text"),
        (b"\x01\x02 words \x03", "binary data (3 control characters); expected text"),
        (bytes((n * 73 + 41) % 255 + 1 for n in range(3000)), "no encoding that makes text of it; expected UTF-8"),
    ],
)
def test_what_is_no_text(data, said):
    with pytest.raises(SourceError) as error:
        decode(data, "a.txt")
    assert said in error.value.reason
