"""The room at a glance: a tile for each table, or in a large room for each where something is missing."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mixer_app.domain.room import Room, TableNow, TableState
from mixer_app.ui import theme
from mixer_app.ui.live.table_tile import TableTile
from mixer_app.ui.live.words import rest_words
from mixer_app.ui.widgets import label

A_LINE: Final = 24
MOST: Final = 72
_GAP: Final = 8
_LACKING: Final = (TableState.NO_MENTOR, TableState.LACKING)
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RoomView(QWidget):
    """Tells which table was chosen (`None`: the choice was taken back). Arrow keys go from tile to tile."""

    table_chosen = Signal(object)  # number or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room_view")
        self.setAccessibleName("Tables")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tiles: list[TableTile] = []
        self.rest_label = label("", "muted")
        self.rest_label.setParent(self)
        self._tables: tuple[TableNow, ...] = ()
        self._narrow = False
        self._chosen: int | None = None
        self._height = 0

    @property
    def chosen(self) -> int | None:
        """The number of the chosen table."""
        return self._chosen

    def fit(self, *, narrow: bool) -> None:
        """Where room is short there is one line, of tables with something missing."""
        self._narrow = narrow
        self._fill()

    def show_room(self, room: Room) -> None:
        """Show the tables of this room."""
        self._tables = room.tables
        if self._chosen not in {table.number for table in room.tables}:
            self._chosen = None
        self._fill()

    def choose(self, number: int | None) -> None:
        """Choose a table, or none, and tell."""
        if number == self._chosen:
            return
        self._chosen = number
        self._fill()
        self.table_chosen.emit(number)

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fill)  # once every tile has its new style

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((place for place, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if focused is None or modified or event.key() not in {*_STEPS, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
            return
        step = _STEPS.get(Qt.Key(event.key())) or (-1 if event.key() == Qt.Key.Key_Up else 1) * self._columns()
        if 0 <= focused + step < len(self.tiles):
            self.tiles[focused + step].setFocus(Qt.FocusReason.OtherFocusReason)
            self._let_tab_come_to(focused + step)

    # what is shown

    def _fill(self) -> None:
        shown, rest = self._choice()
        while len(self.tiles) > len(shown):
            tile = self.tiles.pop()
            tile.hide()
            tile.deleteLater()
        for place, table in enumerate(shown):
            if place == len(self.tiles):
                tile = TableTile(table, self)
                tile.clicked.connect(self._take_click)
                self.tiles.append(tile)
            self.tiles[place].show_table(table)
            self.tiles[place].setChecked(table.number == self._chosen)
            self.tiles[place].show()
        self.rest_label.setText(rest)
        self._let_tab_come_to(next((place for place, tile in enumerate(self.tiles) if tile.hasFocus()), None))
        self._arrange()

    def _choice(self) -> tuple[list[TableNow], str]:
        """The tables that are shown, and what is said of the others."""
        if len(self._tables) <= MOST and not self._narrow:
            return list(self._tables), ""
        lacking = [table for table in self._tables if table.state in _LACKING]
        lacking.sort(key=lambda table: table.state is not TableState.NO_MENTOR)  # these first, should room be short
        chosen = [table for table in self._tables if table.number == self._chosen and table not in lacking]
        room = self._columns(lines=1 if self._narrow else MOST // A_LINE) - len(chosen)
        shown = sorted([*lacking[: max(room, 0)], *chosen], key=lambda table: table.number)
        others = [table for table in self._tables if table.state not in _LACKING and table not in chosen]
        words = [rest_words(others)] if others else []
        if len(lacking) > room:
            words.insert(0, f"{len(lacking) - room:,} more with someone missing")
        if not shown and words:
            return [], f"{len(self._tables):,} tables: nobody is missing"
        return shown, ", ".join(words)

    def _columns(self, lines: int = 0) -> int:
        """How many tiles stand beside each other; with `lines`, how many in so many lines beside the words."""
        look = theme.current()
        widest = max((tile.sizeHint().width() for tile in self.tiles), default=look.px(41))
        if not lines:
            most = len(self.tiles) if self._narrow else A_LINE
            return max(min((self.width() + _GAP) // (look.px(32) + _GAP), most), 1)
        words = look.px(260) if self._narrow else 0
        return max((self.width() - words) // (widest + _GAP), 1) * lines

    def _arrange(self) -> None:
        look = theme.current()
        columns = self._columns()
        full = (self.width() + _GAP) / (A_LINE if not self._narrow else max(columns, 1)) - _GAP
        widest = max((tile.sizeHint().width() for tile in self.tiles), default=0)
        width = min(full, widest) if self._narrow or len(self._tables) > MOST else full
        if not self._narrow and width < look.px(32):  # text is large: fewer in a line
            width = (self.width() + _GAP) / columns - _GAP
        height = look.px(56)
        for place, tile in enumerate(self.tiles):
            left = (place % columns) * (width + _GAP)
            right = left + width
            top = (place // columns) * (height + _GAP)
            tile.setGeometry(QRect(round(left), top, round(right) - round(left), height))
        lines = -(-len(self.tiles) // columns)
        self._place_words(lines, width, columns, height)

    def _place_words(self, lines: int, width: float, columns: int, height: int) -> None:
        has_words = bool(self.rest_label.text())
        self.rest_label.setVisible(has_words)
        total = lines * (height + _GAP) - _GAP if lines else 0
        if has_words:
            used = round(len(self.tiles) * (width + _GAP)) if lines <= 1 else self.width()
            beside = lines == 1 and self.width() - used >= self.rest_label.sizeHint().width()
            line = theme.current().line("body")
            top = (height - line) // 2 if beside else total + (_GAP if lines else 0)
            left = used if beside else 0
            self.rest_label.setGeometry(QRect(left + (_GAP if beside else 0), top, self.width() - left - _GAP, line))
            total = total if beside else top + line
        if total != self._height:
            self._height = total
            self.updateGeometry()

    def _let_tab_come_to(self, place: int | None) -> None:
        """Tab stops at one tile, arrows go on from there."""
        if place is None:
            place = next((at for at, tile in enumerate(self.tiles) if tile.table.number == self._chosen), 0)
        for at, tile in enumerate(self.tiles):
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus)

    def _take_click(self) -> None:
        tile = self.sender()
        if isinstance(tile, TableTile):
            self.choose(tile.table.number if tile.isChecked() else None)
