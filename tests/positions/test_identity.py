"""Who is one over all articles: by rules, by judgements, and never by the order of reading."""

from itertools import count

import pytest
from handmade import NEWER, VERSION, at, printed, stance, tenure, utterance
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.documents import Actor
from detente.errors import UsageError
from detente.positions import (
    actor,
    actors,
    different,
    identified,
    judgements,
    same,
    search,
    timeline,
    undo,
    who,
    with_identities,
)
from detente.record import Judged, Judgement
from detente.text import slug

STATES = (Actor("PER", "Peru", "state", True, ()), Actor("VEN", "Venezuela", "state", True, ()))


def known(text, name, represents=None, kind="person"):
    spans = at(text, name) if name in text else ()
    return Actor(f"{kind}/{slug(name)}", name, kind, False, spans, represents=represents)


def article(id_, *people, published="2021-08-05", version=VERSION, **claims):
    """An article that names people, each a name or a name and whom he speaks for."""
    named = [(each, None) if isinstance(each, str) else each for each in people]
    text = claims.pop("text", f"Report {id_}: {', '.join(name for name, _ in named)} rejects sanctions.")
    made = [known(text, name, state) for name, state in named]
    return printed(text, id_, published, actors=(*STATES, *made), **claims), version


def office(text, person, status="current", **more):
    return tenure(text, person, f"person/{slug(person)}", status=status, **more)


def fill(record, *articles):
    for reading, version in articles:
        record.add(reading, version)
    return record


def groups(record):
    """Which actors of articles are one, whatever they are called."""
    found = {}
    identities = identified(record).identities
    for unit in record.article_actors():
        article_, id_, whole = unit.article, unit.id, identities.of_unit(unit)
        if id_ not in ("PER", "VEN"):
            found.setdefault(whole, set()).add(f"{id_.removeprefix('person/')}@{article_}")
    return sorted(sorted(group) for group in found.values())


def judged(record):
    return [(each.number, each.standing, each.because) for each in judgements(record)]


def holding(id_, person, office_="foreign minister", day="2021-08-05", polity="PER"):
    text = f"{office_} {person} spoke."
    return article(
        id_, (person, polity), text=text, published=day, tenures=(office(text, person, office=office_, polity=polity),)
    )


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([article("a", "Ana Luz"), article("b", "Ana Luz")], [["ana-luz@a", "ana-luz@b"]]),
        ([article("a", "Luz"), article("b", "Luz")], [["luz@a"], ["luz@b"]]),
        ([article("a", "Luz"), article("b", "Ana Luz")], [["ana-luz@b"], ["luz@a"]]),
        ([article("a", ("Luz", "PER")), article("b", ("Ana Luz", "PER"))], [["ana-luz@b", "luz@a"]]),
        ([article("a", ("Luz", "PER")), article("b", ("Ana Luz", "VEN"))], [["ana-luz@b"], ["luz@a"]]),
        (
            [article("a", ("Luz", "PER")), article("b", ("Ana Luz", "PER")), article("c", ("Berta Luz", "PER"))],
            [["ana-luz@b"], ["berta-luz@c"], ["luz@a"]],
        ),
        ([holding("a", "Luz"), holding("b", "Ana Luz")], [["ana-luz@b", "luz@a"]]),
        ([holding("a", "Luz"), holding("b", "Luz")], [["luz@a", "luz@b"]]),
        (
            [holding("a", "Luz"), holding("b", "Ana Luz"), holding("c", "Berta Luz", day="2019-01-01")],
            [["ana-luz@b"], ["berta-luz@c"], ["luz@a"]],
        ),
        (
            [holding("a", "Ana Luz", polity="PER"), holding("b", "Ana Luz", polity="VEN")],
            [["ana-luz@a"], ["ana-luz@b"]],
        ),
        (
            [holding("a", "Ana Luz", polity="PER"), holding("b", "Ana Luz", polity="VEN", day="2025-01-01")],
            [["ana-luz@a", "ana-luz@b"]],
        ),
        (
            [article("a", ("Joe Dale", "PER")), article("b", ("Joseph R. Dale", "PER")), article("c", ("Dale", "PER"))],
            [["dale@c", "joe-dale@a", "joseph-r-dale@b"]],
        ),
        (
            [
                article("a", ("Ana Luz", "PER")),
                article("b", ("Ana Luz Sol", "PER")),
                article("c", ("Ana Luz Paz", "PER")),
            ],
            [["ana-luz-paz@c"], ["ana-luz-sol@b"], ["ana-luz@a"]],
        ),
        (
            [article("a", ("Kim Sol Paz", "PER")), article("b", ("Kim Luz Mar", "PER")), article("c", ("Kim", "PER"))],
            [["kim-luz-mar@b"], ["kim-sol-paz@a"], ["kim@c"]],
        ),
    ],
)
def test_who_is_one_by_rules(record, articles, expected):
    assert groups(fill(record, *articles)) == expected


