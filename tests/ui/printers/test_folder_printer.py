"""A station without a printer: each badge is a file."""

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.printers import Sending, SpoolState
from mixer_app.ui.printers.folder_printer import FolderPrinter


@pytest.fixture
def badge(tmp_path):
    path = tmp_path / "badge.pdf"
    path.write_bytes(b"%PDF-1.4 badge")
    return path


def test_a_badge_is_a_file_under_its_title(tmp_path, badge):
    printer = FolderPrinter(tmp_path / "new" / "badges")
    spool_id = printer.send(badge, Sending(title="Badge K7M2QX4B"))
    assert spool_id == "Badge K7M2QX4B.pdf"
    assert [path.read_bytes() for path in printer.folder.iterdir()] == [b"%PDF-1.4 badge"]
    assert printer.state(spool_id).state is SpoolState.COMPLETED


def test_a_second_one_does_not_replace_the_first(tmp_path, badge):
    printer = FolderPrinter(tmp_path)
    assert [printer.send(badge, Sending(title="A/B")) for _ in range(3)] == ["A_B.pdf", "A_B (2).pdf", "A_B (3).pdf"]


def test_a_file_that_somebody_took_away_is_missed(tmp_path):
    assert FolderPrinter(tmp_path).state("gone.pdf").state is SpoolState.GONE


def test_a_folder_that_cannot_be_written_is_named(tmp_path, badge):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MixerError, match="cannot be written"):
        FolderPrinter(tmp_path / "file").send(badge, Sending(title="Badge"))
