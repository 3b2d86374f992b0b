"""Where on a page something is drawn: moved, enlarged, turned; all in mm from the top left."""

from dataclasses import dataclass

from mixer_app.printing.look import MM


@dataclass(frozen=True, slots=True)
class Placing:
    """Takes (x, y) to (a x + c y + right, b x + d y + down)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    right: float = 0.0
    down: float = 0.0

    @property
    def scale(self) -> float:
        """How much larger all is drawn."""
        return abs(self.a) + abs(self.b)  # it is turned by right angles only

    @property
    def mirrored(self) -> bool:
        """Whether what is right comes to lie left of what is left, or the other way round."""
        return self.a * self.d - self.b * self.c < 0

    def holding(self, inner: "Placing") -> "Placing":
        """`inner` within this one."""
        right, down = self._moved(inner.right, inner.down)
        return Placing(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            right,
            down,
        )

    def at_dot(self, x: float, y: float, dot: float) -> tuple[float, float]:
        """The point next to (x, y) that is at a dot of the page, `dot` mm wide."""
        across, along = (round(at / dot) * dot for at in self._moved(x, y))
        across, along = across - self.right, along - self.down
        whole = self.a * self.d - self.b * self.c
        return (self.d * across - self.c * along) / whole, (self.a * along - self.b * across) / whole

    def operands(self, height: float) -> str:
        """The same as the matrix of a PDF page `height` mm high, which counts from its foot."""
        across = (self.c * height + self.right) * MM
        up = (height * (1 - self.d) - self.down) * MM
        return f"{self.a:.5f} {-self.b:.5f} {-self.c:.5f} {self.d:.5f} {across:.3f} {up:.3f}"

    def _moved(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.right, self.b * x + self.d * y + self.down


def upside_down(x: float, y: float, width: float, height: float) -> Placing:
    """On its head in a box, by the box's top left corner."""
    return Placing(-1.0, 0.0, 0.0, -1.0, x + width, y + height)


def on_its_side(width: float) -> Placing:
    """On a label `width` mm wide: what was right is down, what was down is left."""
    return Placing(0.0, 1.0, -1.0, 0.0, width, 0.0)


def mirrored(width: float) -> Placing:
    """Left and right changed in a box `width` mm wide."""
    return Placing(-1.0, 0.0, 0.0, 1.0, width, 0.0)
