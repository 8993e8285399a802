"""The questions of who held an office: the draw can be repeated, and answers are judged as the gold's README says."""

import pytest

from evaluate import who


def test_the_gold_answers_the_questions_of_the_draw():
    asked = who.answers(who.GOLD)
    assert len(asked) == who.NUMBER
    matches = who.is_drawn(asked)
    assert matches, "the questions of the gold are others"


def test_no_office_of_a_state_is_asked_for_twice():
    asked = [(each.state, each.office) for each in who.draw()]
    assert len(set(asked)) == len(asked) == who.NUMBER
    assert asked == [(each.state, each.office) for each in who.draw()]
    assert asked != [(each.state, each.office) for each in who.draw(seed=9)]


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ([], "unknown"),
        (["Hector BEJAR"], "right"),
        (["Béjar"], "right"),
        (["Héctor Landa"], "wrong"),
        (["Héctor Béjar", "César Landa"], "wrong"),
    ],
)
def test_how_an_answer_is_judged(given, verdict):
    assert who.judge(given, ["Héctor Béjar Rivera"]) == verdict


def test_gold_without_a_column_is_refused(tmp_path):
    (tmp_path / "answers.csv").write_text("state,office\nPER,president\n")
    with pytest.raises(ValueError, match="found a row without day, answer"):
        who.answers(tmp_path / "answers.csv")
