from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from unicodedata import normalize

from mixer_app.printing.paper import Paper, PrintKit


def test_every_name_can_be_copied_from_the_page(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    with Paper(tmp_path / "names.pdf", title="Names", kit=kit) as paper:
        for name in sample.NAMES:
            paper.begin_page(200, 30)
            paper.text(10, 20, name, paper.look.display)
    written = read(tmp_path / "names.pdf")
    wrong = [name for page, name in enumerate(sample.NAMES) if normalize("NFC", name) not in written.text(page)]
    assert wrong == ["Sara (שרה) כהן"]  # readers turn brackets round themselves, each in its own way


def test_tabular_figures_and_ligatures_copy_as_typed(tmp_path: Path, kit: PrintKit, read: Callable):
    with Paper(tmp_path / "figures.pdf", title="Figures", kit=kit) as paper:
        paper.begin_page(100, 30)
        paper.text(10, 20, "18:05 office 1117", paper.look.title.with_table_figures)
    assert read(tmp_path / "figures.pdf").text() == "18:05 office 1117"


def test_only_the_glyphs_used_are_embedded(tmp_path: Path, kit: PrintKit):
    with Paper(tmp_path / "small.pdf", title="Small", kit=kit) as paper:
        paper.begin_page(100, 30)
        paper.text(10, 20, "王小明", paper.look.display)
    assert (tmp_path / "small.pdf").stat().st_size < 20_000


def test_marks_are_lifted_where_the_script_wants_them(tmp_path: Path, kit: PrintKit, read: Callable):
    with Paper(tmp_path / "thai.pdf", title="Thai", kit=kit) as paper:
        paper.begin_page(60, 30)
        paper.text(10, 20, "ที่", paper.look.display.sized(40))
        paper.begin_page(60, 30)
        paper.text(10, 20, "ท", paper.look.display.sized(40))
    written = read(tmp_path / "thai.pdf")
    tops = [int((written.pixels(page) < 128).any(axis=1).argmax()) for page in (0, 1)]
    assert tops[0] < tops[1] - 20  # vowel and tone mark stand above the letter
