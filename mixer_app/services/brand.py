"""The logo and the colour of an event, for paper, projector and every other place that shows whose evening it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mixer_app.domain.brand import Brand, Picture
from mixer_app.domain.colours import READABLE, colour_from_text, contrast, nearest_readable
from mixer_app.domain.errors import MixerError
from mixer_app.domain.languages import reads_from_the_right
from mixer_app.store import Session, events, pictures, settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourAdvice:
    """Whether text in a colour can be read on paper, and the nearest colour in which it can."""

    colour: str
    contrast: float
    nearest: str

    @property
    def holds(self) -> bool:
        """Whether the colour itself can be used."""
        return self.colour == self.nearest

    @property
    def sentence(self) -> str:
        """Both in words."""
        if self.holds:
            return f"Contrast {self.contrast:.1f} : 1 on paper."
        return (
            f"{self.colour} is too pale for text: its contrast is {self.contrast:.1f} : 1, "
            f"and {READABLE} : 1 is needed. The nearest that holds is {self.nearest}."
        )


def colour_advice(text: str) -> ColourAdvice:
    """What to say of a colour that someone wrote; `MixerError` for what is no colour."""
    from mixer_app.printing.look import Look

    look = Look()
    grounds = look.colour("surface"), look.colour("canvas")
    colour = colour_from_text(text)
    return ColourAdvice(
        colour=colour,
        contrast=min(contrast(colour, ground) for ground in grounds),
        nearest=nearest_readable(colour, grounds),
    )


def check_colour(text: str) -> str:
    """The colour as it is kept, empty for none; `MixerError` for what is no colour or cannot be read on paper."""
    if not text:
        return ""
    advice = colour_advice(text)
    if not advice.holds:
        raise MixerError(advice.sentence)
    return advice.colour


def check_logo(content: bytes) -> Picture:
    """The logo in a PNG or JPEG file, ready to be used; `MixerError` says why it cannot be."""
    from mixer_app.printing.pictures import logo_from_file

    return logo_from_file(content)


def event_brand(session: Session, event_id: int) -> Brand:
    """The logo and colour of an event, and where its pages begin."""
    chosen = settings.read_settings(session, event_id)
    key = chosen.get("logo")
    return Brand(
        accent=chosen.get("accent") or "",
        logo=pictures.find_picture(session, event_id, key) if key else None,
        from_the_right=reads_from_the_right(events.get_event(session, event_id).language),
    )


def with_kept_logo(session: Session, event_id: int, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes of settings in which a new logo, if there is one, is kept and named by its key; None removes it."""
    if "logo" not in changes:
        return dict(changes)
    logo: Picture | None = changes["logo"]
    return {**changes, "logo": pictures.keep_picture(session, event_id, logo) if logo is not None else ""}
