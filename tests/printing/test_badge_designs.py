from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
import zxingcpp

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing.badges import DESIGNS, write_badges
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.stock import find_stock

STOCKS = ("label-90x60", "avery-5392", "avery-5395", "card-id-1", "durable-1453")


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("stock", STOCKS)
def test_no_ink_comes_near_the_edge_of_a_label(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, design: str, stock: str
):
    chosen = find_stock(stock)
    faces = [sample.faces()[1], sample.faces()[3], sample.face(PersonName(full="Wolfe" * 16), "GMCFC7J7", Role.MENTOR)]
    write_badges(faces, chosen, tmp_path / "badge.pdf", design=BadgeDesign(name=design), kit=kit)
    pixel = 100 / 25.4
    page = read(tmp_path / "badge.pdf").pixels(dpi=100) < 200
    label = page[
        round(chosen.top * pixel) : round((chosen.top + chosen.label_height) * pixel),
        round(chosen.left * pixel) : round((chosen.left + chosen.label_width) * pixel),
    ]
    edge = round(2.0 * pixel)
    label[edge:-edge, edge:-edge] = False
    assert label.sum() == 0


@pytest.mark.parametrize("design", DESIGNS)
def test_every_design_shows_name_job_role_and_a_code_that_is_read(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, design: str
):
    write_badges(
        sample.faces()[:1], find_stock("label-90x60"), tmp_path / "badge.pdf", design=BadgeDesign(name=design), kit=kit
    )
    written = read(tmp_path / "badge.pdf")
    text = written.text()
    for part in (
        "Bo",
        "Li",
        "Chief Pharmacist",
        "Harbour General Hospital",
        "Mentor",
        "WXWC",
        "BYBS",
        "night staffing",
    ):
        assert part in text
    assert [code.text for code in zxingcpp.read_barcodes(written.pixels(dpi=300))] == ["WXWCBYBS"]


def test_the_bold_badge_has_the_given_name_large(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    faces = [sample.face(PersonName(full="Tanaka Haruka", given="Haruka"), "GJBE9EB0", Role.MENTOR)]
    write_badges(faces, find_stock("label-90x60"), tmp_path / "badge.pdf", design=BadgeDesign(name="bold"), kit=kit)
    written = read(tmp_path / "badge.pdf")
    given, family = written.place("Haruka"), written.place("Tanaka")
    assert given.bottom < family.bottom
    assert given.bottom - given.top > 1.4 * (family.bottom - family.top)


@pytest.mark.parametrize("design", ["classic", "bold", "minimal"])
def test_pronouns_stand_behind_the_title_if_given(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, design: str
):
    face = replace(sample.faces()[0], title="Specialist", pronouns="she/her")
    write_badges([face], find_stock("label-90x60"), tmp_path / "badge.pdf", design=BadgeDesign(name=design), kit=kit)
    written = read(tmp_path / "badge.pdf")
    title, pronouns = written.place("Specialist"), written.place("she/her")
    assert title.right < pronouns.left < title.right + 4
    assert pronouns.top == pytest.approx(title.top, abs=0.6)
