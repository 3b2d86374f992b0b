"""The kiosk: a window of its own in which people check themselves in."""

from mixer_app.ui.kiosk.window import KioskWindow

__all__ = ["KioskWindow"]
