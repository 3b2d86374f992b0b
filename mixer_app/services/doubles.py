"""Who in a list may be there twice: the same e-mail, the same name and employer, or names alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from mixer_app.domain.folding import email_key, loose_key, text_key, words_of
from mixer_app.domain.people import Attendee

_LONG_ENOUGH: Final = 8
"""Names with so many letters are alike with one letter wrong, left out or in excess."""

_CROWD: Final = 12
"""So many people under one key share something else, such as the address of an office."""


def find_doubles(people: Sequence[Attendee]) -> dict[int, tuple[int, ...]]:
    """For each attendee who may be there twice, the others it may be; all that `people` tells, nothing is asked.

    Two different addresses and two different employers tell namesakes apart.
    """
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(people):
        for key in dict.fromkeys(_keys(one)):
            buckets[key].append(place)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for places in buckets.values():
        if not 1 < len(places) <= _CROWD:
            continue
        for one, other in combinations(places, 2):
            if people[one].person_id != people[other].person_id and _may_be_one(people[one], people[other]):
                found[people[one].id].add(people[other].id)
                found[people[other].id].add(people[one].id)
    return {number: tuple(sorted(others)) for number, others in found.items()}


def identity_of(person: Attendee) -> tuple[object, ...]:
    """What decides whether someone may be there twice."""
    return person.name, person.emails, person.employer, person.person_id


def _keys(person: Attendee) -> Iterator[str]:
    """Keys of which two doubles have at least one in common."""
    yield from (f"@{email_key(email)}" for email in person.emails)
    name = loose_key(person.name.full)
    yield f"={name}"
    words = words_of(person.name.full)
    if len(words) > 1:
        yield f".{words[0][0]} {loose_key(words[-1])}"
    if len(name) >= _LONG_ENOUGH:
        yield f"~{name}"
        yield from (f"~{name[:at]}{name[at + 1 :]}" for at in range(len(name)))


def _may_be_one(one: Attendee, other: Attendee) -> bool:
    if not {*map(email_key, one.emails)}.isdisjoint(map(email_key, other.emails)):
        return True
    if not _names_alike(one, other):
        return False
    employers = text_key(one.employer).rstrip("."), text_key(other.employer).rstrip(".")
    if all(employers):
        return employers[0].startswith(employers[1]) or employers[1].startswith(employers[0])
    same_name = loose_key(one.name.full) == loose_key(other.name.full)
    return same_name and not (one.email and other.email)


def _names_alike(one: Attendee, other: Attendee) -> bool:
    """The same name, one with an initial for a name, or one letter more, less or another."""
    names = loose_key(one.name.full), loose_key(other.name.full)
    if names[0] == names[1]:
        return True
    words = words_of(one.name.full), words_of(other.name.full)
    if any(len(word) == 1 for name in words for word in name):
        return loose_key(words[0][-1]) == loose_key(words[1][-1]) and words[0][0][0] == words[1][0][0]
    return min(len(name) for name in names) >= _LONG_ENOUGH and _one_slip(*names)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter is wrong, left out or in excess, or two next to each other are swapped."""
    short, long = sorted((one, other), key=len)
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) != len(long):
        return len(long) - len(short) == 1 and short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return swapped or short[start + 1 :] == long[start + 1 :]
