"""The event, its kiosks and this station are set here, and each change can be taken back."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QDate, QSettings, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event, Need
from mixer_app.domain.plans import Plan
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.domain.staff_settings import BadgePlace, BadgeRule, SecondFact
from mixer_app.services.events import find_event, update_event
from mixer_app.services.journal import activity, undo
from mixer_app.services.people import list_attendees
from mixer_app.services.projector import projector_state
from mixer_app.services.settings import event_settings
from mixer_app.services.staff_pin import check_pin, has_pin, set_pin
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.settings import SettingsPage
from mixer_app.ui.settings.page import SettingsPage as Shown


@pytest.fixture
def page(
    page_parts: dict[str, Any], event: Event, shown: Callable[..., QWidget], settled: Callable[[], None]
) -> Iterator[Shown]:
    made = SettingsPage(**page_parts)
    shown(made, 1200, 900)
    made.show_event(event)
    settled()
    return made


@pytest.fixture
def stored(database: Any, event: Event, settled: Callable[[], None]) -> Callable[[], Event]:
    """The event as the database has it."""

    def read() -> Event:
        settled()
        return database.read(find_event, str(event.id))

    return read


@pytest.fixture
def chosen(database: Any, event: Event, settled: Callable[[], None]) -> Callable[[], Any]:
    """The settings as the database has them."""

    def read() -> Any:
        settled()
        return database.read(event_settings, event.id)

    return read


def type_into(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    """As a person does: into the field, over what was there, and on to the next."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_everything_about_the_event_is_shown(page: Shown, event: Event) -> None:
    card = page.event_card
    assert card.name_field.text() == event.name
    assert card.day_field.date() == QDate(2026, 3, 5)
    assert card.starts_field.time() == QTime(18, 30)
    assert [row.name_edit.text() for row in page.topics_card.rows] == ["Finance", "Leadership"]
    assert page.rounds_card.rounds_field.value() == 5
    assert page.rounds_card.schedule_label.text() == "5 rounds, 18:30 to 19:28. A mentor meets 5 at most."


def test_a_name_is_saved_when_its_field_is_left_and_can_be_undone(
    qtbot: QtBot, page: Shown, stored: Callable[[], Event], database: Any, event: Event
) -> None:
    with qtbot.waitSignal(page.said) as told:
        type_into(qtbot, page.event_card.name_field, "Nurses at noon")
    assert stored().name == "Nurses at noon"
    sentence, entry_id = told.args
    assert sentence == "Changed the name of the event from Physician mixer to Nurses at noon."
    database.write(undo, entry_id, station="Desk 1", now=page.clock())
    page.refresh()
    assert stored() == event
    assert page.event_card.name_field.text() == "Physician mixer"


def test_five_steps_of_an_arrow_are_one_change(
    qtbot: QtBot, page: Shown, stored: Callable[[], Event], database: Any, event: Event
) -> None:
    before = len(database.read(activity, event.id))
    field = page.rounds_card.rounds_field
    field.setFocus()
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: stored().rounds == 8)
    assert len(database.read(activity, event.id)) == before + 1


def test_a_change_is_not_lost_when_one_goes_elsewhere_at_once(
    qtbot: QtBot, page: Shown, stored: Callable[[], Event]
) -> None:
    page.rounds_card.rounds_field.setFocus()
    qtbot.keyClick(page.rounds_card.rounds_field, Qt.Key.Key_Up)
    page.hide()
    assert stored().rounds == 6


def test_another_day_moves_doors_and_first_round(qtbot: QtBot, page: Shown, stored: Callable[[], Event]) -> None:
    card = page.event_card
    qtbot.keyClick(card.doors_box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stored().doors_at is not None and card.doors_field.isEnabled())
    card.doors_field.setTime(QTime(17, 45))
    card.day_field.setDate(QDate(2026, 3, 7))
    qtbot.waitUntil(lambda: stored().date == date(2026, 3, 7))
    now = stored()
    assert (now.starts_at, now.doors_at) == (datetime(2026, 3, 7, 18, 30), datetime(2026, 3, 7, 17, 45))


