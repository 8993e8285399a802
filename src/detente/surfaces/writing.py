"""Writing a file so that it is there as a whole or not at all."""

import os
from pathlib import Path

from detente.errors import UsageError


def write(file: Path, words: str) -> None:
    """Write a text file, or ``-`` for standard output; raise ``UsageError`` where that fails, and leave nothing."""
    if str(file) == "-" or (file.exists() and not file.is_file()):
        Path("/dev/stdout" if str(file) == "-" else file).write_text(words, "utf-8")
        return
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.write_text(words, "utf-8")
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(f"{file} cannot be written: {error.strerror or error}") from error
