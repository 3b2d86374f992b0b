"""The file behind `--map`."""

import json
from pathlib import Path
from typing import Any

import pytest

from mixer_app.cli.mapping_file import read_mapping_file
from mixer_app.domain.errors import MixerError


def _file(folder: Path, said: Any) -> Path:
    file = folder / "map.json"
    file.write_text(json.dumps(said), encoding="utf-8")
    return file


def test_titles_go_to_fields_and_grades_have_an_order(tmp_path: Path) -> None:
    said = {"Firm": "employer", "Band": {"field": "experience_grade", "order": ["B1", "B2", 3]}}
    mapping = read_mapping_file(_file(tmp_path, said))
    assert mapping.fields == {"Firm": "employer", "Band": "experience_grade"}
    assert mapping.grades == ("B1", "B2", "3")


@pytest.mark.parametrize(
    "said",
    [
        [1],
        {"Band": 1},
        {"Band": {"order": "A B"}},
        {"Band": {"order": ["A", "A"]}},
        {"Band": {"field": "employer", "order": ["A"]}},
        {"Band": {"ordre": ["A"]}},
        {"Band": {"order": ["A", "B"]}, "Rank": {"order": ["B", "A"]}},
    ],
)
def test_anything_else_is_refused_in_words(tmp_path: Path, said: Any) -> None:
    with pytest.raises(MixerError, match="mapping"):
        read_mapping_file(_file(tmp_path, said))
