import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.exchange.files import read_tables
from mixer_app.exchange.writing import write_table


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_what_is_written_is_read_again(tmp_path, name):
    rows = [["=1+1", "+44", 'a "quoted", cell\nof two lines'], ["'=x", "", "Zoë 王小明 𠮷"]]
    write_table(tmp_path / name, "People", ["Name", "Phone", "Goal"], rows)
    (table,) = read_tables(tmp_path / name)
    assert [list(row.cells) for row in table.rows] == rows


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(MixerError, match="could not be written"):
        write_table(tmp_path / "taken" / "a.csv", "People", ["Name"], [])
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_file_that_is_there_is_replaced_whole(tmp_path):
    out = tmp_path / "a.csv"
    out.write_text("old")
    write_table(out, "People", ["Name"], [["Ann"]])
    assert out.read_bytes() == b"\xef\xbb\xbfName\r\nAnn\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
