"""The Live page: the evening in one glance, and what to do when it does not go as planned."""

from mixer_app.ui.live.page import LivePage

__all__ = ["LivePage"]
