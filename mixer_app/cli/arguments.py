"""What can be typed after `mixer-app`."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from mixer_app import __version__
from mixer_app.cli import commands, database_commands
from mixer_app.cli.exports import EXPORTS
from mixer_app.cli.terminal import shown
from mixer_app.domain.errors import MixerError
from mixer_app.domain.projector import part_from_text
from mixer_app.services.database_place import told_database, told_plain

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Number = TypeVar("Number", int, float)

_DOCUMENTS: Final = (
    "badges",
    "table-cards",
    "match-sheets",
    "sign-in",
    "round-sheets",
    "change-slips",
    "follow-up",
    "report",
)
_SHEET_FORMATS: Final = ("folded", "a5", "half", "half-two-sided", "card", "card-two-sided", "large")


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """The command and its options; raises `SystemExit` (2) on wrong usage, as argparse does.

    The options that every command knows may stand before or after it.
    """
    return _parser().parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    """Quotes what was typed wrongly as a terminal may show it."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        super()._print_message(shown(message), file)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="mixer-app",
        description="Run a mentor-mentee mixer. Without a command, the application opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"mixer-app {__version__}")
    _add_common(parser, database=told_database(), event=None, json=False, plain=told_plain())
    _add_window(parser, default=None)
    parser.set_defaults(run=commands.open_application)
    after = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    nothing = argparse.SUPPRESS
    _add_common(after, database=nothing, event=nothing, json=nothing, plain=nothing)
    adder = parser.add_subparsers(metavar="COMMAND", title="commands")

    def command(name: str, text: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        added = adder.add_parser(
            name, help=text, description=f"{text[:1].upper()}{text[1:]}.", parents=[after], allow_abbrev=False
        )
        added.set_defaults(run=run)
        return added

    demo = command("demo", "open the application on a fresh sample event", commands.demo)
    _add_window(demo, default=argparse.SUPPRESS)
    _add_kiosk(command("kiosk", "open a kiosk for people to check themselves in", commands.kiosk))
    _add_projector(command("projector", "show the clock and the tables to the whole room", commands.projector))
    _add_rehearse(command("rehearse", "run the whole evening without a screen", commands.rehearse))
    _add_new(command("new", "make an event", commands.new))
    _add_import(command("import", "import registrations", commands.import_registrations))
    _add_import_answers(command("import-answers", "import who would like to stay in touch", commands.import_answers))
    _add_check_in(command("check-in", "check people in; doing it twice is doing it once", commands.check_in))
    _add_plan(command("plan", "plan the rounds, or repair the plan", commands.plan))
    _add_print(command("print", "write a document as PDF", commands.print_document))
    _add_export(command("export", "write a table as CSV or Excel, or the follow-up folder", commands.export))
    _add_file(
        command("backup", "copy the database, also while it is in use", database_commands.backup),
        "where to put the copy",
    )
    _add_file(command("restore", "put a backup back", database_commands.restore), "the backup")
    words = "copy everything into an empty database, or with --event one event beside others: to a server, or back"
    _add_move(command("move", words, database_commands.move))
    command("check", "look whether the database is sound", database_commands.check)
    words = "erase the personal data of an event, or of one person, for good"
    _add_forget(command("forget", words, database_commands.forget))
    command("reset-pin", "take the PINs away when they were forgotten", database_commands.reset_pin)
    _add_setup(command("setup-server", "make a shared database on a PostgreSQL server", database_commands.setup_server))
    command("self-check", "prove that this installation works", commands.self_check)
    return parser


def _add_common(
    parser: argparse.ArgumentParser, *, database: str | None, event: str | None, json: bool | str, plain: bool | str
) -> None:
    group = parser.add_argument_group("for every command")
    group.add_argument(
        "--database",
        metavar="FILE_OR_URL",
        default=database,
        help="default: what MIXER_DATABASE says, or your own file",
    )
    group.add_argument("--event", metavar="NAME_OR_ID", default=event, help="default: the latest event")
    words = "let a shared database do without encryption: only where the network is yours alone"
    group.add_argument("--allow-plain", action="store_true", default=plain, help=words)
    group.add_argument("--json", action="store_true", default=json, help="results for programs, on standard output")


def _add_window(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    group = parser.add_argument_group("for a window")
    words = "name of this station, remembered (default: the remembered, or the next free: Desk 1, Desk 2)"
    group.add_argument("--station", metavar="NAME", default=default, help=words)
    watch = "write to the log whenever the window stands still for longer than MS milliseconds (without MS: 16)"
    group.add_argument("--watch", metavar="MS", nargs="?", const=16.0, type=float, default=default, help=watch)


def _add_kiosk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--station", metavar="NAME", default=None, help="default: the next that is free, such as Kiosk 1"
    )
    parser.add_argument("--screen", type=_between(int, 1, 16), metavar="N", help="default: the first")
    parser.add_argument(
        "--printer", metavar="NAME", help="of badges, as the system calls it; default: the last one used"
    )
    parser.add_argument(
        "--scanner",
        choices=("below", "left", "right", "none"),
        help="where it is, as seen from in front of the screen; default: as the last time",
    )
    parser.add_argument("--no-restart", action="store_true", help="do not open it again when it crashes")


def _add_projector(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--screen", type=_between(int, 1, 16), metavar="N", help="default: the first")
    part = "which part of the alphabet this one of several projectors shows, such as 1/2 (default: all)"
    parser.add_argument("--part", type=_part, default=(1, 1), metavar="K/N", help=part)
    parser.add_argument("--window", action="store_true", help="not full screen; F11 changes it")


def _add_move(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="FILE_OR_URL", help="the database that it goes to")
    words = "put the event in the place of the copy that is there already, after a backup of that database"
    parser.add_argument("--replace", action="store_true", help=words)


def _add_rehearse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="registrations (default: the sample event)")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder for the documents")
    parser.add_argument("--rounds", type=_between(int, 1, 100), metavar="R", help="rounds (default: 5)")
    parser.add_argument("--seats", type=_between(int, 1, 100), metavar="S", help="mentees at a table")
    parser.add_argument("--no-show", type=_between(float, 0, 1), default=0.25, metavar="SHARE", help="default: 0.25")
    parser.add_argument("--late", type=_between(float, 0, 1), default=0.1, metavar="SHARE", help="default: 0.1")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the same seed gives the same evening")
    parser.add_argument("--role", choices=("mentor", "mentee"), help="of everyone in files that do not say")
    _add_map(parser)


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--date", type=_day, required=True, metavar="D", help="such as 2026-05-14, or 2026-05-14T19:00")
    parser.add_argument("--start", type=_time, metavar="HH:MM", help="of the first round (default: 18:00)")
    parser.add_argument("--doors", type=_time, metavar="HH:MM", help="when people can come in")
    parser.add_argument("--rounds", type=_between(int, 1, 100), default=5, metavar="R", help="default: 5")
    parser.add_argument(
        "--minutes", type=_between(int, 1, 600), default=10, metavar="M", help="of a round; default: 10"
    )
    parser.add_argument(
        "--break", dest="break_minutes", type=_between(int, 0, 600), default=2, metavar="M", help="default: 2"
    )
    parser.add_argument("--seats", type=_between(int, 1, 100), default=1, metavar="S", help="at a table; default: 1")
    parser.add_argument("--venue", default="", help="where it is")
    parser.add_argument("--contact", default="", metavar="EMAIL", help="for questions, printed on summaries")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="CSV or Excel (.xlsx)")
    parser.add_argument("--role", choices=("mentor", "mentee"), help="of everyone in files that do not say")
    _add_map(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")


def _add_import_answers(parser: argparse.ArgumentParser) -> None:
    words = (
        "CSV or Excel with columns such as code, partner_code, answer (yes, no, not met), partner_answer; "
        "or mentor, mentee, mentor_answer, mentee_answer"
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=words)
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")


def _add_map(parser: argparse.ArgumentParser) -> None:
    words = "column titles and their fields, and the order of grades"
    parser.add_argument("--map", dest="mapping", metavar="FILE.json", type=Path, help=words)


def _add_check_in(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("keys", metavar="CODE_OR_EMAIL", nargs="+")
    parser.add_argument("--undo", action="store_true", help="take check-ins back")


def _add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", dest="everyone", action="store_true", help="for all registered, not only those here")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="breaks ties (default: 0)")


def _add_print(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", choices=_DOCUMENTS)
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)
    parser.add_argument("--stock", metavar="NAME", help="badge or label sheet")
    parser.add_argument("--start-at", type=_between(int, 1, 1000), default=1, metavar="N", help="first free label")
    words = "badges with their backs, as the printer turns the sheet (default: one side)"
    parser.add_argument("--two-sided", choices=("long-edge", "short-edge"), help=words)
    parser.add_argument("--paper", choices=("A4", "Letter"), help="of all but badges (default: as badges)")
    parser.add_argument("--round", type=_between(int, 1, 100), metavar="N", help="of round sheets (default: all)")
    parser.add_argument("--format", choices=_SHEET_FORMATS, help="of match sheets (default: folded, on A4)")
    parser.add_argument("--large-print", action="store_true", help="of follow-up summaries: everything times 1.4")
    parser.add_argument("--no-times", action="store_true", help="of table cards: the rounds may still move")
    parser.add_argument("--by-person", action="store_true", help="the round by name on the back of its sheet")
    words = "older plan that slips compare with (default: the last one published before)"
    parser.add_argument("--since", type=_between(int, 1, 100_000), metavar="PLAN", help=words)
    words = "newer plan that slips are for (default: the latest)"
    parser.add_argument("--plan", type=_between(int, 1, 100_000), metavar="PLAN", help=words)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("table", choices=EXPORTS)
    words = "the file: .csv or .xlsx, of the calendar .ics; of everything that follows an evening the folder"
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=words)


def _add_forget(parser: argparse.ArgumentParser) -> None:
    words = "one person, at all events; without it everybody of the event that --event names"
    parser.add_argument("--person", metavar="CODE_OR_EMAIL", help=words)


def _add_file(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=text)


def _add_setup(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Make a database, a user for each kind of station (control, desk, kiosk) and their rights, as the administrator"
        " in --database, such as postgresql://postgres@localhost/mixer. What is there already stays as it is."
    )
    parser.add_argument("--host", metavar="NAME", help="what stations call the server (default: this computer's name)")
    parser.add_argument("--new-passwords", action="store_true", help="draw new passwords, also for users who have one")
    parser.add_argument("--dry-run", action="store_true", help="only print the statements")


def _between(kind: type[Number], least: float, most: float) -> Callable[[str], Number]:
    def read(text: str) -> Number:
        try:
            number = kind(text)
        except ValueError:
            number = None
        if number is None or not least <= number <= most:
            raise argparse.ArgumentTypeError(f"“{text}” is not a number from {least} to {most}")
        return number

    return read


def _part(text: str) -> tuple[int, int]:
    try:
        return part_from_text(text)
    except MixerError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from None


def _day(text: str) -> datetime | date:
    try:
        return (
            datetime.fromisoformat(text).replace(tzinfo=None)
            if len(text) > len("2026-05-14")
            else date.fromisoformat(text)
        )
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day such as 2026-05-14") from None


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a time such as 18:30") from None