def test_an_office_on_its_day_tells_who_is_meant(record):
    described = [
        article(id_, ("foreign minister of Peru", "PER"), published=day)
        for id_, day in (("x", "2021-03-01"), ("y", "2023-03-01"))
    ]
    fill(record, holding("a", "Ana Luz", day="2021-01-01"), holding("b", "Ana Luz", day="2021-06-01"), *described)
    assert groups(record) == [
        ["ana-luz@a", "ana-luz@b", "foreign-minister-of-peru@x"],
        ["foreign-minister-of-peru@y"],
    ]
    fill(record, holding("c", "Ben Sol", day="2021-02-01"), holding("d", "Ben Sol", day="2021-04-01"))
    assert ["foreign-minister-of-peru@x"] in groups(record)


def test_a_short_form_introduced_in_brackets(record):
    text = "The Regional Security Office (RSO) met. The RSO was silent."
    actors_ = (known(text, "Regional Security Office", kind="organisation"), known(text, "RSO", kind="organisation"))
    record.add(printed(text, "a", actors=actors_), VERSION)
    other = "The RSO met again."
    record.add(printed(other, "b", actors=(known(other, "RSO", kind="organisation"),)), VERSION)
    (found,) = actors(record, "RSO")
    assert (found.name, found.articles) == ("Regional Security Office", 2)
    assert found.ids == ("organisation/regional-security-office", "organisation/rso")


def test_an_uncertain_pair_is_undecided_and_explains_itself(record):
    fill(record, article("a", "Ana Luz"), article("b", "Ana Luz Paz"))
    found = actor(record, "Ana Luz Paz")
    (candidate,) = found.undecided
    assert (candidate.id, candidate.score) == ("person/ana-luz", 0.8)
    assert [held.name for held in candidate.features] == ["name_included"]
    assert found.joins == ()
    same(record, "Ana Luz", "Ana Luz Paz", why="she married", by="Eva")
    found = actor(record, "Ana Luz Paz")
    assert found.undecided == ()
    assert [(join.by, join.why, join.number) for join in found.joins] == [("Eva", "she married", 1)]
    assert [(mention.article, mention.quote) for mention in found.mentions] == [
        ("a", "Report a: Ana Luz rejects sanctions."),
        ("b", "Report b: Ana Luz Paz rejects sanctions."),
    ]


def test_same_joins_and_undo_parts(record):
    fill(record, article("a", "Ana Luz"), article("b", "Carla Río"))
    before = groups(record)
    ruling = same(record, "Ana Luz", "person/carla-rio", why="a pen name", by="Eva")
    assert (ruling.standing, ruling.one, ruling.other) == ("holds", "person/ana-luz", "person/carla-rio")
    assert groups(record) == [["ana-luz@a", "carla-rio@b"]]
    assert undo(record, by="Ivo").standing == "withdrawn"
    assert groups(record) == before
    assert [each.withdrawn_by for each in judgements(record)] == ["Ivo"]


def test_different_parts_what_a_rule_joins(record):
    fill(record, article("a", "Ana Luz"), article("b", "Ana Luz"), article("c", "Ana Luz"))
    different(record, "person/ana-luz@c", "person/ana-luz", why="a namesake", by="Eva")
    assert groups(record) == [["ana-luz@a", "ana-luz@b"], ["ana-luz@c"]]
    assert sorted(each.id for each in actors(record, "Ana Luz")) == ["person/ana-luz", "person/ana-luz@c"]
    assert actor(record, "person/ana-luz@c").actor.articles == 1
    with pytest.raises(UsageError, match=r"'Ana Luz' may be person/ana-luz .*, person/ana-luz@c"):
        same(record, "Ana Luz", "PER", why="?", by="Eva")
    undo(record, by="Eva")
    assert len(actors(record, "Ana Luz")) == 1


