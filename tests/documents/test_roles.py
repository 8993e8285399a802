"""Whose office a title names, by the words beside it."""

import pytest


@pytest.mark.parametrize(
    ("text", "polity"),
    [
        ("President Ana Keller of Peru left for Quito.", "PER"),
        ("Secretary-General Ana Keller of the United Nations left for Quito.", "bloc/united-nations"),
        ("Defense Minister Ana Keller of Peru's neighbour left for Quito.", None),
        ("Minister Ana Keller of the Liberal Party left for Quito.", None),
        ("President Ana Keller spoke of Peru.", None),
    ],
)
def test_a_polity_behind_the_name_is_that_of_the_title_before_it(reading, text, polity):
    (role,) = reading(text).document.roles
    assert (role.person, role.polity) == ("person/ana-keller", polity)
