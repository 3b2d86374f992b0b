"""Whatever file comes in: a sentence or an account that adds up, soon, and never a mistake of ours.

A few with every run; the whole of it: `MIXER_FUZZ=100000 pytest tests/fuzz/test_imports.py -s`.
"""

import os
import sys
import time
from random import Random

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.imports import ImportFile
from mixer_app.domain.roles import Role
from mixer_app.services.imports import import_files

from .hostile import hostile_file

FILES = int(os.environ.get("MIXER_FUZZ", "40"))
FIRST = int(os.environ.get("MIXER_FUZZ_FIRST", "0"))
LONGEST_S = 5.0


@pytest.mark.timeout(60 + FILES // 10)
def test_every_file_is_refused_in_words_or_accounted_for(database, event, tmp_path, now):
    refused = taken = 0
    slowest = (0.0, -1)
    for seed in range(FIRST, FIRST + FILES):
        name, content = hostile_file(Random(seed))
        path = tmp_path / (name or "file")
        path.write_bytes(content)
        began = time.thread_time()
        try:
            account = import_files(
                database,
                event.id,
                [ImportFile(path=path, role=Random(seed).choice((Role.MENTOR, Role.MENTEE, None)))],
                station="Desk 1",
                now=now,
                dice=Random(seed),
                dry_run=seed % 10 != 0,
            )
        except MixerError as refusal:
            refused += 1
            if not str(refusal).endswith((".", "!", "?")):
                pytest.fail(f"seed {seed}: {refusal}")
        except Exception as mistake:
            mistake.add_note(f"the file of seed {seed}")
            raise
        else:
            taken += 1
            listed = len(account.skipped) + len(account.rejected)
            assert account.rows == account.added + account.updated + account.unchanged + listed, f"seed {seed}"
        slowest = max(slowest, (time.thread_time() - began, seed))
    assert slowest[0] < LONGEST_S, f"seed {slowest[1]} took {slowest[0]:.1f} s"
    assert taken > 0
    assert refused > 0
    sys.stdout.write(f"{taken:,} taken, {refused:,} refused; the slowest took {slowest[0]:.2f} s of the processor\n")
