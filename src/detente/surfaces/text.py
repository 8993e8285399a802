"""What a reader of the terminal sees."""

from typing import Any


def article(printed: dict[str, Any]) -> str:
    """Show what was read in an article."""
    return str(printed["article"]["id"])
