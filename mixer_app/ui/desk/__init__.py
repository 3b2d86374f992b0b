"""The desk: search, scan, check in, walk-in, undo."""

from mixer_app.ui.desk.page import DeskPage

__all__ = ["DeskPage"]
