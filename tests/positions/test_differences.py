"""What another version of the program did to the claims."""

import pytest
from handmade import NEWER, VERSION, printed, stance, tenure

from detente.errors import UsageError
from detente.positions import differences, retract, versions

TEXT = "Foreign Minister Ana Luz rejects the sanctions and backs the talks."


@pytest.fixture
def record(record):
    office = tenure(TEXT, "Foreign Minister", "person/ana-luz")
    older = stance(TEXT, "rejects the sanctions", "against")
    record.add(printed(TEXT, stances=(older, stance(TEXT, "the talks", "for", number=2)), tenures=(office,)), VERSION)
    moved, new = stance(TEXT, "the sanctions", "mixed"), stance(TEXT, "Ana Luz", "for", number=3)
    record.add(printed(TEXT, stances=(moved, new), tenures=(office,)), NEWER)
    record.add(printed("Only the older has read this.", "two"), VERSION)
    return record


def test_claims_are_the_same_changed_gone_or_new(record):
    found = [(each.what, each.kind, each.before, each.after, each.quote) for each in differences(record, "1", "2")]
    assert found == [
        ("changed", "stances", "claim/1", "claim/1", "the sanctions"),
        ("gone", "stances", "claim/2", None, "the talks"),
        ("new", "stances", None, "claim/3", "Ana Luz"),
        ("same", "tenures", "claim/1", "claim/1", "Foreign Minister"),
    ]
    changed = next(iter(differences(record, "1", "2"))).fields
    assert changed["polarity"] == ("against", "mixed")


def test_versions_are_listed_and_named_by_number_or_beginning(record):
    assert [(each.version, each.texts) for each in versions(record)] == [(VERSION, 2), (NEWER, 1)]
    with pytest.raises(UsageError, match="found the version '9'; expected one of 1: code 1"):
        differences(record, "1", "9")
    with pytest.raises(UsageError, match="found the version 'none'"):
        differences(record, "none", "2")


def test_a_retracted_article_is_not_compared(record):
    retract(record, "one", why="a forgery", by="Eva")
    assert list(differences(record, "1", "2")) == []
