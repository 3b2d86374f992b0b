"""Whatever is typed: done, a sentence, or the usage, soon, and never a traceback.

A few with every run; the whole of it: `MIXER_FUZZ=10000 pytest tests/fuzz/test_command_lines.py -s`. Each line follows
from its number alone, and what is in the database from the first of its hundred: `MIXER_FUZZ_FIRST=4200 MIXER_FUZZ=100`
types those once more. Every fortieth is typed at a program of its own.
"""

import io
import json
import os
import shutil
import socket
import subprocess
import sys
import traceback
from random import Random
from typing import Final

import pytest

from mixer_app.cli import main

from .soon import LONGEST_S, soon

LINES = int(os.environ.get("MIXER_FUZZ", "40"))
FIRST = int(os.environ.get("MIXER_FUZZ_FIRST", "0"))
A_DATABASE = 100
"""Lines that are typed about one database."""
A_PROGRAM = 40
ENOUGH = 30
"""Mistakes after which it is over."""
STARTS_S: Final = 25  # of a busy machine, to start a program before it does anything
RIGHT: Final = (
    ("new", "Another", "--date", "2026-05-14"),
    ("new", "Another", "--date", "2026-05-14T19:00", "--start", "19:30", "--doors", "18:00", "--break", "0"),
    ("import", "{here}/registrations.csv"),
    ("import", "{here}/registrations.csv", "--dry-run", "--json"),
    ("import", "{here}/registrations.csv", "--map", "{here}/columns.json", "--role", "mentee"),
    ("import-answers", "{here}/answers.csv", "--json"),
    ("check-in", "ann@example.org", "bo@example.org"),
    ("check-in", "--undo", "ann@example.org", "--json"),
    ("plan", "--all", "--seed", "3"),
    ("plan", "--json"),
    ("print", "sign-in", "--out", "{here}/out.pdf"),
    ("print", "badges", "--out", "{here}/out.pdf", "--stock", "avery-5390", "--start-at", "3"),
    ("print", "table-cards", "--out", "{here}/out.pdf", "--no-times"),
    ("print", "match-sheets", "--out", "{here}/out.pdf", "--format", "card"),
    ("print", "round-sheets", "--out", "{here}/out.pdf", "--round", "2", "--by-person"),
    ("print", "change-slips", "--out", "{here}/out.pdf", "--since", "1", "--plan", "2"),
    ("export", "people", "--out", "{here}/out.csv"),
    ("export", "follow-up", "--out", "{here}/out.xlsx"),
    ("export", "plan", "--out", "{here}/out.csv", "--json"),
    ("export", "follow-up-folder", "--out", "{here}/folder"),
    ("backup", "{here}/copy.db"),
    ("restore", "{here}/copy.db"),
    ("move", "{here}/moved.db"),
    ("check", "--json"),
    ("forget", "--event", "nobody's evening"),
    ("forget", "--person", "bo@example.org"),
    ("setup-server", "--dry-run", "--host", "laptop"),
)
WORDS: Final = (
    *("--event", "--json", "--date", "--rounds", "--minutes", "--seats", "--role", "--map", "--dry-run", "--undo"),
    *("--all", "--seed", "--out", "--stock", "--start-at", "--two-sided", "--round", "--format", "--paper", "--since"),
    *(
        "--person",
        "--allow-plain",
        "--large-print",
        "--venue",
        "--contact",
        "long-edge",
        "A4",
        "18:30",
        "25:99",
        "x" * 300,
    ),
    *("badges", "report", "follow-up", "people", "plan", "sign-in", "match-sheets", "mentor", "2026-05-14", "5", "-5"),
    *("0", "1e9", "99999999999999999999", "٣", "", " ", "--", "-", "Mixer", "#1", "1", "ann@example.org", "GMCFC7J7"),
    *("{here}/registrations.csv", "{here}/out.pdf", "{here}/out.csv", "{here}/out.xlsx", "{here}", "{here}/no/where"),
    *(
        "{here}/mixer.db",
        "{here}/device",
        "../../x",
        "a\nb",
        "\udcff",
        "'; DROP TABLE attendees; --",
        "%s",
        "{name}",
        "🎉",
    ),
    *("{here}/columns.json", "{here}/answers.csv", "{here}/folder", "nan", "inf", "0001-01-01", "9999-12-31"),
    "x" * 300,
)
OPTIONS: Final = (
    *("sslmode", "bogus", "plugin", "host", "port", "password", "options", "connect_timeout", "client_encoding"),
    *("autocommit", "row_factory", "cursor_factory", "context", "conninfo", "service", "sslrootcert", "keepalives"),
    *("target_session_attrs", "require_auth", "application_name", "hostaddr", "user", "dbname", "%00", "", "x y"),
)
VALUES: Final = ("", "1", "-1", "bogus", "require", "disable", "localhost", "a:1", "%00", "%", "ü", "x" * 300)
NAMES: Final = ("db", "", "%00", "d b", "ü", "postgres", "a/b")
FILES: Final = {
    "registrations.csv": "Name,Email,Role\nAnn Smith,ann@example.org,mentor\nBo Li,bo@example.org,mentee\n",
    "columns.json": '{"Role": {"field": "role"}, "Band": "employer"}',
    "answers.csv": "code,partner_code,answer\nann@example.org,bo@example.org,yes\n",
}
SENTENCE_ENDS: Final = (".", "?", "!", "”", ")")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with files to import; what is named by a word alone lands there."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    monkeypatch.delenv("MIXER_DATABASE", raising=False)
    return tmp_path / "work"


