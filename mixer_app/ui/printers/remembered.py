"""Which printer a station prints on, remembered on its computer: one for badges, one for documents."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from mixer_app.domain.printers import PrinterInfo


@dataclass(frozen=True)
class RememberedPrinter:
    """One choice of a station; without settings nothing is remembered."""

    settings: QSettings | None
    station: str
    what: str = ""  # empty: badges

    def read(self) -> PrinterInfo | None:
        """The printer that was chosen last."""
        if self.settings is None:
            return None
        name = str(self.settings.value(self._key("name"), ""))
        return PrinterInfo(name, str(self.settings.value(self._key("title"), name))) if name else None

    def write(self, printer: PrinterInfo | None) -> None:
        """Remember this one from now on."""
        if self.settings is not None:
            self.settings.setValue(self._key("name"), printer.name if printer else "")
            self.settings.setValue(self._key("title"), printer.title if printer else "")

    def _key(self, part: str) -> str:
        return f"printer {self.station.replace('/', ' ')}/{f'{self.what} ' if self.what else ''}{part}"
