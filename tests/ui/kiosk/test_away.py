"""A kiosk without its server: check-in goes on, and nothing is asked that could not be kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.domain.kiosk_person import KioskAnswers
from mixer_app.services.check_in import head_counts
from mixer_app.services.people import list_attendees
from mixer_app.services.stand_in import StandIn
from mixer_app.store import open_database
from mixer_app.ui.background import Background
from mixer_app.ui.kiosk.kiosk_acts import Admitted, Recognised
from mixer_app.ui.kiosk.kiosk_work import KioskWork


@pytest.fixture
def place(database: Any, event: Event, kiosk: Any, tmp_path: Path, now: Any) -> Iterator[StandIn]:
    """A copy of the event, which stands in for a database that is away."""
    made = StandIn(database, event.id, open_database(str(tmp_path / "copy.db")))
    assert made.renew(now)
    database.keep_stand_in(made.copy)
    database.go_away("No connection since 18:42.")
    yield made
    database.come_back()
    database.keep_stand_in(None)
    made.copy.close()


@pytest.fixture
def work(database: Any, background: Background, event: Event, now: Any) -> Iterator[KioskWork]:
    """What a kiosk does, without its window."""
    parent = QObject()
    yield KioskWork(
        database=database, background=background, station="Kiosk 1", clock=lambda: now, event_id=event.id, parent=parent
    )
    parent.deleteLater()


def test_whoever_shows_their_code_is_checked_in_and_asked_nothing_more(
    place: StandIn, work: KioskWork, database: Any, event: Event, qtbot: QtBot, now: Any
) -> None:
    adaeze = next(one for one in place.copy.read(list_attendees, event.id) if one.name.given == "Adaeze")
    with qtbot.waitSignal(work.code_looked_up) as looked_up:
        work.look_up_code(adaeze.code, 1)
    found: Recognised = looked_up.args[0]
    assert (found.person.need_choices, found.person.topic_choices, found.person.role_may_change) == ((), (), False)
    with qtbot.waitSignal(work.admitted) as admitted:
        work.admit(adaeze.id, KioskAnswers(), "label", 1)
    came: Admitted = admitted.args[0]
    assert came.job is not None
    with qtbot.waitSignal(work.job_seen) as seen:
        work.look_at_job(came.job.id, 1)
    assert seen.args[0].attendee_id == adaeze.id
    database.ask_again()
    assert place.hand_over(lambda: now) == 1
    assert database.read(head_counts, event.id).here == 1


def test_whoever_changes_an_answer_is_sent_to_the_desk_and_not_checked_in(
    place: StandIn, work: KioskWork, event: Event, qtbot: QtBot
) -> None:
    adaeze = next(one for one in place.copy.read(list_attendees, event.id) if one.name.given == "Adaeze")
    with qtbot.waitSignal(work.failed):
        work.admit(adaeze.id, KioskAnswers(topics_wanted=("Leadership",)), "", 1)
    assert place.copy.read(head_counts, event.id).here == 0


def test_staff_leave_the_kiosk_by_their_pin(place: StandIn, work: KioskWork, qtbot: QtBot) -> None:
    with qtbot.waitSignal(work.pin_checked) as checked:
        work.check_pin("2468", 1)
    assert checked.args[0].ok
