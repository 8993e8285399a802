"""One object, one line: JSON that survives every reader of lines."""

import json
from typing import Any

_BREAKS = str.maketrans({character: f"\\u{ord(character):04x}" for character in "\u0085\u2028\u2029"})


def line(value: Any) -> str:
    """Give JSON without a character that some programs take for the end of a line."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)
