"""The house keeps its shape."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST_LINES = 300


def test_imports_go_one_way():
    command = [str(Path(sys.executable).with_name("lint-imports"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_grows_long():
    files = [*ROOT.glob("src/**/*.py"), *ROOT.glob("evaluate/**/*.py")]
    lengths = {path.relative_to(ROOT): len(path.read_text("utf-8").splitlines()) for path in files}
    assert not {path: n for path, n in lengths.items() if n > MOST_LINES}
