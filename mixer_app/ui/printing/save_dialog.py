"""Where a PDF is to be saved."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

FileChooser: TypeAlias = Callable[[QWidget, str], Path | None]
"""Asks a person for a file, given the window and a likely name; None: they do not want to save."""


def ask_for_file(parent: QWidget, name: str) -> Path | None:
    """The system's own dialogue."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save the PDF", str(Path(folder) / name), "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
