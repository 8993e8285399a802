"""Our own gold of stances: when a stance that is found is the one that is wanted."""

import pytest

from detente.articles import Article
from detente.pipeline import read
from detente.settings import Settings
from evaluate.golden import Annotated
from evaluate.own_stances import Score, Text, agreement, report, score_of

WORDS = "Peru called for an end to the blockade of Cuba."


def gold(words: str, holder: str, side: str, about: str, **more: object) -> dict[str, object]:
    start, at = WORDS.index(words), WORDS.index(about)
    return {
        "words": [start, start + len(words)],
        "object": [at, at + len(about)],
        "holder": holder,
        "holder_also": [],
        "through": None,
        "polarity": side,
        "strength": 2,
        "basis": "stated",
        "status": "current",
        "condition": None,
        "required": True,
        **more,
    }


def scored(*golden: dict[str, object]) -> Score:
    found = read(Article(id="a", source="a", text=WORDS), Settings(learned=False))
    return score_of(Text(Annotated({"id": "a", "stances": list(golden)}, found)))


def test_the_side_is_that_towards_the_words_of_the_gold():
    for about, side in (("the blockade of Cuba", "against"), ("an end to the blockade of Cuba", "for")):
        counts = scored(gold(WORDS[:-1], "Peru", side, about)).counts
        assert (counts["wanted"], counts["found"], counts["polarity"], counts["too much"]) == (1, 1, 1, 0)


@pytest.mark.parametrize(("holder", "right"), [("Peru", 1), ("Peruvian unions", 0)])
def test_a_state_is_not_a_group_that_bears_its_name(holder, right):
    assert scored(gold(WORDS[:-1], holder, "for", "an end to the blockade")).counts["holder"] == right


def test_what_is_optional_is_right_and_not_demanded():
    counts = scored(gold(WORDS[:-1], "Peru", "against", "the blockade of Cuba", required=False)).counts
    assert (counts["wanted"], counts["optional"], counts["too much"]) == (0, 1, 0)


def test_what_the_gold_does_not_have_is_too_much_and_what_it_has_is_missed():
    score = scored(gold("Peru called", "Peru", "for", "Peru"))
    assert (score.counts["found"], score.counts["too much"]) == (0, 1)
    assert [miss.split()[0] for miss in score.misses] == ["missed", "too"]
    assert next(report(score)).startswith("detection    P 0.000  R 0.000")


def test_the_passes_agree():
    lines = list(agreement())
    assert lines[0].startswith("agreement")
    assert float(lines[0].rpartition("(")[2].rstrip(")")) > 0.9
