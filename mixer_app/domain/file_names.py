"""A file name out of the name of an event, a person or a stock, whatever somebody called it."""

from typing import Final

from mixer_app.domain.unseen import without_unseen

LONGEST: Final = 80
"""Letters of a title in a name: with what stands around it no file system finds it too long."""

_BYTES: Final = 200  # of the 255 that most systems allow for a name
_NOT_IN_NAMES: Final = str.maketrans('<>:"/\\|?*\t\n\r', " " * 12)
_RESERVED: Final = frozenset(
    (
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"),
    )
)


def file_title(title: str, *, otherwise: str = "Untitled") -> str:
    """The title as it may stand in the name of a file on any system: no folder, no device, no end that gets lost."""
    words = " ".join(without_unseen(title).translate(_NOT_IN_NAMES).split())
    short = words[:LONGEST].encode()[:_BYTES].decode(errors="ignore").strip(". ")
    if short.partition(".")[0].rstrip().casefold() in _RESERVED:
        short = f"{short} -"
    return short or otherwise
