"""What a queue of CUPS takes: the PDF itself as a rule, else pages as pictures."""

from dataclasses import dataclass
from typing import Final

from mixer_app.domain.printers import RasterForm, SheetBack
from mixer_app.domain.stock import Flip
from mixer_app.ui.printers.ipp import Group

PDF: Final = "application/pdf"
PICTURES: Final = "image/pwg-raster"
FORMATS: Final = "document-format-supported"
_RESOLUTIONS: Final = "pwg-raster-document-resolution-supported"
_KINDS: Final = "pwg-raster-document-type-supported"
_BACK: Final = "pwg-raster-document-sheet-back"
_USUAL: Final = "printer-resolution-default"
ASKED_OF_FORMATS: Final = (FORMATS, _RESOLUTIONS, _KINDS, _BACK, _USUAL)

_COLOUR: Final = "srgb_8"
_SHARPEST_DPI: Final = 600
_LIKELY_DPI: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenFormats:
    """The answer of a queue that was asked for `ASKED_OF_FORMATS`."""

    as_pictures: bool = False  # pages as pictures, and no PDF
    dpi: int = _LIKELY_DPI
    grey: bool = False
    back: SheetBack = SheetBack.NORMAL

    @classmethod
    def said_by(cls, group: Group) -> "TakenFormats":
        """What an answer says. A queue that says nothing, or takes neither, is given the PDF: it then says why not."""
        formats, kinds = group.get(FORMATS, []), group.get(_KINDS, [])
        back = str(group.get(_BACK, [SheetBack.NORMAL])[0])
        return cls(
            as_pictures=PDF not in formats and PICTURES in formats,
            dpi=_resolution(group),
            grey=bool(kinds) and _COLOUR not in kinds,
            back=SheetBack(back) if back in set(SheetBack) else SheetBack.NORMAL,
        )

    def form(self, *, two_sided: Flip, upright: bool) -> RasterForm:
        """How the pages of a document are drawn for it."""
        return RasterForm(dpi=self.dpi, grey=self.grey, upright=upright, two_sided=two_sided, back=self.back)


def _resolution(group: Group) -> int:
    """The printer's own, or the sharpest that it takes and that is of use."""
    taken = sorted(value for value in group.get(_RESOLUTIONS, []) if isinstance(value, int) and value > 0)
    usual = group.get(_USUAL, [0])[0]
    useful = [value for value in taken if value <= _SHARPEST_DPI]
    if isinstance(usual, int) and usual > 0 and usual in (useful or taken or [usual]):
        return usual
    return useful[-1] if useful else next(iter(taken), _LIKELY_DPI)
