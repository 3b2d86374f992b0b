"""The head of a page: title and caption at the left, actions at the right."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.ui.theme import current
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.labels import ElidedLabel, label
from mixer_app.ui.widgets.menus import menu


class PageHead(QWidget):
    """72 high; `title_look` is `display` on the Overview alone.

    Actions fold from the left into a "More" menu where the width does not do; the last one stays.
    """

    def __init__(
        self, title: str, caption: str = "", *, title_look: str = "title", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions: list[QWidget] = []
        self._switch: QWidget | None = None
        self._folded: set[QWidget] = set()
        self.title_label = ElidedLabel(title, title_look)
        self.caption_label = ElidedLabel(caption, "muted_caption")
        self.more_button = Button("More", icon_after="caret-down")
        self._menu = menu(self.more_button)
        self.more_button.setMenu(self._menu)
        self.more_button.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title_label)
        words.addWidget(self.caption_label)
        words.addStretch(1)
        self._right = QHBoxLayout()
        self._right.setSpacing(8)
        self._right.addWidget(self.more_button)
        row = QHBoxLayout(self)
        margin = current().space.page_margin
        row.setContentsMargins(margin, 0, margin, 0)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # so that it can shrink until actions fold
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addLayout(self._right)
        self._row = row
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title_look = title_look
        self._fit()

    def set_words(self, title: str, caption: str = "") -> None:
        """Show another title and caption."""
        self.title_label.setText(title)
        self.caption_label.setText(caption)

    def set_switch(self, switch: QWidget) -> None:
        """Put a switch between the views of the page behind the title."""
        self._switch = switch
        self._row.insertWidget(1, switch)
        self._row.insertStretch(2, 1) if self._row.count() == 3 else None
        self._row.setStretch(0, 0)

    def add_action(self, widget: QWidget) -> None:
        """Put an action (or a note) at the right end."""
        self._right.addWidget(widget)
        self._actions.append(widget)

    def show_action(self, widget: QWidget, *, on: bool) -> None:
        """Show or hide an action, also one that is folded away now."""
        self._folded.discard(widget)
        widget.setVisible(on)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        last = self._actions[-1].sizeHint().width() if self._actions else 0
        return QSize(last + 240, self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # words or the size of the text have changed
            self._fold()
        return handled

    def _fit(self) -> None:
        self.setMinimumHeight(current().px(72 if self._title_look == "title" else 88))

    def _fold(self) -> None:
        words = max(
            min(self.title_label.sizeHint().width(), 240),
            self.title_label.minimumSizeHint().width(),
            self.caption_label.minimumSizeHint().width(),
        )
        switch = self._switch
        taken = switch.sizeHint().width() + 16 if switch is not None and switch.parentWidget() is self else 0
        room = self.width() - 2 * current().space.page_margin - 2 * 16 - words - taken
        widths = [self._width_of(widget) for widget in self._actions]
        more = self.more_button.sizeHint().width() + 8
        first = 0
        while first < len(widths) - 1 and sum(widths[first:]) + (more if first else 0) > room:
            first += 1
        self._menu.clear()
        for position, widget in enumerate(self._actions):
            if position < first:
                self._fold_away(widget)
            elif widget in self._folded:
                self._folded.discard(widget)
                widget.show()
        self.more_button.setVisible(not self._menu.isEmpty())

    def _width_of(self, widget: QWidget) -> int:
        gone = widget.isHidden() and widget not in self._folded
        return 0 if gone else widget.sizeHint().width() + 8

    def _fold_away(self, widget: QWidget) -> None:
        if widget.isHidden() and widget not in self._folded:
            return
        self._folded.add(widget)
        widget.hide()
        if isinstance(widget, QPushButton):
            # Made here: one that Qt makes can come to Python as what stood at its place in memory before.
            action = QAction(widget.text(), self._menu, enabled=widget.isEnabled())
            action.triggered.connect(widget.click)
            self._menu.addAction(action)


def head_note(text: str) -> QWidget:
    """A quiet note for the head, such as the time until the first round."""
    return label(text, "muted")
