"""The sheet that connects to a shared database: where it is, and who connects."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from mixer_app.domain.errors import ConnectionLostError
from mixer_app.domain.progress import Progress
from mixer_app.services.connections import (
    PORT,
    SharedConnection,
    known_connection,
    read_connection,
    remember_connection,
    try_connection,
)
from mixer_app.services.stand_in import has_copy
from mixer_app.ui.background import Background
from mixer_app.ui.widgets import PRIMARY, Button, IconButton, NumberField, Sheet, label, line, restyle

_NOTE: Final = "On the server, “mixer-app setup-server” shows an address for each kind of station: paste it here."
_CONNECTS: Final = ("Connect to a shared database", "Connect")
_TRYING: Final = "Connecting …"


class ConnectSheet(Sheet):
    """`connected` carries the address without its password, once the server has answered and it is remembered.

    `moves`: an event is moved there, which only the organizer does.
    """

    connected = Signal(str)

    def __init__(
        self, window: QWidget, background: Background, known: SharedConnection | None = None, *, moves: bool = False
    ) -> None:
        self._title, self._does = ("Move to a shared database", "Move") if moves else _CONNECTS
        super().__init__(window, name=self._title, width=640, height=560)
        self._background, self._known = background, known
        self.for_everybody = not moves
        self._options: tuple[tuple[str, str], ...] = ()
        self._build()
        self._connect()
        if known is not None:
            self._fill(replace(known, password=""))

    def connection(self) -> SharedConnection:
        """What the fields say now; the password of before, where nothing else was typed for the same user."""
        said = SharedConnection(
            host=self.server_field.text().strip(),
            port=self.port_field.value(),
            database=self.database_field.text().strip(),
            user=self.user_field.text().strip(),
            password=self.password_field.text(),
            plain_allowed=self.plain_box.isChecked(),
            options=self._options,
        )
        if self._known is not None and not said.password and said.location == self._known.location:
            return replace(said, password=self._known.password)
        return said

    def show_problem(self, sentence: str) -> None:
        """Tell what is wrong, at the foot of the sheet."""
        self.note_label.setText(sentence)
        restyle(self.note_label, tone="bad")

    def _build(self) -> None:
        self.server_field = QLineEdit()
        self.server_field.setPlaceholderText("door-laptop.local, or the whole address")
        self.port_field = NumberField(PORT, least=1, most=65535)
        self.database_field = QLineEdit("mixer")
        self.user_field = QLineEdit()
        self.user_field.setPlaceholderText("mixer_desk" if self.for_everybody else "mixer_control")
        self.password_field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.plain_box = QCheckBox("Connect without encryption too: this network is ours alone")
        self.note_label = label(_NOTE, "muted_caption", wrap=True)
        self.cancel_button = Button("Cancel")
        self.connect_button = Button(self._does, kind=PRIMARY)
        self.close_button = IconButton("x", "Close", key="Esc")
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(line())
        column.addLayout(self._fields())
        column.addStretch(1)
        column.addWidget(line())
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self._title, "title"))
        words.addWidget(label("Several laptops work on one evening", "muted_caption"))
        row = QHBoxLayout()
        row.setContentsMargins(32, 14, 24, 14)
        row.addLayout(words, 1)
        row.addWidget(self.close_button)
        return row

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(32, 20, 32, 20)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        fields: tuple[tuple[str, QWidget, int, int, int], ...] = (
            ("Server", self.server_field, 0, 0, 3),
            ("Port", self.port_field, 0, 3, 1),
            ("Database", self.database_field, 3, 0, 4),
            ("User", self.user_field, 6, 0, 2),
            ("Password", self.password_field, 6, 2, 2),
        )
        for words, field, row, column, span in fields:
            grid.addWidget(_buddy(words, field), row, column, 1, span)
            grid.addWidget(field, row + 1, column, 1, span)
            grid.setRowMinimumHeight(row + 2, 12)
        grid.addWidget(self.plain_box, 9, 0, 1, 4)
        return grid

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(32, 16, 32, 16)
        row.setSpacing(8)
        row.addWidget(self.note_label, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.connect_button)
        return row

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_sheet)
        self.cancel_button.clicked.connect(self.close_sheet)
        self.connect_button.clicked.connect(self._try)
        self.server_field.textChanged.connect(self._take_address)
        for field in (self.server_field, self.database_field, self.user_field, self.password_field):
            field.returnPressed.connect(self._try)

    def _take_address(self, text: str) -> None:
        """A whole address that was pasted goes into the fields it belongs to."""
        words = text.strip().strip("'\"")
        pasted = read_connection(words) if "://" in words and "/" in words.partition("://")[2] else None
        if pasted is not None and pasted.host and pasted.database:
            self._fill(pasted)
            self._focus_on(self.connect_button if pasted.password else self.password_field)

    def _fill(self, connection: SharedConnection) -> None:
        self.server_field.setText(connection.host)
        self.port_field.setValue(connection.port)
        self.database_field.setText(connection.database)
        self.user_field.setText(connection.user)
        self.password_field.setText(connection.password)
        self.password_field.setPlaceholderText("As before" if self._known and self._known.password else "")
        self.plain_box.setChecked(connection.plain_allowed)
        self._options = connection.options

    def _try(self) -> None:
        connection = self.connection()
        self.connect_button.setEnabled(False)
        self.note_label.setText(_TRYING)
        restyle(self.note_label, tone="")
        self._background.run(
            partial(reach, connection),
            on_done=self._take,
            on_failed=self.show_problem,
            on_end=partial(self.connect_button.setEnabled, True),
        )

    def _take(self, location: str) -> None:
        self.close_sheet()
        self.connected.emit(location)

    def _focus_on(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def reach(connection: SharedConnection, progress: Progress) -> str:
    """Connect once, and remember it; the address without its password.

    Where the server does not answer, a copy of one of its events on this laptop will do: check-in goes on in it.
    """
    try:
        try_connection(connection)
    except ConnectionLostError:
        if not has_copy(connection.location):
            raise
        if known_connection(connection.location) is None:
            remember_connection(connection)
    else:
        remember_connection(connection)
    return connection.location


def _buddy(words: str, field: QWidget) -> QLabel:
    made = label(words, "muted_caption")
    made.setBuddy(field)
    field.setAccessibleName(words)
    return made
