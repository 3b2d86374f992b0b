"""Mentor Mixer: run a mentor-mentee mixer from registration to follow-up."""

__version__ = "0.1.0"
