"""A kiosk that crashes is opened again; one that was left, or cannot be opened, is not."""

from collections.abc import Callable

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.services.kiosk_keeper import keep


def ends(*statuses: int) -> Callable[[], int]:
    """A kiosk that ends like this, one time after the other; asked once more it fails the test."""
    return list(reversed(statuses)).pop


@pytest.mark.parametrize("last", [0, 1, 2])
def test_a_crashed_kiosk_is_opened_again_until_it_was_left_or_refused(last: int) -> None:
    now = iter(range(0, 9000, 60))
    assert keep(ends(-9, -6, -11, -9, -9, -9, last), clock_s=lambda: next(now), wait_s=lambda _s: None) == last


def test_a_kiosk_that_crashes_at_once_is_given_up_in_words() -> None:
    with pytest.raises(MixerError, match="as soon as it opens"):
        keep(ends(-6, -6, -6, -6, -6), clock_s=lambda: 0.0, wait_s=lambda _s: None)
