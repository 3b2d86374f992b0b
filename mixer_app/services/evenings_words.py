"""What to expect of an evening, in sentences: ranges as they are, and how sure they are."""

from collections.abc import Callable, Sequence

from mixer_app.services.evenings_account import (
    ENOUGH_FOR_TENTHS,
    EveningsAccount,
    MeetingsShare,
    MoreMentors,
    SideExpectation,
    Spread,
)
from mixer_app.services.mentor_kinds import MentorKind, Trait
from mixer_app.services.words import counted


def held_words(account: EveningsAccount) -> str:
    """From how many evenings this is, and what the ranges leave out."""
    many = counted(account.held, "evening", "evenings")
    held = f"From {many}" if account.held == account.evenings else f"From {account.held} of {account.evenings} evenings"
    if account.held >= ENOUGH_FOR_TENTHS:
        return f"{held}. Ranges leave out the lowest and the highest tenth of them."
    return f"{held}. Ranges go from the lowest to the highest of them." if account.held > 1 else f"{held}."


def headline(account: EveningsAccount) -> str:
    """The evening in one sentence: what mentees may expect."""
    side = account.mentee_side
    if side is None:
        return "No mentee comes in any of the evenings."
    typical, nine = range_words(side.typical), range_words(side.nine_in_ten)
    if typical == nine:
        return f"Nine in ten mentees meet {_mentors(side.nine_in_ten, typical)} or more."
    return f"Half of the mentees meet {_mentors(side.typical, typical)} or more, nine in ten {nine} or more."


def expectations(account: EveningsAccount) -> tuple[str, ...]:
    """The rest of what to expect, one sentence for each thing."""
    told = (
        _people(account),
        _too_few(account),
        _mentors_meet(account),
        _tables(account),
        _late(account),
        _strong(account),
    )
    return tuple(sentence for sentence in told if sentence)


def more_mentors_words(one: MoreMentors) -> str:
    """What one more mentor of a kind brings, and in how many evenings."""
    evenings = counted(one.evenings, "evening", "evenings")
    if one.gain.high <= 0:
        return f"A gain in only {one.better} of {evenings}." if one.better else f"No gain in {evenings}."
    return f"{_gain_words(one.gain)} {_what(one)}; {_sure(one)}."


def kind_words(kind: MentorKind) -> str:
    """The title of a kind: `Relocation`, `From obstetrics`, `Any mentor`."""
    if kind.trait is Trait.ANY:
        return "Any mentor"
    return f"From {kind.words}" if kind.trait is Trait.FIELD else kind.name


def supply_words(kind: MentorKind) -> str:
    """How short a kind is; empty for any mentor."""
    if kind.trait is Trait.ANY:
        return ""
    if kind.trait is Trait.FIELD:
        return f"{kind.wanted:,} mentees, {counted(kind.offered, 'mentor', 'mentors')}"
    offer = f"{counted(kind.offered, 'mentor offers', 'mentors offer')}" if kind.offered else "no mentor offers"
    return f"{kind.wanted:,} mentees want it, {offer} it"


def meetings_spoken(side: SideExpectation, who: str) -> str:
    """Every column of the chart of meetings in words."""
    told = [
        f"{share_words(one.share)} have {column_words(one)} {'meeting' if one.most == 1 else 'meetings'}"
        for one in side.shares
        if one.share.high > 0
    ]
    return f"Of the {who} who come, {', '.join(told)}"


def column_words(one: MeetingsShare) -> str:
    """`no`, `4` or `5 to 8`."""
    if not one.most:
        return "no"
    return str(one.most) if one.least == one.most else f"{one.least} to {one.most}"


def tables_spoken(account: EveningsAccount) -> str:
    """Every column of the chart of empty tables in words."""
    told = [
        f"round {number}: {range_words(empty)} of {range_words(tables)}"
        for number, (empty, tables) in enumerate(
            zip(account.empty_tables, account.tables, strict=True), account.first_round
        )
    ]
    return f"Tables that stand empty, {', '.join(told)}"


def range_words(between: Spread) -> str:
    """`4`, or `3 to 5`."""
    return _range(between, lambda value: f"{value:,.0f}")


def share_words(between: Spread) -> str:
    """`40 %`, or `38 to 45 %`."""
    return f"{_range(between, lambda share: f'{100 * share:.0f}')} %"


def _range(between: Spread, words: Callable[[float], str]) -> str:
    low, high = words(between.low), words(between.high)
    return low if low == high else f"{low} to {high}"


