"""Documents for printers that take pages as pictures only."""

from pathlib import Path

from mixer_app.domain.printers import RasterForm
from mixer_app.domain.progress import Progress


def raster_document(pdf: Path, out: Path, form: RasterForm, progress: Progress | None = None) -> int:
    """Write the pages of a PDF as pictures in the printer's resolution; how many there are.

    `progress` hears of each page. Raises `MixerError` where there is no room for them.
    """
    from mixer_app.printing.pwg_raster import write_pwg_raster

    return write_pwg_raster(pdf, out, form, progress=progress)
