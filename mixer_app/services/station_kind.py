"""What kind of station an address of a shared database is for."""

from mixer_app.store import Session
from mixer_app.store.rights import reads_answers


def is_for_kiosk(session: Session) -> bool:
    """Whether whoever is connected may do no more than a kiosk, so that the pages of the window are not for them."""
    return not reads_answers(session)
