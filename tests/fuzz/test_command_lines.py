"""Whatever is typed: done, a sentence, or the usage, and never a traceback.

A few with every run; the whole of it: `MIXER_FUZZ=10000 pytest tests/fuzz/test_command_lines.py -s`.
"""

import io
import os
import sys
from random import Random
from typing import Final

import pytest

from mixer_app.cli import main

LINES = int(os.environ.get("MIXER_FUZZ", "40"))
FIRST = int(os.environ.get("MIXER_FUZZ_FIRST", "0"))
RIGHT: Final = (
    ("new", "Another", "--date", "2026-05-14"),
    ("import", "{here}/registrations.csv"),
    ("import", "{here}/registrations.csv", "--dry-run", "--json"),
    ("check-in", "ann@example.org", "bo@example.org"),
    ("check-in", "--undo", "ann@example.org"),
    ("plan", "--all", "--seed", "3"),
    ("print", "sign-in", "--out", "{here}/out.pdf"),
    ("print", "table-cards", "--out", "{here}/out.pdf"),
    ("export", "people", "--out", "{here}/out.csv"),
    ("export", "follow-up", "--out", "{here}/out.xlsx"),
    ("backup", "{here}/copy.db"),
    ("restore", "{here}/copy.db"),
    ("check", "--json"),
    ("forget", "--event", "nobody's evening"),
)
WORDS: Final = (
    *("--event", "--json", "--date", "--rounds", "--minutes", "--seats", "--role", "--map", "--dry-run", "--undo"),
    *("--all", "--seed", "--out", "--stock", "--start-at", "--two-sided", "--round", "--format", "--paper", "--since"),
    *("badges", "report", "follow-up", "people", "plan", "sign-in", "match-sheets", "mentor", "2026-05-14", "5", "-5"),
    *("0", "1e9", "99999999999999999999", "٣", "", " ", "--", "-", "Mixer", "#1", "1", "ann@example.org", "GMCFC7J7"),
    *("{here}/registrations.csv", "{here}/out.pdf", "{here}/out.csv", "{here}/out.xlsx", "{here}", "{here}/no/where"),
    *("{here}/mixer.db", "/dev/null", "../../x", "a\nb", "\udcff", "'; DROP TABLE attendees; --", "%s", "{name}", "🎉"),
)
SENTENCE_ENDS: Final = (".", "?", "!", "”", ")")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a database, an event and a file to import; files that are named by a word alone land there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "registrations.csv").write_text(
        "Name,Email,Role\nAnn Smith,ann@example.org,mentor\nBo Li,bo@example.org,mentee\n", "utf-8"
    )
    database = ["--database", str(tmp_path / "mixer.db")]
    assert main([*database, "new", "Mixer", "--date", "2026-05-14"]) == 0
    assert main([*database, "import", str(tmp_path / "registrations.csv")]) == 0
    return tmp_path


@pytest.mark.timeout(120 + LINES // 5)
def test_every_line_ends_with_a_status_and_words(here, monkeypatch):
    ended = {0: 0, 1: 0, 2: 0}
    for seed in range(FIRST, FIRST + LINES):
        dice = Random(seed)
        line = ["--database", str(here / "mixer.db"), *_line(dice, str(here))]
        out, err = _stream("strict"), _stream("backslashreplace")
        with monkeypatch.context() as streams:
            streams.setattr(sys, "stdout", out)
            streams.setattr(sys, "stderr", err)
            try:
                status = main(line)
            except Exception as mistake:
                mistake.add_note(f"seed {seed}: {line}")
                raise
        told = _told(err)
        assert status in ended, f"seed {seed}: {line}"
        assert "Traceback" not in told, f"seed {seed}: {line}"
        if status == 1:
            assert told.strip().endswith(SENTENCE_ENDS), f"seed {seed}: {line}: {told}"
        ended[status] += 1
    assert main(["--database", str(here / "mixer.db"), "check"]) == 0
    sys.stdout.write(f"done {ended[0]:,}, refused {ended[1]:,}, wrong usage {ended[2]:,}\n")


def _line(dice, here):
    """A line that is right but for a word or two that were left out, changed or put between."""
    command, *rest = dice.choice(RIGHT)
    for _ in range(dice.choice((0, 1, 1, 2, 4))):
        at = dice.randrange(len(rest) + 1)
        match dice.randrange(3):
            case 0:
                rest.insert(at, dice.choice(WORDS))
            case 1:
                rest[at : at + 1] = [dice.choice(WORDS)]
            case _:
                del rest[at : at + 1]
    return [word.replace("{here}", here) for word in (command, *rest)]


def _stream(errors):
    """What Python gives a program for its standard output, or for its errors."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=errors)


def _told(stream):
    stream.flush()
    return stream.buffer.getvalue().decode()
