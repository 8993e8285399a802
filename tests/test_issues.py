"""The taxonomy of issues and the words of each language speak of the same issues."""

from detente.lexicon import issue_words, issues


def test_every_issue_has_words_and_all_words_an_issue():
    worded = {row.issue for rows in issue_words("en").values() for row in rows}
    assert worded == set(issues())


def test_parents_are_issues():
    assert {issue.parent for issue in issues().values() if issue.parent} <= set(issues())
