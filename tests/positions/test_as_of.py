"""What was known on a day is what a record knows that was only ever told what had been recorded by then."""

import datetime as dt

from histories import READS, START, STEPS, Clock, Retract, empty, play, remembered, views
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW, phases=[Phase.explicit, Phase.generate])
@given(st.lists(STEPS, min_size=30, max_size=30), st.sets(st.integers(0, 29), min_size=4, max_size=4))
def test_every_view_as_of_every_day_is_that_of_the_slow_model(store, steps, asked):
    clock = Clock()
    with empty(clock, store) as record:
        models = list(play(steps, record, clock))
        assert record.faults() == []
        for n in sorted(asked | {29}):
            at = START + dt.timedelta(hours=6 * (n + 1))
            with empty() as told:
                remembered(models[n], told)
                assert views(record.as_of(at)) == views(told), f"after step {n}, {at}"


@settings(max_examples=10, deadline=None, suppress_health_check=SLOW)
@given(st.lists(READS, min_size=2, max_size=8), st.data())
def test_nothing_stays_of_a_retracted_article_in_any_view(store, steps, data):
    gone = data.draw(st.sampled_from(sorted({each.article for each in steps})))
    clock, other = Clock(), Clock()
    with empty(clock, store) as record, empty(other) as never:
        list(play([*steps, Retract(gone)], record, clock))
        list(play([each for each in steps if each.article != gone], never, other))
        assert views(record) == views(never)
        assert record.stats().retracted == 1
