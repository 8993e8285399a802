from itertools import pairwise

import pytest
from handmade import NEWER, VERSION, at, printed, stance, utterance
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.record.words import words

ONE = "Ana Luz said Perú rejects the U.S. sanctions. Nobody in Łódź spoke of the Lima Group."
OTHER = "The group met in Lima. “We sanctioned nobody,” the envoy said."


@pytest.fixture
def record(record):
    said = utterance(ONE, "person/ana-luz", "said", "Perú rejects the U.S. sanctions")
    against = stance(ONE, "rejects the U.S. sanctions", "against", asserted_by="utterances/1")
    one = printed(ONE, "one", "2021-08-05", utterances=(said,), stances=(against,))
    one["article"]["title"] = "Peru’s view"
    record.add(one, VERSION)
    record.add(printed(OTHER, "other", "2021-08-06"), VERSION)
    return record


def found(record, query, **options):
    return [hit.article for hit in record.search(query, **options)]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("peru", ["one"]),
        ("PERÚ rejects", ["one"]),
        ("rejects peru", ["one"]),
        ("lodz", ["one"]),
        ("U.S.", ["one"]),
        ("us sanctions", ["one"]),
        ("lima group", ["other", "one"]),
        ('"lima group"', ["one"]),
        ("“Lima Group”", ["one"]),
        ('"group met" lima', ["other"]),
        ("sanction", []),
        ("sanction*", ["other", "one"]),
        ("view", ["one"]),
        ('"view Ana"', []),
        ("anybody", []),
        ("per_", []),
        ("100%", []),
    ],
)
def test_articles_have_all_the_words(record, query, articles):
    assert found(record, query) == articles


def test_a_query_without_a_word_is_refused(record):
    with pytest.raises(UsageError, match="expected words"):
        record.search(" … * ")


def test_snippets_mark_the_words_in_the_text(record):
    (hit,) = record.search("peru sanctions")
    (snippet,) = hit.snippets
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["Perú", "sanctions"]
    assert snippet.span.of(ONE) == snippet.text


def test_a_word_of_the_title_alone_is_shown_in_the_title(record):
    (hit,) = record.search("view")
    assert [snippet.text for snippet in hit.snippets] == ["Peru’s view"]


def test_quotes_name_who_speaks(record):
    (hit,) = record.search("reject* sanctions")
    assert [(each.kind, each.speakers) for each in hit.quotes] == [
        ("utterances", ("Ana Luz",)),
        ("stances", ("Peru",)),
    ]
    assert found(record, "peru sanctions", quoted=True) == ["one"]
    assert found(record, "peru lima", quoted=True) == []


def test_a_limit_keeps_the_newest(record):
    assert found(record, "lima", limit=1) == ["other"]


def test_a_new_version_of_an_article_replaces_the_old_one(record):
    record.add(printed("Ana Luz said nothing.", "one", "2021-08-07"), VERSION)
    assert found(record, "sanctions") == []
    record.add(printed("Ana Luz said nothing.", "one", "2021-08-07"), NEWER)
    assert found(record, "nothing") == ["one"]


@given(st.text())
def test_words_stand_where_they_are_said_to_stand(text):
    places = [place for _, place in words(text)]
    assert places == sorted(places)
    assert all(before.end <= after.start for before, after in pairwise(places))
    assert all(any(c.isalnum() for c in place.of(text)) for place in places)


def test_an_article_is_found_by_id_path_and_part_of_its_title(record):
    for given_ in ("one", "one.txt", "peru’s VIEW", "view"):
        assert record.show(given_).article.id == "one"
    assert at(ONE, "Perú")[0].of(record.show("view").text) == "Perú"


def test_what_names_no_article_or_several_is_refused(record, tmp_path):
    with pytest.raises(UsageError, match="detente search"):
        record.show("nothing of the kind")
    (tmp_path / "unread.txt").write_text("x")
    with pytest.raises(UsageError, match="not in the record yet"):
        record.show(str(tmp_path / "unread.txt"))
    third = printed("No word.", "third")
    third["article"]["title"] = "Another view"
    record.add(third, VERSION)
    with pytest.raises(UsageError, match="may mean 2 articles"):
        record.show("view")
