"""What makes paper and projector look like one event: its logo and its colour."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Picture:
    """A checked picture, PNG or JPEG, and its size in points."""

    data: bytes = field(repr=False)
    width: int
    height: int

    @cached_property
    def key(self) -> str:
        """The same for the same picture, another for every other."""
        return hashlib.sha256(self.data).hexdigest()[:24]

    def size_in(self, width: float, height: float) -> tuple[float, float]:
        """As large as it can be in a box, in the unit of the box, nothing distorted."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """The look of an event; without a colour of its own it has ours."""

    accent: str = ""  # such as "#0B6E69"
    logo: Picture | None = None
    from_the_right: bool = False  # its language is read from the right, so its pages begin there
