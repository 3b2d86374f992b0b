"""The order of Tab is the order of reading, also for what was put in later."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QWidget,
)

_BY_CALL = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
_WHOLE = (QAbstractSpinBox, QComboBox, QAbstractItemView)
_BACKWARDS = {QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop}
_BY_TAB = {Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus}


def follow_layout(root: QWidget) -> None:
    """Put the controls in `root` into the order in which its layouts show them.

    Qt puts what is made later at the end of the window: rows that come and go would be reached last,
    wherever they stand. To be called when Tab is pressed: what is hidden takes no focus then, and is left where
    it is. Qt also asks for the next control when it hides the one with the focus; then all are put in order.
    """
    focused = QApplication.focusWidget()
    seen_only = focused is not None and focused.isVisible()
    found: list[QWidget] = []
    _put_in_order(root, found, seen_only=seen_only)
    controls = [widget for widget in found if widget.focusPolicy() in _BY_TAB]
    for before, after in pairwise(controls):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever holds a control until it can be seen; Qt itself does not where Tab comes from outside."""
    parent = widget.parentWidget()
    while parent is not None:
        inner = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and inner is not None and inner.isAncestorOf(widget):
            parent.ensureWidgetVisible(widget, 0, 40)
        parent = None if parent.isWindow() else parent.parentWidget()


def _put_in_order(widget: QWidget, found: list[QWidget], *, seen_only: bool) -> None:
    """The widget, then what is in it, as it is shown; with or without what is hidden."""
    found.append(widget)
    if isinstance(widget, _WHOLE):
        return
    placed = dict.fromkeys(_placed(widget))
    others = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    for child in (*placed, *(other for other in others if other not in placed)):
        hidden = child.isHidden() and child.testAttribute(_BY_CALL)  # what was just put in is about to be shown
        if not (hidden and seen_only):
            _put_in_order(child, found, seen_only=seen_only)


def _placed(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    if isinstance(widget, QScrollArea):
        if (inner := widget.widget()) is not None:
            found.append(inner)
    elif (layout := widget.layout()) is not None:
        _put_layout_in_order(layout, found)
    return found


def _put_layout_in_order(layout: QLayout, found: list[QWidget]) -> None:
    for item in _items(layout):
        if (inner := item.widget()) is not None:
            found.append(inner)
        elif (nested := item.layout()) is not None:
            _put_layout_in_order(nested, found)


def _items(layout: QLayout) -> list[QLayoutItem]:
    items = [item for number in range(layout.count()) if (item := layout.itemAt(number)) is not None]
    if isinstance(layout, QGridLayout):
        places = [layout.getItemPosition(number)[:2] for number in range(layout.count())]  # type: ignore[index]  # a tuple
        return [item for _, item in sorted(zip(places, items, strict=True), key=lambda one: one[0])]
    if isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARDS:
        return items[::-1]
    return items
