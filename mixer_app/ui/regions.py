"""F6: from one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_to_next_region(regions: Sequence[QWidget], step: int = 1) -> None:
    """Put the focus on the first control of the region after (before) the one that has it.

    A region inside another comes after it.
    """
    shown = [region for region in regions if region.isVisible() and first_control(region) is not None]
    if not shown:
        return
    focused = QApplication.focusWidget()
    holding = [number for number, region in enumerate(shown) if _holds(region, focused)]
    here = holding[-1] if holding else -1 if step > 0 else 0
    target = first_control(shown[(here + step) % len(shown)])
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def first_control(region: QWidget) -> QWidget | None:
    """The first control that Tab reaches in a region, the region itself included; a checked one before others."""
    reachable = [widget for widget in (region, *region.findChildren(QWidget)) if takes_focus(widget)]
    checked = [widget for widget in reachable if getattr(widget, "isChecked", bool)()]
    return next(iter(checked or reachable), None)


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab stops at this widget now."""
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisible()
        and widget.focusProxy() is None
    )


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))
