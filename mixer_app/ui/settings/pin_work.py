"""Sets, changes and removes the PINs of staff for the Settings page."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from mixer_app.domain.progress import Progress
from mixer_app.domain.staff_roles import StaffAct, StaffRole
from mixer_app.services import staff_pin
from mixer_app.services.staff_pin import PinAnswer
from mixer_app.ui.page import Page
from mixer_app.ui.settings.pin_card import PinCard

_SET: Final = {
    StaffRole.ORGANIZER: "The organizer’s PIN is set. This window is unlocked: Ctrl L locks it.",
    StaffRole.HELPER: "The helpers’ PIN is set.",
}
_REMOVED: Final = {
    StaffRole.ORGANIZER: "The PINs are removed: every window is open to everybody.",
    StaffRole.HELPER: "The helpers’ PIN is removed: only the organizer’s leaves a kiosk.",
}


class PinWork(QObject):
    """Counts a wrong old PIN before anything is changed; whoever sets a PIN here is at the window."""

    def __init__(self, page: Page, card: PinCard) -> None:
        super().__init__(page)
        self._page, self._card = page, card
        card.pin_wanted.connect(self._set)
        card.removal_wanted.connect(self._remove)

    def _set(self, role: StaffRole, old: str, new: str) -> None:
        self._run(partial(self._write_new, role, old, new), old, _SET[role], role)

    def _remove(self, role: StaffRole, old: str) -> None:
        self._run(partial(self._write_none, role, old), old, _REMOVED[role], role)

    def _run(self, write: Callable[[], None], old: str, told: str, role: StaffRole) -> None:
        page, now = self._page, self._page.clock()
        if not page.access.ask(StaffAct.SET_PIN):
            return

        def work(_progress: Progress) -> PinAnswer:
            if old:
                answer = page.database.write(
                    staff_pin.check_pin, old, station=page.station, now=now, need=StaffRole.ORGANIZER
                )
                if not answer.ok:
                    return answer
            write()
            return PinAnswer(ok=True)

        page.access.expects_pin = role is StaffRole.ORGANIZER
        page.background.run(work, on_done=partial(self._answered, told), on_failed=self._refused)

    def _write_new(self, role: StaffRole, old: str, new: str) -> None:
        page, now = self._page, self._page.clock()
        page.database.write(staff_pin.set_pin, new, old=old or None, station=page.station, now=now, role=role)

    def _write_none(self, role: StaffRole, old: str) -> None:
        page = self._page
        page.database.write(staff_pin.remove_pin, old=old, role=role, station=page.station, now=page.clock())

    def _answered(self, told: str, answer: PinAnswer) -> None:
        if answer.ok:
            self._card.show_done()
            self._page.said.emit(told, None)
            self._page.changed.emit()
            self._page.refresh()
        elif answer.wait_seconds:
            self._refused(f"The old PIN was wrong too often. Try again in {answer.wait_seconds} s.")
        elif answer.role is StaffRole.HELPER:
            self._refused("That is the helpers’ PIN. Type the organizer’s.")
        else:
            self._refused("The old PIN is wrong. Type it again.")

    def _refused(self, sentence: str) -> None:
        self._page.access.expects_pin = False
        self._card.show_problem(sentence)
