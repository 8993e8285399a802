"""A PostgreSQL of our own, for measuring and testing: in a temporary folder, on a socket there, gone afterwards."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OLDEST = 15
NONE = f"found no PostgreSQL {OLDEST} or later; expected its programs (Debian: apt install postgresql)"
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "64MB",
    "max_connections": "100",
}
_DEATH_OF_PARENT = 1


def programs() -> Path | None:
    """Give the folder with PostgreSQL's programs, 15 or later; None where there is none."""
    found = [Path(given).resolve().parent for given in [shutil.which("initdb")] if given]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    return next((folder for folder in found if (folder / "postgres").exists() and _major(folder) >= OLDEST), None)


@contextmanager
def cluster(**others: str) -> Iterator[str]:
    """Start a server and give the URL of its database ``postgres``; ``postgres`` runs it where root is who asks.

    ``others`` are settings beside our own, or in their place.
    """
    folder = Path(tempfile.mkdtemp(prefix="detente-"))
    owner = _owner()
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    who: dict[str, Any] = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    data, bin_ = folder / "data", programs()
    if bin_ is None:
        raise SystemExit(NONE)
    options = ["--auth=trust", "--username=detente", "--encoding=UTF8", "--locale=C", "--no-sync"]
    made = subprocess.run(
        [bin_ / "initdb", *options, data], cwd=folder, capture_output=True, text=True, check=False, **who
    )
    if made.returncode:
        raise SystemExit(f"initdb failed: {made.stderr}")
    settings = _SETTINGS | {"unix_socket_directories": str(folder)} | others
    words: list[str | Path] = [
        bin_ / "postgres",
        "-D",
        data,
        *(f"--{name}={value}" for name, value in settings.items()),
    ]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(words, cwd=folder, stderr=log, stdout=log, preexec_fn=_die_with_parent, **who)  # noqa: PLW1509 - no thread is running yet
    try:
        while subprocess.run([bin_ / "pg_isready", "-q", "-h", folder], check=False).returncode:
            if server.poll() is not None:
                raise SystemExit((folder / "log").read_text("utf-8"))
            time.sleep(0.05)
        yield f"postgresql+psycopg://detente@/postgres?host={folder}"
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait()
        shutil.rmtree(folder)


def _owner() -> pwd.struct_passwd | None:
    """Give who runs the server in root's place; PostgreSQL refuses to be run by root."""
    if os.geteuid():
        return None
    known = {each.pw_name: each for each in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _die_with_parent() -> None:
    """Have the kernel end the server should the tests be killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGQUIT)


def _major(folder: Path) -> int:
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.split()[2].partition(".")[0])
