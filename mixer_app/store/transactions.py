"""How a transaction begins: as one that only reads, or as one that may write."""

from typing import Final

WRITES: Final = "mixer_writes"
"""Execution option: the transaction changes something."""
