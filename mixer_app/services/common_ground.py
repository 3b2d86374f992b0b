"""What two people have in common, as far as it may be printed: never a sensitive need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction

_MOST_REASONS: Final = 3  # what fits in two lines of a sheet


@dataclass(frozen=True, slots=True)
class CommonGround:
    """The needs and topics that a mentee brings and a mentor offers, in the mentee's order of choice."""

    needs: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Needs and topics, each once."""
        return tuple(dict.fromkeys((*self.needs, *self.topics)))


def common_ground(event: Event, mentee: Attendee, mentor: Attendee) -> CommonGround:
    """What `mentee` asks for and `mentor` offers, without sensitive needs."""
    return CommonGround(
        tuple(name for name in _shared(mentee.needs_wanted, mentor.needs_offered) if not event.is_sensitive(name)),
        tuple(name for name in _shared(mentee.topics_wanted, mentor.topics_offered) if not event.is_sensitive(name)),
    )


def printable_reasons(event: Event, meeting: Introduction) -> tuple[str, ...]:
    """The weightiest evidence of a pair that anybody may read; what names a sensitive need is left out."""
    secret = [need.name.casefold() for need in event.needs if need.sensitive]
    told = {sentence for sentence in meeting.reasons if not any(name in sentence.casefold() for name in secret)}
    weighty = sorted(meeting.evidence, key=lambda piece: -piece.weight * (piece.part or 0.0))[:_MOST_REASONS]
    return tuple(piece.sentence for piece in weighty if piece.sentence in told)


def _shared(wanted: Sequence[str], offered: Sequence[str]) -> list[str]:
    known = {name.casefold() for name in offered}
    return [name for name in wanted if name.casefold() in known]
