"""From a choice in the designer to the drawn badge, and what a logo costs on 5,000 badges.

Run with: `pytest tests/benchmarks/test_badge_preview.py --benchmark-enable -m "speed or not speed" -s`.
"""

import io
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.brand import Brand
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing.badges import DESIGNS, write_badges
from mixer_app.printing.paper import new_kit
from mixer_app.printing.pictures import logo_from_file
from mixer_app.printing.stock import find_stock
from mixer_app.services.badge_preview import BadgePreview

NAMES = ("Bo Li", "Nkechi Adeyemi-Larsen", "田中 遥香", "نور الهدى منصور", "श्रीनिवास", "Maria Apostolopoulou")


def brand() -> Brand:
    image = Image.new("RGBA", (1200, 400), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((0, 0, 1199, 399), fill="#8E24AA")
    written = io.BytesIO()
    image.save(written, "PNG")
    return Brand(accent="#8E24AA", logo=logo_from_file(written.getvalue()))


def face(number: int) -> BadgeFace:
    return BadgeFace(
        event_name="Physician Leadership Forum 2027",
        code=f"{number:08}",
        role=list(Role)[number % 3],
        name=PersonName(full=f"{NAMES[number % len(NAMES)]} {number}"),
        title="Chief Pharmacist",
        employer="Harbour General Hospital",
        topics=("negotiation", "night staffing"),
    )


@pytest.mark.speed
def test_a_badge_is_drawn_within_a_tenth_of_a_second_of_a_choice() -> None:
    preview, look = BadgePreview(), brand()
    preview.picture(face(0), "", BadgeDesign(), look, 96)  # opens the fonts
    times: list[float] = []
    for number in range(30):
        began = time.perf_counter()
        preview.picture(face(number), "", BadgeDesign(name=list(DESIGNS)[number % 3]), look, 96)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    sys.stdout.write(f"badge drawn: median {times[15]:.0f} ms, slowest {times[-1]:.0f} ms\n")
    assert times[28] < 100


@pytest.mark.speed
def test_a_logo_costs_little_however_many_badges(tmp_path: Path) -> None:
    kit, faces = new_kit(), [face(number) for number in range(5000)]
    figures: dict[str, Any] = {}
    write_badges(faces[:50], find_stock(None), tmp_path / "warm.pdf", kit=kit)
    for name, used in (("without", kit), ("with", kit.branded(brand()))):
        out = tmp_path / f"{name}.pdf"
        began = time.perf_counter()
        write_badges(faces, find_stock(None), out, kit=used)
        figures[name] = (time.perf_counter() - began, out.stat().st_size)
    sys.stdout.write(f"5,000 badges (s, bytes): {figures}\n")
    assert figures["with"][0] < 1.5 * figures["without"][0]
    assert figures["with"][1] < 1.5 * figures["without"][1]
