import pytest

from detente.articles import from_text
from detente.documents import language
from detente.documents.document import Document
from detente.errors import LanguageError
from detente.settings import Settings

ENGLISH = "The foreign minister told reporters on Monday that the two countries would resume talks about trade."
SPANISH = "El ministro de relaciones exteriores dijo el lunes que los dos países reanudarán las conversaciones."


def marked(text, **chosen):
    document = language.annotate(Document(from_text(text, "a.txt")), Settings(**chosen))
    return document.language, document.language_certain


def test_the_default_language_is_recognised():
    assert marked(ENGLISH) == ("en", True)


@pytest.mark.parametrize(
    "text", ["Talks end.", "Reunión en Lima.", "12 345 678", "Castillo – Maduro – Arreaza – Béjar"]
)
def test_a_text_too_short_to_tell_is_read_and_marked(text):
    assert marked(text) == ("en", False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SPANISH, "es"),
        ("Der Außenminister sagte am Montag, dass die beiden Länder ihre Gespräche über den Handel fortsetzen.", "de"),
        (
            "日本の外務大臣は月曜日に記者団に対し、両国が貿易に関する協議を再開すると述べた。詳細は明らかにしなかった。"
            * 2,
            "ja",
        ),
    ],
)
def test_certainly_another_language_is_refused(text, code):
    with pytest.raises(LanguageError, match=f"'{code}'"):
        marked(text)


def test_what_is_not_certain_enough_is_read():
    assert marked(SPANISH, language_confidence=1.1) == ("en", False)
