from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.people import PersonName
from mixer_app.printing.fitting import FittedName, NameRule, fit_line, fit_name
from mixer_app.printing.look import MM
from mixer_app.printing.paper import PrintKit

RULE = NameRule(largest=34.0)
BOX = (82.0, 17.0)
ALEXANDRINA = "Alexandrina Wilhelmina Konstantinopoulou-Featherstonehaugh"
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzÀÉÎÕÜßøłğıẤễ '-",
    "王小明佐藤美咲田中遥香𠮷野",
    "김민준이서연 ",
    "محمدعليفاطمةنور ",
    "שרהכהן ",
    "श्रीनिवासकृष्ण ",
    "สมชายใจดีที่นั้น",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя-",
    "WMwm—",
    "aب王ส😀 ",
)


@st.composite
def names(draw: st.DrawFn) -> PersonName:
    alphabet = draw(st.sampled_from(ALPHABETS))
    full = draw(st.text(alphabet, min_size=1, max_size=80).filter(str.strip))
    native = draw(st.one_of(st.just(""), st.text(draw(st.sampled_from(ALPHABETS)), min_size=1, max_size=80)))
    return PersonName(full=full.strip(), native=native.strip())


def assert_inside(fitted: FittedName, box: tuple[float, float]) -> None:
    """All ink is in the box, whose top left is (0, 0)."""
    assert fitted.lines
    assert fitted.height <= box[1]
    for line in fitted.lines:
        ink, millimetres = line.line.ink, line.size / MM
        width = max(line.line.advance, ink.right) - min(0.0, ink.left)
        assert line.indent + width * millimetres <= box[0] + 0.02
        assert line.baseline - ink.top * millimetres >= 0
        assert line.baseline - ink.bottom * millimetres <= fitted.height + 0.01


@given(name=names(), box=st.sampled_from([BOX, (77.7, 16.3), (40.0, 8.5)]), beside=st.booleans())
def test_any_name_of_any_script_stays_inside_its_box(
    kit: PrintKit, name: PersonName, box: tuple[float, float], beside: bool
):
    assert_inside(fit_name(kit.shaper, name, *box, replace(RULE, beside=beside)), box)


@pytest.mark.parametrize(
    ("full", "native", "beside"),
    [
        ("ي", "ط", True),
        ("ีจช", "منةرمحدودمعفطمنو", True),
        ("่" * 40, "佐中", False),
        ("्" * 48, "h", False),
        ("ี" * 55 + "จัชีจ", "", False),
        ("😀" * 66 + "b", "이" * 40, False),
    ],
    ids=[
        "deep beside",
        "wide beside",
        "marks below",
        "one wide cluster",
        "one tall cluster",
        "more than 4 points hold",
    ],
)
def test_names_that_once_stood_out_of_their_box_stay_inside(kit: PrintKit, full: str, native: str, beside: bool):
    rule = replace(RULE, beside=beside)
    for box in (BOX, (40.0, 8.5)):
        assert_inside(fit_name(kit.shaper, PersonName(full=full, native=native), *box, rule), box)


def test_a_native_name_is_broken_at_the_weight_it_is_printed_in(kit: PrintKit):
    fitted = fit_name(kit.shaper, PersonName(full="a", native="a" * 27 + "-Ấ"), *BOX, RULE)
    assert all(line.line.advance * line.size / MM <= BOX[0] for line in fitted.lines)


@given(name=names())
def test_nothing_of_a_name_is_cut_off(kit: PrintKit, name: PersonName):
    fitted = fit_name(kit.shaper, name, *BOX, RULE)
    printed = "".join(line.line.text for line in fitted.lines).replace(" ", "")
    both = [name.native, name.full] if name.native and name.native != name.full else [name.full]
    assert printed == "".join(kit.shaper.shape(one).text for one in both).replace(" ", "")


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        (PersonName(full="Bo Li"), [34.0]),
        (PersonName(full="Nkechi Adeyemi-Larsen"), [21.5, 21.5]),
        (PersonName(full=ALEXANDRINA, given="Alexandrina"), [20.0, 10.5, 10.5]),
        (PersonName(full="Tanaka Haruka", native="田中 遥香"), [26.0, 10.5]),
    ],
    ids=["one line", "two lines", "given name large", "own script first"],
)
def test_names_are_set_as_in_the_pictures(kit: PrintKit, name: PersonName, sizes: list[float]):
    fitted = fit_name(kit.shaper, name, *BOX, RULE)
    assert [line.size for line in fitted.lines] == sizes
    assert not fitted.shrunk


def test_a_name_that_breaks_the_rules_to_fit_says_so(kit: PrintKit):
    assert fit_name(kit.shaper, PersonName(full="W" * 60), *BOX, RULE).shrunk


def test_a_line_that_cannot_fit_has_no_size(kit: PrintKit):
    assert fit_line(kit.shaper, "Konstantinopoulou", 10, kit.look.title, 9) is None
    fitted = fit_line(kit.shaper, "Konstantinopoulou", 40, kit.look.title, 9)
    assert fitted
    assert fitted.size == 12.0
