"""What the letters of a word tell of the name that it is part of."""

from detente.documents.tree import Token


def is_coined(word: str) -> bool:
    """Say whether a word looks like that of a firm or an abbreviation: "NuScale", "RSO"."""
    inner = any(c.isupper() for c in word[1:]) and not word.startswith(
        ("Mc", "Mac", "De", "La", "Le", "O'", "Du", "Van")
    )
    return inner and (not word.isupper() or len(word) <= 5) and "-" not in word


def begins_with_initial(token: Token) -> bool:
    """Say whether a name begins with a person's initial: "B Shiva Mensah", "J. K. Mensah"."""
    word = token.text.rstrip(".")
    return len(word) == 1 and word.isupper() and token.pos == "PROPN" and word != "I"
