"""From a key to the painted results among ten thousand people, on the People page and at the desk.

Run with: `pytest tests/benchmarks/test_typing.py --benchmark-enable -s`. Beside it stands a bare Qt table of
as many rows, filtered by the plainest search there is, in the same run.
"""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from .conftest import TYPED, frame_ms, percentile, times_of_keys


@pytest.mark.parametrize("place", ["people", "desk"])
def test_results_are_painted_within_a_frame_of_the_key(
    benchmark: Any, crowded_window: Callable[[str], Any], bare_table: QLineEdit, place: str
) -> None:
    window = crowded_window(place)
    field = window.page(place).search_field()
    names = TYPED if benchmark.enabled else TYPED[:1]
    times_of_keys(field, names)
    times: list[tuple[float, float]] = []
    floor: list[tuple[float, float]] = []

    def type_names() -> None:
        floor.extend(times_of_keys(bare_table, names))
        times.extend(times_of_keys(field, names))

    benchmark.pedantic(type_names, rounds=1 if not benchmark.enabled else 3)
    if not benchmark.enabled:
        return
    figures = {
        "place": place,
        "p50 ms": round(percentile([lasted for lasted, _ in times], 0.5), 1),
        "p95 ms": round(percentile([lasted for lasted, _ in times]), 1),
        "p95 of work ms": round(percentile([worked for _, worked in times]), 1),
        "bare table p95 ms": round(percentile([lasted for lasted, _ in floor]), 1),
        "bare table p95 of work ms": round(percentile([worked for _, worked in floor]), 1),
    }
    benchmark.extra_info |= figures
    sys.stdout.write(f"{figures}\n")
    assert percentile([worked for _, worked in times]) < frame_ms(floor), figures
