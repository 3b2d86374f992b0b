"""`python -m mixer_app`: parse arguments, start."""

import os
import sys
from typing import Final

from mixer_app import cli

_OTHERS: Final = 0o077
"""What new files and folders allow nobody else."""


def main() -> int:
    """The program: whatever it writes, in the window too, may name people, and is for its owner alone."""
    os.umask(_OTHERS)
    return cli.main()


if __name__ == "__main__":
    from mixer_app.services.solver_process import SOLVER_WORD, serve

    if sys.argv[1:] == [SOLVER_WORD]:
        serve()
    sys.exit(main())
