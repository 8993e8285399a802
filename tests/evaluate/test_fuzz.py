"""Damaged texts never break the reading: a small run of ``python -m evaluate fuzz``."""

import json

from detente.articles import Article
from detente.documents import Block, Document, Quotation
from detente.text import Span
from evaluate.__main__ import main
from evaluate.faults import faults_of_quotations
from evaluate.fuzz import fuzz

TEXTS = (
    "“We will leave the group,” the minister said. “Nobody can stop us.”\n\nThe talks go on ‘in May’, said «Reuters».",
    'QUESTION: Will it hold?\n\nMS LOPEZ: It will, and the so-called "ambassador" sees Peru\'s aim.\n\nQUESTION: When?',
    "Statement by the Ministry of Foreign Affairs of Norway on Togo\n\nWe welcome the vote. We urge all to respect it.",
    "Keller said: “The treaty has failed.\n\n“We shall write another”.\n\n„So“, he added, „we begin anew“.",
)


def written(folder):
    path = folder / "texts.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(TEXTS)), "utf-8")
    return path


def test_damaged_texts_are_read(tmp_path):
    found = fuzz([written(tmp_path)], edits=2_000, whole=10, seed=1)
    assert found.failure is None
    assert found.counts["edits"] == 2_000
    assert found.counts["quotations"] > 500


def test_the_same_seed_damages_alike_on_any_number_of_processes(tmp_path):
    path = written(tmp_path)
    assert fuzz([path], 1_500, 0, seed=3) == fuzz([path], 1_500, 0, seed=3, processes=2)


def test_the_command_fails_where_something_is_wrong(tmp_path, monkeypatch, capsys):
    path = written(tmp_path)
    assert main(["fuzz", str(path), "--edits", "10", "--whole", "0"]) == 0
    monkeypatch.setattr("detente.documents.quotations.annotate", lambda _: 1 / 0)
    assert main(["fuzz", str(path), "--edits", "10", "--whole", "0"]) == 1
    assert "ZeroDivisionError" in capsys.readouterr().out
    assert main(["fuzz", str(tmp_path / "none.jsonl")]) == 2


def test_faults_are_seen():
    text = "“We go,” he said."
    blocks = (Block("paragraph", Span(0, len(text))),)
    for spans in ([(0, 8), (4, 10)], [(0, 30)], [(3, 3)], [(0, 8), (0, 8)]):
        quoted = tuple(Quotation(Span(*span), Span(*span)) for span in spans)
        document = Document(Article(id="a", source="a", text=text), blocks=blocks, quotations=quoted)
        assert list(faults_of_quotations(document)), spans
