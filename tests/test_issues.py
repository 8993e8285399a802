"""The taxonomy of issues and the words of each language speak of the same issues; a user may add his own."""

import pytest

from detente.articles import Article
from detente.errors import LexiconError, UsageError
from detente.lexicon import issue_words, issues, own_issues
from detente.pipeline import read
from detente.settings import Settings
from detente.versions import version


def test_every_issue_has_words_and_all_words_an_issue():
    worded = {row.issue for rows in issue_words("en").values() for row in rows}
    assert worded == set(issues())


def test_parents_are_issues():
    assert {issue.parent for issue in issues().values() if issue.parent} <= set(issues())


OWN = """
fisheries:
  name: fishing rights
  parent: maritime
  words: [fishing right, trawler]
sanctions:
  words: [price cap]
"""


def issue_of(sentence, path):
    article = Article(id="a", source="a", text=sentence)
    (stance,) = read(article, Settings(issues=str(path), learned=False)).claims.stances
    return stance.object.issue


def test_a_user_adds_issues_and_words(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(OWN)
    assert issue_of("Peru condemned the trawlers.", path) == "fisheries"
    assert issue_of("Peru condemned the price cap.", path) == "sanctions"
    assert issue_of("Peru condemned the price cap.", "") is None
    with own_issues(str(path)):
        assert issues()["fisheries"].parent == "maritime"
    assert "fisheries" not in issues()


def test_what_was_read_with_other_issues_is_another_reading(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(OWN)
    assert version(Settings(issues=str(path))) != version(Settings())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fisheries: {words: [trawler]}", "fisheries: found no name"),
        ("fisheries: {name: fishing, parent: sea, words: [trawler]}", "parent: found 'sea'"),
        ("fisheries: {name: fishing}", "fisheries: found no words"),
        ("sanctions: {name: measures, words: [price cap]}", "expected words alone"),
        ("fisheries: {title: fishing, words: [trawler]}", "unknown key title"),
    ],
)
def test_an_entry_that_cannot_be_understood_is_refused(tmp_path, text, message):
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    with pytest.raises(LexiconError, match=message), own_issues(str(path)):
        pass


def test_a_file_that_is_not_there_is_refused():
    with pytest.raises(UsageError, match="found no such file"), own_issues("nowhere.yaml"):
        pass
