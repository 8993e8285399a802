"""Claims accepted, rejected, corrected and noted: what views show, what is undone, what survives a new reading."""

from dataclasses import replace

import pytest
from handmade import NEWER, VERSION, printed, stance, tenure, utterance

from detente.errors import UsageError
from detente.positions import accept, correct, judgements, note, reject, search, shown, timeline, undo, who
from detente.record import Within

TEXT = "Foreign Minister Ana Luz said that Peru rejects the sanctions. Ben Sol wept."
SAID = {"why": "the tape", "by": "Eva"}


def one(text=TEXT, number=1, evidence="rejects the sanctions", holders=("PER",), **more):
    """An article with an utterance, a tenure and a stance for each holder; ``number`` shifts the ids of all."""
    said = utterance(text, "person/ana-luz", "said", "Peru rejects the sanctions", number=number)
    stances = [
        replace(stance(text, evidence, "against", holder=each, asserted_by=said.id), id=f"stances/{number + n}")
        for n, each in enumerate(holders)
    ]
    office = replace(tenure(text, "Foreign Minister", "person/ana-luz"), id=f"tenures/{number}")
    claims = {"utterances": (said,), "stances": tuple(stances), "tenures": (office,)}
    return printed(text, "one", "2021-08-05", **(claims | more))


@pytest.fixture
def kept(record):
    record.add(one(), VERSION)
    return record


def polarities(record):
    return [spell.polarity for spell in timeline(record, "PER", "sanctions").spells]


def standings(record):
    return [(each.claim, each.standing) for each in judgements(record)]


def test_a_rejected_claim_is_in_no_view_until_it_is_undone(kept):
    ruling = reject(kept, "utterances/1@one", **SAID)
    assert (ruling.standing, ruling.quote, ruling.within) == ("holds", "Peru rejects the sanctions", ("stances/1",))
    assert [each.kind for hit in search(kept, "rejects") for each in hit.quotes] == ["stances"]
    assert search(kept, "rejects", quoted=True) == ()
    assert kept.stats().claims["utterances"] == 0
    assert [each.reading.json["utterances"] for each in kept.readings()] == [[]]
    assert len(kept.show("one").json["utterances"]) == 1
    assert undo(kept, by="Ivo").standing == "withdrawn"
    assert len(search(kept, "rejects", quoted=True)) == 1


def test_a_corrected_issue_moves_the_search_filter(kept):
    def on(issue):
        return [hit.article for hit in search(kept, "rejects", within=Within.of(issues=(issue,)))]

    correct(kept, "stances/1@one", "object.issue", "visas", **SAID)
    assert (on("sanctions"), on("visas")) == ([], ["one"])
    undo(kept, by="Ivo")
    assert (on("sanctions"), on("visas")) == (["one"], [])


def test_a_correction_shows_in_views_and_the_claim_stays(kept):
    ruling = correct(kept, "stances/1@one", "polarity", "for", **SAID)
    assert (ruling.was, ruling.value, ruling.standing) == ("against", "for", "holds")
    assert polarities(kept) == ["for"]
    assert timeline(kept, "PER", "sanctions").spells[0].statements[0].judged == "corrected"
    assert kept.show("one").json["stances"][0]["polarity"] == "against"
    assert [each["value"] for each in shown(kept, "one")["judgements"]] == ["for"]


def test_a_corrected_actor_is_found_under_the_new_one_alone(kept):
    correct(kept, "stances/1@one", "holder", "Chile", **SAID)
    assert polarities(kept) == []
    assert [spell.polarity for spell in timeline(kept, "CHL", "sanctions").spells] == ["against"]
    correct(kept, "tenures/1@one", "person", "Ben Sol", **SAID)
    holders = who(kept, "foreign minister", "PER", "2021-08-05").holders
    assert [each.person for each in holders if each.articles] == ["person/ben-sol"]


def test_the_last_said_holds_and_comes_back(kept):
    for verb, expected in ((accept, ["against"]), (reject, []), (accept, ["against"])):
        verb(kept, "stances/1@one", **SAID)
        assert polarities(kept) == expected
    assert standings(kept) == [("stances/1@one", "overruled")] * 2 + [("stances/1@one", "holds")]
    assert timeline(kept, "PER", "sanctions").spells[0].statements[0].judged == "accepted"
    undo(kept, by="Eva")
    assert polarities(kept) == []
    assert [each.because for each in judgements(kept)] == [2, None, None]


