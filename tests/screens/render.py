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
    *("live", "projector", "follow_up"),
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
    """Every page of every document, at 100 dots per inch."""
    from PySide6.QtGui import QImage

    from mixer_app.services.paper import Document, page_count, page_image, print_document

    for document in Document:
        if document is Document.CHANGE_SLIPS:
            change_a_seat(context)
        path = out / f"document-{document.value}.pdf"
        print_document(context.database, context.event.id, document, path, now=context.clock.now)
        for page in range(min(page_count(path), 3)):
            image = page_image(path, page, 100)
            rgb = QImage(image.rgb, image.width, image.height, 3 * image.width, QImage.Format.Format_RGB888)
            rgb.save(str(out / f"document-{document.value}-{page + 1}.png"))
        sys.stdout.write(f"{path.name}\n")


def render_stocks(out: Path) -> None:
    """A full page of badges of every stock, with its back, and its test page."""
    from documents import faces_with_backs
    from PySide6.QtGui import QImage

    from mixer_app.domain.stock import Flip
    from mixer_app.printing.badges import write_badges
    from mixer_app.printing.calibration import write_test_page
    from mixer_app.printing.paper import new_kit
    from mixer_app.printing.stock import load_stocks
    from mixer_app.services.paper import page_image

    kit, faces = new_kit(), faces_with_backs()
    for name, stock in load_stocks().items():
        pages, test = out / f"stock-{name}.pdf", out / f"stock-{name}-test.pdf"
        on_page = [faces[index % len(faces)] for index in range(stock.labels)]
        write_badges(on_page, stock, pages, flip=Flip.LONG_EDGE if stock.labels > 1 else Flip.NONE, kit=kit)
        write_test_page(stock, test, kit=kit)
        for number, (path, page) in enumerate([(pages, 0), (test, 0), *([(pages, 1)] if stock.labels > 1 else [])], 1):
            image = page_image(path, page, 60 if stock.labels > 1 else 120)
            rgb = QImage(image.rgb, image.width, image.height, 3 * image.width, QImage.Format.Format_RGB888)
            rgb.save(str(out / f"stock-{name}-{number}.png"))
        sys.stdout.write(f"{pages.name}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
