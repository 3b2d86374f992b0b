"""The badge of somebody whose role was changed, or changed back: whether it says the role, and if not, another one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mixer_app.domain.people import Attendee
from mixer_app.domain.print_jobs import JobState, PrintJob, ReprintReason
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_settings import BadgeRule
from mixer_app.services.badge_queue import queue_badge, withdraw_badge
from mixer_app.services.settings import event_settings
from mixer_app.store import Session, attendees, journal, print_jobs
from mixer_app.store.journal import JournalRecord

_AT_PRINTER: Final = (JobState.SENDING, JobState.SPOOLED)
_NOT_OUT: Final = (JobState.WAITING, JobState.FAILED)
_WORDS: Final = {Role.MENTOR: "mentor", Role.MENTEE: "mentee", Role.BOTH: "mentor and mentee"}
_REASON: Final = ReprintReason.ROLE_CHANGED.value


@dataclass(frozen=True, slots=True)
class SettledBadge:
    """What became of the badge: the job that prints another one, and what to say; empty: nothing has to be done."""

    job: PrintJob | None = None
    sentence: str = ""


def settle_badge(
    session: Session, attendee_id: int, *, printer: str | None = None, station: str, now: datetime
) -> SettledBadge:
    """Have a badge that says another role than its owner has now printed anew, or say that it is wrong.

    `printer` is that of the station, empty where it prints nothing; None: the one that it is known to have. A badge
    that still waits says the role by itself; one that waits though the old one is right again is not printed.
    """
    attendee = attendees.get_attendee(session, attendee_id)
    jobs = print_jobs.jobs_of_attendee(session, attendee_id)
    says = _role_on_badge(session, attendee, jobs)
    if says is None:
        return SettledBadge()
    if says is attendee.role:
        anew = [job for job in jobs if job.state in _NOT_OUT and job.reason == _REASON]
        withdrawn = [withdraw_badge(session, job, station=station, now=now) for job in anew]
        return SettledBadge(sentence="The other badge is not printed." if any(withdrawn) else "")
    waiting = next((job for job in jobs if job.state is JobState.WAITING), None)
    where = print_jobs.printer_of_station(session, station) if printer is None else printer
    rule = event_settings(session, attendee.event_id).badge_at_check_in
    if waiting is None and (not where or rule is BadgeRule.NEVER):
        return SettledBadge(sentence=f"The badge that was printed says {_WORDS[says]}. Print it again.")
    job = waiting or queue_badge(
        session,
        attendee.event_id,
        attendee_id,
        printer=where,
        reason=_REASON,
        station=station,
        now=now,
        follows=True,
    )
    return SettledBadge(job, "The badge is printed again.")


def _role_on_badge(session: Session, attendee: Attendee, jobs: list[PrintJob]) -> Role | None:
    """The role on the badge that came out last, or is just coming out; None: there is none."""
    moments = [job.changed_at for job in jobs if job.state in _AT_PRINTER]
    moments += [attendee.badge_printed_at] if attendee.badge_printed_at else []
    if not moments:
        return None
    printed_at = max(moments)
    since = [one for one in journal.records_about(session, attendee.id) if one.at >= printed_at]
    return next((role for one in reversed(since) if (role := _role_before(one)) is not None), attendee.role)


def _role_before(record: JournalRecord) -> Role | None:
    """The role that somebody had before a change of it, as the journal keeps it; None: it is no such change."""
    payload = record.payload or {}
    if "role changed" not in (record.what, payload.get("kind")):
        return None
    return Role(payload["before"])
