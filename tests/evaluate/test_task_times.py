"""The task of times: what is predicted, and how fast the layer is measured to be."""

from detente.settings import Settings
from evaluate.times import predict, texts_a_second

ROW = {"id": "one", "text": "The envoys met on Monday.", "published": "2021-08-05"}


def test_a_row_is_predicted_from_its_text_and_day():
    found = predict(ROW, Settings(learned=False))
    assert [(time["start"], time["end"], time["value"]) for time in found["times"]] == [(18, 24, "2021-08-02")]


def test_the_layer_alone_is_faster_than_the_bar():
    assert texts_a_second([ROW] * 5) > 60
