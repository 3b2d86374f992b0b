"""What is known of a pair, in words."""

from typing import Final

from mixer_app.domain.programme import ContinuingPair, GoalState, HowOften, PairState

OFTEN_WORDS: Final = {
    HowOften.ONCE: "Once",
    HowOften.NOW_AND_THEN: "Now and then",
    HowOften.MONTHLY: "About monthly",
    HowOften.OFTENER: "More often",
}
GOAL_WORDS: Final = {GoalState.REACHED: "Reached", GoalState.PARTLY: "Partly", GoalState.NOT_YET: "Not yet"}
STATE_WORDS: Final = {PairState.DUE: "Due now", PairState.LATER: "Later", PairState.DONE: "Done"}
STATE_ICONS: Final = {
    PairState.DUE: ("bell", "warn", "regular"),
    PairState.LATER: ("hourglass", "text_muted", "regular"),
    PairState.DONE: ("check-circle", "good", "fill"),
}


def pair_names(pair: ContinuingPair) -> str:
    """Mentee and mentor: `Bo Li with Yusuf Çelik`."""
    return f"{pair.mentee} with {pair.mentor}"


def pair_note(pair: ContinuingPair) -> str:
    """Where they met, and when to ask them or what they said."""
    day = f"{pair.due.day} {pair.due:%B} {pair.due.year}"
    state = {
        PairState.DUE: f"to be asked since {day}",
        PairState.LATER: f"to be asked on {day}",
        PairState.DONE: check_words(pair),
    }[pair.state]
    return f"{pair.event_name}; {state}"


def check_words(pair: ContinuingPair) -> str:
    """`in touch, about monthly; goal partly reached; goes on`."""
    check = pair.check
    if check is None:
        return ""
    told: list[str] = []
    if check.in_touch is not None:
        often = f", {OFTEN_WORDS[check.how_often].lower()}" if check.how_often else ""
        told.append(f"in touch{often}" if check.in_touch else "not in touch")
    if check.goal is not None:
        told.append(
            {"reached": "goal reached", "partly": "goal partly reached"}.get(check.goal, "goal not reached yet")
        )
    if check.goes_on is not None:
        told.append("goes on" if check.goes_on else "does not go on")
    return "; ".join(told) or "a note only"
