"""Walk-ins that were begun and not added yet: kept while somebody else is typed in, and one click away."""

from typing import Final

from PySide6.QtCore import Signal

from mixer_app.domain.people import Registration
from mixer_app.ui.widgets import LINK, Button

_LONGEST_GIVEN: Final = 14


class KeptWalkIns(Button):
    """Brings back whoever was begun first; nothing is shown while nobody is kept."""

    asked_back = Signal(object)  # Registration

    def __init__(self) -> None:
        super().__init__("", kind=LINK, icon_name="arrow-u-up-left", small=True)
        self.setObjectName("walk_in_kept_button")
        self._kept: list[Registration] = []
        self.clicked.connect(self._ask_back)
        self.hide()

    def keep(self, begun: Registration) -> None:
        """Keep what is typed in of someone."""
        self._kept.append(begun)
        self._tell()

    def take(self, name: str) -> Registration | None:
        """What is kept of someone with this name, who is kept no longer; None: nobody of this name is."""
        begun = next((one for one in self._kept if one.name.full.casefold() == name.casefold()), None)
        if begun is not None:
            self._kept.remove(begun)
            self._tell()
        return begun

    def forget(self) -> None:
        """Keep nobody."""
        self._kept.clear()
        self._tell()

    def _ask_back(self) -> None:
        begun = self._kept.pop(0)
        self.asked_back.emit(begun)
        self._tell()

    def _tell(self) -> None:
        if self._kept:
            name = self._kept[0].name
            given = name.given or name.full
            self.setText(f"Back to {given}" if given and len(given) <= _LONGEST_GIVEN else "Back to the one before")
            self.setToolTip(f"{name.full}, not added yet" if name.full else "Not added yet")
        self.setVisible(bool(self._kept))