def test_what_cannot_be_is_told_beside_its_field_and_stays_to_be_put_right(
    qtbot: QtBot, page: Shown, stored: Callable[[], Event], event: Event, settled: Callable[[], None]
) -> None:
    card = page.event_card
    type_into(qtbot, card.contact_field, "somebody")
    settled()
    assert "no e-mail address" in card.problem_label.text()
    assert card.contact_field.text() == "somebody"
    assert stored() == event
    type_into(qtbot, card.contact_field, "a@b.example")
    assert stored().contact_email == "a@b.example"
    assert card.problem_label.isHidden()


def test_a_change_of_the_rounds_says_what_it_means_for_the_plan(
    qtbot: QtBot, page: Shown, stored: Callable[[], Event], introduce: Callable[..., Plan], settled: Callable[[], None]
) -> None:
    card = page.rounds_card
    assert card.plan_label.isHidden()
    introduce()
    page.refresh()
    settled()
    assert "There is a plan of 5 rounds" in card.plan_label.text()
    assert card.plan_button.isHidden()
    card.rounds_field.setFocus()
    qtbot.keyClick(card.rounds_field, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: "Round 6 stays empty until you plan again" in card.plan_label.text())
    with qtbot.waitSignal(page.go_to) as asked:
        qtbot.keyClick(card.plan_button, Qt.Key.Key_Space)
    assert asked.args[0] == "plan"
    for _ in range(3):
        qtbot.keyClick(card.rounds_field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Rounds 4 and 5 have no time any more" in card.plan_label.text())


def test_needs_are_added_marked_raised_and_removed_by_keyboard(
    qtbot: QtBot, page: Shown, stored: Callable[[], Event], settled: Callable[[], None]
) -> None:
    card = page.needs_card
    names = [need.name for need in stored().needs]
    qtbot.keyClick(card.add_button, Qt.Key.Key_Space)
    type_into(qtbot, card.rows[-1].name_edit, "Burnout")
    assert [need.name for need in stored().needs] == [*names, "Burnout"]
    qtbot.keyClick(card.rows[-1].private_box, Qt.Key.Key_Space)
    assert stored().needs[-1] == Need(name="Burnout", sensitive=True)
    qtbot.keyClick(card.rows[-1].up_button, Qt.Key.Key_Space)
    assert [need.name for need in stored().needs] == [*names[:-1], "Burnout", names[-1]]
    qtbot.keyClick(card.rows[0].remove_button, Qt.Key.Key_Space)
    assert [need.name for need in stored().needs] == [*names[1:-1], "Burnout", names[-1]]
    assert card.rows[0].name_edit.text() == names[1]
    assert card.rows[0].remove_button.hasFocus()


def test_a_private_need_that_somebody_has_stays_and_says_so(
    qtbot: QtBot, page: Shown, stored: Callable[[], Event], add: Callable[..., Any], settled: Callable[[], None]
) -> None:
    add("Ann Smith", needs_wanted=("Interpersonal issue",))
    row = next(row for row in page.needs_card.rows if row.name_edit.text() == "Interpersonal issue")
    qtbot.keyClick(row.remove_button, Qt.Key.Key_Space)
    settled()
    assert "Interpersonal issue" in [need.name for need in stored().needs]
    assert "stays on the list" in page.needs_card.problem_label.text()


def test_a_topic_that_is_there_twice_is_refused_in_words(
    qtbot: QtBot, page: Shown, stored: Callable[[], Event], settled: Callable[[], None]
) -> None:
    type_into(qtbot, page.topics_card.rows[1].name_edit, "finance")
    settled()
    assert "among the topics twice" in page.topics_card.problem_label.text()
    assert stored().topics == ("Finance", "Leadership")


def test_badges_and_kiosk_are_set_with_the_keyboard(qtbot: QtBot, page: Shown, chosen: Callable[[], Any]) -> None:
    qtbot.keyClick(page.badges_card.rule_control.button("always"), Qt.Key.Key_Space)
    assert chosen().badge_at_check_in is BadgeRule.ALWAYS
    page.badges_card.stock_combo.setFocus()
    qtbot.keyClick(page.badges_card.stock_combo, Qt.Key.Key_Down)
    assert chosen().badge_stock == page.badges_card.stock_combo.currentData() != ""
    qtbot.keyClick(page.kiosk_card.fact_control.button("phone digits"), Qt.Key.Key_Space)
    assert chosen().second_fact is SecondFact.PHONE_DIGITS
    qtbot.keyClick(page.kiosk_card.place_control.button("below"), Qt.Key.Key_Space)
    assert chosen().badge_place is BadgePlace.BELOW
    qtbot.keyClick(page.kiosk_card.role_box, Qt.Key.Key_Space)
    assert not chosen().kiosk_role_change
    type_into(qtbot, page.kiosk_card.desk_field, "to your left")
    assert chosen().desk_direction == "to your left"
    page.kiosk_card.idle_field.selectAll()
    qtbot.keyClicks(page.kiosk_card.idle_field, "90")
    qtbot.keyClick(page.kiosk_card.idle_field, Qt.Key.Key_Enter)
    assert chosen().idle_seconds == 90


def test_the_last_language_cannot_be_taken_away(qtbot: QtBot, page: Shown, chosen: Callable[[], Any]) -> None:
    boxes = page.kiosk_card.language_boxes
    for code, box in boxes.items():
        if code != "fr":
            qtbot.keyClick(box, Qt.Key.Key_Space)
            chosen()
    assert chosen().kiosk_languages == ("fr",)
    assert not boxes["fr"].isEnabled()
    qtbot.keyClick(boxes["ar"], Qt.Key.Key_Space)
    assert chosen().kiosk_languages == ("fr", "ar")
    assert boxes["fr"].isEnabled()


def test_every_language_can_be_read_on_the_page(page: Shown, qtbot: QtBot) -> None:
    def all_inside() -> bool:
        row = page.kiosk_card.language_boxes["en"].parentWidget()
        return all(row.rect().contains(box.geometry()) for box in page.kiosk_card.language_boxes.values())

    qtbot.waitUntil(all_inside)


def test_what_another_station_changes_comes_in_but_not_over_what_is_typed(
    qtbot: QtBot, page: Shown, database: Any, event: Event, settled: Callable[[], None]
) -> None:
    from dataclasses import replace

    page.event_card.venue_field.setFocus()
    qtbot.keyClicks(page.event_card.venue_field, "Town H")
    changed = replace(event, name="Another name", venue="Elsewhere")
    database.write(update_event, changed, station="Desk 2", now=page.clock())
    page.refresh()
    settled()
    assert page.event_card.name_field.text() == "Another name"
    assert page.event_card.venue_field.text() == "Town H"


def test_a_pin_is_set_then_changed_and_never_shown(
    qtbot: QtBot, page: Shown, database: Any, settled: Callable[[], None], now: datetime
) -> None:
    card = page.pin_card
    assert card.old_part.isHidden()
    qtbot.keyClicks(card.new_edit, "24x68")
    qtbot.keyClicks(card.again_edit, "2469")
    qtbot.keyClick(card.again_edit, Qt.Key.Key_Enter)
    assert "differ" in card.problem_label.text()
    card.again_edit.clear()
    qtbot.keyClicks(card.again_edit, "2468")
    qtbot.keyClick(card.again_edit, Qt.Key.Key_Enter)
    settled()
    assert database.read(has_pin)
    assert not card.old_part.isHidden()
    for edit in (card.old_edit, card.new_edit, card.again_edit):
        assert edit.echoMode() is QLineEdit.EchoMode.Password
        assert edit.text() == ""
    for edit, digits in ((card.old_edit, "1111"), (card.new_edit, "13579"), (card.again_edit, "13579")):
        qtbot.keyClicks(edit, digits)
    qtbot.keyClick(card.set_button, Qt.Key.Key_Space)
    settled()
    assert "old PIN is wrong" in card.problem_label.text()
    card.old_edit.clear()
    qtbot.keyClicks(card.old_edit, "2468")
    qtbot.keyClick(card.set_button, Qt.Key.Key_Space)
    settled()
    assert database.write(check_pin, "13579", station="Kiosk 1", now=now).ok


def test_helpers_get_a_pin_once_the_organizer_has_one_and_both_are_removed_with_the_organizers(
    qtbot: QtBot, page: Shown, database: Any, settled: Callable[[], None], now: datetime
) -> None:
    card = page.pin_card
    helpers = card.role_control.button(StaffRole.HELPER)
    qtbot.mouseClick(helpers, Qt.MouseButton.LeftButton)
    assert card.state_mark.accessibleName() == "Set the organizer’s PIN first"
    assert card.set_button.isHidden()
    database.write(set_pin, "2468", old=None, station="Desk 1", now=now)
    page.refresh()
    settled()
    for edit, digits in ((card.new_edit, "1357"), (card.again_edit, "1357")):
        qtbot.keyClicks(edit, digits)
    qtbot.keyClick(card.set_button, Qt.Key.Key_Space)
    assert card.problem_label.text() == "Type the organizer’s PIN as it is now first."
    qtbot.keyClicks(card.old_edit, "2468")
    qtbot.keyClick(card.set_button, Qt.Key.Key_Space)
    settled()
    assert database.read(has_pin, StaffRole.HELPER)
    assert card.set_button.text() == "Change the PIN"
    qtbot.keyClicks(card.old_edit, "1357")
    qtbot.keyClick(card.remove_button, Qt.Key.Key_Space)
    settled()
    assert card.problem_label.text() == "That is the helpers’ PIN. Type the organizer’s."
    qtbot.mouseClick(card.role_control.button(StaffRole.ORGANIZER), Qt.MouseButton.LeftButton)
    assert card.old_edit.text() == ""
    assert card.remove_button.text() == "Remove both PINs"
    qtbot.keyClicks(card.old_edit, "2468")
    with qtbot.waitSignal(page.said) as told:
        qtbot.keyClick(card.remove_button, Qt.Key.Key_Space)
    settled()
    assert told.args[0] == "The PINs are removed: every window is open to everybody."
    assert not any(database.read(has_pin, role) for role in StaffRole)
    assert card.old_part.isHidden()


def test_a_card_that_grows_gets_the_height_it_needs_also_after_the_columns_were_arranged_anew(
    qtbot: QtBot, page: Shown, appearance: Appearance
) -> None:
    card = page.pin_card
    page.resize(800, 900)
    appearance.choose_scale(1.5)
    for known in (frozenset[StaffRole](), frozenset(StaffRole)):
        card.show_known(known)
        qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()))


