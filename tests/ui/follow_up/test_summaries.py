"""Who gets what: to Print, or into the folder of the follow-up."""

from pathlib import Path

from PySide6.QtCore import Qt

from mixer_app.domain.answers import Answer
from mixer_app.services.paper import Document
from mixer_app.ui.printing.choice import PrintChoice

from .conftest import Entry

LEFT = Qt.MouseButton.LeftButton


def test_everyone_who_was_there_gets_a_summary_and_it_is_told_what_is_in_it(entry: Entry) -> None:
    entry.answered(entry.max, entry.ada, Answer.YES)
    entry.answered(entry.ada, entry.max, Answer.YES)
    entry.show("summaries")
    view = entry.page.frame.summaries
    lines = {line.cells[0].words: line for line in entry.lines(view)}
    assert set(lines) == {"Ada Lund", "Ben Ortiz", "Max Roth", "Mia Koh"}
    assert lines["Ada Lund"].cells[2].words == "Max Roth"
    assert lines["Ben Ortiz"].cells[2].words == "–"


def test_all_summaries_or_one_go_to_print(entry: Entry) -> None:
    entry.show("summaries")
    told: list[tuple[str, object]] = []
    entry.page.go_to.connect(lambda place, target: told.append((place, target)))
    entry.qtbot.mouseClick(entry.page.frame.print_button, LEFT)
    view = entry.page.frame.summaries
    view.table.go_to(1)
    entry.click_act(view, "Print this summary")
    one = frozenset((entry.lines(view)[1].subject.attendee_id,))  # type: ignore[attr-defined]
    assert told == [
        ("print", PrintChoice(document=Document.FOLLOW_UP)),
        ("print", PrintChoice(document=Document.FOLLOW_UP, attendee_ids=one)),
    ]


def test_the_folder_is_written_told_and_opened(entry: Entry, tmp_path: Path) -> None:
    entry.folders.append(tmp_path)
    entry.qtbot.mouseClick(entry.page.frame.export_button, LEFT)
    entry.settle()
    (folder,) = [one for one in tmp_path.iterdir() if one.name.startswith("Follow-up")]
    assert len(list((folder / "Summaries").iterdir())) == 4
    note = entry.page.frame.export_note
    assert note.isVisible()
    assert "for 4 people" in note.told_label.text()
    entry.qtbot.mouseClick(note.open_button, LEFT)
    assert entry.opened == [folder]
    entry.qtbot.mouseClick(note.close_button, LEFT)
    assert not note.isVisible()


def test_the_folder_of_one_person_has_their_code_and_only_them(entry: Entry, tmp_path: Path) -> None:
    entry.show("summaries")
    entry.folders.append(tmp_path)
    view = entry.page.frame.summaries
    view.table.go_to(view.model.position_of(entry.ben.id))
    entry.click_act(view, "Export for this person")
    entry.settle()
    (folder,) = [one for one in tmp_path.iterdir() if one.name.startswith("Follow-up")]
    assert folder.name.endswith(entry.ben.code)
    assert [one.stem for one in (folder / "Summaries").iterdir()] == [entry.ben.code]


def test_where_no_folder_is_chosen_nothing_is_written(entry: Entry) -> None:
    entry.qtbot.mouseClick(entry.page.frame.export_button, LEFT)
    entry.settle()
    assert not entry.page.frame.export_note.isVisible()


def test_a_folder_that_holds_something_else_is_left_alone_and_that_is_told(entry: Entry, tmp_path: Path) -> None:
    entry.folders.append(tmp_path)
    other = tmp_path / f"Follow-up {entry.event.name}"
    other.mkdir()
    (other / "Thesis.docx").write_text("mine", "utf-8")
    told: list[str] = []
    entry.page.failed.connect(told.append)
    entry.qtbot.mouseClick(entry.page.frame.export_button, LEFT)
    entry.settle()
    assert len(told) == 1
    assert (other / "Thesis.docx").read_text("utf-8") == "mine"
