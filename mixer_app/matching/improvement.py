"""Improve the rounds where people come late, leave early or rest.

One step gives every pair that could meet a single round in which it may do so (the round it has
now, else one drawn by lot) and then solves the whole evening, all rounds at once, as a min-cost
flow. The plan at hand is one of its flows, so no step makes it worse, and steps with other lots
reach plans that changes round by round cannot. A mentee's first strong introduction counts only
in one round (where the mentee has one now, else drawn by lot), which never counts too much.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.deadline import NO_DEADLINE, Deadline
from mixer_app.matching.network import Integers, Network, Rank, solve_ranked
from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.pairs import best_of_each
from mixer_app.matching.problem import FREE
from mixer_app.matching.standing import Standing, pairs_of, standing_of_rounds
from mixer_app.matching.turning import Turn, turns_worth_trying

_FEWEST_STEPS, _MOST_STEPS = 6, 150
_EFFORT: Final = 400_000  # candidates over all steps, between those limits
_VAIN_STEPS: Final = 15  # in a row before giving up
_ALL_PAIRS: Final = 20_000  # up to so many, every pair is a candidate in every step
_CANDIDATES: Final = 2  # else for each mentee: so many best mentors for each round, and as many by lot
_TURNED: Final = (0, 0, 1, 1, 2, 3)  # times, by lot, that someone who is mentor and mentee changes sides in a step
_OTHER_WAY: Final = 0.2  # of those who could meet either way are asked anew in which in a step
_PASSES: Final = 60  # mentors on an alternating path that the weights allow for: exactness is not needed here


def improve(
    openings: Openings,
    mentor_of: Integers,
    *,
    favoured: Flags,
    best: Standing,
    progress: Progress | None = None,
    deadline: Deadline = NO_DEADLINE,
    patient: bool = True,
) -> Integers:
    """A plan (mentees, rounds) at least as good as `mentor_of`; `best` is proven to be the best possible.

    `favoured` pairs (mentees, mentors) are always among the candidates. A deadline ends the steps
    early, or, if `patient`, lets there be more of them. When lots find no more and the spread could
    be fairer, people who are both are made to change sides, one of them in one round at a time.
    """
    dice = np.random.default_rng(openings.seed)
    standing, vain, step = standing_of_rounds(openings, mentor_of), 0, 0
    usual = steps = _MOST_STEPS
    turns = _Turns(openings)
    while standing < best and not deadline.passed:
        lots_are_over = step >= usual or vain >= _VAIN_STEPS
        turn = turns.next(mentor_of, usual) if lots_are_over and standing.spread < best.spread else None
        if turn is None and (step >= steps or vain >= _VAIN_STEPS):
            break
        report(progress, 0.5 + 0.4 * min(step / steps, 1.0), "Improving the rounds")
        attempt = _Step(openings, mentor_of, favoured, dice, turn)
        changed = attempt.solve()
        reached = standing_of_rounds(openings, changed)
        vain = 0 if reached > standing else vain + 1
        if reached.spread > standing.spread:
            turns = _Turns(openings)
        if reached >= standing:
            mentor_of, standing = changed, reached
        usual = min(_MOST_STEPS, max(_FEWEST_STEPS, _EFFORT // max(attempt.size, 1)))
        steps = _MOST_STEPS if patient and deadline.is_set else usual
        step += turn is None
    return mentor_of


class _Turns:
    """Turns of people who are both, each of them once."""

    def __init__(self, openings: Openings) -> None:
        self._openings = openings
        self._tried: set[Turn] = set()

    def next(self, mentor_of: Integers, most: int) -> Turn | None:
        """The most promising one that was not tried yet; `None` if there is none, or after so many."""
        if len(self._tried) >= most:
            return None
        left = (turn for turn in turns_worth_trying(self._openings, mentor_of) if turn not in self._tried)
        turn = next(left, None)
        if turn is not None:
            self._tried.add(turn)
        return turn


@dataclass(frozen=True)
class _Candidates:
    """Introductions that one step may use; each pair occurs once."""

    mentee: Integers
    mentor: Integers
    in_round: Integers


class _Step:
    """One network: mentees, their rounds, the mentors' rounds, mentors, sink."""

    def __init__(
        self,
        openings: Openings,
        mentor_of: Integers,
        favoured: Flags,
        dice: np.random.Generator,
        turn: Turn | None = None,
    ) -> None:
        self._openings, self._mentor_of, self._dice, self._turn = openings, mentor_of, dice, turn
        self._hosting, self._seeking = self._roles()
        self._candidates = self._draw(favoured)

    @property
    def size(self) -> int:
        """How many introductions it may choose from."""
        return len(self._candidates.mentee)

    def solve(self) -> Integers:
        """The best plan among those that the drawn candidates allow."""
        drawn = self._candidates
        used = solve_ranked(*self._network())[: self.size] > 0
        changed = np.full_like(self._mentor_of, FREE)
        changed[drawn.mentee[used], drawn.in_round[used]] = drawn.mentor[used]
        return changed

    def _network(self) -> tuple[Network, list[Rank]]:
        """Nodes: mentees, their rounds, the mentors' rounds, mentors, sink. Arcs: candidates first."""
        openings, drawn = self._openings, self._candidates
        (mentees, rounds), mentors = openings.present.shape, len(openings.seats)
        first_table = mentees + mentees * rounds
        first_mentor = first_table + mentors * rounds
        sink = first_mentor + mentors
        seeker, when = np.nonzero(self._seeking)
        host, hosted = np.nonzero(self._hosting)
        owner, level = openings.missable()
        loaded, growth = openings.loadable()
        sections = [
            (mentees + drawn.mentee * rounds + drawn.in_round, first_table + drawn.mentor * rounds + drawn.in_round, 1),
            (seeker, mentees + seeker * rounds + when, 1),
            (first_table + host * rounds + hosted, first_mentor + host, openings.seats[host, hosted]),
            (owner, sink, 1),
            (first_mentor + loaded, sink, 1),
        ]
        supplies = np.zeros(sink + 1, np.int64)
        supplies[:mentees] = openings.mentee_room
        supplies[sink] = -openings.mentee_room.sum()
        tails, heads, capacities = (
            np.concatenate([np.broadcast_to(section[side], section[0].shape) for section in sections])
            for side in range(3)
        )
        unmet = self.size + len(seeker) + len(host)
        top = int(level.max(initial=0))
        ranks = [
            Rank(unmet, top + 1 - level, top + 1),
            *self._ranks_of_pairs(),
            Rank(unmet + len(owner), growth, 2 * int(growth.max(initial=0))),
        ]
        return Network(tails.astype(np.int32), heads.astype(np.int32), capacities.astype(np.int64), supplies), ranks

    def _ranks_of_pairs(self) -> list[Rank]:
        openings, drawn = self._openings, self._candidates
        ranks: list[Rank] = []
        if openings.keep is not None:
            kept = openings.keep[drawn.mentee, drawn.in_round] == drawn.mentor
            ranks.append(Rank(0, -kept.astype(np.int64), _PASSES))
        for wanted, has in ((openings.strong, openings.has_strong), (openings.discovery, openings.has_discovery)):
            if wanted is not None:
                counts = self._counting_round(wanted)[drawn.mentee] == drawn.in_round
                counts &= wanted[drawn.mentee, drawn.mentor] & ~has[drawn.mentee]
                ranks.append(Rank(0, -counts.astype(np.int64), _PASSES))
        points = openings.points[drawn.mentee, drawn.mentor]
        return [*ranks, Rank(0, -points, _PASSES * int(points.max(initial=0)))]

    def _counting_round(self, wanted: Flags) -> Integers:
        """(mentees,) the round in which a mentee's wanted introduction counts."""
        mentees, rounds = self._mentor_of.shape
        hit = self._mentor_of != FREE
        rows, columns = np.nonzero(hit)
        hit[rows, columns] = wanted[rows, self._mentor_of[rows, columns]]
        lot = self._dice.random((mentees, rounds)) + self._seeking + 2 * hit
        return lot.argmax(axis=1)

    def _roles(self) -> tuple[Flags, Flags]:
        """(mentors, rounds) who hosts and (mentees, rounds) who seeks; never one person both."""
        openings = self._openings
        hosting, seeking = openings.seats > 0, openings.present.copy()
        turned = np.zeros((len(openings.same_person), openings.rounds), bool)
        for _ in range(int(self._dice.choice(_TURNED)) if turned.size and self._turn is None else 0):
            turned.flat[self._dice.integers(turned.size)] = True  # even if it takes seats away now
        for place, ((mentee, mentor), turns) in enumerate(zip(openings.same_person, turned, strict=True)):
            hosts_now = (self._mentor_of == mentor).any(axis=0)  # (rounds,)
            idle = ~hosts_now & (self._mentor_of[mentee] == FREE)
            hosts = (hosts_now | (idle & (self._dice.random(openings.rounds) < 0.5))) ^ turns
            if self._turn is not None and self._turn.place == place:
                hosts[self._turn.in_round] = self._turn.hosts
            hosting[mentor] &= hosts
            seeking[mentee] &= ~hosts
        return hosting, seeking

    def _draw(self, favoured: Flags) -> _Candidates:
        """Each candidate pair with the round it has now, else its old round, else one drawn by lot."""
        openings = self._openings
        pairs = self._candidate_pairs(favoured)
        mentee, mentor = np.nonzero(pairs)
        open_now = self._seeking[mentee] & self._hosting[mentor]  # (pairs, rounds)
        lot = np.where(open_now, self._dice.random(open_now.shape), -1.0)
        if openings.keep is not None:
            lot += openings.keep[mentee] == mentor[:, None]
        if self._turn is not None:
            one, at = openings.same_person[self._turn.place]
            lot[mentor == at if self._turn.hosts else mentee == one, self._turn.in_round] += 1.0
        lot += 3.0 * (self._mentor_of[mentee] == mentor[:, None])
        for one, at, when in openings.blocked:
            lot[(mentee == one) & (mentor == at), when] = -1.0
        in_round = lot.argmax(axis=1) if lot.size else np.zeros(len(mentee), np.int64)
        possible = lot[np.arange(len(mentee)), in_round] >= 0 if lot.size else np.zeros(len(mentee), bool)
        possible &= open_now[np.arange(len(mentee)), in_round] if lot.size else False
        possible[self._together_though_apart(mentee, mentor, in_round)] = False
        possible[self._other_way_round(mentee, mentor)] = False
        return _Candidates(mentee[possible], mentor[possible], in_round[possible])

    def _candidate_pairs(self, favoured: Flags) -> Flags:
        openings = self._openings
        if openings.possible.sum() <= _ALL_PAIRS:
            return openings.possible
        mentees, mentors = openings.possible.shape
        many = min(mentors, _CANDIDATES * openings.rounds)
        worth = np.where(openings.possible, openings.points, -1)
        pairs = favoured.copy()
        rows = np.arange(mentees)[:, None]
        pairs |= best_of_each(worth, many)
        pairs[rows, self._dice.integers(0, mentors, (mentees, many))] = True
        mentee, in_round = np.nonzero(self._mentor_of != FREE)
        pairs[mentee, self._mentor_of[mentee, in_round]] = True
        if openings.keep is not None:
            mentee, in_round = np.nonzero(openings.keep != FREE)
            pairs[mentee, openings.keep[mentee, in_round]] = True
        return pairs & openings.possible

    def _other_way_round(self, mentee: Integers, mentor: Integers) -> list[int]:
        """Candidates to leave out so that no two meet both ways: mostly the way they do not meet now, else by lot."""
        if not self._openings.once:
            return []
        met = pairs_of(self._mentor_of, len(self._openings.seats))
        place = {pair: number for number, pair in enumerate(zip(mentee.tolist(), mentor.tolist(), strict=True))}
        leave: list[int] = []
        lots = self._dice.random((len(self._openings.once), 2))
        for (one, other), lot in zip(self._openings.once, lots, strict=True):
            settled = (met[one] or met[other]) and lot[0] >= _OTHER_WAY
            unwanted = (other if met[one] else one) if settled else (one, other)[int(lot[1] < 0.5)]
            if one in place and other in place:
                leave.append(place[unwanted])
        return leave

    def _together_though_apart(self, mentee: Integers, mentor: Integers, in_round: Integers) -> list[int]:
        """Candidates to leave out so that no two who are to be apart can meet at one table."""
        place = (
            {
                (int(i), int(j), int(r)): number
                for number, (i, j, r) in enumerate(zip(mentee, mentor, in_round, strict=True))
            }
            if self._openings.apart
            else {}
        )
        leave: list[int] = []
        for first, second in self._openings.apart:
            for number in np.flatnonzero(mentee == first):
                j, r = int(mentor[number]), int(in_round[number])
                rival = place.get((second, j, r))
                if rival is not None:
                    leave.append(rival if self._mentor_of[first, r] == j else int(number))
        return leave
