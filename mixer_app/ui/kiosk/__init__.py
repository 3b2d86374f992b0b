"""The kiosk: a window of its own in which people check themselves in."""
