"""Progress where somebody is watching, and only when the work takes a while."""

import json
import sys

import pytest

from mixer_app.cli import main, terminal


def test_nobody_watching_means_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    with terminal.working() as progress:
        assert progress is None


def test_quick_work_shows_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with terminal.working() as progress:
        assert progress is not None
        assert progress(0.5, "Half way")
    assert capsys.readouterr().err == ""


def test_long_work_shows_its_stage_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(terminal, "_QUIET_S", -1.0)
    with terminal.working() as progress:
        assert progress is not None
        assert progress(0.5, "Choosing pairs")
    said = capsys.readouterr()
    assert said.out == ""
    assert "Choosing pairs" in said.err


def test_results_for_programs_keep_every_script(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show_json({"name": "佐藤 美咲"})
    assert "佐藤 美咲" in capsys.readouterr().out


def test_a_byte_that_is_no_letter_is_written_as_an_escape(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show_json({"key": "\udcff"})
    assert json.loads(capsys.readouterr().out) == {"key": "\udcff"}
    terminal.show("Wrote \udcff.pdf.")
    assert capsys.readouterr().out == "Wrote \\udcff.pdf.\n"


@pytest.mark.parametrize("obeyed", ["\x1b", "\x07", "\x9b", "\x9d", "\r", "\u202e", "\u2066", "\u2028"])
def test_what_a_terminal_would_obey_is_written_as_an_escape(obeyed: str, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show(f"Ann{obeyed}Lee")
    terminal.tell(f"Ann{obeyed}Lee")
    terminal.show_json({"name": f"Ann{obeyed}Lee"})
    said = capsys.readouterr()
    assert obeyed not in said.out + said.err
    assert f"Ann\\u{ord(obeyed):04x}Lee" in said.err
    assert json.loads(said.out.partition("\n")[2]) == {"name": f"Ann{obeyed}Lee"}


def test_a_wrong_word_on_the_command_line_reaches_no_terminal_raw(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "\x1b]0;title\x07"]) == 2
    assert "\x1b" not in capsys.readouterr().err
