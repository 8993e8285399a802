"""What the README shows is what the commands print."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHOWN = re.compile(r"^```console\n(\$ .*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return tmp_path_factory.mktemp("readme") / "record.db"


@pytest.mark.parametrize("shown", SHOWN.findall((ROOT / "README.md").read_text("utf-8")))
def test_the_readme_shows_what_is_printed(shown, record):
    command, *lines = shown.splitlines()
    arguments = [sys.executable, "-m", *shlex.split(command.removeprefix("$ "))]
    environment = os.environ | {"DETENTE_RECORD": str(record), "COLUMNS": "100"}
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    printed = iter(done.stdout.splitlines())
    wanted = [line for line in lines if line.strip() not in ("", "...")]
    missing = [line for line in wanted if line not in printed]
    assert not missing
