"""Times against the publication date and the tense, and the dates of verbs and nouns."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.articles import Article
from detente.dates import is_edtf
from detente.documents import Block, Document, date_of
from detente.documents.times import annotate
from detente.lexicon import time_lexicon
from detente.text import Span

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
        ("The dispute began in the 1990s.", "the 1990s", "199", "1990/1999"),
        ("The border dates from the 19th century.", "the 19th century", "18", "1801/1900"),
        ("The visit lasted three days.", "three days", "P3D", None),
        ("The call lasted two hours.", "two hours", "PT2H", None),
        ("The ministers meet every year.", "every year", "P1Y", None),
        ("Peru now chairs the group.", "now", "PRESENT_REF", None),
        ("They met on October 5, last year.", "October 5, last year", "2020-10-05", "2020-10-05"),
        ("The talks were scheduled for Monday.", "Monday", "2021-08-09", "2021-08-09"),
        ("The envoy could not be reached on Monday.", "Monday", "2021-08-02", "2021-08-02"),
        ("Peru will discuss Tuesday's ruling.", "Tuesday", "2021-08-03", "2021-08-03"),
        ("They met this past weekend.", "this past weekend", "2021-W30-WE", "2021-07-31/2021-08-01"),
        ("Talks began in the spring of 2019.", "the spring of 2019", "2019-SP", "2019-03~/2019-05~"),
        ("The group was founded around 1998.", "1998", "1998", "1998~"),
        ("Trade shrank in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3", "2019-07/2019-09"),
        ("The pact was signed on 25/12/2017.", "25/12/2017", "2017-12-25", "2017-12-25"),
        ("The pact was signed on 3/4/2017.", "3/4/2017", "2017-03-04", "2017"),
        ("They left a year and a half ago.", "a year and a half ago", "2020-02", "2020-02~"),
        ("They met at 8:15 a.m. EST Tuesday.", "8:15 a.m. EST Tuesday", "2021-08-03T08:15", "2021-08-03"),
        ("They agreed on Thanksgiving Day.", "Thanksgiving Day", "2020-11-26", "2020-11-26"),
        ("The vote was held on Election Day.", "Election Day", "2020-11-03", "2020-11-03"),
        ("The dispute began in the eighties.", "the eighties", "198", "1980/1989"),
        ("The war ended in nineteen ninety-one.", "nineteen ninety-one", "1991", "1991"),
        ("The cable of 10/30/89 was leaked.", "10/30/89", "1989-10-30", "1989-10-30"),
        ("Filed 08-15-90 1337EDT.", "08-15-90 1337EDT", "1990-08-15T13:37", "1990-08-15"),
        ("Sent 2013-03-22 10:30.", "2013-03-22 10:30", "2013-03-22T10:30", "2013-03-22"),
        ("The call came at nine o'clock.", "nine o'clock", "2021-08-05T09:00", None),
        ("Trade shrank in the first half.", "the first half", "2021-H1", "2021-01/2021-06"),
        ("The ministers meet every other week.", "every other week", "P2W", None),
        ("The current talks stall.", "current", "PRESENT_REF", None),
        ("A recent meeting failed.", "recent", "PAST_REF", None),
        ("The future is open.", "The future", "FUTURE_REF", None),
        ("They have until Monday to reply.", "Monday", "2021-08-09", "2021-08-09"),
        ("They met from November to February 2019.", "November", "2018-11", "2018-11"),
        ("They met between 3 March and 5 May 2019.", "3 March", "2019-03-03", "2019-03-03"),
        ("They rested in Easter week.", "Easter week", "2021-W13", "2021-03-29/2021-04-04"),
    ],
)
def test_a_time_is_resolved(reading, text, words, value, edtf):
    assert (words, value, edtf) in times(reading, text)


def test_without_a_publication_date_a_weekday_stays_open(reading):
    assert times(reading, "The minister spoke on Monday.", None) == [("Monday", "XXXX-WXX-1", None)]


def test_without_a_publication_date_what_is_relative_stays_open_and_says_so(reading):
    found = reading("They met last week. They parted two days ago. They left yesterday.", None).document.times
    assert [(time.value, time.edtf) for time in found] == [
        ("XXXX-WXX", None),
        ("XXXX-XX-XX", None),
        ("XXXX-XX-XX", None),
    ]
    assert all(time.why.endswith("context/unpublished") for time in found)


def test_what_counts_from_a_time_told_before_and_finds_none_has_no_date(reading):
    assert times(reading, "The following day, they signed.")[0][2] is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the third quarter trade grew, faster than a year earlier.", "2020-Q3"),
        ("In the third quarter trade grew. In the year-earlier period it shrank.", "2020-Q3"),
        ("In the third quarter trade grew. In the 2018 quarter it shrank.", "2018-Q3"),
        ("In the third quarter trade grew. In the latest period exports fell.", "2021-Q3"),
        ("They met on 3 May 2019. They had parted a year earlier.", "2018"),
        ("In May 2019 the port closed. They parted on the 9th.", "2019-05-09"),
    ],
)
def test_a_stretch_is_counted_from_the_one_told_before(reading, text, value):
    assert times(reading, text, "2021-10-30")[-1][1] == value


def test_the_same_day_is_the_day_told_before(reading):
    text = "They met on 3 March 2019. The same day, they signed. Two days later, they left."
    assert [value for _, value, _ in times(reading, text)] == ["2019-03-03", "2019-03-03", "2019-03-05"]


@pytest.mark.parametrize(
    "text",
    [
        "The 44-year-old envoy met the minister.",
        "They gave $2000.",
        "Theresa May spoke.",
        "He won a second term.",
        "It is the first Monday of the month.",
        "It bought the USA Today newspaper.",
        "The Lima daily was closed.",
        "The great March for peace filled the square.",
        "He played in High Noon and left.",
        "The current of the river is strong.",
    ],
)
def test_what_is_no_time_is_left(reading, text):
    assert times(reading, text) == []


def test_a_price_a_year_is_no_duration(reading):
    assert times(reading, "The tax brings two million dollars a year.") == [("a year", "P1Y", None)]


def test_two_days_of_one_month(reading):
    assert [value for _, value, _ in times(reading, "They met on 7-8 July 2019.")] == ["2019-07-07", "2019-07-08"]
    assert [value for _, value, _ in times(reading, "They met on April 24 and 25.")] == ["2021-04-24", "2021-04-25"]


def test_a_day_named_with_its_weekday_is_in_the_year_in_which_they_meet(reading):
    assert times(reading, "They met on Friday, August 13.", "2022-01-10")[0][1] == "2021-08-13"


def test_the_same_day_of_a_month_stays_as_open_as_the_month(reading):
    text = "They met last October. That same day, the envoy left."
    assert times(reading, text)[1] == ("That same day", "2020-10-XX", "2020-10")


def test_the_header_line_is_not_read(reading):
    assert times(reading, "August 5, 2021\n\nThe minister spoke on Monday.") == [("Monday", "2021-08-02", "2021-08-02")]


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
        ("He will travel to Panama April 19-20.", "travel", "2022-04-19/2022-04-20"),
        ("He ruled between 2015 and 2018.", "ruled", "2015/2018"),
        ("The sides met in May 2019. They have been silent since then.", "been", "2019-05/.."),
        ("The sides met in May 2019. By then the war was over.", "was", "../2019-05"),
        ("They have been silent since then.", "been", None),
        ("They met between March and May 2019.", "met", "2019-03/2019-05"),
        ("They had left by the end of June.", "left", "../2021-06"),
        ("They left before 5 May.", "left", "../2021-05-05"),
        ("They left in mid-July.", "left", "2021-07"),
        ("They left in early 2020.", "left", "2020"),
        ("In a statement issued on Tuesday, the ministry denied the report.", "denied", "2021-08-03"),
        ("The group was founded on 8 August 2017 and has met twice a year since then.", "met", "2017-08-08/.."),
        ("Peru met Chile on Monday and recalled its envoy.", "recalled", "2021-08-02"),
        ("The court ordered the minister to appear on Friday.", "appear", "2021-08-06"),
        ("In 2014, Russia annexed Crimea; eight years later, it invaded Ukraine.", "annexed", "2014"),
        ("The war began on the morning of 24 February 2022.", "began", "2022-02-24"),
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


WORDS = sorted({form for _, form in time_lexicon("en").words} | set(time_lexicon("en").rules))
PIECES = st.sampled_from(
    [*WORDS, *map(str.title, WORDS), "2021", "31", "29", "0", "24", "9:30", "-", ",", "1/2", "(", "."]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12), st.sampled_from([None, "2021-08-05", "2020-02-29", "0001-01-01", "9999-12-31"]))
def test_no_words_whatever_break_the_reading(pieces, published):
    text = " ".join(pieces)
    article = Article(id="any", source="any", text=text, published=published)
    found = annotate(Document(article, blocks=(Block("paragraph", Span(0, len(text))),))).times
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
    assert all(time.edtf is None or is_edtf(time.edtf) for time in found)