def test_different_holds_of_articles_that_are_read_later(record):
    fill(record, article("a", ("Ana Luz", "PER")), article("b", ("Ana M. Luz", "PER")))
    assert len(groups(record)) == 1
    different(record, "Ana Luz", "Ana M. Luz", why="two cousins", by="Eva")
    fill(record, article("c", ("Ana M. Luz", "PER")), article("d", ("Ana Luz", "PER")))
    assert groups(record) == [["ana-luz@a", "ana-luz@d"], ["ana-m-luz@b", "ana-m-luz@c"]]


def test_a_rule_kept_in_the_record_yields_to_a_person(record):
    fill(record, article("a", "Ana Luz"), article("b", "Carla Río"))
    pair = Judged("person/ana-luz", None, "Ana Luz"), Judged("person/carla-rio", None, "Carla Río")
    different(record, "Ana Luz", "Carla Río", why="two people", by="Eva")
    record.judge(Judgement(kind="same", one=pair[0], other=pair[1], by="pen names", version="1", why="a list"))
    assert len(groups(record)) == 2
    assert judged(record) == [(1, "holds", ()), (2, "overruled", (1,))]
    undo(record, 1, by="Eva")
    assert len(groups(record)) == 1


def test_the_later_word_of_a_person_holds_until_it_is_undone(record):
    fill(record, article("a", "Ana Luz"), article("b", "Carla Río"))
    different(record, "Ana Luz", "Carla Río", why="two people", by="Eva")
    same(record, "Carla Río", "Ana Luz", why="no, a pen name", by="Eva")
    assert len(groups(record)) == 1
    assert judged(record) == [(1, "overruled", (2,)), (2, "holds", ())]
    undo(record, by="Eva")
    assert len(groups(record)) == 2


def test_a_chain_of_same_never_bridges_different(record):
    fill(record, *(article(id_, name) for id_, name in (("a", "Ana Luz"), ("b", "Berta Mar"), ("c", "Carla Río"))))
    same(record, "Ana Luz", "Berta Mar", why="1", by="Eva")
    different(record, "Ana Luz", "Carla Río", why="2", by="Eva")
    ruling = same(record, "Berta Mar", "Carla Río", why="3", by="Eva")
    assert (ruling.standing, ruling.because) == ("refused", (2,))
    assert ruling.refused == (("person/berta-mar", "person/carla-rio"),)
    assert groups(record) == [["ana-luz@a", "berta-mar@b"], ["carla-rio@c"]]
    undo(record, 2, by="Eva")
    assert len(groups(record)) == 1


def test_a_judgement_of_one_article_holds_before_one_of_all(record):
    fill(record, article("a", "Ana Luz"), article("b", "Ana Luz"), article("c", "Carla Río"))
    same(record, "person/ana-luz@a", "Carla Río", why="only here", by="Eva")
    different(record, "person/ana-luz", "Carla Río", why="else not", by="Eva")
    assert groups(record) == [["ana-luz@a", "carla-rio@c"], ["ana-luz@b"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Nobody", "knows no actor called 'Nobody'; `detente actors`"),
        ("Luz Nobody", r"knows no actor called 'Luz Nobody'; it knows person/ana-luz \(Ana Luz, articles: 1\)"),
        ("Luz", r"'Luz' may be person/ana-luz \(Ana Luz, articles: 1\), person/berta-luz"),
        ("person/ana-luz@z", "no article 'z' of the record knows person/ana-luz; expected one of person/ana-luz@a"),
        ("Carla Río", "found person/carla-rio twice"),
    ],
)
def test_whom_nobody_can_tell(record, words, said):
    fill(record, article("a", "Ana Luz"), article("b", "Berta Luz"), article("c", "Carla Río"))
    with pytest.raises(UsageError, match=said):
        same(record, words, "person/carla-rio", why="?", by="Eva")
    assert judgements(record) == ()


