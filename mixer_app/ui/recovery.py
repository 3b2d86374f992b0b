"""What is offered when the file of the database is damaged."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from mixer_app.domain.backups import Backup
from mixer_app.domain.errors import MixerError
from mixer_app.services.database import default_location, restore
from mixer_app.services.safekeeping import told_when
from mixer_app.services.soundness import damage_of, sound_backups
from mixer_app.ui.widgets import PRIMARY, restyle


def offer_backup(
    location: str | None, damage: str, *, now: datetime, parent: QWidget | None = None, otherwise: str = "Close"
) -> str:
    """Tell of the damage and offer the last good backup; what was put back, in a sentence, or nothing.

    A backup that turns out to be unsound itself is passed over for the one before it. Where another station was
    quicker nothing is put back a second time.
    """
    place = location or default_location()
    found = sound_backups(Path(place))
    if not found:
        QMessageBox.critical(parent, "Mentor Mixer", f"{damage}\n\nThere is no backup beside it.")
        return ""
    box = recovery_box(damage, found[0], now, parent, otherwise=otherwise)
    box.exec()
    accepted = box.clickedButton() is box.defaultButton()
    box.deleteLater()
    return _put_back(place, found, now, parent) if accepted else ""


def recovery_box(
    damage: str, newest: Backup, now: datetime, parent: QWidget | None = None, *, otherwise: str = "Close"
) -> QMessageBox:
    """The question: the default button puts the backup back."""
    when = told_when(newest, now)
    box = QMessageBox(QMessageBox.Icon.Warning, "Mentor Mixer", "<b>The database is damaged</b>", parent=parent)
    box.setInformativeText(
        f"{damage}\n\nThe last backup is of {when}. What was done after it is lost, unless it stands on paper; "
        "the damaged file is kept beside it."
    )
    put_back = box.addButton(f"Go back to {when}", QMessageBox.ButtonRole.AcceptRole)
    restyle(put_back, kind=PRIMARY)
    box.addButton(otherwise, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(put_back)
    return box


def _put_back(location: str, found: list[Backup], now: datetime, parent: QWidget | None) -> str:
    if not damage_of(Path(location), thorough=True):
        return "Another window has put a backup back already."
    refusal = ""
    for backup in found:
        try:
            restore(location, backup.path)
        except MixerError as unsound:
            refusal = str(unsound)
        else:
            return f"Everything is as it was at {told_when(backup, now)}. The damaged file is kept beside it."
    QMessageBox.critical(parent, "Mentor Mixer", refusal)
    return ""
