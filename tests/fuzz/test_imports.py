"""Whatever file comes in: a sentence or an account that adds up, soon, and never a mistake of ours.

A few with every run; the whole of it: `MIXER_FUZZ=100000 pytest tests/fuzz/test_imports.py -s`. Each file follows from
its number alone, and what is in the database from the first of its hundred: `MIXER_FUZZ_FIRST=4200 MIXER_FUZZ=100` does
those once more.
"""

import os
import sys
import time
import traceback
from random import Random

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EventPlanning
from mixer_app.domain.imports import ImportFile
from mixer_app.domain.roles import Role
from mixer_app.services.answer_import import import_answers
from mixer_app.services.check_in import head_counts
from mixer_app.services.events import create_event
from mixer_app.services.imports import import_files

from .hostile import hostile_file
from .soon import soon

FILES = int(os.environ.get("MIXER_FUZZ", "40"))
FIRST = int(os.environ.get("MIXER_FUZZ_FIRST", "0"))
AN_EVENT = 100
"""Files that are thrown at one event."""
ENOUGH = 30
"""Mistakes after which it is over."""


@pytest.mark.timeout(60 + FILES // 4)
def test_every_file_is_refused_in_words_or_accounted_for(database, event, tmp_path, now):
    refused = taken = 0
    mistakes, slowest = [], (0.0, -1)
    for seed in range(FIRST, FIRST + FILES):
        if seed % AN_EVENT == 0:
            planning = EventPlanning(name=f"From {seed}", starts_at=event.starts_at, topics=event.topics)
            event = database.write(create_event, planning, station="Control", now=now)
        name, content = hostile_file(Random(seed))
        path = tmp_path / name
        path.write_bytes(content)
        began = time.thread_time()
        try:
            with soon():
                _throw(database, event.id, path, seed, now)
            taken += 1
        except MixerError as refusal:
            refused += 1
            if not str(refusal).endswith((".", "!", "?")):
                mistakes.append(f"seed {seed}: {refusal}")
        except (Exception, pytest.fail.Exception):  # noqa: BLE001  # told together at the end
            mistakes.append(f"seed {seed}: {traceback.format_exc()}")
            if len(mistakes) == ENOUGH:
                break
        slowest = max(slowest, (time.thread_time() - began, seed))
    assert not mistakes, "\n".join(mistakes)
    assert taken > 0
    assert refused > 0
    sys.stdout.write(f"{taken:,} taken, {refused:,} refused; the slowest ({slowest[1]}) took {slowest[0]:.2f} s\n")


def _throw(database, event_id, path, seed, now):
    """Import it, as people or now and then as answers, mostly for a look; what is told of it adds up."""
    given = {"station": "Desk 1", "now": now}
    if seed % 20 == 7:
        account = import_answers(database, event_id, path, dry_run=seed % 40 == 7, **given)
        _check(account)
        return
    file = ImportFile(path=path, role=Random(seed).choice((Role.MENTOR, Role.MENTEE, None)))
    looked = import_files(database, event_id, [file], dice=Random(seed), dry_run=True, **given)
    _check(looked)
    if seed % 10 == 0:
        before = database.read(head_counts, event_id).registered
        account = import_files(database, event_id, [file], dice=Random(seed), **given)
        _check(account)
        assert (account.rows, account.added, account.updated) == (looked.rows, looked.added, looked.updated)
        assert database.read(head_counts, event_id).registered == before + account.added


def _check(account):
    listed = len(account.skipped) + len(account.rejected)
    assert account.rows == account.added + account.updated + account.unchanged + listed
