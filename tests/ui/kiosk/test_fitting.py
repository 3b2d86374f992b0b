"""Text in its place: no letter is lost at any side, in any script, and lines end where one expects it."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.header import Steps
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.text import Words

AUTO = Qt.LayoutDirection.LayoutDirectionAuto
TALL = ("أهلًا وسهلًا", "الرمز السري للموظفين", "कृपया डेस्क पर जाएँ", "受付デスクへ", "Ångström, jÿ")
AROUND = 200
LONG = "Wolfeschlegelsteinhausenbergerdorff"


@pytest.fixture
def look(appearance: object) -> KioskLook:
    return KioskLook()


def lines_of(fitted: FittedText) -> list[str]:
    """The letters of each line."""
    text, layout = fitted.layout.text(), fitted.layout
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()].strip("\u2028 ") for line in lines]


def ink(fitted: FittedText, width: int) -> tuple[int, int, int, int]:
    """How far the painted letters reach: left, top, right and bottom, from the corner of their box."""
    height = fitted.height
    image = QImage(width + 2 * AROUND, height + 2 * AROUND, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    fitted.paint(painter, QRect(AROUND, AROUND, width, height), Qt.AlignmentFlag.AlignLeft, QColor(0, 0, 0))
    painter.end()
    rows = [bytes(image.constScanLine(row))[: image.width()] for row in range(image.height())]
    inked = [number for number, row in enumerate(rows) if min(row) < 128]
    columns = [column for column in range(image.width()) if min(row[column] for row in rows) < 128]
    return columns[0] - AROUND, inked[0] - AROUND, columns[-1] - AROUND, inked[-1] - AROUND


@pytest.mark.parametrize("text", TALL)
@pytest.mark.parametrize("style", ["kiosk_body", "display", "kiosk_display"])
def test_a_line_is_as_high_as_its_letters(look: KioskLook, style: str, text: str) -> None:
    fitted = fit_text(text, look.font(style), Room(width=900, line_height=look.line(style)), AUTO)
    _, top, _, bottom = ink(fitted, 900)
    assert top >= 0
    assert bottom < fitted.height
    assert fitted.height <= 1.3 * look.line(style), "a font claims far more than its letters take"


@pytest.mark.parametrize("text", TALL)
def test_a_label_asks_for_that_height_and_says_when_it_has_less(look: KioskLook, text: str) -> None:
    label = Words(look, "kiosk_display")
    label.setText(text)
    label.resize(label.sizeHint())
    assert not label.clipped
    label.resize(label.width(), label.fitted().ink_height - 3)
    assert label.clipped


def test_lines_of_a_tall_script_do_not_touch(look: KioskLook) -> None:
    room = Room(width=300, lines=2, line_height=look.line("kiosk_display"))
    fitted = fit_text("الرمز السري ثلاثةً", look.font("kiosk_display"), room, AUTO)
    assert len(lines_of(fitted)) == 2
    _, top, _, bottom = ink(fitted, 300)
    assert top >= 0
    assert bottom < fitted.height


def test_a_long_given_name_keeps_its_last_letter(look: KioskLook) -> None:
    fitted = fit_text(LONG, look.font("display"), Room(width=400, lines=2, line_height=40), AUTO)
    assert not fitted.clipped
    assert "".join(lines_of(fitted)) == LONG
    assert ink(fitted, 400)[2] < 400
    first, second = (len(line) for line in lines_of(fitted))
    assert abs(first - second) < 6, "both lines are about as long"


def test_a_name_that_is_cut_says_so(look: KioskLook) -> None:
    fitted = fit_text(LONG * 4, look.font("display"), Room(width=300, lines=2, line_height=40), AUTO)
    assert fitted.clipped
    assert lines_of(fitted)[-1].endswith("…")
    assert ink(fitted, 300)[2] < 300


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("連絡を取りたい", 140, ["連絡を", "取りたい"]),
        ("双方が希望した場合だけ連絡先を共有します", 360, ["双方が希望した場合だけ", "連絡先を共有します"]),
        ("見つかりませんか？もう1文字入力してください。", 420, ["見つかりませんか？", "もう1文字入力してください。"]),
    ],
)
def test_japanese_lines_end_where_the_phrase_does(look: KioskLook, text: str, width: int, lines: list[str]) -> None:
    assert lines_of(fit_text(text, look.font(), Room(width=width, lines=2), AUTO)) == lines


def test_chinese_is_a_little_smaller_rather_than_one_letter_alone(look: KioskLook) -> None:
    assert lines_of(fit_text("我想保持联系吧", look.font(), Room(width=140, lines=2), AUTO)) == ["我想保持联系吧"]


def test_chinese_without_a_mark_is_broken_evenly(look: KioskLook) -> None:
    fitted = fit_text("只有双方都同意才会交换联系方式否则不会", look.font(), Room(width=360, lines=2), AUTO)
    first, second = (len(line) for line in lines_of(fitted))
    assert abs(first - second) <= 2


def darkness(look: KioskLook, text: str, size: int, *, weight: int, strong: tuple[tuple[int, int], ...] = ()) -> float:
    """How much of a line of letters is ink, as a share of their size squared."""
    font = look.font(weight=weight)
    font.setPixelSize(size)
    fitted = fit_text(text, font, Room(width=2000, line_height=2 * size, strong=strong), AUTO)
    image = QImage(2000, 2 * size, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    fitted.paint(painter, image.rect(), Qt.AlignmentFlag.AlignLeft, QColor(0, 0, 0))
    painter.end()
    rows = [bytes(image.constScanLine(row))[: image.width()] for row in range(image.height())]
    return sum(255 * len(row) - sum(row) for row in rows) / 255 / size**2


@pytest.mark.parametrize("text", ["欢迎", "ようこそ", "환영", "𠮷野"])
def test_bold_letters_of_a_script_of_one_weight_are_as_bold_in_a_large_heading_as_in_a_small_one(
    look: KioskLook, text: str
) -> None:
    thin = darkness(look, text, 48, weight=400)
    small, large = (darkness(look, text, size, weight=700) for size in (48, 76))
    assert small > 1.3 * thin
    assert large == pytest.approx(small, rel=0.03)


def test_only_the_letters_that_were_typed_stand_out_in_a_script_of_one_weight(look: KioskLook) -> None:
    thin, one, both = (
        darkness(look, "王明", 22, weight=400, strong=strong) for strong in ((), ((0, 1),), ((0, 1), (1, 1)))
    )
    assert 1.1 * thin < one < both / 1.1


def test_letters_that_have_a_bold_face_keep_it(look: KioskLook) -> None:
    assert fit_text("Willkommen 18:10", look.font("display"), Room(width=900), AUTO).thick == []
    assert fit_text("18:10 受付済み", look.font("display"), Room(width=900), AUTO).thick == [(6, 4)]


def test_the_current_step_is_told_by_more_than_colour(look: KioskLook) -> None:
    steps = Steps(look)
    steps.resize(steps.sizeHint())
    marked: list[list[int]] = []
    for current in range(3):
        steps.show_step(current)
        image = steps.grab().toImage()
        row = (image.height() + look.line()) // 2 + look.px(3)
        accent = look.color("accent").rgb()
        marked.append([column for column in range(image.width()) if image.pixel(column, row) == accent])
    assert all(marked)
    assert marked[0][-1] < marked[1][0]
    assert marked[1][-1] < marked[2][0]
