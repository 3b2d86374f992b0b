from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import zxingcpp

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.domain.stock import label_boxes
from mixer_app.printing.badges import write_badges
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.stock import find_stock


def test_text_stands_where_the_picture_has_it(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_badges(sample.faces()[:1], find_stock("label-90x60"), tmp_path / "badge.pdf", kit=kit)
    written = read(tmp_path / "badge.pdf")
    assert written.size() == pytest.approx((90, 60), abs=0.05)
    event, code, name = written.place("Physician Leadership"), written.place("WXWC-BYBS"), written.place("Bo Li")
    title, employer = written.place("Chief Pharmacist"), written.place("Harbour General")
    role = written.place("Mentor")
    assert event.left == pytest.approx(4, abs=0.5)
    assert code.right == pytest.approx(86, abs=0.5)
    assert (name.top + name.bottom) / 2 == pytest.approx(17.2, abs=0.4)
    assert title.top == pytest.approx(27.6, abs=0.5)
    assert employer.top == pytest.approx(32.0, abs=0.5)
    assert role.left == pytest.approx(13.8, abs=0.6)
    assert 46.4 < role.top < role.bottom < 56


def test_the_code_is_read_from_every_badge(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    faces = sample.faces()[:8]
    write_badges(faces, find_stock(None), tmp_path / "sheet.pdf", kit=kit)
    found = zxingcpp.read_barcodes(read(tmp_path / "sheet.pdf").pixels(dpi=300))
    assert sorted(code.text for code in found) == sorted(face.code for face in faces)


@pytest.mark.parametrize("stock", ["avery-5395", "durable-1453", "avery-5160"])
def test_the_code_is_read_on_small_labels_too(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, stock: str
):
    write_badges(sample.faces()[:3], find_stock(stock), tmp_path / "sheet.pdf", kit=kit)
    found = zxingcpp.read_barcodes(read(tmp_path / "sheet.pdf").pixels(dpi=300))
    assert {code.text for code in found} == {face.code for face in sample.faces()[:3]}


@pytest.mark.parametrize(
    ("stock", "box"), [("label-90x60", (4, 8.7, 82, 17)), ("avery-l7418", (4, 8.7, 78, 12))], ids=["90 x 60", "86 x 55"]
)
def test_every_name_has_ink_and_only_in_its_box(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, stock: str, box: tuple[float, ...]
):
    chosen = find_stock(stock)
    everybody = [PersonName(full=name) for name in sample.NAMES]
    everybody.append(PersonName(full="Nour Al-Huda Mansour", native="نور الهدى منصور"))
    faces = [sample.face(name, "GMCFC7J7", Role.MENTOR, "Hospitalist", "Karoo") for name in everybody]
    empty = [sample.face(PersonName(full=" "), "GMCFC7J7", Role.MENTOR, "Hospitalist", "Karoo") for _ in everybody]
    write_badges(faces, chosen, tmp_path / "named.pdf", kit=kit)
    write_badges(empty, chosen, tmp_path / "empty.pdf", kit=kit)
    named, bare = read(tmp_path / "named.pdf"), read(tmp_path / "empty.pdf")
    pages = [np.abs(named.pixels(page, 100).astype(int) - bare.pixels(page, 100)) > 96 for page in range(named.pages)]
    pixel = 100 / 25.4
    for index, name in enumerate(everybody):
        page, label = divmod(index, chosen.labels)
        row, column = divmod(label, chosen.columns)
        left, top = chosen.left + column * chosen.pitch_x, chosen.top + row * chosen.pitch_y
        window = pages[page][
            round(top * pixel) : round((top + chosen.label_height) * pixel),
            round(left * pixel) : round((left + chosen.label_width) * pixel),
        ]
        rows, columns = np.nonzero(window)
        assert len(rows) > 20, f"{name.full} has no ink"
        assert columns.min() >= (box[0] - 0.3) * pixel, name
        assert columns.max() <= (box[0] + box[2] + 0.3) * pixel, name
        assert rows.min() >= (box[1] - 0.3) * pixel, name
        assert rows.max() <= (box[1] + box[3] + 0.3) * pixel, name


def test_what_does_not_fit_is_said(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    long, strange = PersonName(full="W" * 60), PersonName(full="Ana \U0001331c")
    report = write_badges(
        [
            sample.face(long, "GMCFC7J7", Role.MENTEE, "Director " * 30),
            sample.face(strange, "GMCFC7J7", Role.MENTEE),
        ],
        find_stock(None),
        tmp_path / "odd.pdf",
        kit=kit,
    )
    assert report.pages == 1
    sentences = " ".join(report.not_printed)
    assert f"{'W' * 60}: the name is too long" in sentences
    assert "is shortened" in sentences
    assert "egyptian hieroglyph" in sentences
    assert "U+1331C" in sentences


def test_names_that_fit_are_not_reported(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    faces = [face for face in sample.faces() if face.name is None or "Wolfe" not in face.name.full]
    report = write_badges(faces, find_stock(None), tmp_path / "all.pdf", kit=kit)
    assert report.not_printed == []


def test_a_topic_is_left_out_whole(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    topics = ("negotiation", "running a very large teaching hospital", "leading a merger of two proud institutions")
    face = sample.face(PersonName(full="Bo Li"), "WXWCBYBS", Role.MENTOR, "", "", *topics)
    write_badges([face], find_stock("label-90x60"), tmp_path / "topics.pdf", kit=kit)
    text = read(tmp_path / "topics.pdf").text()
    assert "negotiation" in text
    assert "merger" not in text
    assert "…" not in text


def test_someone_who_is_both_has_both_words_and_a_spare_badge_no_name(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    faces = [sample.face(PersonName(full="Bo Li"), "WXWCBYBS", Role.BOTH), sample.face(None, "GMCFC7J7", Role.MENTEE)]
    write_badges(faces, find_stock("label-90x60"), tmp_path / "both.pdf", kit=kit)
    written = read(tmp_path / "both.pdf")
    assert written.place("Mentor").right < written.place("Mentee").left
    assert set(written.text(1).split()) == {"Physician", "Leadership", "Forum", "2027", "GMCF-C7J7", "Mentee"}


def test_labels_before_the_start_stay_empty(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    report = write_badges(sample.faces()[:3], find_stock("avery-l4728"), tmp_path / "start.pdf", start_at=7, kit=kit)
    assert report.pages == 2
    written = read(tmp_path / "start.pdf")
    assert written.place("Bo Li").top > 28.5 + 3 * 60
    assert "Labels 1 to 2 of 3" in written.text(0)
    assert "Label 3 of 3" in written.text(1)
    assert "Sheet 2 of 2" in written.text(1)


def test_crop_marks_stand_outside_the_trim_and_only_on_stock_that_is_cut(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    pixel = 150 / 25.4
    write_badges(sample.faces()[:1], find_stock(None), tmp_path / "cut.pdf", kit=kit)
    write_badges(sample.faces()[:1], find_stock("avery-l4728"), tmp_path / "cards.pdf", kit=kit)
    corner = read(tmp_path / "cut.pdf").pixels()[
        round(15 * pixel) : round(19 * pixel), round(11 * pixel) : round(13 * pixel)
    ]
    assert (corner < 200).any()
    margin = read(tmp_path / "cards.pdf").pixels()[: round(28 * pixel)]
    assert not (margin < 200).any()


@pytest.mark.parametrize("gutter", [0.0, 0.7, 1.5, 3.0, 8.0])
def test_crop_marks_of_any_gutter_leave_every_label_clean(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, gutter: float
):
    stock = replace(
        find_stock(None), left=3.0, top=0.0, pitch_x=90 + gutter, pitch_y=60 + gutter, rows=3, page_name="A4"
    )
    write_badges(sample.faces()[:1], stock, tmp_path / "cut.pdf", kit=kit)
    dpi = 200
    ink = read(tmp_path / "cut.pdf").pixels(dpi=dpi) < 200
    pixel = dpi / 25.4
    for box in label_boxes(stock)[1:]:
        inside = ink[
            round((box.y + 0.3) * pixel) : round((box.y + 59.7) * pixel),
            round((box.x + 0.3) * pixel) : round((box.x + 89.7) * pixel),
        ]
        assert not inside.any()
    assert ink[:, : round(2.9 * pixel)].any()  # marks at the left edge, shortened


def test_nobody_gives_one_empty_page(tmp_path: Path, kit: PrintKit, read: Callable):
    assert write_badges([], find_stock(None), tmp_path / "none.pdf", kit=kit).pages == 1
    assert read(tmp_path / "none.pdf").text() == ""


LONG_EVENT = "Regional Physician Leadership and Mentoring Forum 2027"


@pytest.mark.parametrize("design", ["classic", "bold", "minimal"])
def test_a_long_name_of_the_event_takes_two_lines(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, design: str
):
    face = replace(sample.faces()[4], event_name=LONG_EVENT)
    chosen, stock = BadgeDesign(name=design), find_stock("label-90x60")
    report = write_badges([face], stock, tmp_path / "event.pdf", design=chosen, kit=kit)
    written = read(tmp_path / "event.pdf")
    assert set(LONG_EVENT.split()) <= set(written.text().split())
    assert written.place("Regional").bottom < written.place("Forum 2027").bottom < 56.5
    assert report.remarks == ()


def test_a_name_of_the_event_that_is_longer_still_is_said(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    face = replace(sample.faces()[4], event_name=f"{LONG_EVENT} of the Northern and Western Hospitals")
    report = write_badges([face], find_stock("label-90x60"), tmp_path / "event.pdf", kit=kit)
    assert "…" in read(tmp_path / "event.pdf").text()
    assert report.remarks == ("These labels have no room for the whole name of the event.",)


@pytest.mark.parametrize("design", ["classic", "bold", "minimal"])
def test_an_upright_badge_has_a_larger_name_in_its_upper_half(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, design: str
):
    chosen, face = BadgeDesign(name=design), sample.face(PersonName(full="Bo Li", given="Bo"), "WXWCBYBS", Role.MENTOR)
    heights = {}
    for stock in ("label-90x60", "label-4x6"):
        write_badges([face], find_stock(stock), tmp_path / "b.pdf", design=chosen, kit=kit)
        name = read(tmp_path / "b.pdf").place("Bo")
        heights[stock] = name.bottom - name.top
    assert heights["label-4x6"] > 1.2 * heights["label-90x60"]
    assert name.bottom < 152.4 / 2


def test_an_east_asian_name_is_larger_only_where_it_stays_whole(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    face = sample.face(PersonName(full="王小明"), "WXWCBYBS", Role.MENTOR)
    write_badges([face], find_stock("label-4x6"), tmp_path / "b.pdf", design=BadgeDesign(name="bold"), kit=kit)
    written = read(tmp_path / "b.pdf")
    assert written.place("王").top == pytest.approx(written.place("明").top, abs=2.0)


def test_an_unknown_design_is_refused(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    with pytest.raises(MixerError, match="“baroque” is not a badge design"):
        write_badges(
            sample.faces()[:1], find_stock(None), tmp_path / "x.pdf", design=BadgeDesign(name="baroque"), kit=kit
        )


def test_cancelling_leaves_no_file(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    with pytest.raises(Cancelled):
        write_badges(sample.faces(), find_stock(None), tmp_path / "x.pdf", kit=kit, progress=lambda at, _: at < 0.5)
    assert list(tmp_path.iterdir()) == []
