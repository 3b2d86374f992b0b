"""How each printer is corrected, kept on this computer; and a printer that gets its pages corrected."""

import json
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from mixer_app.domain.correction import NO_CORRECTION, Correction
from mixer_app.domain.printers import Printer, PrinterStatus, Sending, SpoolAnswer
from mixer_app.domain.progress import Progress
from mixer_app.services.calibration import correct_document
from mixer_app.ui.printers.scratch import scratch_folder

_GROUP: Final = "corrections"
_NAMES: Final = ("right_mm", "down_mm", "across", "down")


class Corrections:
    """By the name of the printer; read once, so that any thread may ask."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings
        self._known: dict[str, Correction] = _read(settings) if settings is not None else {}

    def of(self, printer: str) -> Correction:
        """How this printer is corrected; one that nobody measured is not."""
        return self._known.get(printer, NO_CORRECTION)

    def names(self) -> list[str]:
        """The printers that are corrected."""
        return sorted(self._known)

    def keep(self, printer: str, correction: Correction) -> None:
        """Correct this printer like this from now on."""
        self._known.pop(printer, None)
        if correction.does_something:
            self._known[printer] = correction
        if self._settings is not None:
            kept = {name: [getattr(one, what) for what in _NAMES] for name, one in self._known.items()}
            self._settings.setValue(_GROUP, json.dumps(kept))


class CorrectedPrinter:
    """See `domain.printers.Printer`; a document is corrected before it is sent."""

    def __init__(self, printer: Printer, corrections: Corrections) -> None:
        self._printer, self._corrections = printer, corrections
        self.name, self.title = printer.name, printer.title

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        """Hand a corrected copy over; what measures the printer goes as it is."""
        correction = self._corrections.of(self.name)
        if sending.as_is or not correction.does_something:
            return self._printer.send(pdf, sending, progress)
        with scratch_folder("corrected") as folder:
            copy = folder / pdf.name
            correct_document(pdf, copy, correction)
            return self._printer.send(copy, sending, progress)

    def state(self, spool_id: str) -> SpoolAnswer:
        """What became of it."""
        return self._printer.state(spool_id)

    def status(self) -> PrinterStatus:
        """How the printer is now."""
        return self._printer.status()

    def cancel(self, spool_id: str) -> None:
        """Ask the spooler to forget a job."""
        self._printer.cancel(spool_id)


def _read(settings: QSettings) -> dict[str, Correction]:
    """What was kept; nothing of what cannot be read."""
    try:
        kept = json.loads(str(settings.value(_GROUP, "{}")))
        return {
            str(name): Correction(**{what: float(value) for what, value in zip(_NAMES, values, strict=True)})
            for name, values in kept.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}
