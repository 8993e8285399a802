"""Reports of one event are linked across articles, every report is kept, and the order of reading does not matter."""

import datetime as dt
from dataclasses import replace
from itertools import permutations

from handmade import VERSION, event, printed
from hypothesis import given
from hypothesis import strategies as st

from detente.positions import Report, find_happenings, happenings, link
from detente.positions.happenings import _agree

FIRST = "Peru expelled the ambassador of Venezuela on Friday. Peru will meet Venezuela."
SECOND = "Ana Luz ordered the ambassador of Venezuela out."
THIRD = "Peru had expelled an ambassador of Venezuela in 2017."


def first():
    return printed(
        FIRST,
        "first",
        "2021-08-07",
        outlet="Andina",
        events=(
            event(FIRST, "expelled", "SANCTION", "2021-08-06", mode="expel", actors=("PER",), recipients=("VEN",)),
            event(FIRST, "will meet", "AGREE", actors=("PER", "VEN"), recipients=(), status="future", number=2),
        ),
    )


def second():
    ordered = event(SECOND, "ordered", "SANCTION", actors=("person/ana-luz",), recipients=("VEN",))
    return printed(SECOND, "second", "2021-08-08", outlet="Gestión", events=(ordered,))


def third():
    past = event(
        THIRD,
        "expelled",
        "SANCTION",
        "2017-08-11",
        mode="expel",
        actors=("PER",),
        recipients=("VEN",),
        status="historical",
    )
    return printed(THIRD, "third", "2021-08-07", outlet="Andina", events=(past,))


def ask(place, readings, *names):
    record = place.open()
    for reading in readings:
        record.add(reading, VERSION)
    found = happenings(record, *names)
    record.close()
    return found


def test_reports_of_two_outlets_are_one_event(place):
    found = ask(place, [first(), second(), third()], "Peru", "Venezuela")
    assert [(each.type, each.told, each.first, len(each.reports), each.outlets) for each in found] == [
        ("SANCTION", "done", "2017-08-11", 1, ("Andina",)),
        ("SANCTION", "done", "2021-08-06", 2, ("Andina", "Gestión")),
        ("AGREE", "future", None, 1, ("Andina",)),
    ]
    assert found[1].mode == "expel"


def test_a_limit_shows_the_latest_and_says_of_how_many(place):
    record = place.open()
    for each in (first(), second(), third()):
        record.add(each, VERSION)
    whole = find_happenings(record, "Peru", "Venezuela")
    assert find_happenings(record, "Peru", "Venezuela", limit=5) == whole
    assert find_happenings(record, "Peru", "Venezuela", limit=1) == (whole.shown[1:2], 3, 4)
    assert find_happenings(record, "Peru", "Venezuela", limit=2).shown == whole.shown[:2]


def test_an_event_between_others_is_left_out(place):
    assert ask(place, [first(), second()], "Venezuela", "Colombia") == ()


def test_the_order_of_reading_does_not_matter(place):
    readings = [first(), second(), third()]
    found = []
    for n, order in enumerate(permutations(readings)):
        found.append(ask(place / str(n), order))
    assert all(each == found[0] for each in found)


STATES = st.sets(st.sampled_from(["PER", "VEN", "CHL"]), max_size=2).map(lambda found: tuple(sorted(found)))
REPORTS = st.builds(
    Report,
    type=st.sampled_from(["SANCTION", "COERCE", "ASSAULT"]),
    mode=st.sampled_from([None, "expel"]),
    status=st.sampled_from(["actual", "historical", "future"]),
    negated=st.booleans(),
    actors=STATES,
    recipients=STATES,
    date=st.sampled_from([None, "2021-08-01", "2021-08-03", "2021-08-06", "2021"]),
    reported=st.sampled_from(["2021-08-04", "2021-08-07"]),
    quote=st.just("words"),
    outlet=st.just(None),
    article=st.sampled_from("abcdef"),
    claim=st.integers(0, 99).map(str),
    asserted=st.booleans(),
    why=st.just("hand/made"),
)


@given(st.lists(REPORTS, max_size=8, unique_by=lambda each: (each.article, each.claim)), st.randoms())
def test_linking_keeps_every_report_in_any_order(reports, chance):
    shuffled = list(reports)
    chance.shuffle(shuffled)
    linked = link(reports)
    assert linked == link(shuffled)
    assert sorted(map(Report.order, (each for group in linked for each in group))) == sorted(map(Report.order, reports))


def slowly(reports):
    """Divide reports by comparing each with all groups that there are."""
    groups = []
    for report in sorted(reports, key=Report.order):
        fitting = [group for group in groups if report.days and all(_agree(report, other) for other in group)]
        (fitting[0] if fitting else groups.append([]) or groups[-1]).append(report)
    return groups


LONG = st.builds(
    lambda report, day, reported: replace(report, date=day, reported=reported),
    REPORTS,
    st.none() | st.dates(dt.date(2021, 8, 1), dt.date(2021, 9, 9)).map(str) | st.sampled_from(["2021-08", "2021"]),
    st.none() | st.dates(dt.date(2021, 8, 1), dt.date(2021, 9, 9)).map(str),
)


@given(st.lists(LONG, max_size=20, unique_by=lambda each: (each.article, each.claim)))
def test_what_is_over_need_not_be_looked_at(reports):
    assert link(reports) == slowly(reports)
