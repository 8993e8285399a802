"""Both full-text indexes find what a plain look through every text finds, and say when they are out of step."""

import pytest
from handmade import VERSION, printed, stance, utterance
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.record import Within, candidates, fulltext
from detente.record.terms import terms
from detente.record.words import searched

WORD = st.one_of(
    st.sampled_from(
        ["Perú", "peru", "Lima", "limits", "Łódź", "U.S.", "10", "1e5", "a1", "x_y", "ﷺ", "⑴", "½", "don’t"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=6),
)
TEXTS = st.lists(st.lists(WORD, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=4)
DAYS = st.sampled_from(["2021-08-05", "2021-08-06", None])


@settings(max_examples=40, deadline=None)
@given(
    texts=TEXTS,
    days=st.lists(DAYS, min_size=4, max_size=4),
    asked=st.lists(WORD, min_size=1, max_size=2),
    data=st.data(),
)
def test_what_is_found_is_what_a_look_through_every_text_finds(store, texts, days, asked, data):
    few = data.draw(st.sampled_from([0, 2000]))
    query = data.draw(st.sampled_from(['"{}"', "{}", "{}*"])).format(" ".join(asked))
    try:
        wanted = terms(query)
    except UsageError:
        return
    with store.record() as record, pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "_FEW", few)
        patch.setattr(candidates, "_PORTION", 2)
        articles = [(f"a{n}", day, text) for n, (text, day) in enumerate(zip(texts, days, strict=False))]
        for id_, day, text in articles:
            record.add(printed(text, id_, day), VERSION)
        found = [hit.article for hit in record.search(query)]
        assert record.faults() == []
    expected = [each for each in articles if all(str(term) in searched(None, each[2]) for term in wanted)]
    expected.sort(key=lambda each: each[0])
    assert found == [id_ for id_, *_ in sorted(expected, key=lambda each: each[1] or "", reverse=True)]


def test_words_of_any_length_and_number_are_found(record):
    long = "wrod" * 2000
    many = " ".join(f"{chr(0x4E00 + n % 20000)}{n:07}{'ß' * 6}" for n in range(60_000))
    record.add(printed(f"Peru spoke of {long}ed things.", "long"), VERSION)
    record.add(printed(many, "many"), VERSION)
    assert [hit.article for hit in record.search(f"{long[:900]}*")] == ["long"]
    assert record.search(long[:900]) == ()
    assert [hit.article for hit in record.search(many.split()[7])] == ["many"]
    assert record.search("peru")[0].article == "long"
    assert record.faults() == []


@pytest.mark.parametrize(
    ("harm", "many"),
    [
        ("DELETE FROM article_index WHERE {number} = 1", 2),
        ("UPDATE article_words SET folded = ' peru left ' WHERE article = 1", 2),
        ("INSERT INTO article_words VALUES (7, ' chile ')", 1),
    ],
)
def test_an_index_out_of_step_is_a_fault_and_can_be_mended(store, record, harm, many):
    for n in range(3):
        record.add(printed("Peru spoke.", f"a{n}"), VERSION)
    if store.is_file and harm.startswith("DELETE"):
        harm = "INSERT INTO article_index (article_index, rowid, folded) VALUES ('delete', 1, ' peru spoke ')"
    store.rows(record, harm.format(number="article"))
    assert any(f"out of step with {many} words" in fault for fault in record.faults())
    record.mend()
    assert record.faults() == []
    assert len(record.search("peru spoke")) == 3


def test_words_are_replaced_in_text_and_index(record):
    record.add(printed("Peru spoke."), VERSION)
    with record._writing() as connection:
        fulltext.replace(connection, 1, " chile ")
    assert record.search("peru") == ()
    assert record.faults() == [
        "one: its folded words are not those of its text; `detente check --mend` makes them anew"
    ]


@pytest.fixture
def filled(record):
    said = "Ana Luz said Peru rejects sanctions."
    mine = utterance(said, "person/ana-luz", "said", "Peru rejects sanctions")
    against = stance(said, "rejects sanctions", "against", asserted_by="utterances/1")
    record.add(printed(said, "one", "2021-08-05", outlet="El Diario", utterances=(mine,), stances=(against,)), VERSION)
    visas = stance(said, "rejects", "against", issue="visas", on="CHL")
    record.add(printed(said, "two", "2021-09-01", outlet="Gestión", stances=(visas,)), VERSION)
    record.add(printed(said, "three", outlet="Gestión"), VERSION)
    return record


@pytest.mark.parametrize(
    ("within", "found"),
    [
        ({}, ["two", "one", "three"]),
        ({"kinds": ["stances"]}, ["two", "one"]),
        ({"kinds": ["utterances", "events"]}, ["one"]),
        ({"issues": ["visas"]}, ["two"]),
        ({"kinds": ["utterances"], "issues": ["visas"]}, []),
        ({"outlets": ["gestion"]}, ["two", "three"]),
        ({"languages": ["en"]}, ["two", "one", "three"]),
        ({"languages": ["es"]}, []),
        ({"since": "2021-08-06"}, ["two"]),
        ({"until": "2021-08-05"}, ["one"]),
    ],
)
@pytest.mark.parametrize("few", [0, 2000])
def test_filters_leave_only_some_articles(filled, within, found, few, monkeypatch):
    monkeypatch.setattr(candidates, "_FEW", few)
    assert [hit.article for hit in filled.search("peru sanctions", within=Within(**within))] == found


def test_an_actor_has_a_part_in_the_claim_that_is_asked_for(filled):
    of = {"one": {"VEN"}, "two": {"VEN"}}
    assert [hit.article for hit in filled.search("peru", within=Within(kinds=["stances"]), of=of)] == ["one"]


def test_only_the_claims_that_are_asked_for_are_shown(filled):
    (hit,) = filled.search("rejects", within=Within(kinds=["utterances"]))
    assert [quote.kind for quote in hit.quotes] == ["utterances"]


def test_an_outlet_that_the_record_lacks_is_refused(filled):
    with pytest.raises(UsageError, match=r"found the outlet 'Nobody'; expected .*: El Diario, Gestión"):
        filled.search("peru", within=Within(outlets=["Nobody"]))
    with pytest.raises(UsageError, match="found 1001 characters"):
        filled.search("a" * 1001)
