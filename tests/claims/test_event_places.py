"""The place of an event survives being written down."""

import json

from detente.claims import as_json, from_json
from detente.claims.kinds import Event

TEXT = "Biden met Boris Johnson in Cambridge, Mass."


def test_a_location_is_read_back_as_it_was(reading):
    (event,) = reading(TEXT).claims.events
    assert event.location is not None
    assert from_json(Event, json.loads(json.dumps(as_json(event)))) == event


def test_a_location_quotes_its_words_and_counts_the_others_of_its_name(reading):
    (event,) = reading(TEXT).claims.events
    assert [span.of(TEXT) for span in event.location.words] == ["Cambridge"]
    assert event.location.why.endswith("gazetteer/beside (7 of this name)")
    assert len(event.location.alternatives) == 5


def test_events_written_before_there_were_locations_are_read(reading):
    (event,) = reading(TEXT).claims.events
    old = as_json(event)
    del old["location"]
    assert from_json(Event, old).place == "Cambridge"
