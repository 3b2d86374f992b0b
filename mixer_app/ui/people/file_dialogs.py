"""The questions for files; each returns plain paths."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_import_files(parent: QWidget) -> Sequence[Path]:
    """Registration files to import; empty when nothing was chosen."""
    names, _ = QFileDialog.getOpenFileNames(
        parent, "Import registrations", "", "Registrations (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls);;All files (*)"
    )
    return [Path(name) for name in names]


def ask_export_file(parent: QWidget) -> Path | None:
    """Where the people go."""
    name, chosen = QFileDialog.getSaveFileName(parent, "Export people", "people.xlsx", "Excel (*.xlsx);;CSV (*.csv)")
    return _with_suffix(name, ".csv" if "csv" in chosen else ".xlsx") if name else None


def ask_badges_file(parent: QWidget) -> Path | None:
    """Where the badges go."""
    name, _ = QFileDialog.getSaveFileName(parent, "Save badges", "badges.pdf", "PDF (*.pdf)")
    return _with_suffix(name, ".pdf") if name else None


def _with_suffix(name: str, suffix: str) -> Path:
    path = Path(name)
    return path if path.suffix else path.with_suffix(suffix)
