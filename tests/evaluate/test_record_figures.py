"""The runs that measure judgements after another reading, and copies, can fail."""

from collections import Counter
from dataclasses import replace

from evaluate import copies, rereading
from evaluate.shared import write

TEXT = (
    "{name} expelled the envoy of Chad on {n} May. The ministry of {name} said that talks had led to nothing in "
    "{n} weeks. Ships from {name} left port {n} at night, and delegates of the council met again to speak about grain "
    "and borders. Nobody knows whether {name} will sign what {n} states have asked for since the winter. In {name} "
    "itself few had heard of it before the evening, when the radio read out the note."
)


def test_copies_are_found_and_patterns_are_not(tmp_path):
    names = ["Peru", "Chile", "Ghana", "Nepal", "Malta"]
    rows = [{"id": str(n), "title": None, "text": TEXT.format(name=name, n=n + 2)} for n, name in enumerate(names)]
    write(tmp_path / "texts.jsonl", rows)
    found = copies.measure([tmp_path / "texts.jsonl"], 5, seed=1)
    assert found.texts == 5 + len(copies.KINDS)
    assert [hit for hit, _ in found.found.values()][:4] == [1] * 4
    assert found.joined == []
    assert "the same: 1 of 1 found" in copies.report(found)


def test_a_judgement_on_another_claim_is_no_survival():
    found = rereading.Survival(1, Counter(same=3), Counter({"on its claim": 2}))
    assert found.complete
    assert not replace(found, judged=Counter({"on another claim": 1})).complete
    assert "2 judgements:\n  2 on its claim" in rereading.report(found)


def test_a_claim_is_the_same_where_kind_and_most_of_the_evidence_are():
    assert rereading._is_same("stances", {"evidence": [[0, 10]]}, "stances", {"evidence": [[4, 20]]})
    assert not rereading._is_same("stances", {"evidence": [[0, 10]]}, "stances", {"evidence": [[6, 20]]})
    assert not rereading._is_same("stances", {"evidence": [[0, 10]]}, "events", {"evidence": [[0, 10]]})
