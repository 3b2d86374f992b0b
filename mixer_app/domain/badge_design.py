"""Which design badges have, what stands on them, in which order and how large."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final


class BadgePart(StrEnum):
    """What can be left out; name, role and code stand on every badge."""

    TITLE = "title"
    PRONOUNS = "pronouns"
    EMPLOYER = "employer"
    TOPICS = "topics"
    EVENT = "event"
    LOGO = "logo"
    QR = "qr"


class BadgeBlock(StrEnum):
    """What has a size of its own."""

    NAME = "name"
    JOB = "job"  # title, employer, pronouns
    TOPICS = "topics"
    EVENT = "event"
    LOGO = "logo"
    QR = "qr"


class SizeStep(StrEnum):
    """How large a block is drawn; where that leaves no room for the rest, it is drawn smaller."""

    SMALLER = "smaller"
    DESIGNED = "designed"
    LARGER = "larger"


MOVABLE: Final = (BadgePart.TITLE, BadgePart.PRONOUNS, BadgePart.EMPLOYER, BadgePart.TOPICS)
"""The lines below the name: their order can be chosen. The other parts have their place in each design."""

DESIGN_NAMES: Final = ("classic", "bold", "minimal")

_SMALLEST: Final = {
    ("", BadgeBlock.EVENT): "9 pt is the smallest that people can read.",
    ("bold", BadgeBlock.QR): "11.6 mm is the smallest that scanners can read.",
}


def smallest_reason(design: str, block: BadgeBlock) -> str:
    """Why a block cannot be smaller than designed; empty where it can."""
    return _SMALLEST.get(("", block)) or _SMALLEST.get((design, block), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeDesign:
    """A design with what staff chose in it."""

    name: str = "classic"
    parts: tuple[BadgePart, ...] = tuple(BadgePart)  # that are shown, in their order
    sizes: Mapping[BadgeBlock, SizeStep] = field(default_factory=dict[BadgeBlock, SizeStep])

    def shows(self, part: BadgePart) -> bool:
        """Whether a part stands on the badge."""
        return part in self.parts

    def size(self, block: BadgeBlock) -> SizeStep:
        """The size of a block; what the design cannot make smaller is as designed."""
        step = self.sizes.get(block, SizeStep.DESIGNED)
        if step is SizeStep.SMALLER and smallest_reason(self.name, block):
            return SizeStep.DESIGNED
        return step

    @property
    def lines(self) -> tuple[BadgePart, ...]:
        """The parts below the name, from top to foot."""
        return tuple(part for part in self.parts if part in MOVABLE)

    def without(self, *parts: BadgePart) -> "BadgeDesign":
        """The same with less on it."""
        return replace(self, parts=tuple(part for part in self.parts if part not in parts))

    @property
    def settings(self) -> dict[str, object]:
        """The same as the settings of an event name it."""
        kept = ((block, self.sizes.get(block, SizeStep.DESIGNED)) for block in BadgeBlock)
        return {
            "badge_design": self.name,
            "badge_parts": self.parts,
            "badge_sizes": tuple(pair for pair in kept if pair[1] is not SizeStep.DESIGNED),
        }
