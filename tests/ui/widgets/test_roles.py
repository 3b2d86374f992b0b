"""Roles are told apart by shape and word, not by colour alone."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui.widgets import RoleMark


def test_the_middle_of_a_diamond_is_filled_and_of_a_ring_empty(shown: Callable[..., QWidget]) -> None:
    images: dict[Role, QImage] = {}
    for role in (Role.MENTOR, Role.MENTEE):
        mark = RoleMark(role, size=12)
        shown(mark)
        images[role] = mark.grab().toImage()
    middle = images[Role.MENTOR].height() // 2
    assert images[Role.MENTOR].pixelColor(6, middle) != images[Role.MENTEE].pixelColor(6, middle)


@pytest.mark.parametrize(("role", "word"), [("mentor", "Mentor"), ("mentee", "Mentee"), ("both", "Both")])
def test_a_role_is_said_in_a_word(role: str, word: str) -> None:
    assert RoleMark(role).accessibleName() == word
    assert RoleMark(role, word="").accessibleName() == word


def test_both_shows_both_marks() -> None:
    assert RoleMark("both", word="").sizeHint().width() > RoleMark("mentor", word="").sizeHint().width() + 10
