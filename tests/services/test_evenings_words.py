"""What a rehearsal says: ranges as they are, and in how many evenings."""

from dataclasses import replace

import pytest

from mixer_app.services.evening_dice import EveningRates
from mixer_app.services.evenings_account import (
    EveningsAccount,
    MeetingsShare,
    MoreMentors,
    SideExpectation,
    Spread,
)
from mixer_app.services.evenings_words import (
    expectations,
    headline,
    held_words,
    kind_words,
    meetings_spoken,
    more_mentors_words,
    supply_words,
    tables_spoken,
)
from mixer_app.services.mentor_kinds import ANY_KIND, MentorKind, Trait

RELOCATION = MentorKind(Trait.NEED, "Relocation", 9, 2)
CARDIOLOGY = MentorKind(Trait.FIELD, "Cardiology", 6, 0)


def between(low: float, high: float) -> Spread:
    return Spread(low, (low + high) // 2, high)


def a_side(**changed: object) -> SideExpectation:
    side = SideExpectation(
        came=between(30, 36),
        typical=between(4, 4),
        nine_in_ten=between(2, 3),
        shares=(
            MeetingsShare(0, 0, between(0, 0)),
            MeetingsShare(1, 1, Spread(0.05, 0.06, 0.1)),
            MeetingsShare(2, 4, Spread(0.9, 0.94, 0.95)),
        ),
        too_few=Spread(0.1, 0.11, 0.12),
        somebody_without=0,
    )
    return replace(side, **changed)


def an_account(**changed: object) -> EveningsAccount:
    account = EveningsAccount(
        rates=EveningRates(),
        evenings=20,
        held=20,
        digest="",
        people=60,
        mentees=45,
        mentors=16,
        few=3,
        round_minutes=15,
        came=between(41, 49),
        mentee_side=a_side(),
        mentor_side=a_side(came=between(11, 13), typical=between(8, 10), nine_in_ten=between(5, 7), somebody_without=2),
        meetings=between(120, 140),
        strong=Spread(0.9, 0.92, 0.95),
        tables=(between(11, 12), between(11, 13)),
        empty_tables=(between(0, 0), between(0, 2)),
        first_round=1,
        late=between(3, 5),
        at_once=Spread(0.8, 1.0, 1.0),
        longest_wait=between(0, 2),
        late_without=1,
        more=(),
        tries=0,
    )
    return replace(account, **changed)


def more(kind: MentorKind, gain: Spread, better: int, evenings: int = 20) -> str:
    return more_mentors_words(
        MoreMentors(kind=kind, gain=gain, meetings=between(5, 6), better=better, evenings=evenings)
    )


def test_the_headline_says_what_half_and_nine_in_ten_mentees_have() -> None:
    assert headline(an_account()) == "Half of the mentees meet 4 mentors or more, nine in ten 2 to 3 or more."
    even = a_side(typical=between(4, 4), nine_in_ten=between(4, 4))
    assert headline(an_account(mentee_side=even)) == "Nine in ten mentees meet 4 mentors or more."
    assert headline(an_account(mentee_side=None)) == "No mentee comes in any of the evenings."


def test_everything_else_is_one_sentence_each() -> None:
    assert expectations(an_account()) == (
        "41 to 49 of 60 people come: 11 to 13 of 16 mentors and 30 to 36 of 45 mentees.",
        "10 to 12 % of the mentees meet fewer than 3 mentors; nobody is left without a meeting.",
        "Half of the mentors meet 8 to 10 mentees or more, nine in ten 5 to 7 or more; "
        "in 2 of 20 evenings one of them meets nobody.",
        "In round 2, up to 2 of 11 to 13 tables with a mentor stand empty; in no round more.",
        "Of 3 to 5 mentees who come late, 80 to 100 % sit down at once; the longest wait is 0 to 30 min; "
        "in 1 of 20 evenings one of them meets nobody.",
        "90 to 95 % of the mentees have a strong introduction.",
    )


def test_what_does_not_happen_is_said_or_left_out() -> None:
    told = expectations(
        an_account(
            mentee_side=a_side(too_few=between(0, 0), somebody_without=20),
            mentor_side=None,
            empty_tables=(between(0, 0), between(0, 0)),
            at_once=None,
            strong=None,
        )
    )
    assert told == (
        "41 to 49 of 60 people come: 30 to 36 of 45 mentees.",
        "No mentee meets fewer than 3 mentors; in every evening somebody meets nobody.",
        "No mentor comes in any of the evenings.",
        "No table stands empty whose mentor is there.",
    )


def test_one_round_left_is_no_comparison() -> None:
    told = expectations(an_account(tables=(between(4, 4),), empty_tables=(between(1, 1),), first_round=5))
    assert "In the round, 1 of 4 tables with a mentor stands empty." in told


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (20, "From 20 evenings. Ranges leave out the lowest and the highest tenth of them."),
        (12, "From 12 of 20 evenings. Ranges leave out the lowest and the highest tenth of them."),
        (3, "From 3 of 20 evenings. Ranges go from the lowest to the highest of them."),
        (1, "From 1 of 20 evenings."),
    ],
)
def test_how_many_evenings_it_is_from_is_said(held: int, words: str) -> None:
    assert held_words(an_account(held=held)) == words


@pytest.mark.parametrize(
    ("kind", "gain", "better", "words"),
    [
        (RELOCATION, between(3, 5), 18, "Between 3 and 5 more mentees meet someone for relocation; a gain in 18"),
        (RELOCATION, between(1, 1), 20, "1 more mentee meets someone for relocation; a gain in all 20"),
        (CARDIOLOGY, between(-1, 4), 9, "Up to 4 more mentees meet someone from cardiology; a gain in 9"),
        (ANY_KIND, between(5, 5), 20, "5 more meetings; a gain in all 20"),
        (ANY_KIND, between(0, 0), 0, "No gain in 20"),
        (RELOCATION, between(-1, 0), 1, "A gain in only 1"),
    ],
)  # fmt: skip
def test_what_one_more_mentor_brings_is_said_with_how_sure_it_is(
    kind: MentorKind, gain: Spread, better: int, words: str
) -> None:
    end = " evenings." if words.endswith("20") else " of 20 evenings."
    assert more(kind, gain, better) == words + end


def test_one_evening_proves_little() -> None:
    assert more(RELOCATION, between(2, 2), 1, 1) == (
        "2 more mentees meet someone for relocation; in the one evening tried."
    )


def test_a_kind_is_named_with_how_short_it_is() -> None:
    assert (kind_words(RELOCATION), supply_words(RELOCATION)) == (
        "Relocation",
        "9 mentees want it, 2 mentors offer it",
    )
    assert (kind_words(CARDIOLOGY), supply_words(CARDIOLOGY)) == ("From cardiology", "6 mentees, 0 mentors")
    assert (kind_words(ANY_KIND), supply_words(ANY_KIND)) == ("Any mentor", "")
    assert supply_words(replace(RELOCATION, offered=0)) == "9 mentees want it, no mentor offers it"


def test_charts_can_be_heard() -> None:
    account = an_account()
    assert account.mentee_side is not None
    assert meetings_spoken(account.mentee_side, "mentees") == (
        "Of the mentees who come, 5 to 10 % have 1 meeting, 90 to 95 % have 2 to 4 meetings"
    )
    assert tables_spoken(account) == "Tables that stand empty, round 1: 0 of 11 to 12, round 2: 0 to 2 of 11 to 13"
