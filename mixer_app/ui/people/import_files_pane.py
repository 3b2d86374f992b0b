"""The left part of the import sheet: the files, and how the chosen one is read."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mixer_app.domain.imports import FilePreview, ImportPreview
from mixer_app.domain.roles import Role
from mixer_app.ui.people.choice_button import ChoiceButton
from mixer_app.ui.people.import_words import ROLE_OF_ALL, file_words
from mixer_app.ui.widgets import Button, ElidedLabel, IconButton, IconLabel, label, line, restyle

ENCODINGS: Final = (("UTF-8", "utf-8"), ("Windows (Western)", "cp1252"), ("UTF-16", "utf-16"), ("Latin-1", "latin-1"))
DELIMITERS: Final = (("Comma", ","), ("Semicolon", ";"), ("Tab", "\t"), ("Bar", "|"))
_ICONS: Final = {".csv": "file-csv", ".xlsx": "file-xls", ".xls": "file-xls", ".xlsm": "file-xls"}


class FileCard(QPushButton):
    """One file: its name and what is known of it; a click shows its columns."""

    removed = Signal()

    def __init__(self, path: Path, name: str, words: str, *, bad: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # long sentences take more lines
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{name}: {words}")
        self._words = label(words, "caption" if bad else "muted_caption", tone="bad" if bad else "", wrap=True)
        self.remove_button = IconButton("x", f"Leave out {name}", size=14, small=True)
        self.remove_button.clicked.connect(self.removed)
        icon = ("warning-circle", "bad") if bad else (_ICONS.get(path.suffix.lower(), "file-text"), "text_muted")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(name, "body_strong"))
        texts.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 8, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel(*icon, size=24), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()


class ImportFilesPane(QFrame):
    """Files above, a place to drop more, and below how the chosen file is read."""

    table_chosen = Signal(int)  # position in the preview's files
    file_removed = Signal(Path)
    browse_asked = Signal()
    role_chosen = Signal(Path, object)  # Role or None
    read_chosen = Signal(Path, str, object)  # path, "encoding" | "delimiter" | "header_row", value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: FilePreview | None = None
        self.cards: list[FileCard] = []
        self._build()

    def _build(self) -> None:
        self.setObjectName("import_files")
        self.setProperty("look", "side")
        self.setAccessibleName("Files")
        self._files = QVBoxLayout()
        self._files.setSpacing(16)
        self.drop_button = Button("Drop more files, or browse", icon_name="upload-simple")
        self.drop_button.setObjectName("browse_button")
        self.drop_button.setProperty("look", "drop")
        self.drop_button.clicked.connect(self.browse_asked)
        self.role_button = _menu_button("role_of_file_button", "Everyone in it is")
        self.letters_button = _menu_button("letters_button", "Letters")
        self.separator_button = _menu_button("separator_button", "Separator")
        self.titles_button = _menu_button("titles_button", "Titles are in")
        self._how = self._build_how()
        self._between = line()
        files = QVBoxLayout()
        files.setSpacing(16)
        files.addLayout(self._files)
        files.addWidget(self.drop_button)
        files.addStretch(1)
        how = QVBoxLayout()
        how.setSpacing(16)
        how.addWidget(self._how)
        how.addStretch(1)
        how.addWidget(
            label("Every answer that no field fits is kept, under its own question.", "muted_caption", wrap=True)
        )
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(24, 24, 24, 24)
        self._parts.setSpacing(24)
        self._parts.addLayout(files)
        self._parts.addWidget(self._between)
        self._parts.addLayout(how, 1)

    def _build_how(self) -> QWidget:
        """How the chosen file is read, to be changed."""
        how = QWidget()
        grid = QGridLayout(how)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(label("How this file is read", "body_strong"), 0, 0, 1, 2)
        for row, button in enumerate(
            (self.role_button, self.letters_button, self.separator_button, self.titles_button), start=1
        ):
            grid.addWidget(label(button.accessibleDescription(), "muted_caption"), row, 0)
            grid.addWidget(button, row, 1)
        grid.addWidget(label("Same person if", "muted_caption"), 5, 0)
        same = ElidedLabel("Number, email or name", "body")
        same.setContentsMargins(8, 6, 0, 6)
        grid.addWidget(same, 5, 1)
        grid.setColumnStretch(1, 1)
        return how

    def set_beside(self, *, beside: bool) -> None:
        """Put how a file is read beside the files, not below them."""
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._parts.setStretch(0, 1 if beside else 0)
        self._between.setVisible(not beside)

    def show_preview(self, preview: ImportPreview, chosen: int) -> None:
        """Show the files and how the chosen one is read."""
        while (item := self._files.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = [self._card(position, file) for position, file in enumerate(preview.files)]
        for position, card in enumerate(self.cards):
            card.setChecked(position == chosen)
        self.cards += [self._bad_card(path, sentence) for path, sentence in preview.unreadable]
        for card in self.cards:
            self._files.addWidget(card)
        self._shown = preview.files[chosen] if 0 <= chosen < len(preview.files) else None
        self._how.setVisible(self._shown is not None)
        if self._shown is not None:
            self._show_how(self._shown)

    def _card(self, position: int, file: FilePreview) -> FileCard:
        card = FileCard(file.path, file.name, file_words(file))
        card.clicked.connect(partial(self.table_chosen.emit, position))
        card.removed.connect(partial(self.file_removed.emit, file.path))
        return card

    def _bad_card(self, path: Path, sentence: str) -> FileCard:
        card = FileCard(path, path.name, sentence, bad=True)
        card.setCheckable(False)
        card.removed.connect(partial(self.file_removed.emit, path))
        return card

    def _show_how(self, file: FilePreview) -> None:
        self._fill(
            self.role_button,
            "Please choose" if file.asks_role and file.role is None else ROLE_OF_ALL[file.role],
            [
                *((ROLE_OF_ALL[role], partial(self.role_chosen.emit, file.path, role)) for role in Role),
                (ROLE_OF_ALL[None], partial(self.role_chosen.emit, file.path, None)),
            ],
        )
        self.role_button.set_role(file.role)
        restyle(self.role_button, tone="warn" if file.asks_role and file.role is None else "")
        is_text = bool(file.delimiter)
        self._fill(
            self.letters_button,
            f"{file.encoding}, found" if is_text else file.encoding,
            [(words, self._reading(file.path, "encoding", value)) for words, value in ENCODINGS] if is_text else [],
        )
        self._fill(
            self.separator_button,
            f"{file.delimiter.capitalize()}, found" if is_text else "Cells",
            [(words, self._reading(file.path, "delimiter", value)) for words, value in DELIMITERS] if is_text else [],
        )
        self._fill(
            self.titles_button,
            f"Row {file.header_row}",
            [(f"Row {row}", self._reading(file.path, "header_row", row)) for row in range(1, 11)],
        )

    def _reading(self, path: Path, what: str, value: object) -> "partial[None]":
        return partial(self.read_chosen.emit, path, what, value)

    def _fill(self, button: ChoiceButton, words: str, choices: Sequence[tuple[str, "partial[None]"]]) -> None:
        button.setText(words)
        button.setAccessibleName(f"{button.accessibleDescription()}: {words}")
        button.setEnabled(bool(choices))
        menu = button.menu()
        menu.clear()
        for title, act in choices:
            menu.addAction(title, act)


def _menu_button(name: str, title: str) -> ChoiceButton:
    button = ChoiceButton()
    button.setObjectName(name)
    button.setAccessibleDescription(title)
    button.setMenu(QMenu(button))
    return button