def test_after_wrong_old_pins_one_has_to_wait(
    qtbot: QtBot, page: Shown, database: Any, settled: Callable[[], None], now: datetime
) -> None:
    database.write(set_pin, "2468", old=None, station="Desk 1", now=now)
    page.refresh()
    settled()
    card = page.pin_card
    for edit, digits in ((card.old_edit, "1111"), (card.new_edit, "13579"), (card.again_edit, "13579")):
        qtbot.keyClicks(edit, digits)
    for _ in range(3):
        qtbot.keyClick(card.set_button, Qt.Key.Key_Space)
        settled()
    assert card.problem_label.text() == "The old PIN was wrong too often. Try again in 30 s."


def test_the_station_has_its_new_name_from_the_next_start(qtbot: QtBot, page: Shown, tmp_path: Any) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page.use_settings(settings)
    card = page.station_card
    assert card.name_edit.text() == "Desk 1"
    type_into(qtbot, card.name_edit, "  Foyer  left ")
    assert settings.value("station/name") == "Foyer left"
    assert "From the next start on this is “Foyer left”" in card.name_part.note_label.text()
    type_into(qtbot, card.name_edit, " ")
    assert "A station has a name" in card.problem_label.text()
    assert settings.value("station/name") == "Foyer left"


def test_this_stations_printer_is_chosen_here(qtbot: QtBot, page: Shown, badge_printer: Any) -> None:
    page.use_printer(badge_printer)
    assert page.badges_card.printer_label.whole_text == "The label"
    badge_printer.choose_printer(None)
    page.refresh()
    qtbot.waitUntil(lambda: page.badges_card.printer_label.whole_text == "None chosen")


