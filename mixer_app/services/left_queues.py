"""What was done at the door for shared databases that are not open now: told, and handed over once they answer."""

from collections.abc import Callable
from datetime import datetime

from mixer_app.domain.errors import MixerError
from mixer_app.services.connections import SharedConnection, is_same_place, remembered_connections
from mixer_app.services.stand_in import count_waiting, leave_database
from mixer_app.services.words import counted


def other_connections(location: str) -> list[SharedConnection]:
    """The shared databases that this laptop remembers, but for the one that is open at `location`."""
    return [one for one in remembered_connections() if not is_same_place(one.location, location)]


def told_waiting(connection: SharedConnection) -> str:
    """That something waits on this laptop for a database, in a sentence; empty: nothing does."""
    waiting = count_waiting(connection.location)
    if not waiting:
        return ""
    verb = "waits" if waiting == 1 else "wait"
    return f"{_acts(waiting)} {verb} here: open it to hand {'it' if waiting == 1 else 'them'} over."


def hand_over_elsewhere(location: str, clock: Callable[[], datetime]) -> list[str]:
    """Hand over what waits for databases other than the one at `location`; a sentence for each that has taken it.

    One that does not answer, or lets this laptop in no more, is asked again the next time.
    """
    told: list[str] = []
    for one in other_connections(location):
        waiting = count_waiting(one.location)
        if waiting and _is_left(one, clock):
            verb = "was" if waiting == 1 else "were"
            told.append(f"{_acts(waiting)} {verb} handed over to {one.database} at {one.host}.")
    return told


def _is_left(connection: SharedConnection, clock: Callable[[], datetime]) -> bool:
    try:
        return not leave_database(connection.address, clock, plain_allowed=connection.plain_allowed)
    except MixerError:
        return False


def _acts(number: int) -> str:
    return counted(number, "act at the door", "acts at the door")
