"""Words for supply and demand."""

import pytest

from mixer_app.domain.overview import Shortness, SupplyRow


@pytest.mark.parametrize(
    ("wanted", "offered", "word"),
    [(24, 11, ""), (27, 9, "Short"), (9, 3, "Short"), (9, 2, "Very short"), (1, 0, "Very short"), (0, 4, "")],
)
def test_shortness_is_a_word(wanted: int, offered: int, word: str) -> None:
    assert SupplyRow(name="Relocation", wanted=wanted, offered=offered).shortness == Shortness(word)


def test_a_row_can_be_read_aloud() -> None:
    row = SupplyRow(name="Relocation", wanted=9, offered=2)
    assert row.spoken == "Relocation, 9 mentees want, 2 mentors offer, very short"
