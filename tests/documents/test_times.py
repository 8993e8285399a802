"""Times against the publication date and the tense, and the dates of verbs and nouns."""

import pytest

from detente.dates import is_edtf
from detente.documents import date_of

THURSDAY = "2021-08-05"


def times(reading, text, published=THURSDAY):
    return [(time.span.of(text), time.value, time.edtf) for time in reading(text, published).document.times]


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("The minister spoke on Monday.", "Monday", "2021-08-02", "2021-08-02"),
        ("The minister will speak on Monday.", "Monday", "2021-08-09", "2021-08-09"),
        ("The minister spoke on Thursday.", "Thursday", "2021-08-05", "2021-08-05"),
        ("Last Friday, the ministers met.", "Last Friday", "2021-07-30", "2021-07-30"),
        ("They met on 30 March.", "30 March", "2021-03-30", "2021-03-30"),
        ("They met on December 9.", "December 9", "2020-12-09", "2020-12-09"),
        ("They will meet on March 3.", "March 3", "2022-03-03", "2022-03-03"),
        ("The group was founded in August 2017.", "August 2017", "2017-08", "2017-08"),
        ("They met last week.", "last week", "2021-W30", "2021-07-26/2021-08-01"),
        ("They will meet next month.", "next month", "2021-09", "2021-09"),
        ("The war ended two years ago.", "two years ago", "2019", "2019"),
        ("The dispute began in the 1990s.", "the 1990s", "199X", "1990/1999"),
        ("The border dates from the 19th century.", "the 19th century", "18", "1801/1900"),
        ("The visit lasted three days.", "three days", "P3D", None),
        ("The call lasted two hours.", "two hours", "PT2H", None),
        ("The ministers meet every year.", "every year", "P1Y", None),
        ("Peru now chairs the group.", "now", "PRESENT_REF", None),
    ],
)
def test_a_time_is_resolved(reading, text, words, value, edtf):
    assert (words, value, edtf) in times(reading, text)


def test_without_a_publication_date_a_weekday_stays_open(reading):
    assert times(reading, "The minister spoke on Monday.", None) == [("Monday", "XXXX-WXX-1", None)]


def test_the_same_day_is_the_day_told_before(reading):
    text = "They met on 3 March 2019. The same day, they signed. Two days later, they left."
    assert [value for _, value, _ in times(reading, text)] == ["2019-03-03", "2019-03-03", "2019-03-05"]


@pytest.mark.parametrize("text", ["The 44-year-old envoy met the minister.", "They gave $2000.", "Theresa May spoke."])
def test_what_is_no_time_is_left(reading, text):
    assert times(reading, text) == []


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("The minister announced on Monday a change.", "announced", "2021-08-02"),
        ("The minister announced on Monday a change.", "change", "2021-08-02"),
        ("The minister said on Monday that they met in May.", "said", "2021-08-02"),
        ("The minister said on Monday that they met in May.", "met", "2021-05"),
        ("The minister said that they met on Monday.", "said", None),
        ("Peru has supported Chile since 2015.", "supported", "2015/.."),
        ("Peru led the group from 2015 to 2018.", "led", "2015/2018"),
        ("He will serve until May 2024.", "serve", "../2024-05"),
        ("Monday's meeting ended the dispute.", "meeting", "2021-08-02"),
        ("Monday's meeting ended the dispute.", "ended", None),
        ("The minister resigned.", "resigned", None),
    ],
)
def test_a_word_is_dated_by_its_own_clause(reading, text, word, date):
    document = reading(text, THURSDAY).document
    found = date_of(document, next(token.i for token in document.tree.tokens if token.text == word))
    assert found == date
    assert found is None or is_edtf(found)
