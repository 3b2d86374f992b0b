"""What can be typed after `mixer-app`."""

from datetime import date, datetime
from pathlib import Path

import pytest

from mixer_app.cli import main
from mixer_app.cli.arguments import parse_arguments

COMMANDS = (
    "demo",
    "rehearse",
    "new",
    "import",
    "check-in",
    "plan",
    "print",
    "export",
    "backup",
    "restore",
    "check",
    "forget",
    "self-check",
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--database", "a.db", "--event", "E", "--json", "plan"],
        ["plan", "--database", "a.db", "--event", "E", "--json"],
        ["--database", "a.db", "plan", "--json", "--event", "E"],
    ],
)
def test_what_every_command_knows_stands_before_or_after_it(arguments: list[str]) -> None:
    chosen = parse_arguments(arguments)
    assert (chosen.database, chosen.event, chosen.json) == ("a.db", "E", True)


def test_without_options_the_defaults_hold() -> None:
    chosen = parse_arguments(["rehearse", "--out", "out"])
    assert (chosen.database, chosen.event, chosen.json) == (None, None, False)
    assert (chosen.files, chosen.out, chosen.rounds, chosen.seats) == ([], Path("out"), None, None)
    assert (chosen.no_show, chosen.late, chosen.seed) == (0.25, 0.1, 0)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert command in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["rehearse"],
        ["rehearse", "--out", "o", "--no-show", "1.5"],
        ["rehearse", "--out", "o", "--rounds", "0"],
        ["new", "Name"],
        ["new", "Name", "--date", "tomorrow"],
        ["new", "Name", "--date", "2031-05-14", "--seats", "two"],
        ["new", "Name", "--date", "2031-05-14", "--start", "25:00"],
        ["import"],
        ["import", "a.csv", "--role", "guest"],
        ["print", "poster", "--out", "a.pdf"],
        ["export", "people"],
        ["plan", "--see", "3"],
    ],
)
def test_wrong_usage_is_status_two_with_a_hint(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "usage: mixer-app" in said.err


def test_days_may_carry_the_hour() -> None:
    assert parse_arguments(["new", "N", "--date", "2031-05-14"]).date == date(2031, 5, 14)
    assert parse_arguments(["new", "N", "--date", "2031-05-14T19:30"]).date == datetime(2031, 5, 14, 19, 30)


@pytest.mark.parametrize("typed", [["--station", "Foyer", "--watch"], ["demo", "--station", "Foyer", "--watch"]])
def test_a_window_takes_the_name_of_its_station_and_can_be_watched(typed: list[str]) -> None:
    chosen = parse_arguments(typed)
    assert (chosen.station, chosen.watch) == ("Foyer", 16.0)
    assert parse_arguments(["demo"]).station is None


def test_a_projector_may_show_a_part_of_the_alphabet() -> None:
    chosen = parse_arguments(["projector", "--screen", "2", "--part", "1/3", "--window"])
    assert (chosen.screen, chosen.part, chosen.window) == (2, (1, 3), True)
    assert parse_arguments(["projector"]).part == (1, 1)


@pytest.mark.parametrize("part", ["0/2", "3/2", "half", "1/99", "1"])
def test_a_part_that_there_is_not_is_refused(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["projector", "--part", part])
    assert "no part of the alphabet" in capsys.readouterr().err
