import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mixer_app.domain.people import PersonName
from mixer_app.printing.fitting import NameRule, fit_line, fit_name
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


@given(name=names(), box=st.sampled_from([BOX, (77.7, 16.3), (40.0, 8.5)]))
@settings(max_examples=8000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_of_any_script_stays_inside_its_box(kit: PrintKit, name: PersonName, box: tuple[float, float]):
    fitted = fit_name(kit.shaper, name, *box, RULE)
    assert fitted.lines
    assert fitted.height <= box[1] + 0.01
    for line in fitted.lines:
        left, right = min(0.0, line.line.ink.left), max(line.line.advance, line.line.ink.right)
        assert (right - left) * line.size / MM <= box[0] + 0.3
        assert line.baseline - line.line.ink.top * line.size / MM >= -0.01
        assert line.baseline - line.line.ink.bottom * line.size / MM <= fitted.height + 0.15


def test_a_native_name_is_broken_at_the_weight_it_is_printed_in(kit: PrintKit):
    fitted = fit_name(kit.shaper, PersonName(full="a", native="a" * 27 + "-Ấ"), *BOX, RULE)
    assert all(line.line.advance * line.size / MM <= BOX[0] for line in fitted.lines)


@given(name=names())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_of_a_name_is_cut_off(kit: PrintKit, name: PersonName):
    fitted = fit_name(kit.shaper, name, *BOX, RULE)
    printed = "".join(line.line.text for line in fitted.lines).replace(" ", "")
    both = name.native + name.full if name.native and name.native != name.full else name.full
    assert printed == kit.shaper.shape(both).text.replace(" ", "")


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
