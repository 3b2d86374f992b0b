"""A document moved and scaled for one printer."""

from pathlib import Path

from mixer_app.domain.correction import Correction
from mixer_app.domain.errors import MixerError
from mixer_app.printing.look import MM
from mixer_app.printing.preview import open_pdf


def write_corrected(source: Path, target: Path, correction: Correction) -> None:
    """Write `source` to `target` with every page corrected; text stays text."""
    from pypdfium2 import raw

    with open_pdf(source) as document:
        for number in range(len(document)):
            page = document[number]
            height = page.get_height()
            up = height * (1 - correction.down) - correction.down_mm * MM
            matrix = raw.FS_MATRIX(correction.across, 0.0, 0.0, correction.down, correction.right_mm * MM, up)
            raw.FPDFPage_TransFormWithClip(page, matrix, None)
        try:
            document.save(target)
        except OSError as error:
            raise MixerError(f"“{target}” cannot be written: {error.strerror}. Choose another place.") from error
