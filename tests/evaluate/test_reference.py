"""Our port of the reference check gives the verdicts of the shared one."""

import gc
import json

import pytest

from evaluate import reference
from evaluate.matching import Matcher
from evaluate.shared import scorer, shared

REFERENCE = shared() / "reference"


@pytest.fixture
def gold():
    if not REFERENCE.exists():
        pytest.skip(f"not run: {REFERENCE} is not here (see DETENTE_SHARED)")
    return json.loads((REFERENCE / "expected.json").read_text("utf-8"))


def printed(gold):
    """What a perfect reading would print: the gold itself, with names for ids."""
    text = (REFERENCE / "article.txt").read_text("utf-8")
    found = {kind: [] for kind in (*reference.SCORED, "memberships")}
    actors = [{"name": a["name"], "id": a.get("id", f"x/{a['name']}"), "type": a["type"]} for a in gold["actors"]]
    return found | {"text": text, "times": gold["times"], "actors": actors}


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_shared_check_and_ours_miss_the_same(gold, tmp_path, capsys):
    found = printed(gold)
    path = tmp_path / "found.json"
    path.write_text(json.dumps(found), "utf-8")
    scorer("check_reference").main(str(path), str(REFERENCE / "expected.json"))
    gc.collect()  # the shared check leaves its files to the collector
    theirs = capsys.readouterr().out.splitlines()[-1]
    ours = reference.report(reference.judge(found, gold)).splitlines()[-1]
    assert ours == theirs


def test_an_utterance_with_the_wrong_speaker_is_another(gold):
    found = printed(gold)
    utterance = gold["utterances"][0]
    right = {
        **utterance,
        "speakers": ["x/Héctor Béjar Rivera"],
        "content": [utterance["content"]],
        "cue": [utterance["cue"]],
    }
    assert Matcher(found).matches("utterances", right, utterance)
    assert not Matcher(found).matches("utterances", {**right, "speakers": ["x/Jorge Arreaza"]}, utterance)


def test_a_claim_dated_by_the_publication_is_broken(gold):
    found = printed(gold)
    event = {"id": "events/1", "date": gold["article"]["published"], "evidence": [[0, 5]], "why": "x"}
    broken = reference.judge(found | {"events": []}, gold).broken
    assert not broken
    assert reference._forbidden(found | {"events": [event]}, gold)
