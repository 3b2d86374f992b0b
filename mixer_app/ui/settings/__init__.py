"""The Settings page: the event itself, badges, kiosk, staff PIN, and this station."""

from mixer_app.ui.settings.page import SettingsPage

__all__ = ["SettingsPage"]
