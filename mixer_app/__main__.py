"""`python -m mixer_app`: parse arguments, start."""

import sys

from mixer_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
