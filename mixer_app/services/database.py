"""Open, copy, put back and check the database."""

from mixer_app.paths import user_data
from mixer_app.store import Database, Session
from mixer_app.store import open_database as _open

__all__ = ["Database", "Session", "open_database"]


def open_database(location: str | None) -> Database:
    """Open the database at a path or URL; None is the file in the user's own folder.

    The schema is made or migrated as needed, after a backup; a newer database is refused.
    """
    return _open(location or str(user_data() / "mentor-mixer.db"))
