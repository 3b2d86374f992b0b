"""How the window opens when the database is damaged."""

from collections.abc import Callable
from datetime import UTC, datetime

from mixer_app.domain.errors import DatabaseDamaged


def open_or_recover(opens: Callable[[], object], lets_go: Callable[[], object], location: str | None) -> bool:
    """Open; where damage is in the way, let go of the file, and open the last good backup if staff want it."""
    try:
        opens()
    except DatabaseDamaged as damage:
        from mixer_app.ui.recovery import offer_backup

        lets_go()
        if not offer_backup(location, str(damage), now=datetime.now(UTC)):
            return False
        opens()
    return True
