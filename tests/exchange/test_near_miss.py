from collections import Counter

import pytest

from mixer_app.exchange.near_miss import NearMisses


@pytest.fixture
def near():
    said = Counter({"Relocaton": 1, "Relocating": 5, "Burnout": 1})
    return NearMisses(["Relocation", "Organisational barrier"], said)


def test_a_slip_in_one_row_is_close(near):
    assert near.close_to("Relocaton") == "Relocation"


def test_what_several_say_is_an_option_of_its_own(near):
    assert near.close_to("Relocating") is None


def test_something_else_is_something_else(near):
    assert near.close_to("Burnout") is None


def test_spelling_of_either_side_is_known(near):
    assert near.known_as("organizational  Barrier") == "Organisational barrier"
    assert near.close_to("organizational Barrier") is None
