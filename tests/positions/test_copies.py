"""Versions of an article, copies of a text, and translations: all kept, and counted once."""

import random

import pytest
from handmade import NEWER, VERSION, event, printed

from detente.positions import copies, happenings, originals, search, timeline
from detente.positions.copies import is_copy

WORDS = "envoys talks ships grain ports borders treaty council delegates met signed left spoke urged".split()  # noqa: SIM905


def text(seed, name="Peru", length=120):
    """A text of its own words, of so many, that names somebody."""
    chance = random.Random(seed)  # noqa: S311 - words, not secrets
    said = " ".join(chance.choice(WORDS) + f"{chance.choice('abcdefgh')}" for _ in range(length))
    return f"{name} expelled the envoy. {said}."


def article(name, words, published="2021-08-05", **more):
    return printed(words, name, published, outlet=f"Outlet {name}", **more)


def expelled(words):
    told = event(words, "expelled the envoy", "SANCTION", "2021-08-04", actors=("PER",), recipients=("VEN",))
    return {"events": (told,)}


ONE = text(1)


@pytest.mark.parametrize(
    "other",
    [ONE, f"LIMA (Agency) - {ONE}\n\nReporting by a desk", ONE[: len(ONE) * 6 // 10], ONE.replace(" metb", " sat", 1)],
    ids=["whole", "agency", "cut", "changed"],
)
def test_a_text_and_its_copy_are_one(record, other):
    record.add(article("one", ONE, "2021-08-05"), VERSION)
    record.add(article("two", other, "2021-08-06"), VERSION)
    record.add(article("three", text(2)), VERSION)
    (group,) = copies(record)
    assert [(each.article, each.outlet) for each in group] == [("one", "Outlet one"), ("two", "Outlet two")]
    assert originals(record) == {"two": "one"}
    assert [(hit.article, hit.copy_of) for hit in search(record, "expelled")] == [
        ("two", "one"),
        ("one", None),
        ("three", None),
    ]


def test_two_statements_after_one_pattern_are_two_texts():
    names = ["Peru", "Lima", "Luz", "Peruvian"]
    pattern = " ".join(f"{word} of {{{n % 4}}} met" for n, word in enumerate(WORDS))
    assert not is_copy(pattern.format(*names), pattern.format("Chile", "Santiago", "Sol", "Chilean"))


def test_a_text_that_is_quoted_in_a_longer_one_is_no_copy():
    assert not is_copy(ONE[:150], ONE[:150] + text(5, length=400))


def test_reports_of_copies_count_as_one_text_and_keep_their_outlets(record):
    other = text(3)
    for name, words in (("one", ONE), ("two", ONE), ("three", other)):
        record.add(article(name, words, **expelled(words)), VERSION)
    (found,) = happenings(record)
    assert (len(found.reports), found.texts, len(found.outlets)) == (3, 2, 3)


def test_a_translation_is_linked_where_it_says_of_what(record):
    record.add(article("one", ONE), VERSION)
    translated = article("two", text(4))
    translated["article"]["extras"] = {"translation_of": "one"}
    record.add(translated, VERSION)
    (group,) = copies(record)
    assert [(each.article, each.translation) for each in group] == [("one", False), ("two", True)]


def test_versions_are_listed_with_what_they_say_of_themselves(record):
    record.add(article("one", ONE), VERSION)
    record.add(article("one", ONE), NEWER)
    record.add(article("one", f"{ONE}\n\nCorrection: the envoy left on Tuesday."), VERSION)
    found = [(each.version, each.notice, bool(each.superseded_at)) for each in record.versions("one")]
    assert found == [(1, None, True), (2, "corrected", False)]
    assert record.recorded("one").notice_quote == "Correction: the envoy left on Tuesday."


def test_an_article_that_its_outlet_withdraws_supports_nothing_and_is_shown_as_such(record):
    record.add(article("one", ONE, **expelled(ONE)), VERSION)
    assert len(happenings(record)) == 1
    gone = f"This story has been withdrawn. It was wrong.\n\n{ONE}"
    record.add(article("one", gone, **expelled(gone)), VERSION)
    assert happenings(record) == ()
    assert search(record, "expelled") == ()
    assert timeline(record, "PER", "VEN").spells == ()
    assert (record.show("one").text, record.recorded("one").notice) == (gone, "withdrawn")


def test_a_text_that_comes_back_is_no_new_version(record):
    for words in (ONE, text(2), ONE):
        record.add(article("one", words), VERSION)
    assert [each.version for each in record.versions("one")] == [1, 2]
    assert record.show("one").text == text(2)
