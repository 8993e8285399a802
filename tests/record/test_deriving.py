"""What is derived of readings is what comes of them from nothing, in whatever order they came, whatever is judged."""

import sqlalchemy as sa
from handmade import ACTORS, NEWER, VERSION, at, printed, stance, tenure
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.documents import Actor
from detente.positions import same
from detente.record import Record, deriving, engines, opening
from detente.record.tables import about, actors, articles, claim_sides, claims, guises, holdings, readings

TEXT = "Foreign Minister Ana Luz backs the sanctions."
PEOPLE = [each.id for each in ACTORS if each.type == "person"]
CALLED = st.sampled_from(["Ana Luz", "Luz", "foreign minister of Peru", "Ministry of Trade"])
DRAWN = st.tuples(
    st.sampled_from("abc"),
    st.sampled_from([VERSION, NEWER]),
    st.sampled_from(PEOPLE),
    st.sampled_from(["current", "former"]),
    CALLED,
    st.sampled_from([None, "PER", "VEN"]),
)


def reading(article, version, person, status, name, side):
    published = {"a": "2021-08-05", "b": "2022-01-01"}.get(article)
    kind = "government" if name.startswith("Ministry") else "person"
    other = Actor(f"{kind}/other", name, kind, False, at(TEXT, "Ana Luz"), represents=side)
    found = {
        "tenures": (tenure(TEXT, "Foreign Minister", person, status=status),),
        "stances": (stance(TEXT, "the sanctions", "for", holder=person),),
    }
    return printed(TEXT, article, published, actors=(*ACTORS, other), **found), version


def derived(record, *, anew=False):
    """Everything derived, told without the numbers of rows; ``anew``: after it was dropped and worked out again."""
    engine = engines.engine(opening.address(record.name))
    with engines.changing(engine) as connection:
        if anew:
            deriving.rebuild(connection)
        of = readings.join(articles, articles.c.number == readings.c.article)
        whose = (articles.c.id, readings.c.code)
        known = sa.select(*whose, actors.c.id.label("actor"), actors.c.many, guises.c.said).select_from(
            of.join(actors, actors.c.reading == readings.c.number).join(guises, guises.c.number == actors.c.guise)
        )
        held = sa.select(*whose, *list(holdings.c)[1:]).select_from(of.join(holdings))
        sides = sa.select(*whose, claims.c.id, *list(claim_sides.c)[:3]).select_from(
            of.join(claims, claims.c.reading == readings.c.number).join(claim_sides)
        )
        found = [sorted(map(repr, connection.execute(query))) for query in (known, held, sides)]
        found.append(sorted(connection.execute(sa.select(guises.c.said)).scalars()))
    engine.dispose()
    return found


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=st.lists(DRAWN, min_size=1, max_size=4, unique_by=lambda each: each[:2]), data=st.data())
def test_what_is_kept_is_what_is_worked_out_from_nothing_in_any_order(tmp_path_factory, drawn, data):
    def kept(some):
        with Record.open(tmp_path_factory.mktemp("record") / "record.db") as record:
            for each in some:
                record.add(*reading(*each))
            if len({each[0] for each in some}) > 1:
                same(record, "person/ana-luz", "person/ben-sol", why="drawn", by="Eva")
            found = derived(record)
            assert derived(record, anew=True) == found
            assert record.faults() == []
        return found

    assert kept(drawn) == kept(data.draw(st.permutations(drawn)))


def test_another_version_of_the_program_derives_anew_what_it_finds(store, record):
    record.add(*reading("a", VERSION, PEOPLE[0], "current", "Luz", "PER"))
    before = derived(record)
    store.rows(record, "UPDATE about SET value = 'older' WHERE name = 'derived'")
    store.rows(record, "UPDATE actors SET many = 99, guise = NULL")
    with Record.open(record.name) as again:
        assert derived(again) == before
    assert store.rows(record, "SELECT value FROM about WHERE name = 'derived'") == [(deriving.stamp(),)]


def test_the_derived_tables_have_rows_to_lose(record):
    record.add(*reading("a", VERSION, PEOPLE[0], "current", "Luz", "PER"))
    assert all(derived(record))
    assert about.name == "about"
