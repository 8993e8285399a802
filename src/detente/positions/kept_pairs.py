"""What comparing all pairs of a large record came to, kept in the user's cache folder for the next question.

It is kept by a digest of everything that comparing looks at, and holds numbers alone, no names: where a record has
changed, or the words or rules by which names are compared, another digest finds nothing and all is compared anew.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path

from detente.lexicon import left_out_of_names, name_spellings, nicknames, offices, tenures, titles_of_people
from detente.positions.comparing import Likely
from detente.positions.profiles import Profile
from detente.record import Key

LARGE = 10_000
"""Of a record with fewer profiles all pairs are compared in a moment."""
_MOST = 8
"""So many are kept, the latest that were used; each has a few megabytes at most."""
_LANGUAGE = "en"


def digest(profiles: Iterable[Profile], introduced: Collection[frozenset[Key]]) -> str:
    """Give the digest of all on which the comparison of profiles depends, whatever articles mention both."""
    found = hashlib.sha256(_rules())
    titles, left_out = sorted(titles_of_people(_LANGUAGE).items()), sorted(left_out_of_names(_LANGUAGE))
    words = (titles, left_out, sorted(nicknames(_LANGUAGE).items()), name_spellings(_LANGUAGE))
    found.update(repr((words, sorted(offices(_LANGUAGE).items()), tenures())).encode())
    found.update(repr(sorted(map(sorted, introduced))).encode())
    for each in profiles:
        told = (each.key, each.id, each.type, each.linked, each.name, each.state, sorted(each.offices.items()))
        found.update(repr(told).encode())
    return found.hexdigest()


@cache
def _rules() -> bytes:
    """Give the modules by which profiles are made and compared."""
    root = resources.files("detente")
    files = [root.joinpath(room, name) for room, names in _MODULES.items() for name in names]
    return b"\0".join([metadata.version("detente").encode(), *(file.read_bytes() for file in files)])


_MODULES = {
    "positions": ("comparing.py", "features.py", "kept_pairs.py", "matching.py", "profiles.py"),
    "record": ("guises.py", "spelling.py", "words.py"),
}


def find(stamp: str, many: int) -> list[Likely] | None:
    """Give the pairs that were kept for so many profiles; None where there are none, or they cannot be read."""
    try:
        file = _folder() / f"{stamp}.json"
        kept = json.loads(file.read_bytes())
        found = [Likely(*each) for each in kept]
        sound = all(0 <= one < other < many and features >= 0 for one, other, features in found)
        os.utime(file)
    except (OSError, ValueError, TypeError):
        return None
    return found if sound and isinstance(kept, list) else None


def keep(stamp: str, pairs: Sequence[Likely]) -> None:
    """Keep pairs; where nothing can be written, nothing is kept."""
    with contextlib.suppress(OSError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=folder, suffix=".part", delete=False) as file:
            json.dump(pairs, file, separators=(",", ":"))
        Path(file.name).replace(folder / f"{stamp}.json")
        for old in sorted(folder.iterdir(), key=lambda each: -each.stat().st_mtime)[_MOST:]:
            old.unlink(missing_ok=True)


def _folder() -> Path:
    return user_cache_path("detente", appauthor=False) / "pairs"
