"""The pairs that nobody looks at could be neither one nor undecided: leaving them out changes nothing."""

from itertools import combinations

from handmade import VERSION, printed, tenure
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.documents import Actor
from detente.positions import identified, judgements
from detente.positions.comparing import compare
from detente.positions.features import Company
from detente.positions.matching import Match
from detente.positions.resolving import resolve
from detente.record import Judged, Judgement, Record
from detente.text import slug

NAMES = ["Ana Luz", "A. Luz", "Luz", "Ana Maria Luz", "Berta Luz", "Luz Ana", "Ana", "Berta B. Luz", "Ana Luz Paz"]
BODIES = ["Ministry of Trade", "Trade Office", "TO"]
STATES = [None, "PER", "VEN"]
PERSON = st.tuples(st.sampled_from(NAMES), st.sampled_from(STATES), st.booleans())
BODY = st.tuples(st.sampled_from(BODIES), st.sampled_from(STATES))
ARTICLES = st.lists(
    st.tuples(st.lists(PERSON, min_size=1, max_size=3), st.lists(BODY, max_size=2)), min_size=2, max_size=6
)
JUDGED = st.lists(
    st.tuples(st.sampled_from(["same", "different"]), st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=2
)


def article(n, people, bodies):
    people = {name: (state, holds) for name, state, holds in people}
    text = f"Report {n}: {', '.join([*people, *dict(bodies)])} spoke."
    actors = [Actor(f"person/{slug(name)}", name, "person", False, (), state) for name, (state, _) in people.items()]
    actors += [
        Actor(f"government/{slug(name)}", name, "government", False, (), state) for name, state in dict(bodies).items()
    ]
    held = [name for name, (state, holds) in people.items() if state and holds][:1]
    tenures = tuple(tenure(text, name, f"person/{slug(name)}", polity=people[name][0]) for name in held)
    return printed(text, f"article-{n}", f"2021-0{n + 1}-01", actors=tuple(actors), tenures=tenures)


def are_worth_a_look(one, other):
    """Whether two share a surname, or all words, or one is a single word of the other; or a body's words or letters."""
    if "person" in (one.type, other.type):
        if one.type != other.type or one.described or other.described:
            return False
        ones, others = one.form.spelled, other.form.spelled
        single = [each[0] for each, rest in ((ones, others), (others, ones)) if len(each) == 1 and each[0] in rest]
        inside = any(a[0] == b[0] and a[-1] in b[1:-1] for a, b in ((ones, others), (others, ones)) if len(a) > 1)
        if len(ones) == len(others) == 1:
            return ones == others and one.state is not None and one.state == other.state
        several = len(ones) > 1 and len(others) > 1
        return bool(single) or inside or (several and (ones[-1] == others[-1] or sorted(ones) == sorted(others)))
    letters = any(a.form.words == (b.form.initials,) for a, b in ((one, other), (other, one)))
    return not (one.weak or other.weak) and (one.form.words == other.form.words or letters)


def slowly(identities):
    """Who is one, and what is undecided, when every pair is compared."""
    people = [each for each in identities.profiles if each.type == "person" and each.form.full and not each.described]
    given_ = {}
    for each in people:
        given_.setdefault(each.form.surname, set()).add(each.form.given[0])
    company = Company({surname: len(names) == 1 for surname, names in given_.items()})
    pairs = [pair for pair in combinations(identities.profiles, 2) if are_worth_a_look(*pair)]
    found = [Match.of(*pair, held) for pair in pairs if (held := compare(*pair, company))]
    return resolve(identities.profiles, identities.sides, sorted(found, key=Match.order))


def told(resolution):
    undecided = [(match.one.key, match.other.key, match.score) for match in resolution.undecided]
    return [[each.key for each in cluster] for cluster in resolution.clusters], undecided


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=ARTICLES, decided=JUDGED)
def test_leaving_out_hopeless_pairs_changes_nothing(tmp_path_factory, drawn, decided):
    with Record.open(tmp_path_factory.mktemp("record") / "record.db") as record:
        for n, each in enumerate(drawn):
            record.add(article(n, *each), VERSION)
        for kind, one, other in decided:
            if one != other:
                sides = [Judged(f"person/{slug(name)}", None, name) for name in (one, other)]
                record.judge(Judgement(kind=kind, one=sides[0], other=sides[1], by="Eva", why="drawn"))
        identities = identified(record).identities
        assert told(identities.resolution) == told(slowly(identities))
        assert len(judgements(record)) == sum(one != other for _, one, other in decided)
