"""``names.es.csv`` and ``names.fr.csv``: states' names, adjectives, people and capitals in Spanish and French."""

from collections.abc import Iterator

from babel import Locale
from babel import __version__ as release
from babel.core import get_global

from world.forms import forms
from world.sources import Row, facts, table

LANGUAGES = ("es", "fr")
BY_HAND = {
    "es": "Real Academia Española, Ortografía de la lengua española, list of countries and capitals",
    "fr": "Commission nationale de toponymie of France, Pays et villes du monde",
}


def names(language: str) -> Iterator[Row]:
    """Give the rows of one language, in the order of ``states.csv``."""
    by_hand = {row["id"]: row for row in facts("names.csv")}
    former = {row["id"]: row for row in facts("former_states.csv")}
    cldr = Locale(language).territories
    for state in table("states"):
        own, gone = by_hand.get(state["id"], {}), former.get(state["id"])
        texts = gone[language].split(";") if gone else [cldr[_two_letters(state["id"])]]
        adjectives, people = forms(own.get(f"{language}_adjective", ""), language)
        told = gone["source"] if gone else f"Unicode CLDR, territory names in {language}, through Babel {release}"
        yield {
            "id": state["id"], "name": texts[0], "aliases": ";".join(texts[1:]), "adjectives": ";".join(adjectives),
            "people": ";".join(people), "capitals": own.get(f"{language}_capital") or state["capitals"],
            "source": f"{told}; {BY_HAND[language]}" if own else told,
        }  # fmt: skip


def _two_letters(code: str) -> str:
    """Give the ISO 3166-1 alpha-2 code, by which the CLDR knows a state."""
    return {"XKX": "XK"}.get(code) or str(get_global("territory_aliases")[code][0])
