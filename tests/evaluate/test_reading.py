"""Measuring a load runs the real command and counts what came of it."""

import json

import pytest

from evaluate.reading import Pace, counts, measure, report


def test_a_run_counts_articles_and_failures_and_what_they_took(tmp_path):
    texts = [f"The envoy of Peru said {n} times that she rejects the sanctions." for n in range(3)]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate([*texts, " ", "Peru left."])]
    (tmp_path / "texts.jsonl").write_text("\n".join(lines))
    (load,) = measure(tmp_path / "texts.jsonl", [4], [1])
    assert load[:5] == (4, 1, 36, 3, 1)
    assert load.user > 0
    assert load.seconds > 0
    assert 20 < load.mebibytes < 4000


def test_several_jobs_are_compared_with_one():
    loads = [Pace(9, 1, 100, 9, 0, 10.0, 9.0, 300), Pace(9, 2, 100, 9, 0, 4.0, 9.0, 300), Pace(20, 2, 1, 1, 0, 1, 1, 1)]
    _, one, two, other = report(loads)
    assert one.split() == ["9", "1", "9", "0", "10.0", "90000.0", "300"]
    assert two.endswith("2.50 times as fast as 1 job")
    assert "times" not in other


@pytest.mark.parametrize("given", ["", "1,", "0", "a"])
def test_what_is_no_number_is_refused(given):
    with pytest.raises(ValueError, match=r"found|invalid"):
        counts(given)
