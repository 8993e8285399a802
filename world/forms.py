"""The forms of an adjective of nationality in Spanish and French, from its masculine singular."""

from collections.abc import Iterator

Ending = tuple[str, str, str, str]
SPANISH: tuple[Ending, ...] = (  # masculine, feminine, and their plurals
    ("o", "a", "os", "as"),
    ("és", "esa", "eses", "esas"),
    ("án", "ana", "anes", "anas"),
    ("ón", "ona", "ones", "onas"),
    ("ús", "usa", "uses", "usas"),
    ("uís", "uisa", "uises", "uisas"),
    ("í", "í", "íes", "íes"),
    ("ú", "ú", "úes", "úes"),
    ("l", "la", "les", "las"),
    ("r", "r", "res", "res"),
    ("", "", "s", "s"),
)
FRENCH: tuple[Ending, ...] = (
    ("ien", "ienne", "iens", "iennes"),
    ("éen", "éenne", "éens", "éennes"),
    ("s", "se", "s", "ses"),
    ("an", "ane", "ans", "anes"),
    ("on", "one", "ons", "ones"),
    ("al", "ale", "aux", "ales"),
    ("e", "e", "es", "es"),
    ("", "e", "s", "es"),
)
RULES = {"es": SPANISH, "fr": FRENCH}


def forms(adjectives: str, language: str) -> tuple[list[str], list[str]]:
    """Give the singular forms and the plural forms of adjectives, as names.csv writes them.

    >>> forms("alemán", "es")
    (['alemán', 'alemana'], ['alemanes', 'alemanas'])
    >>> forms("grec/grecque", "fr")
    (['grec', 'grecque'], ['grecs', 'grecques'])
    """
    singular, plural = [], []
    for adjective in filter(None, adjectives.split(";")):
        one, many = zip(*_genders(adjective, language), strict=True)
        singular += [form for form in dict.fromkeys(one) if form]
        plural += [form for form in dict.fromkeys(many) if form]
    return singular, plural


def _genders(adjective: str, language: str) -> Iterator[tuple[str, str]]:
    if adjective.endswith("="):
        yield adjective[:-1], adjective[:-1]
        return
    masculine, _, feminine = adjective.partition("/")
    ending = next(each for each in RULES[language] if masculine.endswith(each[0]))
    stem = masculine.removesuffix(ending[0])
    yield masculine, stem + ending[2]
    yield (feminine, feminine + "s") if feminine else (stem + ending[1], stem + ending[3])
