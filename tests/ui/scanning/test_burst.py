"""Tests of telling a scanner from two fingers."""

from mixer_app.domain.scanning import Stroke
from mixer_app.ui.scanning.burst import GAP_MS, SWALLOW_MS, Burst

CODE = "K7M2QX4B"


class Watch:
    """A clock that is moved by hand, in milliseconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def sent(text: str, every_ms: float) -> tuple[Burst, Watch]:
    watch = Watch()
    burst = Burst(watch)
    for letter in text:
        watch.now += every_ms
        burst.add((Stroke(text=letter),))
    return burst, watch


def test_quick_letters_and_an_enter_are_a_scan() -> None:
    burst, _ = sent(CODE, every_ms=5)

    assert burst.ended_by_enter() == CODE
    assert burst.letters == ""


def test_a_late_enter_ends_no_scan() -> None:
    burst, watch = sent(CODE, every_ms=5)
    watch.now += GAP_MS + 1

    assert burst.ended_by_enter() is None


def test_a_few_quick_letters_are_typing() -> None:
    burst, _ = sent("ada", every_ms=5)

    assert burst.ended_by_enter() is None


def test_a_slow_letter_begins_anew() -> None:
    burst, watch = sent("a", every_ms=5)
    watch.now += GAP_MS + 1

    assert burst.is_over()


def test_an_enter_right_after_a_scan_belongs_to_it() -> None:
    burst, watch = sent(CODE, every_ms=5)
    burst.ended_by_enter()
    watch.now += SWALLOW_MS - 1
    assert burst.swallows_enter()
    watch.now += 2
    assert not burst.swallows_enter()


def test_without_an_enter_only_a_whole_badge_code_is_a_scan() -> None:
    burst, _ = sent("nnamdi ad", every_ms=5)

    assert burst.ended_by_pause() is None
