"""The commands without a screen: `mixer-app` and `python -m mixer_app`."""

import os
import sys
from collections.abc import Sequence

from mixer_app.cli.arguments import parse_arguments
from mixer_app.cli.terminal import tell
from mixer_app.domain.errors import Cancelled, FileQuestionError, MixerError, PlainConnectionError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused or failed with a sentence on standard error, 2 wrong usage."""
    try:
        chosen = parse_arguments(sys.argv[1:] if arguments is None else arguments)
    except SystemExit as exit_of_argparse:
        return _status(exit_of_argparse.code)
    try:
        status = chosen.run(chosen)
        sys.stdout.flush()
    except MixerError as error:
        return _fail(error.typed if isinstance(error, (PlainConnectionError, FileQuestionError)) else str(error))
    except (Cancelled, KeyboardInterrupt):
        return _fail("Stopped. Nothing more was done.")
    except BrokenPipeError:
        # whoever read our output has heard enough; keep Python from failing once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.filename is None:
            raise
        return _fail(f"{error.filename} cannot be used: {error.strerror}. Choose another place.")
    return status


def _fail(sentence: str) -> int:
    tell(sentence)
    return 1


def _status(code: str | int | None) -> int:
    if isinstance(code, str):
        tell(code)
        return 2
    return code or 0
