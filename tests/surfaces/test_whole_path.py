"""From bytes to claims and back: offsets name the same words on the whole path, whatever the text is made of."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.articles import read as read_sources
from detente.claims import KINDS
from detente.settings import Settings
from detente.surfaces.batch import read_all
from detente.versions import version

PIECES = [
    "Ana Luz said on Monday that  Peru rejects sanctions against Venezuela.",
    "«We will not recognise him», said foreign minister José\u0301 Río 👩🏽‍⚖️.",
    "“Peru supports the talks,” the envoy\xa0told reporters in Lima on 2 August 2021",
    "Regional integration",
    "LIMA, Aug 5 (Agency) - The president met his Chilean counterpart.",
    "date 2021-08-05",
    " ",
    "\t",
    "🏳️‍🌈",
]
BREAKS = ["\n", "\r\n", "\r\n\r\n", "\n\n", " ", "  ", "\u2028"]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BREAKS)), min_size=1, max_size=7)


@settings(max_examples=30, deadline=None)
@given(pieces=TEXTS)
def test_spans_survive_the_whole_path(store, tmp_path_factory, pieces):
    text = "".join(piece + end for piece, end in pieces)
    if not text.strip():
        return
    source = tmp_path_factory.mktemp("path") / "a.txt"
    source.write_bytes(text.encode())
    chosen = Settings(language_confidence=1.1)
    with store.record() as record:
        (outcome,) = read_all(read_sources([str(source)]), record, version(chosen), chosen)
        assert outcome.failure is None
        found = outcome.printed
        assert found["text"] == text
        spans = [span for kind in KINDS for claim in found[kind] for span in claim["evidence"]]
        spans += [span for actor in found["actors"] for span in actor["mentions"]]
        spans += [(time["start"], time["end"]) for time in found["times"]]
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)
        assert record.faults() == []
        for (body,) in store.rows(record, "SELECT body FROM claims"):
            assert json.loads(body) in [claim for kind in KINDS for claim in found[kind]]
