"""A record copied as a whole, from each store to a file and from a file into each store."""

import threading

import pytest
from handmade import ACTORS, NEWER, VERSION, printed, stance, utterance

from detente.errors import RecordError, UsageError
from detente.record import Failure, Judged, Judgement, Record

TEXT = "Ana Luz said Perú rejects sanctions."


def fill(record):
    said = utterance(TEXT, "person/ana-luz", "said", "Perú rejects sanctions")
    against = stance(TEXT, "rejects sanctions", "against", asserted_by="utterances/1")
    record.add(printed(TEXT, "one", "2021-08-05", utterances=(said,), stances=(against,)), VERSION)
    record.add(printed(TEXT, "one", "2021-08-05"), NEWER)
    record.add(printed("Chad spoke.", "two", actors=ACTORS[:1]), VERSION)
    record.fail(Failure("three.txt", "language", "Spanish"))
    one, other = Judged("person/ana-luz", None, "Ana Luz"), Judged("person/rio", None, "Carla Río")
    record.judge(Judgement(kind="different", one=one, other=other, by="Eva", why="two lives"))
    record.withdraw(1, "Eva")


def contents(record):
    readings = [(each.reading.json, each.version) for each in record.readings()]
    return readings, record.stats(), record.judgements(), record.failures(), record.search("peru sanctions")


def test_a_copy_is_a_whole_record_and_goes_back_into_either_store(record, place, tmp_path):
    fill(record)
    file = tmp_path / "copy.db"
    record.backup(file)
    assert [path.name for path in tmp_path.glob("*copy*")] == ["copy.db"]
    with Record.open(file, create=False) as copy, (place / "again").open() as again:
        assert contents(copy) == contents(record)
        assert copy.faults() == []
        again.restore(file)
        assert contents(again) == contents(record)
        assert again.faults() == []
        before = again.state()
        again.add(printed("Cuba left.", "three"), VERSION)  # numbers go on
        assert (again.stats().articles, again.faults()) == (3, [])
        assert again.state() != before


def test_what_cannot_be_copied_is_said_and_nothing_is_left(record, store, place, tmp_path):
    fill(record)
    with pytest.raises(RecordError, match="cannot be opened"):
        record.backup(tmp_path / "nowhere" / "copy.db")
    record.backup(tmp_path / "copy.db")
    with pytest.raises(RecordError, match="it has 2 articles; expected an empty record"):
        record.restore(tmp_path / "copy.db")
    with pytest.raises(UsageError, match="no record at"):
        record.restore(tmp_path / "none.db")
    if store.is_file:
        with pytest.raises(UsageError, match="is the record itself"):
            record.backup(record.name)
    with (place / "again").open() as again:
        (tmp_path / "bad.db").write_text(TEXT * 300)
        with pytest.raises(RecordError, match="not a record"):
            again.restore(tmp_path / "bad.db")
        assert again.stats().articles == 0


def test_a_copy_while_others_write_is_whole(record, address, tmp_path):
    done = threading.Event()

    def write():
        with Record.open(address) as other:
            n = 0
            while not done.is_set():
                other.add(printed(TEXT, f"more {n}", stances=(stance(TEXT, "rejects sanctions", "against"),)), VERSION)
                n += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while record.stats().articles < 5:
            pass
        for n in range(5):
            record.backup(tmp_path / f"{n}.db")
    finally:
        done.set()
        writer.join()
    many = []
    for n in range(5):
        with Record.open(tmp_path / f"{n}.db", create=False) as copy:
            assert copy.faults() == []
            many.append((copy.stats().articles, copy.stats().claims["stances"]))
    assert many == sorted(many)
    assert all(articles == claims for articles, claims in many)
