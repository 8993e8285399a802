"""A folder that is followed: files that come or change there are read, once nobody is writing to them any more."""

import time
from pathlib import Path

from detente.articles import files_of, read_from, shown
from detente.errors import SourceError
from detente.record import Announced, Followed, Following, Waiting
from detente.settings import Settings
from detente.surfaces.watched import Tell, Visit, back_off, later, until

QUIET_SECONDS = 1.0
"""A file that was written to within so many seconds is not whole yet."""


class WatchedFolder:
    """A folder, with all folders in it."""

    def __init__(self, folder: Path, following: Following, settings: Settings, tell: Tell) -> None:
        self._folder = folder
        self._address = shown(str(folder.absolute()))
        self._following = following
        self._settings = settings
        self._tell = tell
        self._told: set[str] = set()
        self._paths: dict[str, Path] = {}

    @property
    def followed(self) -> Followed:
        """What the record knows of it now."""
        return self._following.of(self._address)

    def rest(self) -> float:
        """Give the seconds until it should be looked into again, where it could not be."""
        return until(self.followed.due_at)

    def look(self) -> None:
        """List the files that some reader takes, and keep those that are new or have changed."""
        feed = self.followed
        if not self._folder.is_dir():
            what = "found no such folder"
            self._following.unanswered(feed, what, later(back_off(feed.failures)))
            raise SourceError(self._address, f"{what}; expected one to follow")
        found = self._quiet()
        many = self._following.announce(feed, [Announced(name, mark) for name, mark in found.items()])
        if many:
            self._tell(f"{self._folder}: {many} new of {len(found)}")

    def visit(self, entry: Waiting) -> Visit | None:
        """Read a file; one that is gone again is nothing to read."""
        path = self._paths.get(entry.key, self._folder / entry.key)
        if not path.exists():
            self._following.settle(entry, "it was gone before it was read")
            return None
        return Visit(read_from(str(path), str(path), self._settings))

    def _listed(self) -> dict[str, str]:
        """Give each file, by its path in the folder, with its size and the time of its last change."""
        found = {}
        for each in files_of(self._folder):
            if isinstance(each, SourceError):
                if each.reason not in self._told:
                    self._told.add(each.reason)
                    self._tell(str(each))
                continue
            try:
                state = Path(each).stat()
            except OSError:
                continue  # it is gone again
            name = shown(str(Path(each).relative_to(self._folder)))
            self._paths[name] = Path(each)
            found[name] = f"{state.st_size}-{state.st_mtime_ns}"
        return found

    def _quiet(self) -> dict[str, str]:
        """List the files to which nobody is writing: where some have just changed, those that are so a moment later."""
        found = self._listed()
        if not any(_is_young(mark) for mark in found.values()):
            return found
        time.sleep(QUIET_SECONDS)
        return {name: mark for name, mark in self._listed().items() if found.get(name) == mark}


def _is_young(mark: str) -> bool:
    return abs(time.time() - int(mark.rpartition("-")[2]) / 1e9) < QUIET_SECONDS
