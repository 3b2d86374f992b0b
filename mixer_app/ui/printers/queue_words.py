"""The print queue in words: each job, and each station's printer with the way out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from mixer_app.domain.print_jobs import (
    OPEN_STATES,
    STUCK_STATES,
    JobKind,
    JobState,
    JobWish,
    PrintJob,
    PrintQueue,
    StationPrinter,
)
from mixer_app.domain.printers import PrinterInfo
from mixer_app.domain.staff_settings import BadgeRule

RULE_WORDS: Final = {BadgeRule.NEVER: "off", BadgeRule.ONCE: "on", BadgeRule.ALWAYS: "every time"}
STATE_WORDS: Final = {
    JobState.WAITING: "Waiting",
    JobState.SENDING: "Sending",
    JobState.SPOOLED: "Printing",
    JobState.DONE: "Printed",
    JobState.FAILED: "Failed",
    JobState.UNKNOWN: "Unknown",
    JobState.CANCELLED: "Cancelled",
}
STATE_ICONS: Final = {
    JobState.WAITING: ("hourglass", "text_muted"),
    JobState.SENDING: ("paper-plane-tilt", "text_muted"),
    JobState.SPOOLED: ("printer", "text_muted"),
    JobState.DONE: ("check-circle", "good"),
    JobState.FAILED: ("warning", "bad"),
    JobState.UNKNOWN: ("question", "warn"),
    JobState.CANCELLED: ("prohibit", "text_muted"),
}
_UNHEARD_AFTER: Final = timedelta(seconds=90)
_FORGOTTEN_AFTER: Final = timedelta(minutes=15)
_JOBS_SHOWN: Final = 2


class WayOut(StrEnum):
    """What the button of a line does."""

    NONE = ""
    CHOOSE = "Choose"
    OTHER = "Other printer"
    HERE = "Print here"
    JOB = "Decide"
    QUEUE = "Show all"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterLine:
    """One line of the printers' card; `station` or `job` is what its button is about."""

    title: str
    sentence: str
    tone: str = ""  # good, warn or bad
    way_out: WayOut = WayOut.NONE
    station: str = ""
    job: PrintJob | None = None


def job_name(job: PrintJob) -> str:
    """Whose badge it is, or what document."""
    return job.title if job.kept else {JobKind.BADGE: job.name, JobKind.TEST_PAGE: "Test badge"}[job.kind]


def job_sentence(job: PrintJob) -> str:
    """What a person should know of a job besides its state."""
    if job.open and job.wish is JobWish.CANCEL:
        return "Being taken back from the printer"
    if job.open and job.wish is JobWish.MOVE:
        return "Being taken back, to be printed elsewhere"
    return job.sentence


def job_place(job: PrintJob, titles: dict[str, str]) -> str:
    """Where, how much and why: `Desk 1, Brother QL-820, again: lost`; `Control, HP LaserJet, 97 pages, 2 copies`."""
    pages = job.pages - job.printed
    parts = (
        job.station,
        titles.get(job.printer, job.printer),
        f"{pages:,} {'page' if pages == 1 else 'pages'}" if job.kept else "",
        f"{job.copies} copies" if job.copies > 1 else "",
        f"again: {job.reason}" if job.reason else "",
    )
    return ", ".join(part for part in parts if part)


def printer_lines(queue: PrintQueue, chosen: PrinterInfo | None, station: str, now: datetime) -> list[PrinterLine]:
    """This station's printer, then its jobs that wait for a decision, then the other stations' printers."""
    own = next((seen for seen in queue.printers if seen.station == station), None)
    stuck = [job for job in queue.jobs if job.station == station and job.state in STUCK_STATES]
    lines = [_own_line(queue, own, chosen, station, now)]
    lines += [_job_line(job) for job in stuck[:_JOBS_SHOWN]]
    if len(stuck) > _JOBS_SHOWN:
        more = len(stuck) - _JOBS_SHOWN
        words = "One more job waits for a decision" if more == 1 else f"{more:,} more jobs wait for a decision"
        lines.append(PrinterLine(title=words, sentence="", tone="warn", way_out=WayOut.QUEUE))
    others = [seen for seen in queue.printers if seen.station != station]
    return lines + [line for seen in others if (line := _other_line(queue, seen, now)) is not None]


