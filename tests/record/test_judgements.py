import pytest

from detente.errors import UsageError
from detente.record import Judged, Judgement, Seen
from detente.text import Span

ANA, LUZ = Judged("person/ana-luz", None, "Ana Luz"), Judged("person/luz", "one", "Luz")


def judgement(kind="same", one=ANA, other=LUZ, **more):
    return Judgement(kind=kind, one=one, other=other, **({"by": "Eva", "why": "the same signature"} | more))


def test_a_judgement_is_kept_with_who_when_and_why(record):
    seen = Seen("one", "abc", (Span(0, 3), Span(7, 9)))
    kept = record.judge(judgement(one=Judged("person/ana-luz", None, "Ana Luz", (seen,)), other=LUZ))
    assert record.judgements() == [kept]
    assert (kept.number, kept.by, kept.why, kept.withdrawn_at) == (1, "Eva", "the same signature", None)
    assert kept.judged_at.startswith("20")
    assert (kept.one.evidence, str(kept.other)) == ((seen,), "person/luz@one")
    assert kept.of_person


def test_the_order_of_the_two_does_not_matter(record):
    first, second = record.judge(judgement()), record.judge(judgement(one=LUZ, other=ANA))
    assert (first.one, first.other) == (second.one, second.other)


def test_a_rule_names_its_version_and_score(record):
    kept = record.judge(judgement(by="names", version="2", score=0.75))
    assert (kept.by, kept.version, kept.score, kept.of_person) == ("names", "2", 0.75, False)


def test_undoing_keeps_the_row_with_the_time(record):
    record.judge(judgement())
    last = record.judge(judgement("different"))
    gone = record.withdraw(None, "Ivo")
    assert (gone.number, gone.withdrawn_by, gone.why) == (last.number, "Ivo", last.why)
    assert gone.withdrawn_at >= gone.judged_at
    assert [each.withdrawn_at is None for each in record.judgements()] == [True, False]
    assert record.withdraw(None, "Ivo").number == 1
    assert len(record.judgements()) == 2


@pytest.mark.parametrize(
    ("number", "said"),
    [(None, "no judgement to undo"), (7, "no judgement 7"), (1, "judgement 1 was withdrawn already, at 20")],
)
def test_what_cannot_be_undone(record, number, said):
    if number == 1:
        record.judge(judgement())
        record.withdraw(1, "Eva")
    with pytest.raises(UsageError, match=said):
        record.withdraw(number, "Eva")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": "alike"}, "found the kind 'alike'; expected one of same, different"),
        ({"other": ANA}, "found person/ana-luz twice; expected two actors"),
        ({"by": " "}, "found no by"),
        ({"why": ""}, "found no why"),
    ],
)
def test_a_judgement_that_says_too_little(record, wrong, said):
    with pytest.raises(UsageError, match=said):
        record.judge(judgement(**wrong))
    assert record.judgements() == []


def test_a_broken_judgement_is_a_fault(store, record):
    record.judge(judgement())
    store.rows(record, "UPDATE judgements SET one_evidence = 'x'")
    assert any("judgements, row 1: one_evidence is no JSON" in fault for fault in record.faults())
