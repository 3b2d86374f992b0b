"""What is offered when the database cannot be opened because its file is damaged."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from mixer_app.domain.backups import Backup
from mixer_app.domain.errors import MixerError
from mixer_app.services.database import default_location, restore
from mixer_app.services.safekeeping import list_backups, told_when
from mixer_app.ui.widgets import PRIMARY, restyle


def offer_backup(location: str | None, damage: str, *, now: datetime, parent: QWidget | None = None) -> bool:
    """Tell of the damage and offer the last good backup; whether it was put back.

    A backup that turns out to be unsound itself is passed over for the one before it.
    """
    place = location or default_location()
    found = list_backups(Path(place))
    if not found:
        QMessageBox.critical(parent, "Mentor Mixer", f"{damage}\n\nThere is no backup beside it.")
        return False
    box = recovery_box(damage, found[0], now, parent)
    box.exec()
    accepted = box.clickedButton() is box.defaultButton()
    box.deleteLater()
    return accepted and _put_back(place, found, parent)


def recovery_box(damage: str, newest: Backup, now: datetime, parent: QWidget | None = None) -> QMessageBox:
    """The question: the default button puts the backup back."""
    when = told_when(newest, now)
    box = QMessageBox(QMessageBox.Icon.Warning, "Mentor Mixer", "<b>The database is damaged</b>", parent=parent)
    box.setInformativeText(
        f"{damage}\n\nThe last backup is of {when}. What was done after it is lost, unless it stands on paper; "
        "the damaged file is kept beside it."
    )
    put_back = box.addButton(f"Go back to {when}", QMessageBox.ButtonRole.AcceptRole)
    restyle(put_back, kind=PRIMARY)
    box.addButton("Close", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(put_back)
    return box


def _put_back(location: str, found: list[Backup], parent: QWidget | None) -> bool:
    refusal = ""
    for backup in found:
        try:
            restore(location, backup.path)
        except MixerError as unsound:
            refusal = str(unsound)
        else:
            return True
    QMessageBox.critical(parent, "Mentor Mixer", refusal)
    return False