def test_a_logo_and_a_colour_are_chosen_removed_and_brought_back(
    qtbot: QtBot, page: Shown, chosen: Callable[[], Any], database: Any, event: Event, tmp_path: Any
) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100"/></svg>'
    )
    card = page.look_card
    card.logo_field.choose = lambda _: tmp_path / "logo.svg"
    with qtbot.waitSignal(page.said) as told:
        qtbot.keyClick(card.logo_field.choose_button, Qt.Key.Key_Space)
    assert told.args[0] == "Changed the logo."
    logo = chosen().logo
    assert logo
    type_into(qtbot, card.colour_field.code_field, "#8e24aa")
    assert chosen().accent == "#8E24AA"
    with qtbot.waitSignal(page.said) as told:
        qtbot.mouseClick(card.logo_field.remove_button, Qt.MouseButton.LeftButton)
    assert chosen().logo == ""
    database.write(undo, told.args[1], station="Desk 1", now=page.clock())
    page.refresh()
    assert chosen().logo == logo
    assert card.logo_field.logo is not None


def test_badges_are_designed_from_settings_and_the_page_tells_and_shows_it(
    qtbot: QtBot, page: Shown, chosen: Callable[[], Any], settled: Callable[[], None]
) -> None:
    qtbot.keyClick(page.badges_card.design_button, Qt.Key.Key_Space)
    sheet = page.designer
    assert sheet is not None
    qtbot.waitUntil(lambda: not sheet.drawing.busy and sheet.apply_button.isEnabled(), timeout=20_000)
    qtbot.mouseClick(sheet.cards.cards["bold"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.said) as told:
        qtbot.mouseClick(sheet.apply_button, Qt.MouseButton.LeftButton)
    assert told.args[0] == "Changed the badge design to bold."
    assert told.args[1] is not None
    assert chosen().badge_design == "bold"
    assert page.badges_card.design_label.whole_text == "Bold"


def test_how_the_projectors_look_is_chosen_and_can_be_undone(
    qtbot: QtBot, page: Shown, database: Any, event: Event, settled: Callable[[], None]
) -> None:
    card = page.projector_card
    for control, key in ((card.names_control, "codes"), (card.look_control, "light")):
        button = next(one for one in control.findChildren(QAbstractButton) if one.text() == WORDS[key])
        with qtbot.waitSignal(page.said) as told:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settled()
    state = database.read(projector_state, event.id)
    assert (state.codes, state.light) == (True, True)
    sentence, entry_id = told.args
    assert sentence == "Changed how the projectors look."
    database.write(undo, entry_id, station="Desk 1", now=page.clock())
    assert not database.read(projector_state, event.id).light


WORDS = {"codes": "Badge codes", "light": "Light"}


def test_a_problem_report_can_be_read_before_it_is_saved(
    qtbot: QtBot, page: Shown, settled: Callable[[], None], tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mixer_app.ui.settings.page.user_logs", lambda: tmp_path)
    qtbot.mouseClick(page.station_card.report_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.problem_sheet is not None)
    sheet = page.problem_sheet
    assert sheet is not None
    text = sheet.report_field.toPlainText()
    assert "Mentor Mixer" in text
    out = tmp_path / "report.txt"
    monkeypatch.setattr("mixer_app.ui.settings.problem_sheet.QFileDialog.getSaveFileName", lambda *_: (str(out), ""))
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sheet.save_button.text() == "Saved as report.txt")
    assert out.read_text("utf-8") == text
    sheet.close_sheet()


def test_the_people_of_the_event_are_forgotten_after_one_question_and_the_figures_stay(
    page: Shown, database: Any, event: Event, add: Callable[..., Any], qtbot: QtBot, settled: Callable[[], None]
) -> None:
    add("Ann Smith")
    with qtbot.waitSignal(page.forgetting.asked, timeout=10_000):
        qtbot.mouseClick(page.forget_card.forget_button, Qt.MouseButton.LeftButton)
    sheet = page.forgetting.sheet
    assert sheet is not None
    sheet.sure_box.setChecked(True)
    with qtbot.waitSignal(page.said, timeout=10_000) as told:
        qtbot.mouseClick(sheet.erase_button, Qt.MouseButton.LeftButton)
    settled()
    assert told.args[0].startswith("Erased the people of the event (1)")
    assert {one.name.full[:9] for one in database.read(list_attendees, event.id)} == {"Attendee "}
