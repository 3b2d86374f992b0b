"""Pictures of a window that is locked: the gate, the pages of helpers, a refusal, and the organizer in the rail."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.services.staff_pin import remove_pin, set_pin
from mixer_app.ui.lock.locked_page import LockedPage
from mixer_app.ui.people import PeoplePage

PIN = "2468"


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """Locked by a PIN that another station set."""
    context.go_to("desk")
    context.database.write(set_pin, PIN, old=None, station="Control", now=context.clock.now)
    look(context)
    yield "lock-desk", context.window
    context.window.go_to("follow_up")
    yield "lock-gate", context.window
    page = context.go_to("people")
    assert isinstance(page, PeoplePage)
    person = page.listing.model.person_at(0)
    if person is not None:
        page.open_person(person.attendee.id)
    page.export_button.click()
    yield "lock-people", context.window
    page.panel.leave()
    printing = context.go_to("print", "follow-up")
    yield "lock-print", context.window
    assert printing is not None
    context.window.go_to("plan")
    locked = context.window.page("locked")
    assert isinstance(locked, LockedPage)
    locked.gate.pin_typed.emit("1111")
    look(context)
    yield "lock-wrong", context.window
    locked.gate.pin_typed.emit(PIN)
    look(context)
    context.go_to("desk")
    yield "lock-organizer", context.window
    context.go_to("print", "badges")
    context.database.write(remove_pin, old=PIN, station="Control", now=context.clock.now)
    look(context)


def look(context: ScreenContext) -> None:
    """The window hears of the PIN."""
    context.window.keeper.lock.look()
    for _ in range(200):
        if not context.background._orders:
            break
        QTest.qWait(20)
    context.settle()
