"""Places by their names."""

import subprocess
import sys

from detente.lexicon import places_called

CLOCK = """
import time
from detente.lexicon.gazetteer import places_called
started = time.process_time()
places_called("Lima")
print(time.process_time() - started)
"""


def test_a_name_gives_every_place_that_bears_it():
    assert {place.state for place in places_called("Tripoli")} == {"LBY", "LBN", "GRC"}


def test_accents_and_capitals_do_not_count():
    assert places_called("cucuta") == places_called("Cúcuta")
    assert [place.name for place in places_called("cucuta")] == ["Cúcuta"]


def test_a_place_is_found_by_its_older_name():
    assert [(place.name, place.is_other) for place in places_called("Kiev")] == [("Kyiv", True)]


def test_what_no_place_is_called_gives_none():
    assert places_called("Nowhere at all") == ()
    assert places_called("") == ()
    assert places_called("Lim") != places_called("Lima")


def test_the_first_and_the_last_name_of_the_file_are_found():
    assert [place.state for place in places_called("’Aïn el Hammam")] == ["DZA"]
    assert [place.state for place in places_called("‘Uyūn al Jiwā’")] == ["SAU"]


def test_a_capital_has_its_state_its_id_and_its_coordinates():
    (place,) = places_called("Vilnius")
    assert (place.kind, place.state, place.geonames) == ("capital", "LTU", 593116)
    assert round(place.latitude), round(place.longitude) == (55, 25)


def test_the_gazetteer_is_loaded_in_a_fifth_of_a_second():
    taken = subprocess.run([sys.executable, "-c", CLOCK], capture_output=True, text=True, check=True).stdout
    assert float(taken) < 0.2
