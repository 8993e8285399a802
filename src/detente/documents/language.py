"""Which language an article is written in, identified offline (langid.py's bundled model, Lui and Baldwin 2012).

Only a confident other language is refused; a text too short or too mixed is read as the default language and
marked as uncertain.
"""

from dataclasses import replace
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from detente.documents.document import Document
from detente.errors import LanguageError
from detente.settings import Settings

_ENOUGH_LETTERS = 60
_SAMPLE = 3_000


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def annotate(document: Document, settings: Settings) -> Document:
    """Mark the language; raise ``LanguageError`` when it is certainly another than the default."""
    sample = document.text[:_SAMPLE]
    code, confidence = _identifier().classify(sample)
    certain = confidence >= settings.language_confidence and sum(map(str.isalpha, sample)) >= _ENOUGH_LETTERS
    if code != settings.language and certain:
        reason = f"the text is written in {code!r} (probability {confidence:.2f}); expected {settings.language!r}"
        raise LanguageError(document.article.source, reason)
    return replace(document, language=settings.language, language_certain=certain and code == settings.language)
