"""The projector: a window for the whole room."""
