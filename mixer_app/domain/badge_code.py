"""Badge codes: seven random characters of Crockford's base32 and his check character.

The code is opaque: it holds nothing about the person. Method: Douglas Crockford,
"Base 32", https://www.crockford.com/base32.html (check symbol: the value modulo 37,
which catches every wrong character and every swap of two neighbours). Codes whose check
symbol would be one of the five that are not in the base32 alphabet are not given out,
so a code is always eight letters and digits.
"""

from random import Random
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 8
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None, "\u2013": None})


def new_badge_code(dice: Random) -> str:
    """Draw a code such as `K7M2QX4B`."""
    while True:
        payload = "".join(dice.choice(ALPHABET) for _ in range(LENGTH - 1))
        check = _value(payload) % 37
        if check < len(ALPHABET):
            return payload + ALPHABET[check]


def parse_badge_code(text: str) -> str | None:
    """The code that `text` stands for, or None; forgives case, spaces, hyphens, O, I and L."""
    code = text.strip().upper().translate(_MISREAD)
    if len(code) != LENGTH or any(letter not in ALPHABET for letter in code):
        return None
    return code if _value(code[:-1]) % 37 == ALPHABET.index(code[-1]) else None


def spaced(code: str) -> str:
    """The code as it is printed, in groups of four: `K7M2-QX4B`."""
    return f"{code[:4]}-{code[4:]}"


def _value(payload: str) -> int:
    value = 0
    for letter in payload:
        value = value * 32 + ALPHABET.index(letter)
    return value
