"""What staff choose for an event beyond its planning: badges at the door, and how the kiosk asks and answers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep

KIOSK_LANGUAGES: Final = ("en", "es", "fr", "de", "pt", "it", "ar", "zh", "ja", "hi")
"""Every language that the kiosk speaks, by its ISO 639-1 code."""


class BadgeRule(StrEnum):
    """Whether a check-in prints a badge; ONCE: only for someone who has none yet."""

    NEVER = "never"
    ONCE = "once"
    ALWAYS = "always"


class SecondFact(StrEnum):
    """What the kiosk asks of someone who typed a name; nobody who only knows the name should know it.

    Phone digits are the safer choice: many e-mail addresses begin as the name does. The employer
    is asked only of people who gave neither.
    """

    PHONE_DIGITS = "phone digits"  # the last four
    EMAIL_START = "e-mail start"  # the first three letters or digits
    EMPLOYER_START = "employer start"  # the first three letters or digits


class BadgePlace(StrEnum):
    """Where the printer stands, as seen by someone in front of the kiosk."""

    LEFT = "left"
    RIGHT = "right"
    BELOW = "below"


class BackOfBadge(StrEnum):
    """What is on the back of a badge, where it has one."""

    ROUNDS = "rounds"  # of the person, once the plan is out
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSettings:
    """The settings of one event; when the doors open is a part of the event itself.

    What belongs to one laptop (its printer, its scanner) is kept on that laptop, not here.
    """

    badge_at_check_in: BadgeRule = BadgeRule.ONCE
    badge_stock: str = ""  # name of a stock; empty: the stock of the paper settings
    badge_design: str = "classic"
    badge_parts: tuple[BadgePart, ...] = tuple(BadgePart)  # that are shown, in their order
    badge_sizes: tuple[tuple[BadgeBlock, SizeStep], ...] = ()  # of what is not as designed
    badge_back: BackOfBadge = BackOfBadge.ROUNDS
    badge_back_text: str = ""
    accent: str = ""  # the event's own colour on paper and projector, such as "#0B6E69"; empty: ours
    logo: str = ""  # names the picture that is kept with the event; empty: none
    kiosk_languages: tuple[str, ...] = KIOSK_LANGUAGES
    kiosk_role_change: bool = True  # whether people may change their role themselves
    second_fact: SecondFact = SecondFact.EMAIL_START
    idle_seconds: int = 60  # without a touch, until the kiosk wipes itself
    desk_direction: str = ""  # such as "to your left"
    badge_place: BadgePlace = BadgePlace.RIGHT

    @property
    def badges(self) -> BadgeDesign:
        """How badges look."""
        return BadgeDesign(name=self.badge_design, parts=self.badge_parts, sizes=dict(self.badge_sizes))
