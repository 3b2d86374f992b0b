"""The process that shows a kiosk is told what the command was told."""

from mixer_app.cli.arguments import parse_arguments
from mixer_app.cli.kiosk_keeper import kiosk_process
from mixer_app.services.database_place import place_at


def test_the_kiosk_is_asked_for_as_it_was_told() -> None:
    words = ["kiosk", "--database", "evening.db", "--screen", "2", "--printer", "", "--scanner", "none"]
    chosen = parse_arguments(words)
    assert chosen.run(parse_arguments([*words, "--database", "/nowhere/evening.db"])) == 1
    command = kiosk_process(chosen, place_at(chosen.database))
    assert command[-len(words) - 1 :] == [
        "kiosk", "--no-restart", "--database", "evening.db", "--screen", "2", "--printer", "", "--scanner", "none",
    ]  # fmt: skip
