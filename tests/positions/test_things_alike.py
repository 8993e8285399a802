"""Only groups that share a word or an issue are compared; the outcome is that of comparing each with each."""

from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.positions.things import _Nearby, _Told

OBJECTS = (
    "the sanctions",
    "a summit on the river",
    "the ruling on the river",
    "the ruling",
    "mining at Rovi",
    "the miners",
    "war",
    "Rovi",
    "it",
)
STATEMENT = st.builds(
    lambda object_, issue, actors, members, implied: SimpleNamespace(
        object=object_,
        issue=issue,
        actors=tuple(actors),
        members=members,
        implied=implied,
        group=(issue or object_, *sorted(actors)),
    ),
    st.sampled_from(OBJECTS),
    st.sampled_from([None, "sanctions", "war", "recognition", "membership", "dialogue"]),
    st.sets(st.sampled_from(["VEN", "place/rovi", "CHN"]), max_size=2),
    st.sampled_from([None, "some"]),
    st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(STATEMENT, max_size=12))
def test_those_nearby_are_those_that_are_near_of_all(statements):
    groups = {}
    for each in statements:
        groups.setdefault(each.group, []).append(each)
    told = {key: _Told.of(group) for key, group in groups.items()}
    nearby = _Nearby(told)
    for key, mine in told.items():
        others = [
            other
            for other in told
            if other != key and told[other].members == mine.members and mine.is_near(told[other])
        ]
        assert list(nearby.of(key)) == ([] if mine.issue == "recognition" else others)


def test_some_are_near_and_some_are_not():
    told = {
        (each,): _Told.of(
            [SimpleNamespace(object=each, issue=None, actors=(), members=None, implied=False, group=(each,))]
        )
        for each in ("the ruling", "the ruling on the river", "a summit")
    }
    assert [list(_Nearby(told).of(key)) for key in told] == [[("the ruling on the river",)], [("the ruling",)], []]


def _told(object_):
    one = SimpleNamespace(object=object_, issue=None, actors=(), members=None, implied=False, group=(object_,))
    return _Told.of([one])


def test_none_of_a_kind_are_none_of_any():
    assert _told("no armed observers on the soil of the valley").is_near(
        _told("forty observers with a mandate of the bloc")
    )
    assert not _told("the armed observers on the soil of the valley").is_near(
        _told("forty observers with a mandate of the bloc")
    )
    assert _told("a ban").is_near(_told("a ban on the dredging"))
    assert not _told("the ban for the dam").is_near(_told("the school for the boys"))
