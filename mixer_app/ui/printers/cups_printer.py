"""A printer behind CUPS (Linux, macOS): the PDF itself goes to the spooler, which is then asked about it."""

import getpass
import http.client
import os
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

from mixer_app.domain.errors import MixerError, SendUnsureError
from mixer_app.domain.printers import PrinterInfo, PrinterStatus, Sending, SpoolAnswer, SpoolState
from mixer_app.domain.progress import Progress
from mixer_app.services.paper import open_document
from mixer_app.services.raster import raster_document
from mixer_app.ui.printers.cups_formats import ASKED_OF_FORMATS, FORMATS, PDF, PICTURES, TakenFormats
from mixer_app.ui.printers.ipp import NOT_FOUND, NOT_POSSIBLE, Answer, Group, Operation, Value, ask, encode
from mixer_app.ui.printers.scratch import scratch_folder

LIMIT_S: Final = 4.0
"""How long the spooler, which is on this computer as a rule, may take to answer."""

_SOCKETS: Final = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")
CONNECTING_S: Final = 2.0
"""Longer than this is not answering; it is told within five seconds of the check-in."""

_STATES: Final[Mapping[int, SpoolState]] = {
    3: SpoolState.QUEUED,
    4: SpoolState.HELD,
    5: SpoolState.PRINTING,
    6: SpoolState.STOPPED,
    7: SpoolState.CANCELLED,
    8: SpoolState.ABORTED,
    9: SpoolState.COMPLETED,
}
_PRINTER_STOPPED: Final = 5
_SHEETS: Final[Mapping[str, tuple[float, float]]] = {
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "Letter": (215.9, 279.4),
}
"""Sheets that printers know by name; the drawing turns itself where the page lies on its side."""
_SHEET_TOLERANCE_MM: Final = 0.5
_ASKED_OF_A_JOB: Final = ("job-state", "job-state-reasons", "job-printer-state-message", "job-impressions-completed")
_ASKED_OF_A_PRINTER: Final = (
    "printer-name",
    "printer-info",
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
)
_SENTENCES: Final[Mapping[str, str]] = {
    "offline": "Not answering. See that it is switched on and connected.",
    "shutdown": "Switched off",
    "timed-out": "Not answering. See that it is switched on and connected.",
    "media-empty": "Out of paper or labels",
    "media-needed": "Other paper or labels are wanted. Put in what the pages are for.",
    "media-jam": "Paper or a label is jammed",
    "input-tray-missing": "Its tray is missing",
    "cover-open": "Its cover is open",
    "door-open": "Its door is open",
    "interlock-open": "Its cover is open",
    "toner-empty": "Out of toner",
    "marker-supply-empty": "Out of ink",
    "output-area-full": "Take the paper out of its tray",
    "cups-missing-filter": "Its driver is not complete. Install the printer anew.",
}
"""What is wrong, by the printer's own keyword without its severity; low supplies are not wrong yet."""


def spooler_address() -> str | None:
    """Where CUPS listens: as `CUPS_SERVER` says, or its socket; None where there is none."""
    wanted = os.environ.get("CUPS_SERVER", "").removeprefix("http://")
    if wanted:
        return wanted if wanted.startswith("/") or ":" in wanted else f"{wanted}:631"
    return next((path for path in _SOCKETS if Path(path).exists()), None)


def cups_printers(address: str) -> list[PrinterInfo]:
    """The printers that CUPS knows, by title."""
    about = {"requested-attributes": ("printer-name", "printer-info")}
    answer = _ask(address, "/", encode(Operation.LIST_PRINTERS, about))
    found = [(_text(group, "printer-name"), _text(group, "printer-info")) for group in answer.groups]
    named = [PrinterInfo(name, title or name) for name, title in found if name]
    return sorted(named, key=lambda printer: printer.title.casefold())


