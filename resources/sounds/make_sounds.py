"""Make the three chimes: `python resources/sounds/make_sounds.py`. Nothing but the standard library.

Each is a few strokes on a bell: partials in the proportions of a tuned bell, each dying away on its own.
"""

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
PARTIALS = ((0.5, 0.35, 0.9), (1.0, 1.0, 0.7), (2.0, 0.4, 0.4), (3.0, 0.2, 0.25), (4.2, 0.1, 0.12))
"""Of the stroke's pitch: proportion, loudness, seconds until a third is left."""

E5, G5, A5, C6, E6 = 659.26, 783.99, 880.0, 1046.5, 1318.51
CHIMES = {
    "start": ((0.0, G5), (0.28, C6), (0.56, E6)),
    "two-minutes": ((0.0, A5), (0.5, A5)),
    "end": ((0.0, E6), (0.4, C6), (0.8, G5)),
}
"""Strokes as (seconds after the beginning, pitch in hertz): rising, twice the same, falling."""

RINGS_S = 1.6  # after the last stroke
LOUDEST = 0.7  # of what the format can hold


def samples(strokes: tuple[tuple[float, float], ...]) -> list[float]:
    """The sound pressure at each sample, its largest being `LOUDEST`."""
    length = round(RATE * (strokes[-1][0] + RINGS_S))
    made = [0.0] * length
    for at, pitch in strokes:
        first = round(RATE * at)
        for number in range(first, length):
            made[number] += stroke((number - first) / RATE, pitch) * fade_out(number, length)
    largest = max(map(abs, made))
    return [LOUDEST * value / largest for value in made]


def stroke(after_s: float, pitch: float) -> float:
    """One stroke on the bell, some seconds after it; the first five milliseconds rise, so that it does not click."""
    rise = min(after_s / 0.005, 1.0)
    return rise * sum(
        loud * math.exp(-after_s / lasts) * math.sin(2 * math.pi * pitch * part * after_s)
        for part, loud, lasts in PARTIALS
    )


def fade_out(number: int, length: int) -> float:
    """The last tenth of a second ends in silence."""
    return min((length - number) / (0.1 * RATE), 1.0)


def write(path: Path, values: list[float]) -> None:
    """Write 16-bit mono."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", round(32_767 * value)) for value in values))


if __name__ == "__main__":
    for name, strokes in CHIMES.items():
        write(Path(__file__).with_name(f"{name}.wav"), samples(strokes))
