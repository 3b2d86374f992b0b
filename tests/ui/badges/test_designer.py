"""Badges are designed on a sheet: by keys and clicks, with the real badge beside, and nothing stored before Apply."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.domain.brand import Brand
from mixer_app.domain.events import Event
from mixer_app.services.brand import event_brand
from mixer_app.services.journal import activity, undo
from mixer_app.services.settings import event_settings
from mixer_app.ui.badges.designer import BadgeDesigner

GREEN = '<rect width="300" height="100" fill="#0C4"/>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">{GREEN}</svg>'


@pytest.fixture
def people(add: Callable[..., Any]) -> list[Any]:
    return [
        add("Bo Li", role="mentor", employer="Harbour General", title="Pharmacist", topics_offered=("Finance",)),
        add("Ana Sousa", employer="Karoo", topics_wanted=("Leadership",)),
        add("Maria Magdalena Theodora Apostolopoulou-Vandenberghe", employer="Isles"),
        add("Eli Ode", role="both"),
    ]


@pytest.fixture
def open_sheet(
    page_parts: dict[str, Any], event: Event, shown: Callable[..., QWidget], drawn: Callable[[BadgeDesigner], None]
) -> Callable[..., BadgeDesigner]:
    """Open the sheet over a window and wait until everything is drawn."""

    def build(width: int = 1440, height: int = 900) -> BadgeDesigner:
        window = QWidget()
        QVBoxLayout(window).addWidget(QPushButton("Behind"))
        shown(window, width, height)
        sheet = BadgeDesigner(window, event=event, **page_parts)
        sheet.open_sheet(sheet.cards.cards["classic"])
        drawn(sheet)
        return sheet

    return build


@pytest.fixture
def drawn(qtbot: QtBot, background: Any) -> Callable[[BadgeDesigner], None]:
    """Wait until the sheet has drawn what is chosen."""

    def wait(sheet: BadgeDesigner) -> None:
        qtbot.waitUntil(lambda: not background.busy and not sheet.drawing.busy, timeout=20_000)

    return wait


@pytest.fixture
def sheet(people: list[Any], open_sheet: Callable[..., BadgeDesigner]) -> BadgeDesigner:
    return open_sheet()


@pytest.fixture
def stored(database: Any, event: Event) -> Callable[[], tuple[BadgeDesign, Brand]]:
    return lambda: (database.read(event_settings, event.id).badges, database.read(event_brand, event.id))


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    widget.setFocus()
    for key in keys:
        qtbot.keyClick(widget.window().focusWidget(), key)


def has_colour(image: QImage, *rgb: int) -> bool:
    points = (image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return any(
        abs(point.red() - rgb[0]) + abs(point.green() - rgb[1]) + abs(point.blue() - rgb[2]) < 24 for point in points
    )


def test_the_badge_of_the_longest_name_is_shown_as_large_as_on_paper(sheet: BadgeDesigner) -> None:
    assert sheet.pane.why_label.whole_text.startswith("Longest name: Maria Magdalena")
    view = sheet.pane.view
    assert view.image is not None
    inch = view.dots_per_inch
    assert view.width() == pytest.approx(90 / 25.4 * inch, abs=1)
    assert view.height() == pytest.approx(60 / 25.4 * inch, abs=1)
    assert sheet.pane.fit_label.text() == "4 badges are as designed."


def test_one_steps_through_people_with_keys_and_clicks(
    qtbot: QtBot, sheet: BadgeDesigner, drawn: Callable[[BadgeDesigner], None]
) -> None:
    first = sheet.pane.view.image
    press(qtbot, sheet.pane.view, Qt.Key.Key_Right)
    drawn(sheet)
    assert sheet.pane.why_label.whole_text == "A mentor: Bo Li"
    assert sheet.pane.view.image != first
    assert "A mentor: Bo Li, 2 of 4" in sheet.pane.view.accessibleDescription()
    qtbot.mouseClick(sheet.pane.back_button, Qt.MouseButton.LeftButton)
    drawn(sheet)
    assert sheet.pane.count_label.text() == "1 of 4"
    assert sheet.pane.view.image == first
    press(qtbot, sheet.pane.view, Qt.Key.Key_Left)
    assert sheet.pane.count_label.text() == "4 of 4"


def test_a_design_is_chosen_with_the_arrows_and_the_badge_follows(
    qtbot: QtBot, sheet: BadgeDesigner, drawn: Callable[[BadgeDesigner], None]
) -> None:
    before = sheet.pane.view.image
    press(qtbot, sheet.cards.cards["classic"], Qt.Key.Key_Right)
    drawn(sheet)
    assert sheet.design().name == "bold"
    assert sheet.pane.view.image != before
    assert not sheet.size_list.controls[BadgeBlock.QR].button("smaller").isEnabled()
    assert "11.6 mm" in sheet.size_list.parts[BadgeBlock.QR].note_label.text()


def test_everything_that_is_chosen_is_stored_by_one_act_that_can_be_undone(
    qtbot: QtBot, sheet: BadgeDesigner, drawn: Callable[[BadgeDesigner], None], stored: Callable[[], Any],
    database: Any, event: Event, tmp_path: Path,
) -> None:  # fmt: skip
    (tmp_path / "logo.svg").write_text(SVG, "utf-8")
    sheet.logo_field.choose = lambda _: tmp_path / "logo.svg"
    qtbot.mouseClick(sheet.cards.cards["minimal"], Qt.MouseButton.LeftButton)
    press(qtbot, sheet.part_list.rows[BadgePart.PRONOUNS].box, Qt.Key.Key_Space)
    press(qtbot, sheet.part_list.rows[BadgePart.EMPLOYER].up_button, Qt.Key.Key_Space)
    press(qtbot, sheet.part_list.rows[BadgePart.EMPLOYER].up_button, Qt.Key.Key_Space)
    press(qtbot, sheet.size_list.controls[BadgeBlock.NAME].button("designed"), Qt.Key.Key_Right)
    press(qtbot, sheet.logo_field.choose_button, Qt.Key.Key_Space)
    drawn(sheet)
    field = sheet.colour_field.code_field
    field.setFocus()
    qtbot.keyClicks(field, "#8e24aa")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    drawn(sheet)
    assert sheet.pane.view.image is not None
    assert has_colour(sheet.pane.view.image, 0x00, 0xCC, 0x44)
    assert stored() == (BadgeDesign(), Brand())
    with qtbot.waitSignal(sheet.applied) as applied:
        press(qtbot, sheet.apply_button, Qt.Key.Key_Space)
    design, brand = stored()
    assert design.name == "minimal"
    assert design.parts[:3] == (BadgePart.EMPLOYER, BadgePart.TITLE, BadgePart.TOPICS)
    assert BadgePart.PRONOUNS not in design.parts
    assert design.sizes == {BadgeBlock.NAME: SizeStep.LARGER}
    assert brand.accent == "#8E24AA"
    assert brand.logo is not None
    [entry] = [one for one in database.read(activity, event.id) if one.id == applied.args[0].entry_id]
    assert entry.sentence == "Changed how badges and papers look"
    database.write(undo, entry.id, station="Desk 1", now=entry.at)
    assert stored() == (BadgeDesign(), Brand())


@pytest.mark.parametrize("leave", ["cancel", "escape", "cross"])
def test_leaving_without_apply_leaves_nothing(
    qtbot: QtBot, sheet: BadgeDesigner, stored: Callable[[], Any], database: Any, event: Event, leave: str
) -> None:
    before = database.read(activity, event.id)
    qtbot.mouseClick(sheet.cards.cards["bold"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.part_list.rows[BadgePart.QR].box, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(sheet.closed), qtbot.assertNotEmitted(sheet.applied):
        if leave == "cancel":
            sheet.cancel_button.click()
        elif leave == "cross":
            sheet.head.close_button.click()
        else:
            qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert stored() == (BadgeDesign(), Brand())
    assert database.read(activity, event.id) == before


def test_applying_nothing_new_writes_nothing(qtbot: QtBot, sheet: BadgeDesigner, database: Any, event: Event) -> None:
    before = database.read(activity, event.id)
    with qtbot.waitSignal(sheet.closed):
        sheet.apply_button.click()
    assert database.read(activity, event.id) == before


def test_who_does_not_fit_is_listed_while_choosing(
    qtbot: QtBot, add: Callable[..., Any], open_sheet: Callable[..., BadgeDesigner]
) -> None:
    add("Bo Li", role="mentor")
    add("W" * 70)
    sheet = open_sheet()
    [sentence] = sheet.pane.problems.sentences
    assert sentence.startswith("W" * 70)
    assert not sheet.pane.problems.isHidden()
    assert sheet.pane.fit_label.isHidden()


def test_an_order_is_changed_with_up_and_down_as_far_as_it_goes(qtbot: QtBot, sheet: BadgeDesigner) -> None:
    rows = sheet.part_list.rows
    assert not rows[BadgePart.TITLE].up_button.isEnabled()
    assert not rows[BadgePart.TOPICS].down_button.isEnabled()
    assert rows[BadgePart.QR].up_button.isHidden()
    press(qtbot, rows[BadgePart.TOPICS].up_button, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert sheet.part_list.parts[0] is BadgePart.TOPICS
    assert rows[BadgePart.TOPICS].down_button.hasFocus()  # up goes no further


def test_without_a_logo_there_is_nothing_to_switch(sheet: BadgeDesigner) -> None:
    box = sheet.part_list.rows[BadgePart.LOGO].box
    assert not box.isEnabled()
    assert box.accessibleDescription() == "Choose a logo first"


def test_tab_goes_through_every_control_and_stays_on_the_sheet(qtbot: QtBot, sheet: BadgeDesigner) -> None:
    seen: list[QWidget] = []
    for _ in range(60):
        focused = sheet.window().focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        assert focused.accessibleName() or getattr(focused, "text", str)()
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    for control in (
        sheet.part_list.rows[BadgePart.TITLE].box,
        sheet.part_list.rows[BadgePart.TITLE].down_button,
        sheet.logo_field.choose_button,
        sheet.colour_field.code_field,
        sheet.size_list.controls[BadgeBlock.QR].button("designed"),
        sheet.pane.on_button,
        sheet.pane.view,
        sheet.apply_button,
    ):
        assert control in seen


def test_it_is_drawn_off_the_gui_thread_and_only_the_last_choice_counts(
    qtbot: QtBot, sheet: BadgeDesigner, drawn: Callable[[BadgeDesigner], None]
) -> None:
    shown: list[Any] = []
    sheet.drawing.page_drawn.connect(shown.append)
    for name in ("bold", "minimal", "classic", "bold", "minimal"):
        sheet.cards.cards[name].click()
    assert not shown  # no click waits for a badge
    drawn(sheet)
    assert 1 <= len(shown) <= 3
    assert shown[-1].image == sheet.pane.view.image
