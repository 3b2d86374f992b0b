"""Where a running evening stands, in the few words that fit into the head of a page."""

from mixer_app.domain.evening import EveningNow, Phase
from mixer_app.services.words import minutes_in_words


def live_words(evening: EveningNow) -> str:
    """`round 2, 5 min left`, `round 3 in 2 min`, with `paused` where the clock stands; empty before the start."""
    match evening.phase:
        case Phase.BEFORE:
            return ""
        case Phase.OVER:
            return "the rounds are over"
        case Phase.ROUND:
            words = f"round {evening.round}, {minutes_in_words(evening.remaining)} left"
        case Phase.BREAK:
            words = f"round {evening.round} in {minutes_in_words(evening.remaining)}"
    return f"{words}, paused" if evening.paused else words
