"""What the record keeps of an article is enough to read it again as it was read."""

from dataclasses import replace
from pathlib import Path

import pytest

from detente.articles import Article, read, restored

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "examples", Path(__file__).parent / "samples"]
ROWS = [
    '{"text": "Peru leaves the group\\n\\nPeru has left the group of states, its minister said.", "title": "A title"}',
    '{"text": "Peru leaves the group\\n\\nPeru has left the group of states, its minister said."}',
    '{"text": "date 2021-08-05 Peru has left the group of states, its minister said on Monday.", "id": "one"}',
]


def kept(article):
    return replace(article, header=None, title_span=None)


@pytest.mark.parametrize("folder", SOURCES, ids=lambda path: path.name)
def test_header_and_title_are_found_again_in_the_text(folder):
    found = [each for each in read([str(folder)]) if isinstance(each, Article)]
    assert found
    assert [restored(kept(each)) for each in found] == found


def test_of_rows_too(tmp_path):
    (tmp_path / "rows.jsonl").write_text("\n".join(ROWS), "utf-8")
    found = list(read([str(tmp_path / "rows.jsonl")]))
    assert [restored(kept(each)) for each in found] == found