@pytest.mark.timeout(120 + LINES)
def test_every_line_ends_with_a_status_and_words(here, empty_database_file, monkeypatch):
    ended = {0: 0, 1: 0, 2: 0}
    mistakes = []
    for seed in range(FIRST, FIRST + LINES):
        if seed == FIRST or seed % A_DATABASE == 0:
            _begin(here, empty_database_file)
        line = ["--database", _database(Random(seed), here), *_line(Random(seed), str(here))]
        try:
            typed = _at_a_program if seed % A_PROGRAM == 39 else _here
            status, out, told = typed(line, monkeypatch)
            _check(status, out, told, line)
            ended[status] += 1
        except (Exception, pytest.fail.Exception):  # noqa: BLE001  # told together at the end
            mistakes.append(f"seed {seed}: {line}\n{traceback.format_exc()}")
            if len(mistakes) == ENOUGH:
                break
        if seed % A_DATABASE == A_DATABASE - 1:
            assert main(["--database", str(here / "mixer.db"), "check", "--json"]) == 0, f"after seed {seed}"
    assert not mistakes, "\n".join(mistakes)
    sys.stdout.write(f"done {ended[0]:,}, refused {ended[1]:,}, wrong usage {ended[2]:,}\n")


def _begin(here, empty_database_file):
    """Put everything as it was."""
    shutil.rmtree(here)
    here.mkdir()
    os.chdir(here)
    if sys.platform != "win32":
        with socket.socket(socket.AF_UNIX) as device:  # is no file, as little as what stands in /dev
            device.bind("device")
    for name, text in FILES.items():
        (here / name).write_text(text, "utf-8")
    shutil.copy(empty_database_file, here / "mixer.db")
    database = ["--database", str(here / "mixer.db")]
    assert main([*database, "new", "Mixer", "--date", "2026-05-14"]) == 0
    assert main([*database, "import", str(here / "registrations.csv")]) == 0


def _check(status, out, told, line):
    assert status in (0, 1, 2)
    assert "Traceback" not in told
    if status == 1:
        assert told.strip().endswith(SENTENCE_ENDS), told
    if out and "--json" in line and "--" not in line:
        account = json.loads(out)
        if "rejected" in account:
            listed = len(account["skipped"]) + len(account["rejected"])
            assert account["rows"] == account["added"] + account["updated"] + account["unchanged"] + listed


def _line(dice, here):
    """A line that is right but for a word or two that were left out, changed or put between."""
    command, *rest = dice.choice(RIGHT)
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 4))):
        at = dice.randrange(len(rest) + 1)
        match dice.randrange(3):
            case 0:
                rest.insert(at, dice.choice(WORDS))
            case 1:
                rest[at : at + 1] = [dice.choice(WORDS)]
            case _:
                del rest[at : at + 1]
    return [word.replace("{here}", here) for word in (command, *rest)]


def _database(dice, here):
    """The file, or now and then a server that is not there, with whatever may be said of it or may not."""
    if dice.random() < 0.85:
        return str(here / "mixer.db")
    options = "&".join(f"{dice.choice(OPTIONS)}={dice.choice(VALUES)}" for _ in range(dice.choice((0, 1, 1, 2))))
    scheme = dice.choice(("postgresql", "postgresql", "postgres", "postgresql+psycopg2", "Postgresql", "sqlite", "x"))
    host = dice.choice(("localhost", "127.0.0.1", "[::1]", "[::1", "", "local%00host", "ü..", "x" * 300))
    port = dice.choice((":1", ":1", ":1", ":0", ":65536", ":x", ":"))
    return f"{scheme}://u:p{dice.choice(('', '%', '%00', '/'))}@{host}{port}/{dice.choice(NAMES)}?{options}"


def _here(line, monkeypatch):
    """Type it in this process: its status, what it wrote, and what it told."""
    out, err = _stream("strict"), _stream("backslashreplace")
    with monkeypatch.context() as streams, soon():
        streams.setattr(sys, "stdout", out)
        streams.setattr(sys, "stderr", err)
        status = main(line)
    return status, _written(out), _written(err)


def _at_a_program(line, _monkeypatch):
    """Type it at a program of its own."""
    ended = subprocess.run(
        [sys.executable, "-m", "mixer_app", *line],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=STARTS_S + LONGEST_S, check=False,
    )  # fmt: skip
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


def _stream(errors):
    """What Python gives a program for its standard output, or for its errors."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=errors)


def _written(stream):
    stream.flush()
    return stream.buffer.getvalue().decode()
