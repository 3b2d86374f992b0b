"""What has become of someone's badge, in an icon and words: at the person, not only at the printer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mixer_app.domain.people import Attendee
from mixer_app.domain.print_jobs import JobKind, JobState, PrintJob, PrintQueue


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeState:
    """`words` go on after a role: `badge failed`; `sentence` says what is wrong; `tone` is a colour's role."""

    icon: str
    words: str
    tone: str = "text_muted"
    sentence: str = ""
    since: datetime | None = None

    @property
    def whole(self) -> str:
        """All that is known, as sentences: that it failed, and why."""
        words = f"{self.words[:1].upper()}{self.words[1:]}"
        return f"{words}. {self.sentence}" if self.sentence else words


PRINTING: Final = BadgeState(icon="printer", words="badge printing")
PRINTED: Final = BadgeState(icon="check", words="badge printed")


def badge_states(queue: PrintQueue) -> dict[int, BadgeState]:
    """By attendee, what has become of the badge that was queued last; one that is not to be printed says nothing."""
    badges = sorted((job for job in queue.jobs if job.kind is JobKind.BADGE), key=lambda job: job.id)
    latest = {job.attendee_id: job for job in badges if job.attendee_id is not None}
    return {attendee_id: state for attendee_id, job in latest.items() if (state := _state_of(job, queue)) is not None}


def badge_of(attendee: Attendee, known: Mapping[int, BadgeState]) -> BadgeState | None:
    """The state of someone's badge; None: there is none and none is on its way."""
    state, printed_at = known.get(attendee.id), attendee.badge_printed_at
    if printed_at is not None and (state is None or (state.since is not None and state.since < printed_at)):
        return PRINTED
    return state


def _state_of(job: PrintJob, queue: PrintQueue) -> BadgeState | None:
    if job.open:
        trouble = job.sentence or _trouble(job, queue)
        if not trouble:
            return PRINTING
        return BadgeState(icon="hourglass", words="badge waits", tone="warn", sentence=trouble)
    said, since = job.sentence, job.changed_at
    if job.state is JobState.FAILED:
        return BadgeState(icon="warning", words="badge failed", tone="bad", sentence=said, since=since)
    if job.state is JobState.UNKNOWN:
        return BadgeState(icon="question", words="badge may be out", tone="warn", sentence=said, since=since)
    return PRINTED if job.state is JobState.DONE else None


def _trouble(job: PrintJob, queue: PrintQueue) -> str:
    """What is wrong with the printer where a badge waits."""
    here = (job.station, job.printer)
    return next((one.sentence for one in queue.printers if (one.station, one.printer) == here and not one.ready), "")
