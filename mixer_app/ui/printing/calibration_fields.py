"""What is measured on a test page and what is done to a page: fields, and words."""

from typing import Final

from mixer_app.domain.correction import MOST_MOVED_MM, MOST_SCALED, Correction
from mixer_app.ui.widgets import DecimalField

MEASURED: Final = {
    "left": "Left edge of the paper to the first cross",
    "top": "Top edge of the paper to the first cross",
    "across": "First cross to the one at its right",
    "down": "First cross to the one below it",
}
DONE: Final = {
    "right_mm": ("Moved right", "Less than 0: to the left"),
    "down_mm": ("Moved down", "Less than 0: up"),
    "across": ("Width", ""),
    "down": ("Height", ""),
}
_MOST_MM: Final = 1200.0


def told(correction: Correction) -> str:
    """A correction in words."""
    moves = [
        f"{abs(length):.1f} mm {more if length > 0 else less}"
        for length, more, less in ((correction.right_mm, "right", "left"), (correction.down_mm, "down", "up"))
        if length
    ]
    scales = [
        f"{abs(share - 1):.1%} {more if share > 1 else less}"
        for share, more, less in (
            (correction.across, "wider", "narrower"),
            (correction.down, "higher", "lower"),
        )
        if share != 1
    ]
    parts = [f"Moved {' and '.join(moves)}"] if moves else []
    parts += [f"made {' and '.join(scales)}"] if scales else []
    sentence = ", ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else "Nothing: pages are printed as they are."


def measure_field(name: str) -> DecimalField:
    """A length on the test page."""
    field = DecimalField(0.0, most=_MOST_MM, step=0.1)
    field.setDecimals(1)
    field.setSuffix(" mm")
    field.setObjectName(f"measured_{name}_field")
    return field


def shift_field(name: str) -> DecimalField:
    """How far a page is moved."""
    field = DecimalField(0.0, step=0.1)
    field.setRange(-MOST_MOVED_MM, MOST_MOVED_MM)
    field.setDecimals(1)
    field.setSuffix(" mm")
    field.setObjectName(f"correction_{name}_field")
    return field


def share_field(name: str) -> DecimalField:
    """How large a page is drawn."""
    field = DecimalField(0.0, step=0.1)
    field.setRange(100 * (1 - MOST_SCALED), 100 * (1 + MOST_SCALED))
    field.setDecimals(1)
    field.setValue(100.0)
    field.setSuffix(" %")
    field.setObjectName(f"correction_{name}_field")
    return field
