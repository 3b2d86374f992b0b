"""Which languages are read from the right."""

from typing import Final

_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})


def reads_from_the_right(code: str) -> bool:
    """Whether the language of a code such as `ar` or `he_IL` is read from the right."""
    return code.lower().replace("-", "_").split("_")[0] in _RIGHT_TO_LEFT
