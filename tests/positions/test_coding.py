"""Actors as event data names them: the data files fit each other, and decide as they say."""

import pytest
from eventmade import event, story

from detente.lexicon import (
    actor_codes,
    cow_codes,
    directory,
    event_frames,
    event_types,
    offices,
    other_codings,
    sector_words,
    sectors,
    state_codes,
)
from detente.positions import Coder, events_of
from detente.record import Reading, Versioned
from detente.versions import Version

PLOVER = "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL SOC SPY UAF UNK"


def coder(text, **found):
    return Coder(Reading(story(text, **found)))


def test_the_sectors_are_those_of_plover_and_name_what_exists():
    assert sorted(sectors()) == PLOVER.split()
    assert set(sector_words("en").values()) <= set(PLOVER.split())
    known = {title.kind for title in offices("en").values()}
    for sector in sectors().values():
        assert {*sector.ids} <= directory().keys()
        assert {*sector.offices} <= offices("en").keys()
        assert {*sector.kinds} <= known
        assert {*sector.never} <= actor_codes().keys()


def test_the_codes_are_those_of_plover_and_no_row_has_two():
    assert sorted(actor_codes()) == sorted(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])
    ids = [id_ for code in actor_codes().values() for id_ in code.ids]
    assert len(ids) == len(set(ids))
    assert set(ids) <= directory().keys()
    assert not set(actor_codes()) & set(state_codes().values())


def test_every_office_has_a_sector():
    named = {office for sector in sectors().values() for office in sector.offices}
    kinds = {kind for sector in sectors().values() for kind in sector.kinds}
    bodily = {"international"}  # of bodies, whose officers have the body's sector
    assert not [
        each.office for each in offices("en").values() if each.office not in named and each.kind not in kinds | bodily
    ]


def test_other_codebooks_name_rules_and_types_that_exist():
    rules = {frame.why for frame in event_frames("en")}
    for other in other_codings().values():
        assert set(other.rules) <= rules
        assert other.mode in event_types()[other.type].modes


@pytest.mark.parametrize(
    ("id_", "code", "cow", "primary"),
    [
        ("PER", "PER", "135", ("GOV",)),
        ("XKX", "KOS", "347", ("GOV",)),
        ("bloc/nato", "IGO", "", ()),
        ("group/okafor", "", "", ()),
        ("organisation/unicef", "UNO", "", ()),
        ("government/bundestag", "DEU", "255", ("LEG",)),
        ("outlet/reuters", "GBR", "200", ("JRN",)),
        ("nobody/known", "", "", ()),
    ],
)
def test_codes_and_sectors(id_, code, cow, primary):
    found = coder("Peru praised Venezuela.").code(id_, [(0, 23)])
    assert (found.code, found.cow, found.sectors) == (code, cow, primary)
    assert cow_codes().get(found.code, "") == cow


def test_words_are_those_in_the_evidence_and_tell_what_kind_of_people_they_are():
    text = "Three Peruvian rebels attacked Chile. Peru regrets that."
    kept = story(text)
    kept["actors"][0]["mentions"] = [[6, 14], [38, 42]]
    code = Coder(Reading(kept)).code
    first, second = code("PER", [(15, 36)]), code("PER", [(38, 55)])
    assert (first.raw, first.sectors) == ("Peruvian rebels", ("REB",))
    assert (second.raw, second.sectors) == ("Peru", ("GOV",))
    assert code("PER", [(31, 36)]).raw == ""


def test_an_event_is_known_by_article_evidence_and_type():
    text = "Peru praised Venezuela. Peru praised Venezuela."
    twice = (event(text, "praised"), event(text, "praised", number=2), event(text, "praised", "ACCUSE", number=3))
    ids = {}
    for name in ("one", "two"):
        kept = Versioned(Reading(story(text, name, events=twice)), Version("", "", ""))
        ids[name] = [each.id for each in events_of(kept)]
        turned = story(text, name, events=twice)
        turned["events"].reverse()
        assert {each.id for each in events_of(Versioned(Reading(turned), Version("", "", "")))} == set(ids[name])
    assert len({*ids["one"], *ids["two"]}) == 6
    assert ids["one"][2] == f"{ids['one'][1]}-2"


@pytest.mark.parametrize(
    ("rule", "older", "expected"),
    [
        ("event_frames_sanction/economic-sanctions", True, ("COERCE", "restrict", -7.0)),
        ("event_frames_sanction/economic-sanctions; event_agents/officials", True, ("COERCE", "restrict", -7.0)),
        ("event_frames_sanction/economic-sanctions", False, ("SANCTION", "discontinue", -6.0)),
        ("event_frames_sanction/cut-ties", True, ("SANCTION", "discontinue", -6.0)),
    ],
)
def test_the_older_table_types_economic_sanctions_otherwise(rule, older, expected):
    text = "Peru imposed sanctions on Venezuela."
    claim = event(text, "imposed sanctions", "SANCTION", mode="discontinue", why=rule)
    (found,) = events_of(Versioned(Reading(story(text, events=(claim,))), Version("", "", "")), older=older)
    assert (found.type, found.mode, found.score) == expected
