"""What issues mean for those they concern, and the scale of events."""

import pytest

from detente.lexicon import bearing, bearings, entries, event_scale, event_types, issues, own_issues


def test_every_score_lies_on_the_published_scale():
    scale = event_scale()
    scores = [kind.score_of(mode) for kind in event_types().values() for mode in (None, *kind.modes)]
    assert scale.least <= min(scores) < 0 < max(scores) <= scale.most


def test_every_issue_that_is_listed_is_known_and_listed_once():
    listed = [
        issue for each in entries("taxonomy/issue_bearings.yaml", bearings._Bearing).values() for issue in each.issues
    ]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(issues())


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        (None, "open"),
        ("nothing", "open"),
        ("tariffs", "against"),
        ("trade", "with"),
        ("border", "open"),
        ("bases", "open"),
    ],
)
def test_a_narrower_issue_bears_as_the_wider_unless_it_says_otherwise(issue, expected):
    assert bearing(issue) == expected


def test_an_issue_of_the_users_own_bears_as_its_parent(tmp_path):
    file = tmp_path / "issues.yaml"
    file.write_text("oil_cap:\n  name: cap on oil prices\n  parent: sanctions\n  words: [price cap]\n", "utf-8")
    with own_issues(str(file)):
        assert bearing("oil_cap") == "against"
    assert bearing("oil_cap") == "open"
