"""Names in narrow columns: whole if they can be, in short where that is known, never cut."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mixer_app.domain.people import PersonName
from mixer_app.printing.look import MM
from mixer_app.printing.name_lines import name_lines
from mixer_app.printing.paper import Paper, PrintKit

LONG = PersonName(
    full="Alexandrina Wilhelmina Konstantinopoulou-Featherstonehaugh",
    given="Alexandrina",
    family="Konstantinopoulou-Featherstonehaugh",
)


@pytest.fixture(scope="module")
def paper(kit: PrintKit, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    return Paper(tmp_path_factory.mktemp("names") / "names.pdf", title="Names", kit=kit)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (120, ["Alexandrina Wilhelmina Konstantinopoulou-Featherstonehaugh"]),
        (83, ["Alexandrina Konstantinopoulou-Featherstonehaugh"]),
        (64, ["Alexandrina Konstantinopoulou-F."]),
        (30, ["Alexandrina K."]),
    ],
)
def test_the_longest_form_that_stands_on_one_line_is_taken(paper: Paper, width: float, shown: list[str]) -> None:
    assert [line for _, line in name_lines(paper, LONG, paper.look.small, width).lines] == shown


def test_more_lines_are_taken_before_a_short_form_where_they_are_allowed(paper: Paper) -> None:
    lines = name_lines(paper, PersonName(full="Christopher Yazzie", given="Christopher"), paper.look.small, 22, lines=2)
    assert [line for _, line in lines.lines] == ["Christopher", "Yazzie"]


def test_own_script_and_latin_form_break_between_each_other(paper: Paper) -> None:
    name = PersonName(full="Nour Al-Huda Mansour", native="نور الهدى منصور")
    one = name_lines(paper, name, paper.look.small, 80)
    assert [line for _, line in one.lines] == ["\u200eنور الهدى منصور Nour Al-Huda Mansour"]
    two = name_lines(paper, name, paper.look.small, 36)
    assert [line for _, line in two.lines] == ["نور الهدى منصور", "Nour Al-Huda Mansour"]
    assert two.lines[1][0] - two.lines[0][0] >= 4.2


def test_a_name_whose_parts_are_not_known_is_broken_and_not_cut(paper: Paper) -> None:
    name = PersonName(full="Wolfeschlegelsteinhausenbergerdorff")
    lines = [line for _, line in name_lines(paper, name, paper.look.small, 25).lines]
    assert len(lines) == 3
    assert "".join(lines) == name.full


LETTERS = st.characters(codec="utf-8", categories=("L", "Mn", "Mc", "Zs", "Pd"))


@settings(max_examples=80, deadline=None)
@given(full=st.text(LETTERS, min_size=1, max_size=80), width=st.floats(24, 70))
def test_every_name_is_whole_and_inside_its_column(paper: Paper, full: str, width: float) -> None:
    kind = paper.look.small
    lines = name_lines(paper, PersonName(full=full), kind, width)
    assert _bare("".join(line for _, line in lines.lines)) == _bare(paper.shaper.shape(full, kind.weight).text)
    assert all(paper.width(line, kind) <= width + 0.02 or len(_bare(line)) <= 2 for _, line in lines.lines)
    baselines = [baseline for baseline, _ in lines.lines]
    assert baselines == sorted(baselines)
    assert all(baseline <= lines.height for baseline in baselines)
    ink = [paper.shaper.shape(line, kind.weight).ink.top * kind.size / MM for _, line in lines.lines[:1]]
    assert all(top <= baselines[0] + 1.6 for top in ink)


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) != "Cf")
