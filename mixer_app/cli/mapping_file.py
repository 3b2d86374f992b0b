"""The file behind `--map`: what columns mean, and in which order grades stand."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from mixer_app.domain.errors import MixerError

_SHAPE: Final = (
    'must be an object: column title to field, such as {"Firm": "employer"}; grades with their order, lowest first: '
    '{"Band": {"field": "experience_grade", "order": ["Junior", "Senior"]}}.'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingFile:
    """What a person said of the columns: title to field, and the order of the grades, lowest first."""

    fields: dict[str, str]
    grades: tuple[str, ...] = ()


def read_mapping_file(file: Path) -> MappingFile:
    """Read a mapping; raises `MixerError` for a file that is none."""
    try:
        said: Any = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise MixerError(f"The mapping {file} cannot be read. Check the path.") from error
    except json.JSONDecodeError as error:
        raise MixerError(f"The mapping {file} is not JSON: line {error.lineno}, {error.msg}.") from error
    except RecursionError as error:
        raise MixerError(f"The mapping {file} {_SHAPE}") from error
    if not isinstance(said, dict):
        raise MixerError(f"The mapping {file} {_SHAPE}")
    fields: dict[str, str] = {}
    grades: tuple[str, ...] = ()
    for title, meaning in cast("dict[str, Any]", said).items():
        fields[title], order = _read_meaning(file, meaning)
        if order and grades and order != grades:
            raise MixerError(f"The mapping {file} puts grades in two different orders. An event has one.")
        grades = grades or order
    return MappingFile(fields=fields, grades=grades)


def _read_meaning(file: Path, meaning: object) -> tuple[str, tuple[str, ...]]:
    if isinstance(meaning, str):
        return meaning, ()
    if not isinstance(meaning, dict):
        raise MixerError(f"The mapping {file} {_SHAPE}")
    parts = cast("dict[str, object]", meaning)
    field, order = parts.get("field", "experience_grade"), parts.get("order", [])
    if not isinstance(field, str) or not isinstance(order, list) or not set(parts) <= {"field", "order"}:
        raise MixerError(f"The mapping {file} {_SHAPE}")
    grades = tuple(str(grade).strip() for grade in cast("list[object]", order))
    if grades and (field != "experience_grade" or len(set(grades)) < len(grades) or "" in grades):
        raise MixerError(
            f"The order in the mapping {file} must name each grade once, for a column that is experience_grade."
        )
    return field, grades
