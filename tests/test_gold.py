"""Our gold is well-formed: every place lies in its article on word boundaries, every reference leads somewhere."""

import json
import re
import unicodedata

import pytest

from detente.dates import is_edtf
from evaluate.gold.write import DEFAULTS, EXAMPLES, PLACES, rendered, sources, target
from evaluate.never import broken

REQUIRED = {
    "utterances": {"id", "speakers", "source", "cue", "content", "mode", "polarity", "date", "relayed_by", "venue"},
    "times": {"start", "end", "value"},
    "actors": {"name", "type"},
    "tenures": {"person", "office", "polity", "status"},
    "blocs": {"bloc", "founded"},
    "memberships": {"member", "bloc", "negated"},
    "recognitions": {"holder", "claimant", "as", "recognised"},
    "sanctions": {"by", "against"},
    "stances": {"holder", "polarity", "object", "evidence", "asserted_by", "status", "basis", "key"},
    "events": {"type", "actors", "recipients", "evidence", "date", "status", "negated"},
    "commitments": {"by", "to", "text"},
    "changes": {"holder", "object", "announced_on", "effective", "by", "kind", "before", "after", "evidence"},
}
DATES = {"date", "since", "until", "holding", "founded", "announced_on", "effective"}
CHOICES = {
    "mode": {"direct", "indirect", "mixed"},
    "polarity": {"asserted", "denied", "declined", "for", "against", "mixed", "neutral"},
    "basis": {"stated", "implied"},
    "type": {"state", "person", "bloc", "government", "party", "organisation", "outlet", "place", "group"}
    | {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"}
    | {"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}
UNTUNED = {"iran-deal", "macedonia", "nauru"}  # the threads that nobody looks into while working on rules


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def name(source):
    return f"{source.parent.name}/{source.stem}"


@pytest.fixture(params=sources(), ids=name)
def case(request):
    text = (EXAMPLES / request.param.parent.name / f"{request.param.stem}.txt").read_text("utf-8")
    return text, json.loads(target(request.param).read_text("utf-8"))


def claims(gold):
    for kind in DEFAULTS:
        for claim in gold[kind] + gold.get(f"{kind}_also_right", []):
            yield kind, claim


def places(gold):
    for kind, claim in claims(gold):
        yield from (claim[field] for field in PLACES if claim.get(field))
        yield from (span for spans in claim.get("also_right", {}).values() for span in spans)
        if kind == "times":
            yield claim["start"], claim["end"]


@pytest.mark.parametrize("source", sources(), ids=name)
def test_offsets_are_those_of_the_quoted_words(source):
    assert target(source).read_text("utf-8") == rendered(source), "run python -m evaluate.gold.write"


def test_every_article_has_gold():
    assert {name(article) for article in EXAMPLES.glob("*/*.txt")} == {name(source) for source in sources()}


def test_half_of_the_articles_is_set_apart_whole_threads_at_a_time():
    gold = {name(source): json.loads(target(source).read_text("utf-8")) for source in sources()}
    apart = {each for each in gold if gold[each]["untuned"]}
    assert apart == {each for each in gold if each.split("/")[0] in UNTUNED}
    assert len(apart) * 2 >= len(gold)


def test_places_lie_in_the_body_on_word_boundaries(case):
    text, gold = case
    body = text.index("\n\n") + 2
    for start, end in places(gold):
        words = text[start:end]
        assert body <= start < end <= len(text)
        assert words == words.strip()
        assert not re.match(r"\w\w", text[start - 1 : start + 1]), words
        assert not re.match(r"\w\w", text[end - 1 : end + 1]), words


def test_required_fields_are_there(case):
    _, gold = case
    for kind, claim in claims(gold):
        missing = REQUIRED[kind] - claim.keys() - ({"before", "after"} if kind == "changes" else set())
        assert not missing, (claim, missing)


def test_values_are_of_the_contract(case):
    _, gold = case
    for _, claim in claims(gold):
        for field, allowed in CHOICES.items():
            assert field not in claim or claim[field] in allowed, claim
        for field in DATES & claim.keys():
            assert claim[field] is None or is_edtf(claim[field]), claim


def test_references_lead_to_utterances(case):
    _, gold = case
    ids = [claim["id"] for kind, claim in claims(gold) if kind == "utterances"]
    assert len(ids) == len(set(ids))
    for _, claim in claims(gold):
        assert claim.get("asserted_by") in (None, *ids), claim
        assert claim.get("within") in (None, *ids), claim


def test_a_key_matches_the_object_that_it_stands_for(case):
    _, gold = case
    for kind, claim in claims(gold):
        assert kind != "stances" or re.search(claim["key"], fold(claim["object"])), claim


def test_actors_of_claims_are_named_in_the_article(case):
    text, gold = case
    states = {actor["id"] for kind, actor in claims(gold) if kind == "actors" and actor["type"] == "state"}
    for _, claim in claims(gold):
        whos = [claim.get(field) for field in ("holder", "person", "member", "claimant", "through", "by")]
        for field in ("speakers", "actors", "recipients", "relayed_by", "holder_also", "actors_also"):
            whos += claim.get(field, [])
        for who in filter(lambda each: isinstance(each, str), whos):
            known = who in states if re.fullmatch("[A-Z]{3}", who) else fold(who.split()[-1]) in fold(text)
            assert known, (who, claim)


def printed(gold):
    """Give what a reader would print who finds all that is expected, and all that is right too."""
    found = {"text": "", "actors": []} | {kind: [] for kind in DEFAULTS}
    for kind, claim in claims(gold):
        each = {"id": f"{kind} {claim}", **claim}
        if kind == "stances":
            each["object"] = {"text": claim["object"], "issue": None}
        for status in claim["status"] if kind == "tenures" else [claim.get("status")]:
            found[kind].append(each | {"status": status})
    return found


def test_what_must_never_be_found_is_no_part_of_the_gold(case):
    _, gold = case
    assert gold["must_not"]
    assert all(never["of"] in {*DEFAULTS, "any"} for never in gold["never"])
    assert not broken(printed(gold), gold["never"])


def test_articles_are_dated_of_fair_length_and_sourced(case):
    text, gold = case
    header, body = text.split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in header.splitlines())
    assert fields.keys() == {"title", "outlet", "date"}
    assert fields["date"] == gold["article"]["published"]
    assert 140 <= len(body.split()) <= 400
    assert all(f"\n{heading}\n" in body for heading in gold["article"]["headings"])


def test_every_article_has_its_sources():
    for article in EXAMPLES.glob("*/*.txt"):
        assert f"\n| {article.name[:2]} |" in (article.parent / "SOURCES.md").read_text("utf-8")
