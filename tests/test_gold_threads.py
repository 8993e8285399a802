"""The gold of changes is well-formed: places are those of the quoted words, patterns meet their objects."""

import json
import re

import pytest

from detente.dates import is_edtf
from detente.text import fold
from evaluate.gold.threads import EXAMPLES, GOLD, rendered, sources, target

KINDS = {"announced", "attributed", "inferred"}
SHAPES = {"reversal", "softening", "hardening", "condition"}


def name(source):
    return source.parent.name


@pytest.fixture(params=sources(), ids=name)
def gold(request):
    return json.loads(target(request.param).read_text("utf-8"))


@pytest.mark.parametrize("source", sources(), ids=name)
def test_offsets_are_those_of_the_quoted_words(source):
    assert target(source).read_text("utf-8") == rendered(source), "run python -m evaluate.gold.threads"


def test_a_thread_that_may_be_tuned_on_has_its_articles_beside_it_or_in_the_examples(gold):
    assert not gold["untuned"]
    assert any(any((folder / gold["thread"]).glob("*.txt")) for folder in (EXAMPLES, GOLD / "changes"))


def test_a_pattern_meets_the_object_that_it_stands_for(gold):
    for change in (*gold["changes"], *gold["changes_also_right"], *gold["contested"]):
        assert re.search(change["object_key"], fold(change["object"])), change


def test_values_are_of_the_scheme(gold):
    for change in (*gold["changes"], *gold["changes_also_right"]):
        assert {change["kind"], *change["kind_also"]} <= KINDS, change
        assert set(change["shape"]) <= SHAPES, change
        assert is_edtf(change["interval"]), change


def test_both_sides_of_a_demanded_change_are_quoted(gold):
    assert gold["changes"]
    assert all(change["old"] and change["new"] for change in gold["changes"])


def test_every_passage_that_is_no_change_says_why(gold):
    assert all(each["why"] and each["text"] for each in gold["non_changes"])


def test_names_are_given_once(gold):
    ids = [each["id"] for part in ("changes", "changes_also_right", "contested", "non_changes") for each in gold[part]]
    assert len(ids) == len(set(ids))
