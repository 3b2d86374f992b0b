"""Which keys do what now: the key in the colour of text, its deed muted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mixer_app.ui.widgets import label
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.laid_out_once import laid_out_once


class KeyHints(FlowRow):
    """A line such as `Enter check in   F2 walk-in`; its labels stay while their words change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self._keys: Sequence[tuple[str, str]] = ()
        self._pairs: list[tuple[QWidget, QLabel, QLabel]] = []

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys and what they do."""
        if keys == self._keys:
            return
        self._keys = keys
        with laid_out_once(self):
            while len(self._pairs) < len(keys):
                self._add_pair()
            for at, (pair, key_label, deed_label) in enumerate(self._pairs):
                pair.setVisible(at < len(keys))
                if at < len(keys):
                    key_label.setText(keys[at][0])
                    deed_label.setText(keys[at][1])

    def _add_pair(self) -> None:
        pair, key_label, deed_label = QWidget(), label("", "caption"), label("", "muted_caption")
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(key_label)
        row.addWidget(deed_label)
        self._pairs.append((pair, key_label, deed_label))
        pairs = [one for one, _, _ in self._pairs]
        self.show_widgets(pairs, keep=pairs)
