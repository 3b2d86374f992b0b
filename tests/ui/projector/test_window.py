"""The projector by itself, by staff's choice and by its keys; after a crash it is where it was."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from mixer_app.domain.chimes import Chime
from mixer_app.domain.evening import ActKind
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.projector import ProjectorLayout
from mixer_app.domain.projector_frames import Countdown, Notice
from mixer_app.domain.roles import Role
from mixer_app.services.journal import activity
from mixer_app.services.people import add_attendee
from mixer_app.services.projector import projector_state
from mixer_app.ui.projector.tables import TablesShown


def test_an_evening_goes_by_itself(room: Any, seated: Any) -> None:
    room.open()
    assert (room.frame.title, room.frame.digits) == ("Starts at", "18:30")
    room.act(ActKind.START, 1)
    assert (room.frame.title, room.frame.digits) == ("Round 1", "10:00")
    room.pass_by(minutes=9, seconds=30)
    assert (room.frame.digits, room.frame.status) == ("00:30", "One minute left")
    room.pass_by(seconds=31)
    assert room.frame.digits == "00:00"
    room.pass_by(seconds=2)
    assert isinstance(room.frame, TablesShown)
    assert (room.frame.head.until, room.frame.head.digits) == ("Round 2 in", "01:57")
    assert room.names == [("Ada N.", None), ("Bo L.", 1), ("Cy R.", 2)]
    room.pass_by(minutes=2)
    assert (room.frame.title, room.frame.digits) == ("Round 2", "09:57")


def test_after_the_last_round_it_thanks(room: Any, seated: Any) -> None:
    room.open()
    room.act(ActKind.START, 1)
    room.pass_by(minutes=58, seconds=2)
    assert room.frame.digits == "00:00"
    room.pass_by(seconds=2)
    assert isinstance(room.frame, Notice)
    assert room.frame.lines == ("Thank you for coming",)


def test_what_another_station_does_is_on_the_screen(room: Any, seated: Any) -> None:
    room.open()
    room.act(ActKind.START, 1)
    room.pass_by(minutes=1)
    room.act(ActKind.PAUSE, 1)
    assert room.frame.status == "Paused"
    room.pass_by(minutes=3)
    assert room.frame.digits == "09:00"
    room.act(ActKind.RESUME, 1)
    room.act(ActKind.EXTEND, 1, 60)
    assert (room.frame.digits, room.frame.status) == ("10:00", "+1 min")
    room.act(ActKind.END, 1)
    assert room.frame.digits == "00:00"


def test_a_message_stands_until_it_is_withdrawn(room: Any, seated: Any) -> None:
    room.open()
    room.act(ActKind.START, 1)
    room.choose(message="Dinner is served")
    assert room.frame.message == ("Dinner is served",)
    room.choose(layout=ProjectorLayout.MESSAGE)
    assert isinstance(room.frame, Notice)
    room.choose(layout=ProjectorLayout.AUTOMATIC, message="")
    assert room.frame.message == ()


def test_a_picture_that_staff_fix_stays(room: Any, seated: Any) -> None:
    room.open()
    room.act(ActKind.START, 1)
    room.choose(layout=ProjectorLayout.TABLES)
    assert isinstance(room.frame, TablesShown)
    assert room.names == [("Ada N.", 1), ("Bo L.", 2), ("Cy R.", None)]
    room.choose(layout=ProjectorLayout.COUNTDOWN)
    room.pass_by(minutes=11)
    assert isinstance(room.frame, Countdown)
    assert (room.frame.title, room.frame.title_rest, room.frame.digits) == ("Round 2", "in", "01:00")


def test_a_projector_opened_after_a_crash_shows_what_the_other_shows(room: Any, seated: Any) -> None:
    first = room.open()
    room.act(ActKind.START, 1)
    room.choose(message="Dinner is served")
    room.pass_by(minutes=4, seconds=12)
    before = first.view.frame
    first.close()
    assert room.open().view.frame == before
    assert room.frame.digits == "05:48"
    room.pass_by(minutes=6)
    room.window.close()
    room.open()
    assert room.names[0] == ("Ada N.", None)


def test_a_plan_that_is_not_published_is_not_shown(room: Any, add: Any) -> None:
    room.open()
    room.choose(layout=ProjectorLayout.TABLES)
    assert isinstance(room.frame, Countdown)


def test_a_reseat_is_shown_in_place_and_pulses_once(room: Any, seated: Any, qtbot: Any) -> None:
    ada, bo, cy, mo, mi = seated
    window = room.open()
    room.act(ActKind.START, 1)
    room.pass_by(minutes=10, seconds=10)
    pulsed: list[frozenset[int]] = []
    window.view.pulsed.connect(pulsed.append)
    room.plan((2, 1, mo, bo), (2, 2, mi, ada), mentees=[ada, bo, cy])
    assert room.names == [("Ada N.", 2), ("Bo L.", 1), ("Cy R.", None)]
    assert pulsed == [frozenset({ada.id, cy.id})]
    qtbot.waitUntil(lambda: window.view.pulse_strength == 0)
    room.choose(message="Hello")
    assert len(pulsed) == 1


def test_the_chimes_sound_once_and_never_when_muted(room: Any, seated: Any) -> None:
    room.open()
    room.act(ActKind.START, 1)
    assert room.chimes == [Chime.START]
    room.pass_by(minutes=7, seconds=59)
    for _ in range(4):
        room.pass_by(seconds=1)
    room.pass_by(minutes=1, seconds=56)
    room.pass_by(seconds=2)
    assert room.chimes == [Chime.START, Chime.TWO_MINUTES, Chime.END]
    room.choose(muted=True)
    room.pass_by(minutes=1, seconds=59)
    room.pass_by(seconds=1)
    assert room.frame.title == "Round 2"
    assert len(room.chimes) == 3
    room.window.close()
    room.choose(muted=False)
    room.open()
    room.pass_by(seconds=1)
    assert len(room.chimes) == 3


def test_p_changes_the_picture_for_every_station_and_back(room: Any, seated: Any, database: Any, event: Any) -> None:
    room.open()
    room.act(ActKind.START, 1)
    room.press(Qt.Key.Key_P)
    assert isinstance(room.frame, TablesShown)
    assert database.read(projector_state, event.id).layout is ProjectorLayout.TABLES
    assert database.read(activity, event.id)[0].station == "Projector 1"
    room.press(Qt.Key.Key_P)
    assert isinstance(room.frame, Countdown)
    assert database.read(projector_state, event.id).layout is ProjectorLayout.AUTOMATIC


def test_f11_fills_the_screen_and_esc_leaves_it(room: Any) -> None:
    window = room.open()
    room.press(Qt.Key.Key_F11)
    assert window.isFullScreen()
    room.press(Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.isVisible()
    room.press(Qt.Key.Key_Escape)
    assert window.isVisible()


def test_the_pointer_hides_and_comes_back(room: Any, qtbot: Any) -> None:
    window = room.open()
    window._pointer.setInterval(1)
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(9, 9), QPointF(9, 9), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window.view, move)
    assert window.cursor().shape() is not Qt.CursorShape.BlankCursor
    qtbot.waitUntil(lambda: window.cursor().shape() is Qt.CursorShape.BlankCursor)


@pytest.fixture
def crowd(room: Any, database: Any, event: Any, now: Any) -> list[Any]:
    """Sixty mentees at one table, in a break before round 2."""
    dice = Random(5)
    mentees = [(f"{chr(65 + number % 26)}da{number}", Role.MENTEE) for number in range(60)]
    guests = [("Mo", Role.MENTOR), *mentees]

    def register(session: Any) -> list[Any]:
        named = [(PersonName(full=f"{given} Roe", given=given, family="Roe"), role) for given, role in guests]
        return [
            add_attendee(session, event.id, Registration(name=name, role=role), station="Test", now=now, dice=dice)
            for name, role in named
        ]

    mentor, *seeking = database.write(register)
    room.plan(*((2, 1, mentor, one) for one in seeking), mentees=seeking)
    room.act(ActKind.START, 1)
    room.now += timedelta(minutes=10, seconds=4)
    return seeking


def test_pages_turn_by_themselves_and_begin_anew(room: Any, crowd: Any) -> None:
    room.open()
    assert [len(page.lines) for page in room.frame.pages] == [24, 24, 12]
    seen = []
    for _ in range(4):
        seen.append(room.frame.page)
        room.pass_by(seconds=8)
    assert seen == [0, 1, 2, 0]


def test_arrows_turn_pages_and_the_time_stands_for_twenty_seconds(room: Any, crowd: Any) -> None:
    room.open()
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Right)
    assert room.frame.page == 2
    room.press(Qt.Key.Key_Right)
    assert room.frame.page == 0
    room.press(Qt.Key.Key_Left)
    assert room.frame.page == 2
    room.pass_by(seconds=19)
    assert room.frame.page == 2
    room.pass_by(seconds=9)
    assert room.frame.page != 2


def test_two_projectors_share_the_alphabet(room: Any, crowd: Any) -> None:
    everybody: list[str] = []
    for part in (1, 2):
        room.open(part=part, parts=2)
        assert room.frame.part
        everybody += [line.label for page in room.frame.pages for line in page.lines]
    assert len(everybody) == len(set(everybody)) == 60


def test_a_narrow_screen_has_two_columns(room: Any, crowd: Any) -> None:
    room.open(size=(1024, 768))
    assert [len(page.lines) for page in room.frame.pages] == [16, 16, 16, 12]


def test_it_says_in_words_what_it_shows(room: Any, seated: Any) -> None:
    window = room.open()
    room.act(ActKind.START, 1)
    assert window.view.accessibleDescription() == "Round 1 of 5 10:00"
    assert window.accessibleName() == "Projector of Physician mixer"