def fit_lines(lines: Sequence[PrinterLine], room: int) -> list[PrinterLine]:
    """At most `room` lines: this station's printer, then what needs someone; the last one leads to the rest."""
    if len(lines) <= room:
        return list(lines)
    rest = sorted(lines[1:], key=lambda shown: not shown.way_out)
    kept = [lines[0], *rest[: room - 2]]
    number = len(lines) - len(kept)
    return [*kept, PrinterLine(title=f"{number:,} more lines", sentence="", tone="warn", way_out=WayOut.QUEUE)]


def _own_line(
    queue: PrintQueue, own: StationPrinter | None, chosen: PrinterInfo | None, station: str, now: datetime
) -> PrinterLine:
    if chosen is None:
        nothing = "No badge is printed at this station"
        return PrinterLine(title="No printer chosen", sentence=nothing, way_out=WayOut.CHOOSE, station=station)
    title = f"{station}, {chosen.title}"
    if own is None or own.printer != chosen.name:
        return PrinterLine(title=title, sentence="Looking for it", station=station)
    live = [job for job in _live(queue, station) if not job.kept or job.printer == chosen.name]
    if not own.ready:
        trouble = _with_waiting(_silence(own, now), live)
        return PrinterLine(title=title, sentence=trouble, tone="warn", way_out=WayOut.OTHER, station=station)
    words = next((job.sentence for job in live if job.sentence), "")
    if words:
        return PrinterLine(title=title, sentence=words, tone="warn", way_out=WayOut.OTHER, station=station)
    return PrinterLine(
        title=title, sentence=f"Printing {len(live):,}" if live else own.sentence, tone="good", station=station
    )


def _other_line(queue: PrintQueue, seen: StationPrinter, now: datetime) -> PrinterLine | None:
    waiting = [
        job
        for job in queue.jobs
        if job.station == seen.station and not job.kept and (job.state in OPEN_STATES or job.state is JobState.FAILED)
    ]
    title = f"{seen.station}, {seen.title}"
    if now - seen.seen_at > _UNHEARD_AFTER:
        if now - seen.seen_at > _FORGOTTEN_AFTER and not waiting:
            return None
        words = _with_waiting(f"{seen.station} has not been heard of for {_ago(now - seen.seen_at)}", waiting)
        way_out = WayOut.HERE if waiting else WayOut.NONE
        return PrinterLine(title=title, sentence=words, tone="bad", way_out=way_out, station=seen.station)
    troubled = not seen.ready or any(job.state is JobState.FAILED or job.sentence for job in waiting)
    if not troubled:
        words = f"Printing {len(waiting):,}" if waiting else seen.sentence
        return PrinterLine(title=title, sentence=words, tone="good", station=seen.station)
    what = _silence(seen, now) if not seen.ready else next(job.sentence for job in waiting if job.sentence)
    way_out = WayOut.HERE if waiting else WayOut.NONE
    return PrinterLine(
        title=title, sentence=_with_waiting(what, waiting), tone="warn", way_out=way_out, station=seen.station
    )


def _job_line(job: PrintJob) -> PrinterLine:
    tone = STATE_ICONS[job.state][1]
    what = "did not come out" if job.state is JobState.FAILED else "may have come out"
    return PrinterLine(
        title=f"{job_name(job)}: {what}",
        sentence=job.sentence,
        tone=tone,
        way_out=WayOut.JOB,
        station=job.station,
        job=job,
    )


def _live(queue: PrintQueue, station: str) -> list[PrintJob]:
    return [job for job in queue.jobs if job.station == station and job.open]


def _silence(seen: StationPrinter, now: datetime) -> str:
    return f"{seen.sentence} for {_ago(now - seen.since)}" if seen.sentence == "No answer" else seen.sentence


def _with_waiting(words: str, waiting: Sequence[PrintJob]) -> str:
    if not waiting:
        return words
    thing = "badge" if not any(job.kept for job in waiting) else "job"
    number = f"1 {thing} waits" if len(waiting) == 1 else f"{len(waiting):,} {thing}s wait"
    return f"{words.rstrip('.')}, {number}"


def _ago(length: timedelta) -> str:
    seconds = max(0, int(length.total_seconds()))
    return f"{seconds} s" if seconds < 100 else f"{seconds // 60} min"
