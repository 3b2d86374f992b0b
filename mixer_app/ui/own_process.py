"""Start this program once more, as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QProcess, QProcessEnvironment


def own_command(*words: str) -> tuple[str, list[str]]:
    """Program and arguments that run a command of ours, from source or frozen."""
    return sys.executable, [*([] if getattr(sys, "frozen", False) else ["-m", "mixer_app"]), *words]


def run_to_end(program: str, arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Start it with these variables added to the environment, and wait for its exit status."""
    return subprocess.run([program, *arguments], env={**os.environ, **environment}, check=False).returncode  # noqa: S603  # ours


def start_detached(program: str, arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Start it so that it goes on when this one ends; whether it could be started."""
    process = QProcess()
    process.setProgram(program)
    process.setArguments(list(arguments))
    variables = QProcessEnvironment.systemEnvironment()
    for name, value in environment.items():
        variables.insert(name, value)
    process.setProcessEnvironment(variables)
    answer: Any = process.startDetached()  # with the number of the process beside it, say the stubs of PySide
    return bool(answer[0] if isinstance(answer, tuple) else answer)
