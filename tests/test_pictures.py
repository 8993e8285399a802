"""The pictures that the README shows are those that the command draws."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from detente.surfaces.cli import detente

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
MOST = 100_000
"""Bytes of a picture: it is loaded with the page that shows it."""

_OURS = re.compile(r"(lane|change|event|office|read)-")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn") / "pictures"
    done = CliRunner().invoke(detente, ["demo", "--examples", str(ROOT / "examples"), "--pictures", str(folder)])
    assert done.exit_code == 0, done.stderr
    return folder


def test_they_are_what_make_pictures_draws(drawn):
    assert names(drawn) == names(PICTURES)
    for name in names(drawn):
        assert content(PICTURES / name) == content(drawn / name), f"{name} is another: run `make pictures`"


def test_the_readme_shows_each_and_no_other():
    shown = re.findall(r"\(docs/pictures/([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert sorted(shown) == names(PICTURES)


@pytest.mark.parametrize("file", sorted(PICTURES.iterdir()), ids=lambda file: file.name)
def test_they_are_small(file):
    assert file.stat().st_size < MOST


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def content(file):
    """Give the words of a picture and the names of what is drawn, in order."""
    found = etree.parse(file).iter()
    return [each.text if each.tag.endswith("}text") else each.get("id") for each in found if is_content(each)]


def is_content(each):
    return str(each.tag).endswith("}text") or bool(_OURS.match(each.get("id") or ""))
