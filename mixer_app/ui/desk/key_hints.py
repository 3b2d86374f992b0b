"""Which keys do what now: the key in the colour of text, its deed muted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.ui.widgets import label


class KeyHints(QWidget):
    """A line such as `Enter check in   F2 walk-in`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Sequence[tuple[str, str]] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys and what they do."""
        if keys == self._keys:
            return
        self._keys = keys
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, (key, deed) in enumerate(keys):
            if at:
                self._row.addSpacing(12)
            self._row.addWidget(label(key, "caption"))
            self._row.addWidget(label(deed, "muted_caption"))
