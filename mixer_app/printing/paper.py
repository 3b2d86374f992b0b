"""A document of pages: what is drawn is given in mm from the top left, by role and rank.

The file appears whole or not at all.
"""

import os
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Final, Literal

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from mixer_app.domain.brand import Brand, Picture
from mixer_app.domain.errors import MixerError
from mixer_app.domain.round_paper import PageSize
from mixer_app.paths import put_in_place
from mixer_app.printing.embedding import FontEmbedder
from mixer_app.printing.look import MM, Look, Type
from mixer_app.printing.page_sizes import on_letter
from mixer_app.printing.paper_notes import PaperNotes
from mixer_app.printing.picture_embedding import PictureEmbedder
from mixer_app.printing.placing import Placing, mirrored, on_its_side, upside_down
from mixer_app.printing.shaping import ShapedLine, Shaper

Align = Literal["left", "right", "centre"]

_KAPPA: Final = 0.5523
_UNMOVED: Final = Placing()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintKit:
    """What every document draws with; made once, reused for many documents."""

    look: Look
    shaper: Shaper
    brand: Brand = field(default_factory=Brand)
    page: PageSize = PageSize.A4
    most_pages: int = 0  # where only the first are wanted

    def branded(self, brand: Brand) -> "PrintKit":
        """The same fonts with the colour and the logo of an event, on pages that begin where its language does."""
        return replace(self, look=self.look.with_accent(brand.accent), brand=brand)

    def on(self, page: PageSize) -> "PrintKit":
        """The same for another paper: what is laid out for A4 or a part of it is drawn on Letter or its part."""
        return replace(self, page=page)

    def first(self, pages: int) -> "PrintKit":
        """The same for the first pages of a document only."""
        return replace(self, most_pages=pages)


def new_kit() -> PrintKit:
    """The bundled look and fonts."""
    return PrintKit(look=Look(), shaper=Shaper())


def black_kit(kit: PrintKit | None) -> PrintKit:
    """The same fonts, for a printer of black alone."""
    kit = kit or new_kit()
    return replace(kit, look=kit.look.in_black())


class _EnoughPages(Exception):  # noqa: N818  # nothing is wrong
    """The pages that were wanted are drawn."""


