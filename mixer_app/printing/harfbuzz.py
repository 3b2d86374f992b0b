"""HarfBuzz, whose Python module carries no types: the one door to it."""

from typing import Any

import uharfbuzz

hb: Any = uharfbuzz