def _people(account: EveningsAccount) -> str:
    sides = [
        f"{range_words(side.came)} of {many:,} {who}"
        for side, many, who in (
            (account.mentor_side, account.mentors, "mentors"),
            (account.mentee_side, account.mentees, "mentees"),
        )
        if side is not None
    ]
    who = f": {' and '.join(sides)}" if sides else ""
    return f"{range_words(account.came)} of {account.people:,} people come{who}."


def _too_few(account: EveningsAccount) -> str:
    side = account.mentee_side
    if side is None:
        return ""
    few = "nobody" if account.few == 1 else f"fewer than {account.few} mentors"
    if side.too_few.high < 0.005:
        told = f"Hardly any mentee meets {few}" if side.too_few.high else f"No mentee meets {few}"
    else:
        told = f"{share_words(side.too_few)} of the mentees meet {few}"
    return f"{told}; {_without(account, side)}."


def _without(account: EveningsAccount, side: SideExpectation) -> str:
    if not side.somebody_without:
        return "nobody is left without a meeting"
    return f"in {_of_evenings(side.somebody_without, account.held)} somebody meets nobody"


def _mentors_meet(account: EveningsAccount) -> str:
    side = account.mentor_side
    if side is None:
        return "No mentor comes in any of the evenings."
    words = f"Half of the mentors meet {range_words(side.typical)} mentees or more"
    idle = (
        f"; in {_of_evenings(side.somebody_without, account.held)} one of them meets nobody"
        if side.somebody_without
        else ""
    )
    return f"{words}, nine in ten {range_words(side.nine_in_ten)} or more{idle}."


def _tables(account: EveningsAccount) -> str:
    highest = max((one.high for one in account.empty_tables), default=0)
    if not highest:
        return "No table stands empty whose mentor is there."
    worst = _longest(account.empty_tables)
    at = account.first_round + worst
    empty, tables = account.empty_tables[worst], account.tables[worst]
    many = range_words(empty) if empty.low else f"up to {empty.high:,.0f}"
    verb = "stands" if empty.high == 1 else "stand"
    single = len(account.empty_tables) == 1
    where, more = ("In the round", "") if single else (f"In round {at}", "; in no round more")
    return f"{where}, {many} of {range_words(tables)} tables with a mentor {verb} empty{more}."


def _longest(spreads: Sequence[Spread]) -> int:
    return max(range(len(spreads)), key=lambda place: (spreads[place].high, spreads[place].middle))


def _late(account: EveningsAccount) -> str:
    if account.at_once is None:
        return ""
    many = f"Of {range_words(account.late)} mentees who come late, {share_words(account.at_once)} sit down at once"
    wait = account.longest_wait
    longest = "" if wait is None or not wait.high else f"; the longest wait is {_minutes(wait, account.round_minutes)}"
    nobody = (
        f"; in {_of_evenings(account.late_without, account.held)} one of them meets nobody"
        if account.late_without
        else ""
    )
    return f"{many}{longest}{nobody}."


def _minutes(rounds: Spread, round_minutes: int) -> str:
    return f"{range_words(Spread(*(value * round_minutes for value in (rounds.low, rounds.middle, rounds.high))))} min"


def _strong(account: EveningsAccount) -> str:
    return "" if account.strong is None else f"{share_words(account.strong)} of the mentees have a strong introduction."


def _of_evenings(some: int, held: int) -> str:
    return "every evening" if some == held else f"{some} of {held} evenings"


def _mentors(many: Spread, words: str) -> str:
    return f"{words} {'mentor' if many.low == many.high == 1 else 'mentors'}"


def _gain_words(gain: Spread) -> str:
    """`3 more`, `Between 3 and 5 more`, `Up to 5 more`."""
    if gain.low <= 0:
        return f"Up to {gain.high:,.0f} more"
    return f"{gain.high:,.0f} more" if gain.low == gain.high else f"Between {gain.low:,.0f} and {gain.high:,.0f} more"


def _what(one: MoreMentors) -> str:
    single, kind = one.gain.high == 1, one.kind
    if kind.trait is Trait.ANY:
        return "meeting" if single else "meetings"
    whom = f"someone from {kind.words}" if kind.trait is Trait.FIELD else f"someone for {kind.words}"
    return f"mentee meets {whom}" if single else f"mentees meet {whom}"


def _sure(one: MoreMentors) -> str:
    if one.evenings == 1:
        return "in the one evening tried"
    if one.better == one.evenings:
        return f"a gain in all {one.evenings} evenings"
    return f"a gain in {one.better} of {one.evenings} evenings"
