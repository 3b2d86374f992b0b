"""Render every screen and every document to PNG: `python tests/screens/render.py OUT [NAME …]`.

Screens come light and dark at 1440 × 900, with 150 % text, and at 1024 × 700. With names, only pictures
whose name begins with one of them. Whatever fails on the way is told at the end, with exit status 1.
"""

import importlib
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from evening import ScreenContext, offscreen_platform, open_evening

LOOKS = {
    "light": ("light", 1.0, (1440, 900)),
    "dark": ("dark", 1.0, (1440, 900)),
    "150": ("light", 1.5, (1440, 900)),
    "1024": ("light", 1.0, (1024, 700)),
}
BEFORE_THE_PLAN = ("start", "overview", "rehearsal", "people", "desk", "printers")
AFTER_THE_PLAN = (
    *("kiosk", "plan", "matching", "print_page", "print_dialog", "overview_planned", "settings", "badges"),
    *("live", "projector", "follow_up", "programme", "lock", "away"),
)


def main(arguments: list[str]) -> int:
    """Write the pictures; the exit status."""
    if not arguments or arguments[0].startswith("-"):
        sys.stderr.write("Say where the pictures go: python tests/screens/render.py OUT\n")
        return 2
    out, wanted = Path(arguments[0]), tuple(arguments[1:])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        offscreen_platform(Path(folder))
        context = open_evening(Path(folder))
        context.window.show()
        render_screens(context, out, BEFORE_THE_PLAN, wanted)
        plan_the_evening(context)
        render_screens(context, out, AFTER_THE_PLAN, wanted)
        if not wanted or any(name.startswith("document") for name in wanted):
            render_documents(context, out)
        if not wanted or any(name.startswith("sample") for name in wanted):
            render_samples(out)
        if not wanted or any(name.startswith("stock") for name in wanted):
            render_stocks(out)
        context.window.close()
        context.background.close()
        context.database.close()
    for failure in context.failures:
        sys.stderr.write(f"{failure}\n")
    return 1 if context.failures else 0


def render_screens(context: ScreenContext, out: Path, modules: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    """Every picture of the modules in every look."""
    for module in modules:
        if wanted and not any(module.startswith(name) or name.startswith(module) for name in wanted):
            continue
        for look, (mode, scale, size) in LOOKS.items():
            context.appearance.choose_mode(mode)
            context.appearance.choose_scale(scale)
            context.window.resize(*size)
            for name in write_shots(context, out, module, look):
                sys.stdout.write(f"{name}\n")
    context.appearance.choose_scale(1.0)


def write_shots(context: ScreenContext, out: Path, module: str, look: str) -> Iterator[str]:
    """Write the pictures that `shots(context)` of a module of this folder shows one after the other."""
    for name, widget in importlib.import_module(f"shots_of_{module}").shots(context):
        path = out / f"{name}-{look}.png"
        context.picture(widget).save(str(path))
        yield path.name


def plan_the_evening(context: ScreenContext) -> None:
    """Plan nine minutes before the first round for those who are here."""
    from mixer_app.services.planning import plan_event

    context.clock.now += timedelta(minutes=9)
    plan_event(context.database, context.event.id, station=context.station, clock=context.clock)


def change_a_seat(context: ScreenContext) -> None:
    """Publish the plan and free a seat, so that there is somebody to print a slip for."""
    from mixer_app.domain.plan_edits import EditKind, PlanEdit
    from mixer_app.services.plan_edits import apply_edit
    from mixer_app.services.planning import current_plan, publish

    plan = context.database.read(current_plan, context.event.id)
    if plan is None or plan.version > 1:
        return
    context.database.write(publish, plan.id, station=context.station, now=context.clock.now)
    last = plan.introductions[-1]
    edit = PlanEdit(kind=EditKind.FREE, mentee_id=last.mentee_id, round=last.round)
    apply_edit(context.database, plan.id, edit, station=context.station, clock=context.clock)


def render_documents(context: ScreenContext, out: Path) -> None:
    """The first pages of every document of the evening, at 100 dots per inch."""
    from mixer_app.services.paper import Document, page_count, print_document

    for document in Document:
        if document is Document.CHANGE_SLIPS:
            change_a_seat(context)
        path = out / f"document-{document.value}.pdf"
        print_document(context.database, context.event.id, document, path, now=context.clock.now)
        write_pages(path, range(min(page_count(path), 3)), 100)
        sys.stdout.write(f"{path.name}\n")


def render_samples(out: Path) -> None:
    """Every page of every document with names in every script, from the left and from the right."""
    from documents import documents

    from mixer_app.services.paper import page_count

    for path in documents(out):
        sample = path.rename(path.with_name(f"sample-{path.name}"))
        write_pages(sample, range(page_count(sample)), 90)
        sys.stdout.write(f"{sample.name}\n")


def render_stocks(out: Path) -> None:
    """A full page of badges of every stock in every design, with its back, and its test page."""
    from documents import faces_with_backs

    from mixer_app.domain.badge_design import BadgeDesign
    from mixer_app.domain.stock import Flip
    from mixer_app.printing.badges import DESIGNS, write_badges
    from mixer_app.printing.calibration import write_test_page
    from mixer_app.printing.paper import new_kit
    from mixer_app.printing.stock import load_stocks

    kit, faces = new_kit(), faces_with_backs()
    for name, stock in load_stocks().items():
        dpi, several = (60, True) if stock.labels > 1 else (120, False)
        test = out / f"stock-{name}-test.pdf"
        write_test_page(stock, test, kit=kit)
        write_pages(test, range(1), dpi)
        on_page = [faces[index % len(faces)] for index in range(stock.labels if several else len(faces))]
        for design in DESIGNS:
            pages = out / f"stock-{name}-{design}.pdf"
            flip = Flip.LONG_EDGE if several else Flip.NONE
            write_badges(on_page, stock, pages, design=BadgeDesign(name=design), flip=flip, kit=kit)
            write_pages(pages, range(2 if several else 4), dpi)
        sys.stdout.write(f"{test.name}\n")


def write_pages(path: Path, pages: range, dpi: int) -> None:
    """Pages of a PDF as pictures beside it."""
    from PySide6.QtGui import QImage

    from mixer_app.services.paper import page_image

    for page in pages:
        image = page_image(path, page, dpi)
        rgb = QImage(image.rgb, image.width, image.height, 3 * image.width, QImage.Format.Format_RGB888)
        rgb.save(str(path.with_name(f"{path.stem}-{page + 1}.png")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
