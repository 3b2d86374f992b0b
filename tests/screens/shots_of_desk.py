"""Pictures of Desk."""

from collections.abc import Iterator
from datetime import timedelta

from evening import ScreenContext
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.services.desk_calls import answer_desk_call, call_desk, open_desk_calls
from mixer_app.services.people import list_attendees
from mixer_app.services.staff_notes import write_note
from mixer_app.ui.desk import DeskPage

LONG_NOTE = "Needs the ramp and a seat near the door; her assistant Ms Okonkwo-Baptiste brings the slides at seven"

LONG_MESSAGE = (
    "Wolfgang Wolfeschlegelsteinhausenbergerdorff is now mentor and mentee. Mentee in rounds 2 to 5 of the plan: four "
    "mentors lose a guest. Plan again to seat them as mentor and mentee. The badge is printed again."
)


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """Nobody looked for, two slips, who is here already, a double, nobody found; then notes and people who wait."""
    page = context.go_to("desk")
    assert isinstance(page, DeskPage)
    context.window.activateWindow()
    page.finder.start_over()
    yield "desk", context.window
    page.finder.search.setText("ada nmandi")
    yield "desk-search", context.window
    page.finder.start_over()
    people = context.database.read(list_attendees, context.event.id)
    page.walk_in_form.name_edit.setText(next(one for one in people if not one.here).name.full + "n")
    page.walk_in_form.employer_edit.setText("Royal Dhaka Clinic")
    page.scanner.scanned.emit(next(one for one in people if one.here and len(one.needs_wanted) > 1).code)
    context.settle()
    QTest.qWait(200)
    yield "desk-already", context.window
    page.finder.start_over()
    page.walk_in_form.clear()
    page.walk_in_form.begin(next(one for one in people if not one.here).name.full)
    context.settle()
    QTest.qWait(400)
    yield "desk-walk-in", context.window
    page.walk_in_form.clear()
    page.finder.start_over()
    page.finder.search.setText("zzzzzz")
    yield "desk-nobody", context.window
    QTest.keyClick(page.finder.search, Qt.Key.Key_Escape)
    context.window.message_bar.say(LONG_MESSAGE, action="Undo", act=context.settle)
    context.settle()
    yield "desk-message", context.window
    context.window.message_bar.close_message()
    page.finder.search.setText("nobody.of.this.name@subdomain.example.org")
    QTest.keyClick(page.finder.search, Qt.Key.Key_Return)
    context.settle()
    yield "desk-not-found", context.window
    page.finder.start_over()
    for name in ("Konstantinidou Papadimitropoulos", "Zoe Bergqvist"):
        page.finder.search.setText(name)
        QTest.keyClick(page.finder.search, Qt.Key.Key_F2)
    context.settle()
    yield "desk-walk-in-kept", context.window
    page.walk_in_form.clear()
    page.walk_in_form.kept_button.take("Konstantinidou Papadimitropoulos")
    page.finder.start_over()
    yield from _staff_shots(context, page)
    yield from _away_shots(context, page)


def _away_shots(context: ScreenContext, page: DeskPage) -> Iterator[tuple[str, QWidget]]:
    """The server is away; then it is back, and somebody was checked in at two desks."""
    event_id, now = context.event.id, context.clock.now
    people = context.database.read(list_attendees, event_id)
    away = "No connection since 18:12. Check-in goes on here; plans and edits wait."
    context.window.away.went_away.emit(away)
    page.finder.search.setText("ada nmandi")
    context.settle()
    yield "desk-away", context.window
    page.finder.start_over()
    here = next(one for one in people if one.here)
    context.database.write(call_desk, event_id, here.id, DeskReason.TWICE, station="Desk 2", now=now)
    context.window.away.came_back.emit("The connection is back. 12 acts at the door were handed over.")
    page.refresh()
    context.settle()
    yield "desk-back", context.window
    for call in context.database.read(open_desk_calls, event_id):
        context.database.write(answer_desk_call, call.id, station="Desk 1", now=now)
    page.refresh()
    context.settle()


def _staff_shots(context: ScreenContext, page: DeskPage) -> Iterator[tuple[str, QWidget]]:
    """Three whom a kiosk sent, one of them with a note; then the note is written."""
    event_id, now = context.event.id, context.clock.now
    people = context.database.read(list_attendees, event_id)
    longest = max((one for one in people if not one.here), key=lambda one: len(one.name.full))
    sent = {longest: DeskReason.WRONG_FACTS, people[3]: DeskReason.WRONG_ROLE, people[5]: DeskReason.ROLE_CHANGED}
    for minutes, (person, reason) in enumerate(sent.items()):
        at = now - timedelta(minutes=3 - minutes)
        context.database.write(call_desk, event_id, person.id, reason, station="Kiosk 2", now=at)
    for person in (longest, next(one for one in people if one.here)):
        context.database.write(write_note, person.id, LONG_NOTE, station="Desk 1", now=now)
    page.refresh()
    context.settle()
    page.waiting.show_next()
    yield "desk-waiting", context.window
    page.finder.note.write()
    yield "desk-note", context.window
    page.finder.start_over()
    for call in context.database.read(open_desk_calls, event_id):
        context.database.write(answer_desk_call, call.id, station="Desk 1", now=now)
    for person in (longest, next(one for one in people if one.here)):
        context.database.write(write_note, person.id, "", station="Desk 1", now=now)
    page.refresh()
    context.settle()
