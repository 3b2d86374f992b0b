"""`python -m mixer_app`: parse arguments, start."""

import sys

from mixer_app.cli import main

if __name__ == "__main__":
    from mixer_app.services.solver_process import SOLVER_WORD, serve

    if sys.argv[1:] == [SOLVER_WORD]:
        serve()
    sys.exit(main())
