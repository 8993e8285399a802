"""What read an article: the versions of code, model and lexicon. A claim is only as good as these."""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from detente.errors import UsageError
from detente.settings import Settings

_READS = ("text.py", "dates.py", "articles", "documents", "claims", "lexicon", "pipeline.py")
_DATA = (".yaml", ".csv", ".json", ".onnx", ".npz", ".tsv", ".txt")


class Version(NamedTuple):
    """Three names that together say how an article was read.

    ``code`` is the release and a digest of the modules that read, so that a changed rule in code is a new version
    even between releases; ``model`` the syntax model with its release, and what settings
    even between releases; ``model`` the syntax model with its release, and whether the learned layer was left out;
    ``lexicon`` the digest of the data files, weights included, and where a user has rows of the directory or
    issues of his own, after a plus sign the digest of these.
    """

    code: str
    model: str
    lexicon: str

    def __str__(self) -> str:
        """Give them in one line."""
        return f"code {self.code}, model {self.model}, lexicon {self.lexicon}"


@cache
def version(settings: Settings) -> Version:
    """Give the versions that these settings read with."""
    root = resources.files("detente")
    files = [each for name in _READS for each in _walk(root.joinpath(name), name)]
    code = _digest(files, (".py",))
    model = _model(settings.model) + ("" if settings.learned else ", unlearned")
    model += ", older sanctions" if settings.older_sanctions else ""
    own = f"+{_own(Path(settings.world))}" if settings.world else ""
    own += f"+{_own_issues(Path(settings.issues))}" if settings.issues else ""
    return Version(f"{metadata.version('detente')}+{code}", model, _digest(files, _DATA) + own)


def _own(place: Path) -> str:
    """Give the digest of a user's own rows; raise ``UsageError`` where there is no such folder or file."""
    if not place.exists():
        raise UsageError(f"world is {str(place)!r}: found no such folder or file")
    files = place.glob("*.csv") if place.is_dir() else (place,)
    return _digest([(file.name, file) for file in sorted(files)], _DATA)


def _own_issues(place: Path) -> str:
    """Give the digest of a user's own issues; raise ``UsageError`` where there is no such file."""
    if not place.is_file():
        raise UsageError(f"issues is {str(place)!r}: found no such file; expected a YAML file of issues")
    return _digest([(".yaml", place)], _DATA)


def _walk(place: Traversable, name: str) -> list[tuple[str, Traversable]]:
    if place.is_file():
        return [(name, place)]
    below = sorted(place.iterdir(), key=lambda each: each.name)
    return [found for each in below for found in _walk(each, f"{name}/{each.name}")]


def _digest(files: Sequence[tuple[str, Traversable | Path]], endings: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for name, file in files:
        if name.endswith(endings):
            digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:10]


def _model(name: str) -> str:
    try:
        return f"{name} {metadata.version(name.replace('_', '-'))}"
    except metadata.PackageNotFoundError:
        return name
