import pytest

from mixer_app.printing.look import MM
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.wrapping import Span, balanced, clusters, pieces, shorten, wrap, wrap_anywhere, wrap_spans


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Bo Li", ["Bo ", "Li"]),
        ("Adeyemi-Larsen", ["Adeyemi-", "Larsen"]),
        ("田中、遥", ["田", "中、", "遥"]),
        ("a\u00a0b c", ["a\u00a0b ", "c"]),
        ("", []),
    ],
)
def test_lines_break_at_spaces_hyphens_and_between_east_asian_letters(text: str, parts: list[str]):
    assert pieces(text) == parts


def test_marks_stay_with_their_letters():
    assert clusters("ที่") == ["ที่"]
    assert clusters("👩‍⚕️a") == ["👩‍⚕️", "a"]


def test_no_line_is_wider_than_the_column(kit: PrintKit):
    kind = kit.look.body
    text = "Northern and Western Isles University Hospitals " * 4
    lines = wrap(kit.shaper, text, kind, 40)
    assert max(kit.shaper.width(line, kind.size) / MM for line in lines) <= 40.02
    assert " ".join(lines) == text.strip()


def test_a_word_longer_than_the_line_is_broken_and_said_to_be(kit: PrintKit):
    lines, broken = wrap_anywhere(kit.shaper, "Wolfeschlegelsteinhausenbergerdorff", kit.look.title, 30)
    assert broken
    assert "".join(lines) == "Wolfeschlegelsteinhausenbergerdorff"


def test_shortened_text_ends_with_an_ellipsis_at_a_word(kit: PrintKit):
    lines, whole = shorten(kit.shaper, "Associate Programme Director, Emergency Medicine", kit.look.small, 40)
    assert lines == ["Associate Programme…"]
    assert not whole


def test_two_lines_are_balanced(kit: PrintKit):
    assert balanced(kit.shaper, "Nkechi Adeyemi-Larsen", 700) == ("Nkechi", "Adeyemi-Larsen")
    assert balanced(kit.shaper, "Ng", 700) is None


def test_a_full_stop_never_begins_a_line_after_a_bold_word(kit: PrintKit):
    look = kit.look
    spans = [Span("Shares ", look.small), Span("finance", look.strong), Span(". 14 years ahead.", look.small)]
    for width in range(8, 60):
        lines = wrap_spans(kit.shaper, spans, width)
        assert not any(line[0].text.startswith(".") for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "AV Too, VA, Ty. LT: who told you the truth in your first year as director of quality and of safety?",
        "من أخبرك بالحقيقة في سنتك الأولى كمدير للجودة والسلامة في المستشفى",
        "आपको पहले वर्ष में सच किसने बताया और आपने क्या सीखा",
        "初年度に誰が本当のことを教えてくれましたか。",
    ],
)
def test_every_line_is_as_full_as_if_each_were_shaped_whole(kit: PrintKit, text: str):
    kind = kit.look.small
    for width in (18.0, 30.0, 55.0, 90.0):
        filled = [""]
        for piece in pieces(text):
            whole = kit.shaper.width((filled[-1] + piece).rstrip(), kind.size) / MM
            filled = [*filled[:-1], filled[-1] + piece] if whole <= width + 0.01 else [*filled, piece]
        assert wrap(kit.shaper, text, kind, width) == [line.rstrip() for line in filled]