def test_a_note_changes_no_view(kept):
    before = timeline(kept, "PER", "sanctions")
    assert note(kept, "stances/1@one", **SAID).standing == "holds"
    assert timeline(kept, "PER", "sanctions") == before
    assert [each["why"] for each in shown(kept, "one")["judgements"]] == ["the tape"]


def test_judgements_find_their_claims_under_other_ids(kept):
    reject(kept, "stances/1@one", **SAID)
    kept.add(one(number=7), NEWER)
    assert (polarities(kept), standings(kept)) == ([], [("stances/7@one", "holds")])


def test_in_another_text_the_words_tell_which_claim_is_meant(kept):
    reject(kept, "stances/1@one", **SAID)
    kept.add(one("Corrected. " + TEXT, number=3), VERSION)
    assert (polarities(kept), standings(kept)) == ([], [("stances/3@one", "holds")])


def test_evidence_that_shifts_a_little_in_the_same_text_is_the_same(kept):
    reject(kept, "stances/1@one", **SAID)
    kept.add(one(evidence="Peru rejects the sanctions"), NEWER)
    assert polarities(kept) == []


def test_of_several_claims_of_one_sentence_the_one_with_most_fields_is_meant(record):
    record.add(one(holders=("PER", "VEN")), VERSION)
    reject(record, "stances/2@one", **SAID)
    record.add(one(holders=("VEN", "PER"), number=5), NEWER)
    assert standings(record) == [("stances/5@one", "holds")]
    assert polarities(record) == ["against"]


def test_what_may_mean_several_is_lost_and_listed_and_holds_again(kept):
    reject(kept, "stances/1@one", **SAID)
    kept.add(one(holders=("VEN", "COL")), NEWER)
    assert standings(kept) == [("stances/1@one", "lost")]
    assert kept.stats().claims["stances"] == 2
    kept.add(one(), NEWER._replace(code="3"))
    assert standings(kept) == [("stances/1@one", "holds")]
    assert polarities(kept) == []


def test_a_claim_that_is_gone_leaves_its_judgement(kept):
    reject(kept, "stances/1@one", **SAID)
    kept.add(printed(TEXT, "one", "2021-08-05"), NEWER)
    (ruling,) = judgements(kept)
    assert (ruling.standing, ruling.quote, ruling.claim) == ("lost", "rejects the sanctions", "stances/1@one")


@pytest.mark.parametrize(
    ("claim", "field", "value", "said"),
    [
        ("stances/1", "polarity", "for", "expected a claim such as stances/2@ARTICLE"),
        ("stances/9@one", "polarity", "for", "one has no claim 'stances/9'; it has utterances/1, stances/1, tenures/1"),
        ("stances/1@none", "polarity", "for", "no article of the record"),
        ("stances/1@one", "confidence", "1", "found the field 'confidence'; expected one of holder, through"),
        ("stances/1@one", "polarity", "pro", "found 'pro' for polarity; expected one of for, against"),
        ("stances/1@one", "since", "last week", "expected a date as EDTF"),
        ("stances/1@one", "holder", "Nobody Known", "the record knows no actor called 'Nobody Known'"),
        ("stances/1@one", "holder", "none", "found no value for holder"),
        ("stances/1@one", "object.issue", "cheese", "found 'cheese' for object.issue; expected one of"),
        ("stances/1@one", "strength", "strong", "found 'strong' for strength; expected a number"),
    ],
)
def test_what_cannot_be_corrected(kept, claim, field, value, said):
    with pytest.raises(UsageError, match=said):
        correct(kept, claim, field, value, **SAID)
    assert judgements(kept) == ()


@pytest.mark.parametrize(
    ("kind", "field", "value", "becomes"),
    [
        ("stances", "since", "2021-08", "2021-08"),
        ("stances", "since", "none", None),
        ("stances", "object.issue", "sanctions", "sanctions"),
        ("stances", "through", "Ana Luz", "person/ana-luz"),
        ("utterances", "speakers", "Ana Luz, PER", ["person/ana-luz", "PER"]),
        ("utterances", "speakers", "", []),
        ("tenures", "status", "former", "former"),
        ("tenures", "office", "ambassador", "ambassador"),
        ("stances", "strength", "3", 3),
    ],
)
def test_words_become_what_the_field_holds(kept, kind, field, value, becomes):
    assert correct(kept, f"{kind}/1@one", field, value, **SAID).value == becomes


def test_who_does_not_say_why_judges_nothing(kept):
    with pytest.raises(UsageError, match="found no why"):
        accept(kept, "stances/1@one", why=" ", by="Eva")
