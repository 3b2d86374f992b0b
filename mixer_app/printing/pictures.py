"""Logos: checked, trimmed and made ready for paper and screens."""

import io
from typing import TYPE_CHECKING, Any, Final

from mixer_app.domain.brand import Picture
from mixer_app.domain.errors import MixerError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES: Final = 10_000_000
"""Of a file that is chosen."""

_MOST_POINTS: Final = 60_000_000
_LARGEST: Final = 1200  # points of the long side as kept: 10 cm at 300 dpi
_SMALLEST: Final = 100  # points of the long side: less is coarse on paper
_LONGEST: Final = 12  # times as long as high
_PALE: Final = 232  # of 255; lighter than this is not seen on white paper
_WHITE: Final = 250
_SEEN: Final = 16  # of 255, opacity that counts as there


def logo_from_file(content: bytes) -> Picture:
    """The picture as it is kept: upright, without empty edges, not larger than needed.

    Raises `MixerError` in words for what cannot be used.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    if not content:
        raise MixerError("The file is empty. Choose another picture.")
    if len(content) > MOST_BYTES:
        raise MixerError(f"The picture has {len(content) / 1e6:.0f} MB. Choose one of at most 10 MB.")
    try:
        opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
        if opened.width * opened.height > _MOST_POINTS:
            raise MixerError(
                f"The picture has {opened.width:,} × {opened.height:,} points. Choose one of at most 60 million."
            )
        upright = ImageOps.exif_transpose(opened)
    except UnidentifiedImageError as error:
        raise MixerError("This is no PNG, JPEG or SVG picture. Choose another file.") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise MixerError("The picture is damaged and cannot be read. Choose another file.") from error
    return _ready(upright)


def _ready(image: "Image") -> Picture:
    clear = "A" in image.getbands() or "transparency" in image.info
    colour = image.convert("RGBA")
    box = _seen_box(colour)
    if box is None:
        raise MixerError("Nothing is to be seen in the picture. Choose another file.")
    colour = colour.crop(box)
    long, short = max(colour.size), min(colour.size)
    if long < _SMALLEST:
        raise MixerError(
            f"The picture has only {colour.width} × {colour.height} points, which is coarse on paper. "
            f"Choose one of at least {_SMALLEST} points."
        )
    if long > _LONGEST * short:
        raise MixerError("The picture is so long and narrow that nobody could see it. Choose another form of the logo.")
    if long > _LARGEST:
        scale = _LARGEST / long
        colour = colour.resize((max(1, round(colour.width * scale)), max(1, round(colour.height * scale))))
    return Picture(_encoded(colour, clear=clear), colour.width, colour.height)


def _seen_box(image: "Image") -> tuple[int, int, int, int] | None:
    """What can be seen on white paper; None: nothing."""
    from PIL import Image, ImageChops

    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    grey = paper.convert("L")
    darkest: Any = grey.getextrema()[0]
    opaque: Any = image.getchannel("A").getextrema()[1]
    if opaque >= _SEEN and darkest > _PALE:
        raise MixerError("The logo is white or nearly so: on paper nobody would see it. Choose it in a darker colour.")
    return ImageChops.invert(grey).point([255 * (value > 255 - _WHITE) for value in range(256)]).getbbox()


def _encoded(image: "Image", *, clear: bool) -> bytes:
    """The shorter of PNG and, where nothing is transparent, JPEG."""
    png = _saved(image if clear else image.convert("RGB"), "PNG", optimize=True)
    if clear:
        return png
    jpeg = _saved(image.convert("RGB"), "JPEG", quality=92, subsampling=0)
    return min(png, jpeg, key=len) if len(png) > 100_000 else png


def _saved(image: "Image", kind: str, **options: Any) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()
