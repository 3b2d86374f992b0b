from pathlib import Path

import pytest

from mixer_app import paths
from mixer_app.domain.errors import MixerError
from mixer_app.printing.fonts import FontShelf


def test_every_file_of_the_table_is_there_and_has_static_glyf_outlines():
    for face in FontShelf().faces:
        for file in face.files.values():
            start = file.read_bytes()[:4096]
            assert b"glyf" in start, file
            assert b"fvar" not in start, file


def test_every_font_file_is_named_in_the_table_and_in_the_readme():
    folder = paths.resource("fonts")
    named = {file.name for face in FontShelf().faces for file in face.files.values()}
    assert {file.name for file in folder.glob("*.ttf")} == named
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert all(name.removeprefix("NotoSans").split("-")[0] in readme for name in named)


def test_the_faces_fit_in_forty_megabytes():
    assert sum(file.stat().st_size for file in paths.resource("fonts").glob("*.ttf")) < 40_000_000


def test_a_weight_without_a_file_is_thickened():
    shelf = FontShelf()
    (japanese,) = (face for face in shelf.faces if face.family == "Noto Sans JP")
    assert shelf.typeface(japanese, 700).thickening > 0
    assert shelf.typeface(japanese, 400).thickening == 0
    assert shelf.typeface(shelf.faces[0], 700).thickening == 0


def test_missing_characters_are_named():
    assert FontShelf().missing("Ana \U0001331c") == ("\U0001331c",)
    assert FontShelf().missing("王小明 𠮷 😀") == ()


def test_a_broken_table_is_refused_with_a_sentence(tmp_path: Path):
    (tmp_path / "fonts.toml").write_text("[[face]\n", encoding="utf-8")
    with pytest.raises(MixerError, match="list of fonts cannot be read"):
        _ = FontShelf(tmp_path).faces