class Paper(PaperNotes):
    """Pages being drawn; used as a context: leaving it well writes the file, leaving it badly writes none."""

    def __init__(self, path: Path, *, title: str, kit: PrintKit | None = None, dpi: int = 0) -> None:
        super().__init__()
        kit = kit or new_kit()
        self.look = kit.look
        self.shaper = kit.shaper
        self.logo = kit.brand.logo
        self.from_the_right = kit.brand.from_the_right
        self._letter = kit.page is PageSize.LETTER
        self._path = path
        self._partial = path.with_name(f".{path.name}.{os.getpid()}.part")
        rl_config.useA85 = 0  # pages are compressed, not written out as letters as well: four times as fast
        self._canvas = Canvas(str(self._partial), pageCompression=1, invariant=1)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Mentor Mixer")
        self._fonts = FontEmbedder(self._canvas)
        self._pictures = PictureEmbedder(self._canvas)
        self._dot = 25.4 / dpi if dpi else 0.0
        self._height = 0.0
        self._placing = _UNMOVED
        self._most_pages = kit.most_pages
        self.size = (0.0, 0.0)
        self._open = False
        self._fill = self._stroke = self._width = ""

    def __enter__(self) -> "Paper":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        self.whole = kind is not _EnoughPages
        if kind is None or not self.whole:
            self._save()
        return not self.whole

    def begin_page(self, width: float, height: float, scale: float = 1.0, *, fixed: bool = False) -> None:
        """Start the next page, in mm; all that is drawn on it is enlarged by `scale`.

        For a language that is read from the right left and right are changed, unless the places on it are
        `fixed` as those of labels are; letters, codes and pictures are never turned round. Where only the
        first pages are wanted, the drawing ends here once they are there.
        """
        if self.pages == self._most_pages > 0:
            raise _EnoughPages
        if self._open:
            self._canvas.showPage()
        sheet, matrix = on_letter((width, height)) if self._letter and not fixed else ((width, height), "")
        self._canvas.setPageSize((sheet[0] * MM, sheet[1] * MM))
        self._height = height / scale
        self.size = (width / scale, self._height)
        self._open = True
        self._placing = _UNMOVED
        self.pages += 1
        self._fill = self._stroke = self._width = ""
        if matrix:
            self._draw(f"{matrix} cm")
        if scale != 1.0:
            self._draw(f"{scale:.5f} 0 0 {scale:.5f} 0 0 cm")
        if self.from_the_right and not fixed:
            self._placing = mirrored(self.size[0])
            self._draw(f"{self._placing.operands(self._height)} cm")

    def text(
        self, x: float, baseline: float, text: str, kind: Type, colour: str = "text", align: Align = "left"
    ) -> float:
        """Draw one line; `x` is its left, right or middle. Returns its width in mm."""
        if self.look.black and colour == "text_muted":
            kind = kind.weighing(400)  # quiet by its strokes, where there is no grey
        line = self.shaper.shape(text, kind.weight, tabular=kind.tabular, tracking=kind.tracking)
        return self.line_of_text(x, baseline, line, kind.size, colour, align)

    def line_of_text(
        self, x: float, baseline: float, line: ShapedLine, size: float, colour: str = "text", align: Align = "left"
    ) -> float:
        """Draw a line that is shaped already, at `size` points."""
        width = line.advance * size / MM
        left = x if align == "left" else x - width if align == "right" else x - width / 2
        if line.missing:
            self.note_missing(line)
        if line.runs:
            self._set_fill(colour)
            if any(run.typeface.thickening for run in line.runs):
                self._set_stroke(colour)
                self._width = ""
            with self.as_read(left, width):
                self._fonts.draw(line, left * MM, (self._height - baseline) * MM, size)
        return width

    def width(self, text: str, kind: Type) -> float:
        """The width of one line, in mm."""
        return self.shaper.width(text, kind.size, kind.weight, tabular=kind.tabular, tracking=kind.tracking) / MM

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        width: float = 0.35,
        colour: str = "line",
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line `width` mm wide."""
        self._set_stroke(colour)
        self._set_width(width)
        path = f"{self._point(x1, y1)} m {self._point(x2, y2)} l S"
        self._draw(_dashed(path, dash))

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        radius: float = 0.0,
        fill: str = "",
        stroke: str = "",
        line: float = 0.35,
        dash: Sequence[float] = (),
    ) -> None:
        """A box from its top left corner, filled, outlined or both."""
        self._paint(self._box(x, y, width, height, (radius,) * 4), fill, stroke, line, dash)

    def band(self, x: float, y: float, width: float, height: float, radii: Sequence[float], fill: str) -> None:
        """A filled box with its own radius at each corner: top left, top right, bottom right, bottom left."""
        self._paint(self._box(x, y, width, height, radii), fill, "", 0, ())

    def outline(
        self, x: float, y: float, width: float, height: float, radii: Sequence[float], line: float, colour: str
    ) -> None:
        """The same box as `band` empty, with a line inside its edge."""
        half = line / 2
        inner = [max(0.0, radius - half) for radius in radii]
        self._paint(self._box(x + half, y + half, width - line, height - line, inner), "", colour, line, ())

    def ring(self, x: float, y: float, diameter: float, line: float, colour: str, fill: str = "") -> None:
        """A circle whose outer edge has the diameter, by its centre."""
        half = (diameter - line) / 2
        path = self._box(x - half, y - half, 2 * half, 2 * half, (half,) * 4)
        self._paint(path, fill, colour, line, ())

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str = "",
        stroke: str = "",
        line: float = 0.35,
        closed: bool = True,
    ) -> None:
        """Straight edges through the points."""
        moves = " l ".join(self._point(x, y) for x, y in points).replace(" l ", " m ", 1)
        self._paint(f"1 j {moves} l{' h' if closed else ''}", fill, stroke, line, ())

    def hatch(self, x: float, y: float, width: float, height: float, radius: float, colour: str) -> None:
        """A box outlined and filled with slanted lines, for what is not told."""
        pitch = 1.1
        strokes = [
            f"{self._point(at, y + height)} m {self._point(at + height, y)} l"
            for at in (x - height + pitch * step for step in range(int((width + height) / pitch) + 1))
        ]
        self._set_stroke(colour)
        self._set_width(0.18)
        box = self._box(x, y, width, height, (radius,) * 4)
        self._draw(f"q {box} W n {' '.join(strokes)} S Q")
        self._paint(box, "", colour, 0.25, ())

    def mask(self, x: float, y: float, side: float, bits: bytes, modules: int, colour: str = "text") -> None:
        """A square one-bit picture (rows padded to bytes, 1 is drawn), top left corner and side in mm.

        It begins at a dot of the printer where those are known.
        """
        self._set_fill(colour)
        x, y = self._placing.at_dot(x, y, self._dot) if self._dot else (x, y)
        place = f"{side * MM:.3f} 0 0 {side * MM:.3f} {self._point(x, y + side)} cm"
        with self.as_read(x, side):
            self._draw(
                f"q {place} BI /W {modules} /H {modules} /IM true /BPC 1 /D [1 0] /F /AHx ID {bits.hex().upper()}> EI Q"
            )

    @property
    def dot(self) -> float:
        """The side of a dot of the printer in the mm that are drawn with now; 0: not known."""
        return self._dot / self._placing.scale

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """A picture, by its top left corner."""
        with self.as_read(x, width):
            self._pictures.draw(picture, f"{width * MM:.3f} 0 0 {height * MM:.3f} {self._point(x, y + height)}")

    @property
    def mark(self) -> str:
        """What makes a line go the way of the page, whichever way its first letter goes."""
        return "\u200f" if self.from_the_right else "\u200e"

    def as_read(self, x: float, width: float) -> AbstractContextManager[None]:
        """Draw what is never turned round between `x` and `x + width`, also where left and right are changed."""
        return self._placed(mirrored(2 * x + width)) if self._placing.mirrored else nullcontext()

    def facing(self, width: float) -> AbstractContextManager[None]:
        """Draw in a box `width` mm wide that begins where the language of the event does."""
        return self._placed(mirrored(width)) if self.from_the_right else nullcontext()

    def turned(self, width: float, height: float, x: float = 0.0, y: float = 0.0) -> AbstractContextManager[None]:
        """Draw upside down in a box of this size, by its top left corner."""
        return self._placed(upside_down(x, y, width, height))

    def placed(self, x: float, y: float, scale: float = 1.0) -> AbstractContextManager[None]:
        """Draw with the origin moved to (x, y) mm and everything enlarged by `scale`."""
        return self._placed(Placing(a=scale, d=scale, right=x, down=y))

    def on_its_side(self, width: float) -> AbstractContextManager[None]:
        """Draw on a label `width` mm wide whose text runs down."""
        return self._placed(on_its_side(width))

    @contextmanager
    def _placed(self, placing: Placing) -> Generator[None]:
        before, outer = (self._fill, self._stroke, self._width), self._placing
        self._draw(f"q {placing.operands(self._height)} cm")
        self._placing = outer.holding(placing)
        yield
        self._draw("Q")
        self._placing = outer
        self._fill, self._stroke, self._width = before

    def _save(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._open:
                self._canvas.showPage()
            self._partial.write_bytes(self._canvas.getpdfdata())  # `save` leaves the file open where the disk refuses
            put_in_place(self._partial, self._path)
        except OSError as error:
            with suppress(OSError):  # such as of a name that is too long for one
                self._partial.unlink()
            reason = error.strerror or error
            raise MixerError(
                f"{self._path} cannot be written: {reason}. Close it elsewhere or choose another place."
            ) from error

    def _paint(self, path: str, fill: str, stroke: str, line: float, dash: Sequence[float]) -> None:
        if fill:
            self._set_fill(fill)
        if stroke:
            self._set_stroke(stroke)
            self._set_width(line)
        self._draw(_dashed(f"{path} {'B' if fill and stroke else 'f' if fill else 'S'}", dash))

    def _box(self, x: float, y: float, width: float, height: float, radii: Sequence[float]) -> str:
        if not any(radii):
            return f"{self._point(x, y + height)} {width * MM:.3f} {height * MM:.3f} re"
        tl, tr, br, bl = (min(radius, width / 2, height / 2) for radius in radii)
        right, foot, k = x + width, y + height, 1 - _KAPPA
        p = self._point
        return (
            f"{p(x + tl, y)} m {p(right - tr, y)} l {p(right - tr * k, y)} {p(right, y + tr * k)} {p(right, y + tr)} c "
            f"{p(right, foot - br)} l {p(right, foot - br * k)} {p(right - br * k, foot)} {p(right - br, foot)} c "
            f"{p(x + bl, foot)} l {p(x + bl * k, foot)} {p(x, foot - bl * k)} {p(x, foot - bl)} c "
            f"{p(x, y + tl)} l {p(x, y + tl * k)} {p(x + tl * k, y)} {p(x + tl, y)} c h"
        )

    def _point(self, x: float, y: float) -> str:
        return f"{x * MM:.3f} {(self._height - y) * MM:.3f}"

    def _set_fill(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._draw(f"{self.look.colour_operands(colour)} rg")

    def _set_stroke(self, colour: str) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._draw(f"{self.look.colour_operands(colour)} RG")

    def _set_width(self, width: float) -> None:
        operator = f"{width * MM:.3f} w"
        if operator != self._width:
            self._width = operator
            self._draw(operator)

    def _draw(self, operators: str) -> None:
        self._canvas.addLiteral(operators)


def _dashed(path: str, dash: Sequence[float]) -> str:
    if not dash:
        return path
    return f"[{' '.join(f'{part * MM:.3f}' for part in dash)}] 0 d {path} [] 0 d"
