"""Who goes on with whom after both said yes: places of mentors, the waiting list, and how often to be in touch.

Everything here rests on mutual matches and on what people said when they registered. A yes that was not
returned has no say in any order or list, so nothing can be concluded from one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from mixer_app.domain.answers import Answer, GivenAnswer
from mixer_app.domain.folding import words_of

Pair: TypeAlias = tuple[int, int]
"""(mentor, mentee), by numbers of attendees."""


class Standing(StrEnum):
    """What becomes of a mutual match."""

    GOES_ON = "goes on"
    WAITS = "waits"  # until the mentor has a place free
    ENDED = "does not go on"


class MatchDecision(StrEnum):
    """What staff decided about a mutual match, in place of the common order."""

    FIRST = "first"  # before all others within the mentor's places
    BEYOND = "beyond"  # the mentor takes this one beyond the places
    ENDED = "ended"  # the two do not go on; the place is free for the next


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedPair:
    """Two who both said yes, as far as the order of the waiting list asks."""

    pair: Pair
    score: float
    round: int


def mutual_pairs(given: Iterable[GivenAnswer]) -> set[frozenset[int]]:
    """The pairs who both answered yes, whatever else was noted of them."""
    yes = {(one.from_id, one.to_id) for one in given if one.answer is Answer.YES}
    return {frozenset(pair) for pair in yes if pair[::-1] in yes}


def standings(
    matched: Iterable[MatchedPair],
    places: Mapping[int, int | None],
    decisions: Mapping[Pair, MatchDecision],
) -> dict[Pair, Standing]:
    """Who goes on and who waits, in the order in which each mentor's list is filled.

    `places` says how many mentees a mentor goes on with; None, or a mentor who is not in it: any number.
    Whom staff put first comes first. Then those for whom this is the only mutual match, so that nobody
    leaves with none while another gets a second; then the better score, the earlier round, the lower number.
    """
    pairs = list(matched)
    of_mentee = Counter(one.pair[1] for one in pairs if decisions.get(one.pair) is not MatchDecision.ENDED)
    lists: defaultdict[int, list[MatchedPair]] = defaultdict(list)
    for one in pairs:
        lists[one.pair[0]].append(one)
    found: dict[Pair, Standing] = {}
    for mentor, waiting in sorted(lists.items()):
        free = places.get(mentor)
        for one in sorted(waiting, key=lambda one: _turn(one, decisions, of_mentee)):
            decided = decisions.get(one.pair)
            if decided is MatchDecision.ENDED:
                found[one.pair] = Standing.ENDED
            elif decided is MatchDecision.BEYOND or free is None or free > 0:
                found[one.pair] = Standing.GOES_ON
                free = free - 1 if free is not None and decided is not MatchDecision.BEYOND else free
            else:
                found[one.pair] = Standing.WAITS
    return found


def _turn(
    one: MatchedPair, decisions: Mapping[Pair, MatchDecision], of_mentee: Mapping[int, int]
) -> tuple[bool, bool, float, int, Pair]:
    return (
        decisions.get(one.pair) is not MatchDecision.FIRST,
        of_mentee[one.pair[1]] > 1,
        -one.score,
        one.round,
        one.pair,
    )


_RARITY: Final[tuple[tuple[str, ...], ...]] = (
    ("daily", "every day"),
    ("several times a week", "twice a week"),
    ("weekly", "every week", "once a week"),
    ("fortnightly", "biweekly", "bi weekly", "every two weeks", "every 2 weeks", "twice a month"),
    ("monthly", "every month", "once a month"),
    ("bimonthly", "every two months", "every 2 months", "every other month"),
    ("quarterly", "every quarter", "once a quarter", "every three months", "every 3 months"),
    ("twice a year", "every six months", "every 6 months", "half yearly"),
    ("yearly", "annually", "once a year", "every year"),
)
"""Ways to say how often, the most frequent first."""

_RANK: Final = {words: rank for rank, alike in enumerate(_RARITY) for words in alike}


def often_in_words(own: str, other: str, name: str) -> str:
    """How often two like to be in contact: `both monthly`; `you monthly, Ana quarterly: begin with quarterly`.

    `name` is how the other is called. Empty where neither said anything. Where the two cannot be put in
    order, it is left to them.
    """
    mine, theirs = _plain(own), _plain(other)
    if not mine and not theirs:
        return ""
    if not mine or not theirs:
        return f"you {mine}" if mine else f"{name} {theirs}"
    ranks = _rank(own), _rank(other)
    if mine.casefold() == theirs.casefold() or (ranks[0] == ranks[1] and ranks[0] is not None):
        return f"both {mine}"
    if ranks[0] is None or ranks[1] is None:
        return f"you {mine}, {name} {theirs}: agree when you first write"
    return f"you {mine}, {name} {theirs}: begin with {mine if ranks[0] > ranks[1] else theirs}"


def means_in_words(own: str, other: str, name: str) -> str:
    """By which means two like to be in contact, compared: `both by video`; `you by phone, Ana by e-mail`."""
    mine, theirs = _means(own), _means(other)
    known = {_key(one) for one in theirs}
    common = [one for one in mine if _key(one) in known]
    if common:
        return f"both by {_either(common)}"
    parts = ([f"you by {_either(mine)}"] if mine else []) + ([f"{name} by {_either(theirs)}"] if theirs else [])
    return ", ".join(parts)


def _plain(text: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _rank(text: str) -> int | None:
    return _RANK.get(" ".join(words_of(text)))


def _means(text: str) -> list[str]:
    for mark in (";", "/", "|", " or ", " and ", " & "):
        text = text.replace(mark, ",")
    return [plain for part in text.split(",") if (plain := _plain(part))]


def _key(text: str) -> str:
    return "".join(words_of(text))


def _either(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
