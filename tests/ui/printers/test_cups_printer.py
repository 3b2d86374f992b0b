"""Badges and documents through a private CUPS, which is started for these tests where it is installed."""

import ctypes
import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import JobState, PaperOrder
from mixer_app.domain.printers import PrinterInfo, Sending, SpoolState
from mixer_app.domain.stock import Flip
from mixer_app.services import badge_queue
from mixer_app.services.badge_dispatch import Dispatcher
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.document_queue import queue_document
from mixer_app.services.job_paper import JobPaper
from mixer_app.services.kept_papers import kept_papers
from mixer_app.services.paper import page_count, page_image
from mixer_app.services.people import get_attendee
from mixer_app.ui.printers.badge_printer import EVERY_MS, BadgePrinter
from mixer_app.ui.printers.cups_printer import CONNECTING_S, CupsPrinter, cups_printers, spooler_address
from mixer_app.ui.printers.shelf import SystemPrinters

CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin") or ""
pytestmark = [
    pytest.mark.skipif(not CUPSD or not shutil.which("lpadmin"), reason="CUPS is not installed"),
    pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="a private cupsd must be started by root"),
]

DAEMON = """\
Listen {folder}/socket
LogLevel warn
Browsing Off
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess default
JobPrivateValues default
SubscriptionPrivateAccess default
SubscriptionPrivateValues default
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""

FILES = """\
User lp
Group lp
SystemGroup root
ServerRoot {folder}/root
ServerBin {folder}/bin
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool/tmp
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
Sandboxing relaxed
"""

BACKEND = """\
#!/bin/sh
# A printer that is a folder; files in it say what is wrong with it.
[ $# -eq 0 ] && exit 0
out="${DEVICE_URI#capture:}"
while [ -f "$out/off" ]; do echo "STATE: +offline-report" >&2; sleep 0.1; done
echo "STATE: -offline-report" >&2
while [ -f "$out/empty" ]; do echo "STATE: +media-empty-error" >&2; sleep 0.1; done
echo "STATE: -media-empty-error" >&2
while [ -f "$out/other" ]; do echo "STATE: +media-needed-error" >&2; sleep 0.1; done
echo "STATE: -media-needed-error" >&2
[ -f "$out/broken" ] && { echo "ERROR: The head is broken" >&2; exit 1; }
if [ -f "$out/dies" ]; then
    for page in $(seq "$(cat "$out/dies")"); do echo "PAGE: $page 1" >&2; done
    sleep 0.2; echo "ERROR: The fuser is cold" >&2; exit 1
fi
echo "$4" > "$out/copies"
echo "$5" > "$out/options"
cat "$6" > "$out/$1-$3.part" && mv "$out/$1-$3.part" "$out/$1-$3.pdf"
"""

PPD = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "LABEL.PPD"
*Manufacturer: "Mixer"
*Product: "(Label)"
*ModelName: "Label"
*ShortNickName: "Label"
*NickName: "Label"
*PSVersion: "(3010.000) 0"
*cupsFilter2: "application/pdf application/pdf 0 -"
*DefaultPageSize: Badge
*PageSize Badge: "<</PageSize[255 170]>>setpagedevice"
*DefaultPageRegion: Badge
*PageRegion Badge: "<</PageSize[255 170]>>setpagedevice"
*DefaultImageableArea: Badge
*ImageableArea Badge: "0 0 255 170"
*DefaultPaperDimension: Badge
*PaperDimension Badge: "255 170"
"""


PICTURES_PPD = (
    PPD.replace("application/pdf application/pdf", "image/pwg-raster image/pwg-raster")
    + """\
*OpenUI *Resolution: PickOne
*DefaultResolution: 203dpi
*Resolution 203dpi/203 dpi: "<</HWResolution[203 203]>>setpagedevice"
*CloseUI: *Resolution
"""
)


class Cups:
    """A spooler of this test alone, with printers that are folders."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.address = folder, f"{folder}/socket"
        for name in ("root", "bin/backend", "bin/daemon", "bin/filter", "spool/tmp", "cache", "state", "log"):
            (folder / name).mkdir(parents=True)
            (folder / name).chmod(0o755 if name.startswith("bin") else 0o777)
        folder.chmod(0o755)
        helper = "daemon/cups-exec"
        found = next(path for path in ("/usr/lib/cups", "/usr/libexec/cups") if (Path(path) / helper).exists())
        (folder / "bin" / helper).symlink_to(Path(found) / helper)
        backend = folder / "bin/backend/capture"
        backend.write_text(BACKEND)
        backend.chmod(0o755)
        (folder / "label.ppd").write_text(PPD)
        (folder / "pictures.ppd").write_text(PICTURES_PPD)
        (folder / "cupsd.conf").write_text(DAEMON.format(folder=folder))
        (folder / "files.conf").write_text(FILES.format(folder=folder))
        self.start()

    def start(self) -> None:
        with (self.folder / "log/out").open("w") as log:
            words = [CUPSD, "-f", "-c", f"{self.folder}/cupsd.conf", "-s", f"{self.folder}/files.conf"]
            self.daemon = subprocess.Popen(words, stdout=log, stderr=log)
        until(lambda: self.answers() or self.daemon.poll() is not None)
        if self.daemon.poll() is not None:
            pytest.skip(f"the private cupsd did not start: {(self.folder / 'log/out').read_text()[-300:]}")

    def answers(self) -> bool:
        try:
            cups_printers(self.address)
        except MixerError:
            return False
        return True

    def stop(self) -> None:
        self.daemon.kill()
        self.daemon.wait()

    def run(self, *words: str) -> None:
        environment = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"}
        subprocess.run(words, env=environment, check=True, capture_output=True)

    def add(self, name: str, title: str, ppd: str = "label") -> CupsPrinter:
        out = self.folder / name
        out.mkdir()
        out.chmod(0o777)
        words = ["-E", "-v", f"capture:{out}", "-P", f"{self.folder}/{ppd}.ppd", "-D", title]
        self.run("lpadmin", "-p", name, *words, "-o", "printer-error-policy=abort-job")
        return CupsPrinter(name, self.address, title)

    def remove(self, name: str) -> None:
        self.run("lpadmin", "-x", name)
        shutil.rmtree(self.folder / name)

    def say(self, printer: CupsPrinter, what: str) -> Path:
        sign = self.folder / printer.name / what
        sign.touch()
        return sign

    def came_out(self, printer: CupsPrinter) -> list[Path]:
        return sorted((self.folder / printer.name).glob("*.pdf"))


def until(true: Callable[[], object], limit_s: float = 20.0) -> float:
    """Wait for something another program does; the seconds it took."""
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < limit_s, "it did not happen"
        time.sleep(0.05)
    return time.monotonic() - begun


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    with TemporaryDirectory(prefix="mixer-cups-") as folder:  # pytest's own folders are closed to other users
        made = Cups(Path(folder))
        yield made
        made.stop()


@pytest.fixture
def label(cups: Cups) -> Iterator[CupsPrinter]:
    yield cups.add("label", "Brother QL-820")
    cups.remove("label")


@pytest.fixture
def zebra(cups: Cups) -> Iterator[CupsPrinter]:
    yield cups.add("zebra", "Zebra ZD421")
    cups.remove("zebra")


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "badge.pdf"), pagesize=(255.118, 170.079))
    canvas.drawString(20, 50, "Łukasz Żółć")
    canvas.save()
    return tmp_path / "badge.pdf"


def test_the_spooler_gets_the_very_bytes_and_says_when_they_are_out(cups, label, badge):
    spool_id = label.send(badge, Sending(title="Badge K7M2QX4B"))
    until(lambda: label.state(spool_id).state is SpoolState.COMPLETED)
    (out,) = cups.came_out(label)
    assert out.read_bytes() == badge.read_bytes()
    assert out.name == f"{spool_id}-Badge K7M2QX4B.pdf"


def test_the_printers_are_offered_by_their_titles(cups, label, zebra):
    assert cups_printers(cups.address) == [
        PrinterInfo("label", "Brother QL-820"),
        PrinterInfo("zebra", "Zebra ZD421"),
    ]


def test_where_the_spooler_is_can_be_said_from_outside(monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", "printers.example")
    assert spooler_address() == "printers.example:631"
    monkeypatch.setenv("CUPS_SERVER", "/run/some.sock")
    assert spooler_address() == "/run/some.sock"


def test_an_aborted_job_is_told_from_one_that_came_out(cups, label, badge):
    cups.say(label, "broken")
    spool_id = label.send(badge, Sending(title="Badge"))
    until(lambda: label.state(spool_id).state is SpoolState.ABORTED)
    assert cups.came_out(label) == []


def test_a_printer_that_is_switched_off_says_so_and_gives_the_job_back(cups, label, badge):
    off = cups.say(label, "off")
    spool_id = label.send(badge, Sending(title="Badge"))
    until(lambda: "switched on" in label.state(spool_id).sentence)
    assert label.state(spool_id).state is SpoolState.PRINTING
    assert not label.status().ready
    label.cancel(spool_id)
    until(lambda: label.state(spool_id).state is SpoolState.CANCELLED)
    off.unlink()
    until(lambda: label.status().ready)
    assert cups.came_out(label) == []
    label.cancel(spool_id)  # twice is once


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("empty", "Out of paper or labels"),
        ("other", "Other paper or labels are wanted. Put in what the pages are for."),
    ],
)
def test_no_labels_or_the_wrong_ones_are_told_until_there_are_the_right_ones(cups, label, badge, what, sentence):
    empty = cups.say(label, what)
    spool_id = label.send(badge, Sending(title="Badge"))
    until(lambda: label.state(spool_id).sentence == sentence)
    empty.unlink()
    until(lambda: label.state(spool_id).state is SpoolState.COMPLETED)


def test_a_paused_printer_and_one_that_takes_nothing_are_told_with_their_reasons(cups, label, badge):
    cups.run("cupsdisable", "-r", "being cleaned", "label")
    assert (label.status().takes_jobs, label.status().sentence) == (False, "Paused: being cleaned")
    cups.run("cupsenable", "label")
    cups.run("cupsreject", "-r", "closed", "label")
    assert (label.status().takes_jobs, label.status().sentence) == (False, "Takes nothing: closed")
    with pytest.raises(MixerError, match="does not take the pages"):
        label.send(badge, Sending(title="Badge"))
    cups.run("cupsaccept", "label")
    assert label.status().ready


def test_a_held_job_is_held_with_the_way_out_in_words(cups, label, badge):
    cups.run("cupsdisable", "label")
    spool_id = label.send(badge, Sending(title="Badge"))
    cups.run("lp", "-i", f"label-{spool_id}", "-H", "hold")
    assert label.state(spool_id).state is SpoolState.HELD
    assert "releases it" in label.state(spool_id).sentence


def test_a_printer_that_is_gone_is_missed(cups, badge):
    gone = CupsPrinter("gone", cups.address, "Old printer")
    assert gone.status().sentence == "This computer no longer has a printer “Old printer”."
    assert gone.state("99").state is SpoolState.GONE
    with pytest.raises(MixerError):
        gone.send(badge, Sending(title="Badge"))


def test_without_a_print_service_everything_says_so_at_once(tmp_path, badge):
    lonely = CupsPrinter("label", str(tmp_path / "no.sock"))
    for call in (lonely.status, lambda: lonely.state("1"), lambda: lonely.send(badge, Sending(title="Badge"))):
        with pytest.raises(MixerError, match="does not answer"):
            call()


def test_a_printer_dies_and_its_badge_comes_out_of_the_second_one_once(
    cups, label, zebra, database, event, add, now, tmp_path
):
    """The whole way: queue, real badge, spooler, dead printer seen within 5 s, second printer, no badge twice."""
    printers = {printer.name: printer for printer in (label, zebra)}
    dispatcher = Dispatcher(database, "Desk 1", lambda: now, BadgePaper(database))

    def turn() -> None:
        for job in dispatcher.jobs():
            step = dispatcher.watch if job.state is JobState.SPOOLED else None
            if step is not None:
                step(job, printers[job.printer])
            else:
                dispatcher.send(job, printers[job.printer], tmp_path)

    def job_now() -> badge_queue.PrintJob:
        turn()
        return database.read(badge_queue.jobs, event.id)[0]

    ann = add("Łukasz Żółć")
    job = database.write(badge_queue.queue_badge, event.id, ann.id, printer="label", station="Desk 1", now=now)
    off = cups.say(label, "off")
    turn()
    assert until(lambda: job_now().in_trouble) < 5.0
    database.write(badge_queue.send_to_other_printer, job.id, "zebra", station="Desk 1", now=now)
    until(lambda: job_now().state is JobState.DONE)
    off.unlink()
    until(lambda: label.status().ready)
    assert (cups.came_out(label), len(cups.came_out(zebra))) == ([], 1)
    assert database.read(get_attendee, ann.id).badge_printed_at == now


def test_a_station_tells_of_a_dead_printer_in_time_and_a_restart_repeats_nothing(
    cups, label, zebra, page_parts, event, add, database, qtbot, tmp_path
):
    """As at the desk: the station itself looks, somebody chooses the other printer, and the application starts anew."""
    shelf = SystemPrinters(tmp_path, address=lambda: cups.address)

    def station() -> BadgePrinter:
        made = BadgePrinter(**page_parts, shelf=shelf)
        made.known = [PrinterInfo("label", "Brother QL-820"), PrinterInfo("zebra", "Zebra ZD421")]
        made.choose_printer(made.known[0])
        made.use_event(event.id)
        made.start()
        return made

    def stop(made: BadgePrinter) -> None:
        made.stop()
        with qtbot.waitSignal(made.destroyed):
            made.deleteLater()

    desk, off = station(), cups.say(label, "off")
    ann, now = add("Łukasz Żółć"), page_parts["clock"]()
    begun = time.monotonic()
    job = database.write(badge_queue.queue_badge, event.id, ann.id, printer="label", station="Desk 1", now=now)
    qtbot.waitUntil(lambda: "switched on" in "".join(job.sentence for job in desk.queue.troubled), timeout=10_000)
    assert time.monotonic() - begun < 5.0
    stop(desk)
    desk = station()
    desk.move(job.id, "zebra")
    qtbot.waitUntil(lambda: [job.state for job in desk.queue.jobs] == [JobState.DONE], timeout=20_000)
    off.unlink()
    stop(desk)
    desk = station()
    qtbot.waitUntil(lambda: desk.state is not None and desk.state.ready, timeout=20_000)
    assert (cups.came_out(label), len(cups.came_out(zebra))) == ([], 1)
    stop(desk)


def test_a_printer_that_is_not_connected_to_is_told_within_five_seconds():
    looks = 2 * EVERY_MS / 1000  # until it is sent, until its answer is seen
    assert looks + CONNECTING_S + EVERY_MS / 1000 <= 5.0


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "sheets.pdf"), pagesize=(595.28, 841.89))
    for number in range(200):
        canvas.drawString(50, 50, f"Sheet {number + 1}")
        canvas.showPage()
    canvas.save()
    return tmp_path / "sheets.pdf"


def test_copies_and_the_sheet_reach_the_spooler_in_its_own_words(cups, label, sheets):
    spool_id = label.send(sheets, Sending(title="Sheets", copies=3, two_sided=Flip.SHORT_EDGE))
    until(lambda: label.state(spool_id).state is SpoolState.COMPLETED)
    assert (cups.folder / "label/copies").read_text() == "3\n"
    assert "sides=two-sided-short-edge" in (cups.folder / "label/options").read_text().split()


def test_a_printer_dies_in_a_document_and_the_rest_comes_out_of_the_second_one(
    cups, label, zebra, database, event, sheets, now, tmp_path
):
    """Two hundred pages: twelve come out, the printer dies, the other prints from the thirteenth on."""
    printers = {printer.name: printer for printer in (label, zebra)}
    kept = kept_papers(database)
    dispatcher = Dispatcher(database, "Control", lambda: now, JobPaper(BadgePaper(database), kept))

    def job_now() -> badge_queue.PrintJob:
        for job in dispatcher.jobs():
            if job.state is JobState.SPOOLED:
                dispatcher.watch(job, printers[job.printer])
            else:
                dispatcher.send(job, printers[job.printer], tmp_path)
        return database.read(badge_queue.jobs, event.id)[0]

    (cups.folder / "label/dies").write_text("12")
    order = PaperOrder(title="200 match sheets", pages=200, printer="label")
    job = database.write(queue_document, event.id, order, paper=kept.keep(sheets), station="Control", now=now)
    assert until(lambda: job_now().state is JobState.FAILED) < 5.0
    assert "12 of 200 pages came out" in job_now().sentence
    database.write(badge_queue.send_to_other_printer, job.id, "zebra", station="Control", now=now)
    until(lambda: job_now().state is JobState.DONE)
    (out,) = cups.came_out(zebra)
    assert cups.came_out(label) == []
    assert [words_on(out, page) for page in (0, 187)] == ["Sheet 13", "Sheet 200"]
    assert page_count(out) == 188
    kept.tidy(database, now)
    assert list(kept.folder.iterdir()) == []


def test_after_a_restart_of_the_application_a_document_comes_out_once(
    cups, label, database, event, sheets, now, tmp_path
):
    def start() -> Dispatcher:
        return Dispatcher(database, "Control", lambda: now, JobPaper(BadgePaper(database), kept_papers(database)))

    order = PaperOrder(title="200 match sheets", pages=200, printer="label")
    paper = kept_papers(database).keep(sheets)
    database.write(queue_document, event.id, order, paper=paper, station="Control", now=now)
    off = cups.say(label, "off")
    first = start()
    first.send(first.jobs()[0], label, tmp_path)
    again = start()
    assert again.jobs()[0].state is JobState.SPOOLED
    off.unlink()

    def done() -> bool:
        for job in again.jobs():
            again.watch(job, label)
        return database.read(badge_queue.jobs, event.id)[0].state is JobState.DONE

    until(done)
    assert len(cups.came_out(label)) == 1


def words_on(pdf: Path, page: int) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage().get_text_range()
    document.close()
    return text.strip()


@pytest.fixture
def pictures(cups: Cups) -> Iterator[CupsPrinter]:
    """A label printer of 203 dots to an inch in grey, whose queue takes no PDF."""
    yield cups.add("pictures", "Zebra ZD421", "pictures")
    cups.remove("pictures")


def test_a_queue_that_takes_no_pdf_gets_its_pages_as_pictures_in_its_own_resolution(cups, pictures, sheets):
    told: list[str] = []

    def tell(fraction: float, stage: str) -> bool:
        told.append(stage)
        return True

    first = copied(sheets, range(2))
    spool_id = pictures.send(first, Sending(title="2 sheets"), tell)
    until(lambda: pictures.state(spool_id).state is SpoolState.COMPLETED)
    (out,) = cups.came_out(pictures)
    assert told == [f"Drawing page {number} of 2" for number in (1, 2)]
    pages = read_by_cups(out)
    assert [(page.dpi, page.width, page.height) for page in pages] == [(203, 1678, 2374)] * 2
    for number, page in enumerate(pages):
        drawn = page_image(first, number, 203)
        rgb = np.frombuffer(drawn.rgb, np.uint8).reshape(drawn.height, drawn.width, 3)
        assert np.abs(page.grey.astype(int) - rgb.mean(axis=2)).max() < 2  # black and grey text
        assert (page.grey < 128).any()


def test_what_nobody_can_draw_for_is_refused_in_words(cups, pictures, badge, tmp_path):
    cups.run("lpadmin", "-p", "pictures", "-P", str(label_that_takes(tmp_path, "application/vnd.zebra")))
    with pytest.raises(MixerError, match=r"Zebra ZD421 does not take the pages: .*application/pdf"):
        pictures.send(badge, Sending(title="Badge"))


def label_that_takes(folder: Path, kind: str) -> Path:
    path = folder / "other.ppd"
    path.write_text(PPD.replace("application/pdf application/pdf", f"{kind} {kind}"))
    return path


def copied(pdf: Path, pages: range) -> Path:
    import pypdfium2

    some = pdf.with_name("some.pdf")
    with pypdfium2.PdfDocument(pdf) as document, pypdfium2.PdfDocument.new() as chosen:
        chosen.import_pages(document, list(pages))
        chosen.save(some)
    return some


class Picture(NamedTuple):
    """A page as CUPS reads it."""

    dpi: int
    width: int
    height: int
    grey: np.ndarray


def read_by_cups(path: Path) -> list[Picture]:
    """The pages of a raster file, read by the library of CUPS."""
    library = ctypes.CDLL("libcups.so.2")
    library.cupsRasterOpen.restype = ctypes.c_void_p
    pages = []
    with path.open("rb") as file:
        raster = ctypes.c_void_p(library.cupsRasterOpen(file.fileno(), 0))
        header = ctypes.create_string_buffer(1796)
        while library.cupsRasterReadHeader2(raster, header):
            dpi = struct.unpack_from("=I", header, 276)[0]
            width, height = struct.unpack_from("=II", header, 372)
            pixels = ctypes.create_string_buffer(width * height)
            assert library.cupsRasterReadPixels(raster, pixels, len(pixels)) == len(pixels)
            pages.append(Picture(dpi, width, height, np.frombuffer(pixels, np.uint8).reshape(height, width)))
        library.cupsRasterClose(raster)
    return pages
