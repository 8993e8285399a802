"""The examples in name_spellings.yaml: pairs of names that an entry makes equal, and pairs that it leaves apart."""

import pytest

from detente.lexicon.name_spellings import NameSpelling, entries
from detente.record import person_name

ENTRIES = entries("languages/en/name_spellings.yaml", NameSpelling)
PAIRS = [
    (entry.id, pair, alike)
    for entry in ENTRIES.values()
    for pairs, alike in ((entry.alike, True), (entry.unlike, False))
    for pair in pairs
]


@pytest.mark.parametrize(("entry", "pair", "alike"), PAIRS)
def test_example(entry, pair, alike):
    one, other = (person_name(name) for name in pair.split(" / "))
    assert (one.usual == other.usual) is alike, entry


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.id)
def test_every_entry_has_examples_that_it_decides(entry):
    assert entry.alike
    assert entry.unlike
    words = {
        word for pair in entry.alike for name in pair.split(" / ") for word in person_name(name).text.lower().split()
    }
    assert any(written in word.strip(".,").replace("-", " ") for written in entry.written for word in words)
