"""Whatever becomes of the marks, utterances keep their shape."""

import random

import pytest

from detente.text import overlap

TEXT = """LIMA, Aug 5 (Agency) - The minister said on Monday that the treaty was “a mistake from the first day”.

“We will leave,” she told reporters. “Nobody can stop us,” she added, according to a report from Reuters.

‘The talks are over,’ said Anna Keller, who denied that Chile’s envoys had left. Asked whether she would go, she
answered: «I will stay here».

QUESTION: Is it over?

MS KELLER: It is not, and the so-called “ambassador” knows it.
"""
MARKS = "“”«»‘’'\"„``''\n:,. "


def mangled(seed):
    """Drop, double, swap and insert marks, and cut the text somewhere."""
    random_ = random.Random(seed)  # noqa: S311 - chance for tests
    letters = list(TEXT)
    for _ in range(random_.randint(1, 12)):
        place = random_.randrange(len(letters))
        letters[place] = random_.choice([random_.choice(MARKS), letters[place] * 2, "", letters[place]])
    text = "".join(letters)
    return text[: random_.randint(len(text) // 2, len(text))]


def holders(utterance, by_id):
    """Give the utterances that hold this one."""
    found = []
    while utterance.within:
        utterance = by_id[utterance.within]
        found.append(utterance)
    return found


@pytest.mark.parametrize("seed", range(25))
def test_utterances_keep_their_shape(seed, reading):
    text = mangled(seed)
    found = reading(text, "2021-08-05").claims.utterances
    by_id = {each.id: each for each in found}
    for each in found:
        assert each.content
        assert each.evidence
        assert all(0 <= start < end <= len(text) for start, end in (*each.source, *each.cue, *each.content))
        assert not overlap(each.content, (*each.source, *each.cue))
        for other in found:
            if other is not each and overlap(each.content, other.content):
                assert other in holders(each, by_id) or each in holders(other, by_id)