def test_every_view_goes_through_identities(record):
    text = "Ana Luz rejects sanctions. Luisa Paz rejects sanctions, she said."
    mine = stance(text, "rejects sanctions", "against", holder="person/ana-luz", capacity="personal")
    hers = stance(text, "rejects sanctions", "against", holder="person/luisa-paz", capacity="personal")
    said = utterance(text, "person/luisa-paz", "said", "rejects sanctions")
    luisa = article("b", "Luisa Paz", text=text, published="2021-09-01", stances=(hers,), utterances=(said,))
    fill(record, article("a", "Ana Luz", text=text, stances=(mine,)), luisa, holding("c", "Luisa Paz"))

    def seen():
        spells = timeline(record, "Ana Luz", "VEN").spells
        held = who(record, "foreign minister", "Peru").holders
        holders = [holder.name for holder in held if any(each.origin == "text" for each in holder.evidence)]
        hits = search(record, "sanctions", actor="Ana Luz")
        speakers = [quoted.speakers for hit in search(record, "sanctions", quoted=True) for quoted in hit.quotes]
        shown = with_identities(record, record.show("b"))["identities"]["person/luisa-paz"]["id"]
        return [len(spell.statements) for spell in spells], holders, [hit.article for hit in hits], speakers, shown

    apart = ([1], ["Luisa Paz"], ["a"], [("Luisa Paz",)], "person/luisa-paz")
    assert seen() == apart
    same(record, "Ana Luz", "Luisa Paz", why="a pen name", by="Eva")
    spells, holders, hits, speakers, shown = seen()
    assert (spells, hits, shown) == ([2], ["b", "a"], "person/luisa-paz")
    assert holders == ["Luisa Paz"]
    assert speakers == [("Luisa Paz",)]
    undo(record, by="Eva")
    assert seen() == apart


@pytest.mark.parametrize("by_article", [True, False])
def test_judgements_find_their_actors_in_a_newer_reading(record, by_article):
    text = "Report a: Ana Luz rejects sanctions."
    fill(record, article("a", "Ana Luz", text=text), article("b", "Carla Río"))
    same(record, "person/ana-luz@a" if by_article else "Ana Luz", "Carla Río", why="a pen name", by="Eva")
    other = Actor("person/luz", "Luz", "person", False, at(text, "Luz"))
    record.add(printed(text, "a", "2021-08-05", actors=(*STATES, other)), NEWER)
    assert groups(record) == [["carla-rio@b", "luz@a"]]
    assert judged(record) == [(1, "holds", ())]


def test_a_judgement_that_has_lost_its_actor_is_told_and_kept(record):
    text = "Report a: Ana Luz rejects sanctions."
    fill(record, article("a", "Ana Luz", text=text), article("b", "Carla Río"))
    same(record, "Ana Luz", "Carla Río", why="a pen name", by="Eva")
    record.add(printed(text, "a", "2021-08-05", actors=STATES), NEWER)
    (ruling,) = judgements(record)
    assert (ruling.standing, ruling.lost, ruling.why) == ("lost", ("person/ana-luz",), "a pen name")
    record.add(article("c", "Ana Luz")[0], VERSION)
    assert judged(record) == [(1, "holds", ())]


def test_actors_are_listed_by_type_state_and_words(record):
    fill(record, article("a", ("Ana Luz", "PER"), "Ben Sol"), article("b", ("Ana Luz", "PER")))
    assert [each.id for each in actors(record)] == ["person/ana-luz", "PER", "VEN", "person/ben-sol"]
    assert [each.id for each in actors(record, type="person", limit=1)] == ["person/ana-luz"]
    assert [each.id for each in actors(record, state="Peru")] == ["person/ana-luz", "PER"]
    (found,) = actors(record, "sol ben")
    assert (found.articles, found.mentions, found.names) == (1, 1, (("Ben Sol", 1),))
    with pytest.raises(UsageError, match="no state called 'Atlantis'"):
        actors(record, state="Atlantis")


