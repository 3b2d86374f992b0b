from mixer_app.matching.deadline import NO_DEADLINE, Deadline


def test_without_a_limit_time_does_not_matter() -> None:
    assert Deadline.after(None) == NO_DEADLINE
    assert NO_DEADLINE.left is None
    assert not NO_DEADLINE.is_set
    assert not NO_DEADLINE.passed


def test_a_deadline_passes_when_its_seconds_are_over() -> None:
    assert Deadline.after(0).passed
    assert not Deadline.after(600).passed
    assert 0 < (Deadline.after(600).left or 0) <= 600
