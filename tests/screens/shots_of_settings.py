"""Pictures of Settings."""

from collections.abc import Iterator
from pathlib import Path

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.domain.backups import Backup
from mixer_app.domain.errors import EventThereError
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services.safekeeping import list_backups
from mixer_app.ui.recovery import recovery_box
from mixer_app.ui.settings import SettingsPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """The event above, the kiosk and the PIN below; the ways back after a mishap."""
    page = context.go_to("settings")
    assert isinstance(page, SettingsPage)
    yield "settings", context.window
    page.show_target("projector_card")
    yield "settings-projector", context.window
    page.show_target("pin_card")
    yield "settings-below", context.window
    page.pin_card.show_known(frozenset(StaffRole))
    yield "settings-pins", context.window
    page.pin_card.show_known(frozenset())
    page.show_target("place_card")
    page.place_card.show_problem("The server did not answer.")
    yield "settings-place", context.window
    page.place_card.show_problem("")
    there = "120 people, 84 checked in, last change 14 May 2026, 18:42"
    here = "118 people, 0 checked in, last change 12 May 2026, 09:15"
    page.place_card._take_moved("evening.db", EventThereError("", there=there, here=here))
    context.settle()
    page.show_target("place_card")
    yield "settings-replace", context.window
    page.place_card.question.leave_button.click()
    page.place_card.shared_button.click()
    context.settle()
    assert page.place_card.connect_sheet is not None
    yield "settings-move", context.window
    page.place_card.connect_sheet.close_sheet()
    yield from _safety(context, page)
    page.show_target("forget_card")
    page.forget_card.forget_button.click()
    context.settle()
    assert page.forgetting.sheet is not None
    yield "settings-forget", context.window
    page.forgetting.sheet.close_sheet()


def _safety(context: ScreenContext, page: SettingsPage) -> Iterator[tuple[str, QWidget]]:
    """Backups and the question before one is put back, the report of a problem, and what a damaged file asks."""
    newest = _backed_up(context, page)
    page.show_target("backups_card")
    yield "settings-backups", context.window
    page.backups_card.rows[0].restore_button.click()
    yield "settings-restore", context.window
    page.backups_card.rows[0].keep_button.click()
    page.station_card.report_button.click()
    context.settle()
    assert page.problem_sheet is not None
    yield "settings-report", context.window
    page.problem_sheet.close_sheet()
    damage = f"{context.database.location} is damaged. The latest backup in Settings, Backups, puts it right."
    box = recovery_box(damage, newest, context.clock.now)
    box.show()
    yield "settings-recovery", box
    box.close()
    box.deleteLater()


def _backed_up(context: ScreenContext, page: SettingsPage) -> Backup:
    page.backups_card.now_button.click()
    context.settle()
    assert context.database.path is not None
    return list_backups(Path(context.database.path))[0]