class CupsPrinter:
    """One queue of CUPS; see `domain.printers.Printer`."""

    def __init__(
        self, name: str, address: str, title: str = "", *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.name, self.title = name, title or name
        self._address, self._monotonic = address, monotonic
        self._path = f"/printers/{quote(name)}"
        self._connecting_since: float | None = None

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        """Hand the PDF over at its true size, never scaled; its pages as pictures where the queue takes no PDF."""
        taken = self._taken()
        size_mm = open_document(pdf).size_mm(0)
        if not taken.as_pictures:
            return self._hand_over(pdf, PDF, sending, size_mm)
        with scratch_folder("raster") as folder:
            pictures = folder / "pages.pwg"
            form = taken.form(two_sided=sending.two_sided, upright=bool(_sheet(size_mm)))
            raster_document(pdf, pictures, form, progress)
            return self._hand_over(pictures, PICTURES, sending, size_mm)

    def _taken(self) -> TakenFormats:
        about = {**self._about(), "requested-attributes": ASKED_OF_FORMATS}
        answer = _ask(self._address, self._path, encode(Operation.GET_PRINTER, about))
        return TakenFormats.said_by(_with(answer, FORMATS) or {})

    def _hand_over(self, document: Path, kind: str, sending: Sending, size_mm: tuple[float, float]) -> str:
        about = {**self._about(), "job-name": sending.title, "document-format": kind}
        job = {"print-scaling": "none", **_wanted(sending, _media(size_mm))}
        try:
            answer = ask(self._address, self._path, encode(Operation.PRINT_JOB, about, job), document, limit_s=LIMIT_S)
        except (ConnectionRefusedError, FileNotFoundError) as error:
            raise MixerError(_silent(error)) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise SendUnsureError(f"The spooler broke off while it took the pages ({_detail(error)}).") from error
        number = next((group["job-id"][0] for group in answer.groups if "job-id" in group), None)
        if not answer.ok or number is None:
            raise MixerError(f"{self.title} does not take the pages: {answer.sentence or hex(answer.status)}.")
        return str(number)

    def state(self, spool_id: str) -> SpoolAnswer:
        """The job's own state; while it is not out, with what is wrong with the printer."""
        about = {**self._about(), "job-id": int(spool_id), "requested-attributes": _ASKED_OF_A_JOB}
        answer = _ask(self._address, self._path, encode(Operation.GET_JOB, about))
        group = _with(answer, "job-state")
        if answer.status == NOT_FOUND or group is None:
            return SpoolAnswer(SpoolState.GONE)
        state = _STATES.get(int(group["job-state"][0]), SpoolState.GONE)
        message = _text(group, "job-printer-state-message")
        pages = _number(group, "job-impressions-completed")
        if state is SpoolState.ABORTED:
            return SpoolAnswer(state, message or "The printer gave it up.", pages)
        if state in (SpoolState.COMPLETED, SpoolState.CANCELLED, SpoolState.GONE):
            return SpoolAnswer(state, pages=pages)
        return SpoolAnswer(state, self._trouble(state, group, message), pages)

    def status(self) -> PrinterStatus:
        """Whether it is ready, and what is wrong if it is not."""
        about = {**self._about(), "requested-attributes": _ASKED_OF_A_PRINTER}
        answer = _ask(self._address, self._path, encode(Operation.GET_PRINTER, about))
        group = _with(answer, "printer-state")
        if answer.status == NOT_FOUND or group is None:
            missing = f"This computer no longer has a printer “{self.title}”."
            return PrinterStatus(ready=False, takes_jobs=False, sentence=missing)
        message = _text(group, "printer-state-message").rstrip(".")
        if not group.get("printer-is-accepting-jobs", [True])[0]:
            return PrinterStatus(ready=False, takes_jobs=False, sentence=_said("Takes nothing", message))
        if group["printer-state"][0] == _PRINTER_STOPPED:
            return PrinterStatus(ready=False, takes_jobs=False, sentence=_said("Paused", message))
        wrong = self._wrong([str(reason) for reason in group.get("printer-state-reasons", [])], message)
        return PrinterStatus(ready=not wrong, sentence=wrong or "Ready")

    def cancel(self, spool_id: str) -> None:
        """Take a job back; one that has ended already is left as it is."""
        answer = _ask(
            self._address, self._path, encode(Operation.CANCEL_JOB, {**self._about(), "job-id": int(spool_id)})
        )
        if not answer.ok and answer.status not in (NOT_FOUND, NOT_POSSIBLE):
            raise MixerError(f"{self.title} does not give the pages back: {answer.sentence or hex(answer.status)}.")

    def _about(self) -> dict[str, str]:
        return {"printer-uri": f"ipp://localhost{self._path}", "requesting-user-name": getpass.getuser()}

    def _trouble(self, state: SpoolState, job: Group, message: str) -> str:
        if state is SpoolState.HELD:
            return "Held back in the printer's queue until someone releases it"
        if "resources-are-not-ready" in job.get("job-state-reasons", []):
            return "The printer did not take it; the spooler tries again"
        how = self.status()
        if not how.ready:
            return how.sentence
        return message or "Stopped" if state is SpoolState.STOPPED else ""

    def _wrong(self, reasons: list[str], message: str) -> str:
        """The first thing that keeps badges from coming out."""
        self._note_connecting("connecting-to-device" in reasons)
        for reason in reasons:
            bare = re.sub(r"-(report|warning|error)$", "", reason)
            if bare in _SENTENCES:
                return _SENTENCES[bare]
            if reason.endswith("-error"):
                return message or bare.replace("-", " ").capitalize()
        since = self._connecting_since
        return _SENTENCES["offline"] if since is not None and self._monotonic() - since > CONNECTING_S else ""

    def _note_connecting(self, connecting: bool) -> None:
        if not connecting:
            self._connecting_since = None
        elif self._connecting_since is None:
            self._connecting_since = self._monotonic()


def _ask(address: str, path: str, request: bytes) -> Answer:
    try:
        return ask(address, path, request, limit_s=LIMIT_S)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise MixerError(_silent(error)) from error


def _silent(error: Exception) -> str:
    return f"The print service of this computer does not answer ({_detail(error)})."


def _detail(error: Exception) -> str:
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return words[:1].lower() + words[1:]


def _with(answer: Answer, name: str) -> Group | None:
    return next((group for group in answer.groups if name in group), None)


def _text(group: Group, name: str) -> str:
    return str(group.get(name, [""])[0])


def _number(group: Group, name: str) -> int:
    value = group.get(name, [0])[0]
    return value if isinstance(value, int) else 0


def _wanted(sending: Sending, size: str) -> dict[str, Value]:
    """How it is to be printed, as IPP says it."""
    wanted: dict[str, Value] = {"media": size}
    if sending.copies > 1:
        wanted |= {"copies": sending.copies, "multiple-document-handling": "separate-documents-collated-copies"}
    if sending.two_sided:
        wanted["sides"] = f"two-sided-{sending.two_sided.replace(' ', '-')}"
    return wanted


def _said(what: str, message: str) -> str:
    return f"{what}: {message}" if message and message.lower() != what.lower() else what


def _sheet(size_mm: tuple[float, float]) -> str:
    """The name of a sheet that printers know; empty for any other page."""
    upright = min(size_mm), max(size_mm)
    return next(
        (
            name
            for name, size in _SHEETS.items()
            if all(abs(one - other) < _SHEET_TOLERANCE_MM for one, other in zip(upright, size, strict=True))
        ),
        "",
    )


def _media(size_mm: tuple[float, float]) -> str:
    """The size of a page as CUPS names it, `A4` or `Custom.90x60mm`."""
    return _sheet(size_mm) or f"Custom.{size_mm[0]:.4g}x{size_mm[1]:.4g}mm"
