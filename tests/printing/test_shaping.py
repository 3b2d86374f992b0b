import pytest

from mixer_app.printing.paper import PrintKit
from mixer_app.printing.shaping import printable


def families(kit: PrintKit, text: str) -> list[str]:
    return [run.typeface.family.removeprefix("Noto Sans ") for run in kit.shaper.shape(text).runs]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("王小明", "SC"),
        ("佐藤 美咲", "JP"),
        ("さとう", "JP"),
        ("김민준", "KR"),
        ("𠮷野", "JP"),
        ("محمد علي", "Arabic"),
        ("श्रीनिवास", "Devanagari"),
        ("สมชาย ใจดี", "Thai"),
        ("Łukasz Żółć", "Inter"),
        ("Nguyễn Thị Ánh", "Inter"),
        ("Հայկ", "Armenian"),
        ("გიორგი", "Georgian"),
        ("አበበ", "Ethiopic"),
        ("😀", "Noto Emoji"),
    ],
)
def test_a_name_is_set_in_one_face_of_its_script(kit: PrintKit, text: str, family: str):
    assert families(kit, text) == [family]


def test_decomposed_and_composed_letters_are_the_same(kit: PrintKit):
    decomposed = kit.shaper.shape("Nguye\u0302\u0303n")
    assert decomposed.advance == kit.shaper.shape("Nguyễn").advance
    assert not decomposed.missing


def test_tabular_figures_are_equally_wide(kit: PrintKit):
    widths = {kit.shaper.shape(figure, 600, tabular=True).advance for figure in "0123456789"}
    assert len(widths) == 1
    assert kit.shaper.shape("1", 600).advance < kit.shaper.shape("0", 600).advance


def test_arabic_letters_join(kit: PrintKit):
    joined = kit.shaper.shape("محمد")
    alone = {kit.shaper.shape(letter).runs[0].glyphs[0].id for letter in "محمد"}
    assert joined.right_to_left
    assert not alone >= {glyph.id for glyph in joined.runs[0].glyphs}


def test_tracking_leaves_joined_scripts_alone(kit: PrintKit):
    assert kit.shaper.shape("محمد", tracking=-0.02).advance == kit.shaper.shape("محمد").advance
    assert kit.shaper.shape("Bo", tracking=-0.02).advance == pytest.approx(kit.shaper.shape("Bo").advance - 0.04)


def test_a_character_that_no_font_has_is_reported(kit: PrintKit):
    assert kit.shaper.shape("Ana \U0001331c").missing == ("\U0001331c",)


def test_joiners_and_variation_selectors_are_never_missing(kit: PrintKit):
    assert kit.shaper.shape("\u200eAna \u2764\ufe0f نمی\u200cخواهم").missing == ()


def test_control_characters_and_line_breaks_do_not_reach_paper():
    assert printable("Ana\tMaria\nB\x00\x07") == "Ana Maria B"


def test_empty_text_has_no_width(kit: PrintKit):
    line = kit.shaper.shape("")
    assert (line.advance, line.runs, line.missing) == (0, (), ())
