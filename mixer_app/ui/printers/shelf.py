"""The printers of this computer, whatever system it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mixer_app.domain.printers import FOLDER_PRINTER, Printer, PrinterInfo
from mixer_app.ui.printers.cups_printer import CupsPrinter, cups_printers, spooler_address
from mixer_app.ui.printers.folder_printer import FolderPrinter


class PrinterShelf(Protocol):
    """Where printers are found; may wait for the system, so it is asked on a worker's thread only."""

    def printers(self) -> list[PrinterInfo]:
        """What can be chosen."""
        ...

    def open(self, name: str, title: str) -> Printer:
        """The printer of this name, whether it can be reached now or not."""
        ...


@dataclass(frozen=True, slots=True)
class SystemPrinters:
    """CUPS where there is one, else what Qt knows; and always a folder, for a station without a printer."""

    folder: Path
    address: Callable[[], str | None] = spooler_address

    def printers(self) -> list[PrinterInfo]:
        """The system's printers by title, then the folder."""
        folder = FolderPrinter(self.folder)
        address = self.address()
        if address is not None:
            found = cups_printers(address)
        else:
            from mixer_app.ui.printers.raster_printer import raster_printers

            found = raster_printers()
        return [*found, PrinterInfo(folder.name, folder.title)]

    def open(self, name: str, title: str) -> Printer:
        """A printer by the name that `printers` gave."""
        if name == FOLDER_PRINTER:
            return FolderPrinter(self.folder)
        address = self.address()
        if address is not None:
            return CupsPrinter(name, address, title)
        from mixer_app.ui.printers.raster_printer import RasterPrinter

        return RasterPrinter(name, title)
