"""The verdict card."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from mixer_app.services.plan_words import PlanVerdict
from mixer_app.ui.plan.quality_card import QualityCard


@pytest.fixture
def card(qtbot: Any) -> QualityCard:
    card = QualityCard()
    qtbot.addWidget(card)
    card.resize(1000, 90)
    card.show_verdict(
        PlanVerdict(
            headline="Everyone meets 4 or 5 mentors",
            detail="Best possible, proven. All 52 get a strong introduction.",
            proven=True,
            counts=(4, 20, 39, 97, 78),
            possible=238,
        )
    )
    card.show()
    return card


def test_the_verdict_is_said_in_words_first(card: QualityCard) -> None:
    assert card.headline_label.text() == "Everyone meets 4 or 5 mentors"
    assert card.detail_label.text().startswith("Best possible, proven.")


def test_parts_of_the_bar_are_as_wide_as_their_share_and_can_all_be_hit(card: QualityCard, qtbot: Any) -> None:
    parts = card.bar.parts
    shares = [parts[step] for step in (3, 4, 2, 1, 0)]
    qtbot.waitUntil(lambda: all(wide.width() > less.width() >= 7 for wide, less in pairwise(shares)))
    assert [part.accessibleName() for part in card.bar.parts.values()] == [
        "Very strong 78",
        "Strong 97",
        "Good 39",
        "Fair 20",
        "Weak 4",
    ]


def test_a_click_on_a_step_chooses_it_and_a_second_frees_it(card: QualityCard) -> None:
    chosen: list[int | None] = []
    card.step_chosen.connect(chosen.append)
    QTest.mouseClick(card.bar.parts[3], Qt.MouseButton.LeftButton)
    QTest.keyClick(card.bar.parts[1], Qt.Key.Key_Space)
    QTest.keyClick(card.bar.parts[1], Qt.Key.Key_Space)
    assert chosen == [3, 1, None]


def test_the_legend_does_what_the_bar_does_and_leaves_when_there_is_no_room(card: QualityCard, qtbot: Any) -> None:
    chosen: list[int | None] = []
    card.step_chosen.connect(chosen.append)
    words = card.legend.findChildren(QAbstractButton)
    QTest.mouseClick(words[0], Qt.MouseButton.LeftButton)
    assert chosen == [4]
    card.resize(700, 90)
    qtbot.waitUntil(lambda: not card.legend.isVisible())
    assert "78" in card.bar.parts[4].toolTip()


def test_a_step_without_introductions_has_no_part(card: QualityCard) -> None:
    card.show_verdict(
        PlanVerdict(headline="Nobody can be introduced", detail="", proven=True, counts=(0, 0, 0, 0, 0), possible=0)
    )
    assert not any(part.isVisible() for part in card.bar.parts.values())


def test_a_plan_proven_fair_is_not_measured_by_what_only_an_unfair_one_could_have(card: QualityCard) -> None:
    fair = PlanVerdict(
        headline="Everyone meets 3 to 5 mentors",
        detail="No plan is fairer, proven; the fit is within 1 % of the best.",
        proven=False,
        counts=(0, 0, 100, 200, 28),
        possible=352,
        fairest=True,
    )
    card.show_verdict(fair)
    assert not [shown for shown in card.findChildren(QLabel) if "possible" in shown.text()]
    card.show_verdict(replace(fair, fairest=False))
    assert [shown.text() for shown in card.findChildren(QLabel) if "possible" in shown.text()] == [
        "328 of 352 possible"
    ]
