"""The attitude branch: what it hears, where it hears nothing, and the marks from which it learned."""

import pytest

from detente.articles import from_text
from detente.documents import annotate, attitudes
from detente.documents.attitudes import within
from detente.settings import Settings
from training.passages import PASSAGES, read


def _heard(text, settings=Settings()):  # noqa: B008 - it is not changed
    document = annotate(from_text(text, "a", "a"), settings)
    words = document.tree
    return [
        (each.side, " ".join(words[i].text for i in each.holder), {words[i].lemma for i in each.object})
        for each in attitudes(document, 0.5)
    ]


def test_it_hears_words_that_no_rule_names():
    ((side, holder, about),) = _heard("Quito has gone cold on the river tribunal.")
    assert (side, holder) == ("against", "Quito")
    assert "tribunal" in about


def test_two_stances_of_one_sentence_are_kept_apart():
    heard = _heard("Lima backs the ferry while Santiago wants nothing to do with it.")
    assert [side for side, _, _ in heard] == ["for", "against"]
    assert [holder for _, holder, _ in heard] == ["Lima", "Santiago"]


def test_it_hears_nothing_where_nobody_takes_a_side_and_where_it_is_left_out():
    assert _heard("The ferry has four decks and sails on Mondays.") == []
    assert _heard("Quito has gone cold on the river tribunal.", Settings(learned=False)) == []


def test_marks_are_read_with_their_places():
    text, (told,) = read("{H Lima} will {- shut} the door on {O the pact}.")
    assert (text, told.side) == ("Lima will shut the door on the pact.", "against")
    assert [[text[a:b] for a, b in role] for role in told.roles] == [["Lima"], ["shut"], ["the pact"]]


@pytest.mark.parametrize("marked", ["{H Lima shuts the door", "Lima} shuts the door"])
def test_marks_that_are_not_closed_are_refused(marked):
    with pytest.raises(ValueError, match="found"):
        read(marked)


def test_every_passage_can_be_read():
    lines = [line for line in PASSAGES.read_text("utf-8").splitlines() if not line.startswith("#")]
    told = [stance for line in lines for stance in read(line.partition("\t")[2])[1]]
    assert len(lines) > 3000
    assert all(each.roles[1] and each.roles[2] for each in told)


def test_a_sentence_that_windows_cut_is_looked_at_to_its_end():
    text = ", ".join(f"past the island of number {n}" for n in range(90))
    document = annotate(from_text(f"The ferry went {text}.", "a", "a"), Settings())
    parts = [sentence for each in document.encoded for sentence in within(each.window, document)]
    assert len(parts) > len(document.sentences)
    assert [i for part in parts for i in range(part.first, part.last)] == list(range(len(document.tree)))
