"""The machine for quotation marks cannot fail."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.articles import Article
from detente.documents import Block, Document
from detente.documents.quotations import annotate, quotations
from detente.text import Span

MIXTURES = st.text(alphabet="«»“”\"'‘’„`‹›as5, .\n")


def told(text):
    return [(each.content.of(text), each.level, each.closed) for each in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«a policy against blockades”, he said", [("a policy against blockades", 0, True)]),
        ("“I do not know him». He left.", [("I do not know him", 0, True)]),
        ('"Yes," he said. "We agree."', [("Yes,", 0, True), ("We agree.", 0, True)]),
        ("``Yes,'' he said. ``No''", [("Yes,", 0, True), ("No", 0, True)]),
        ("»Wort« und „Wort“ und ”ord”", [("Wort", 0, True), ("Wort", 0, True), ("ord", 0, True)]),
        ('"He told me "no" twice," she said', [('He told me "no" twice,', 0, True), ("no", 1, True)]),
        ("“He told me ‘no’ twice,” she said", [("He told me ‘no’ twice,", 0, True), ("no", 1, True)]),
        ("“a. “b,” she said", [("a.", 0, False), ("b,", 0, True)]),
        ("“Nobody closes this, he said", [("Nobody closes this, he said", 0, False)]),
        ("'We don't know the states' aim,' he said", [("We don't know the states' aim,", 0, True)]),
        ("the states’ aims in the ‘90s and Peru’s", []),
        ('"It is 6\'2" high," he said', [("It is 6'2\" high,", 0, True)]),
        ("a stray” mark, and “” nothing", []),
        ("« Wort », he said", [("Wort", 0, True)]),
    ],
)
def test_pairs(text, expected):
    assert told(text) == expected


def test_reopened_by_each_paragraph():
    text = "“One.\n“Two.\n“Three,” he said.\n“Four,” she said."
    starts = [0, *(n + 1 for n, c in enumerate(text) if c == "\n"), len(text) + 1]
    blocks = tuple(Block("paragraph", Span(a, b - 1)) for a, b in pairwise(starts))
    found = annotate(Document(Article(id="a", source="a", text=text), blocks=blocks)).quotations
    assert [(each.content.of(text), each.continues, each.closed) for each in found] == [
        ("One.", False, False),
        ("Two.", True, False),
        ("Three,", True, True),
        ("Four,", False, True),
    ]


@given(MIXTURES)
@settings(max_examples=400, deadline=None)
def test_overlaps_only_by_nesting(text):
    found = quotations(text, Span(0, len(text)))
    assert len({each.span for each in found}) == len(found)
    for each in found:
        assert each.span.holds(each.content)
        assert each.content.of(text).strip() == each.content.of(text) != ""
        assert each.level == sum(other.span.holds(each.span) for other in found) - 1
        for other in found:
            assert not each.span.meets(other.span) or each.span.holds(other.span) or other.span.holds(each.span)


@given(MIXTURES, st.integers(0, 30), st.integers(0, 30))
@settings(max_examples=200, deadline=None)
def test_stays_inside_its_paragraph(text, start, length):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert all(span.holds(each.span) for each in quotations(text, span, reopened=True))