NAMES = ["Ana Luz", "Luz", "A. Luz", "Ana Luz Paz", "Berta Luz", "Berta Mar", "Mar", "Ben Sol", "Sol Ben"]
ARTICLES = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([None, "PER", "VEN"])), min_size=1, max_size=3),
        st.sampled_from(["2020-01-01", "2021-08-05", None]),
        st.booleans(),
    ),
    min_size=2,
    max_size=6,
)
JUDGEMENTS = st.lists(
    st.tuples(
        st.sampled_from(["same", "different"]),
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]),
        st.sampled_from([None, "article-0", "article-1"]),
        st.booleans(),
    ),
    max_size=5,
)


def drawn_article(n, people, published, in_office):
    named = list({name: (name, state) for name, state in people}.values())
    text = f"{', '.join(name for name, _ in named)} spoke {n} times."
    tenures = tuple(
        office(text, name, polity=state) for m, (name, state) in enumerate(named) if state and in_office and m == 0
    )
    return article(f"article-{n}", *named, published=published, text=text, tenures=tenures)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=ARTICLES, decided=JUDGEMENTS, data=st.data())
def test_neither_order_of_articles_nor_of_judgements_matters(store, drawn, decided, data):
    readings = [drawn_article(n, *each) for n, each in enumerate(drawn)]
    ticks = count()
    kept = [
        Judgement(
            kind=kind,
            one=Judged(f"person/{slug(one)}", place, one),
            other=Judged(f"person/{slug(other)}", None, other),
            by="Eva",
            version="1" if rule else None,
            why="drawn",
            judged_at=f"2021-01-01T00:00:{next(ticks):02}",
        )
        for kind, (one, other), place, rule in decided
    ]

    def found(articles_, judgements_):
        with store.record() as record:
            fill(record, *articles_)
            for each in judgements_:
                record.judge(each)
            standing = {(each.judged_at, each.kind): (each.standing, each.refused) for each in judgements(record)}
            listed = actors(record)
            return groups(record), standing, listed, [actor(record, each.id).undecided for each in listed]

    first = found(readings, kept)
    assert first == found(data.draw(st.permutations(readings)), data.draw(st.permutations(kept)))
    members = [name for group in first[0] for name in group]
    assert len(members) == len(set(members))


def test_the_name_of_an_issue_is_no_part_of_an_actors_name(record):
    bodies = tuple(
        Actor(f"organisation/{slug(name)}", name, "organisation", False, ())
        for name in ("Sanctions Committee", "Sanctions Office")
    )
    text = "Peru rejects sanctions."
    against = stance(text, "rejects sanctions", "against")
    record.add(printed(text, "a", "2021-08-05", actors=(*STATES, *bodies), stances=(against,)), VERSION)
    assert len(timeline(record, "PER", "sanctions").spells) == 1


def test_what_people_join_no_rule_kept_in_the_record_parts(record):
    fill(record, *(article(id_, name) for id_, name in (("a", "Ana Luz"), ("b", "Berta Mar"), ("c", "Carla Río"))))
    pair = Judged("person/ana-luz", None, "Ana Luz"), Judged("person/carla-rio", None, "Carla Río")
    record.judge(Judgement(kind="different", one=pair[0], other=pair[1], by="namesakes", version="1", why="a list"))
    same(record, "Ana Luz", "Berta Mar", why="1", by="Eva")
    same(record, "Berta Mar", "Carla Río", why="2", by="Eva")
    assert len(groups(record)) == 1
    assert judged(record) == [(1, "overruled", (2, 3)), (2, "holds", ()), (3, "holds", ())]
    undo(record, by="Eva")
    assert groups(record) == [["ana-luz@a", "berta-mar@b"], ["carla-rio@c"]]


def test_groups_without_a_name_are_one_in_their_own_article_alone(record):
    text = "The protesters reject sanctions."
    crowd = Actor("crowd/protesters", "protesters", "group", False, at(text, "protesters"))
    fill(record, *((printed(text, id_, "2021-08-05", actors=(*STATES, crowd)), VERSION) for id_ in ("a", "b")))
    identities = identified(record).identities
    assert len({identities.of(id_, "crowd/protesters") for id_ in ("a", "b")} - {None}) == 2
