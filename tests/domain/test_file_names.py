"""Whatever an event is called, a file of its name lands in the folder that was meant, on any system."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.file_names import file_title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Physician Leadership Forum 2027", "Physician Leadership Forum 2027"),
        ("Mentors/Mentees 2026", "Mentors Mentees 2026"),
        ("../../../tmp/EVIL", "tmp EVIL"),
        ("C:\\Windows\\x", "C Windows x"),
        ("What? <Now>: *", "What Now"),
        ("CON", "CON -"),
        ("nul.2026", "nul.2026 -"),
        ("Ends with dots...", "Ends with dots"),
        (".hidden", "hidden"),
        ("a\nb\x1b\u202ec", "a bc"),
        ("...", "Untitled"),
        ("佐藤 美咲の会", "佐藤 美咲の会"),
    ],
)
def test_a_title_becomes_a_name(title, name):
    assert file_title(title) == name


@given(st.text(max_size=400))
def test_every_name_is_one_name_in_the_folder_meant(title):
    name = file_title(title)
    for kind in (PurePosixPath, PureWindowsPath):
        path = kind("folder") / f"{name}, slips.pdf"
        assert path.parent == kind("folder")
        assert path.name == f"{name}, slips.pdf"
    assert not PureWindowsPath(name).is_reserved()
    assert len(f"Follow-up {name} GMCFC7J7".encode()) < 255
    assert name == name.strip(". ")


def test_a_name_can_be_written(tmp_path: Path):
    for title in ("é" * 500, "🏳️‍🌈" * 99, "Mentors/Mentees", "..", "a\0b"):
        (tmp_path / f"{file_title(title)}.pdf").write_text("x")
    assert len(list(tmp_path.iterdir())) == 5
