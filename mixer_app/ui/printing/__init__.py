"""The Print page: every document with its real pages, printed or saved."""

from mixer_app.ui.printing.page import PrintPage

__all__ = ["PrintPage"]
