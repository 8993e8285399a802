"""The scorer of changes: what counts as found, whole, told again, also right, contested and false."""

import json

import pytest
from handmade import VERSION, printed, stance

from detente.positions import changes
from detente.record import Record
from evaluate import changes as scorer

TEXTS = {"one.txt": "Peru supports sanctions on Venezuela.", "two.txt": "Peru rejects sanctions on Venezuela."}
DAYS = {"one.txt": "2019-02-01", "two.txt": "2021-08-05"}
THING = "sanctions on Venezuela"


def wanted(**more):
    def place(file):
        start = TEXTS[file].index(THING)
        return {"file": file, "start": start, "end": start + len(THING)}

    given = {
        "id": "c1",
        "holder": "PER",
        "object": THING,
        "object_key": "sanction",
        "kind": "inferred",
        "shape": ["reversal"],
    }
    return given | {"interval": "2019/2021", "old": [place("one.txt")], "new": [place("two.txt")]} | more


@pytest.fixture
def found(tmp_path):
    with Record.open(tmp_path / "record.db") as record:
        for (name, text), side in zip(TEXTS.items(), ("for", "against"), strict=True):
            record.add(printed(text, name, DAYS[name], stances=(stance(text, THING, side),)), VERSION)
        return [scorer.Found(each, TEXTS) for each in changes(record)]


def score(found, **gold):
    return scorer.compare("made", {"changes": [], **gold}, found).counts


def test_what_is_found_with_both_sides_is_whole(found):
    counts = score(found, changes=[wanted()])
    assert (counts["found"], counts["whole"], counts["shape"], counts["false"]) == (1, 1, 1, 0)


def test_other_words_are_found_and_not_whole(found):
    counts = score(found, changes=[wanted(old=[{"file": "one.txt", "start": 0, "end": 4}])])
    assert (counts["found"], counts["whole"], counts["before"], counts["after"]) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    "other",
    [{"holder": "VEN"}, {"object_key": "trade"}, {"kind": "announced"}, {"interval": "2015/2016"}],
    ids=["holder", "object", "kind", "days"],
)
def test_another_change_is_missing_and_what_was_found_is_false(found, other):
    counts = score(found, changes=[wanted(**other)])
    assert (counts["found"], counts["false"]) == (0, 1)


def test_what_is_right_and_not_demanded_is_not_false(found):
    assert score(found, changes_also_right=[wanted()])["also right"] == 1
    assert score([*found, *found], changes=[wanted()])["again"] == 1
    assert score(found, contested=[wanted()])["false"] == 1  # the record infers it: it is not what somebody told


def test_of_a_thread_that_is_set_apart_nothing_is_told():
    assert scorer.is_apart("kenya-somalia")
    assert not any(scorer.is_apart(each) for each in ("lima-group", "recognition", "accession"))
    gold = json.loads(scorer.files("accession")[-1].read_text("utf-8"))
    assert gold["thread"] == "accession"
