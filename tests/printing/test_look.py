from pathlib import Path

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.printing.look import Look


def test_pixels_of_the_tokens_become_points():
    look = Look()
    assert (look.caption.size, look.body.size, look.title.size, look.display.size) == (9, 10.5, 15, 24)
    assert look.body.line == 15


def test_paper_has_the_light_colours():
    look = Look()
    assert look.colour("mentor") == "#9A4A0A"
    assert look.colour("fit.0") == "#EEF3F2"
    assert look.colour_operands("surface") == "1.0000 1.0000 1.0000"


def test_tokens_that_cannot_be_read_are_said_in_words(tmp_path: Path):
    with pytest.raises(MixerError, match="look of the pages cannot be read"):
        Look(tmp_path / "none.toml").colour("text")
