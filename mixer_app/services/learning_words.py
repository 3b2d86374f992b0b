"""What the answers say about the weights, in plain words."""

from mixer_app.domain.learning import Finding, Learned
from mixer_app.services.rules_words import CRITERION_TITLES
from mixer_app.services.words import counted, listed, mid_sentence


def learned_headline(learned: Learned) -> str:
    """The suggestion in one sentence, or that there is none, and why."""
    if learned.silent:
        return learned.silent
    more = [title_of(one) for one in learned.findings if one.suggested is not None and one.suggested > one.weight]
    less = [title_of(one) for one in learned.findings if one.suggested is not None and one.suggested < one.weight]
    parts = [f"{_subject(more)} predicted staying in touch better than {_its(more)} weight"] if more else []
    parts += [f"{_subject(less)} less than {_its(less)} weight"] if more and less else []
    parts += [f"{_subject(less)} predicted staying in touch less than {_its(less)} weight"] if less and not more else []
    if not parts:
        return "The answers so far speak for no other weights."
    return f"At your events, {'; '.join(parts)}."


def learned_from(learned: Learned) -> str:
    """What was counted: `From 412 answers at 3 events`, and of how many events nothing can be learned any more."""
    told = f"From {counted(learned.answers, 'answer', 'answers')} at {counted(learned.events, 'event', 'events')}."
    if not learned.forgotten_events:
        return told
    gone = learned.forgotten_events
    verb, it = ("was", "it") if gone == 1 else ("were", "them")
    return f"{told} {counted(gone, 'event', 'events')} {verb} forgotten, so nothing can be learned from {it}."


def finding_in_words(finding: Finding) -> str:
    """`Of people alike in all else, 62 % said yes where it fitted in full, 45 % where not at all (6 to 28 more)`."""
    low, high = round(100 * finding.low), round(100 * finding.high)
    shares = (
        f"Of 100 people alike in all else, {100 * finding.with_it:.0f} said yes where it fitted in full and "
        f"{100 * finding.without:.0f} where it did not fit"
    )
    if not finding.clear:
        return f"{shares}. That can be chance: the difference is between {_signed(low)} and {_signed(high)}."
    if finding.low > 0:
        return f"{shares}: {max(low, 1)} to {high} more, with 95 % certainty."
    return f"{shares}: {max(-high, 1)} to {-low} fewer, with 95 % certainty."


def suggestion_in_words(finding: Finding) -> str:
    """`Weight 25 to 34`; empty where nothing is suggested."""
    if finding.suggested is None:
        return ""
    return f"Weight {100 * finding.weight:.0f} to {100 * finding.suggested:.0f} of 100"


def unknown_in_words(learned: Learned) -> str:
    """What could not be judged; empty if everything could."""
    if not learned.unknown:
        return ""
    names = [mid_sentence(CRITERION_TITLES.get(name, f"“{name}”")) for name in learned.unknown]
    return f"Nothing can be said of {listed(names)}: the people who met hardly differed in it."


def title_of(finding: Finding) -> str:
    """The name of a criterion as the sheet shows it."""
    return CRITERION_TITLES.get(finding.criterion, f"“{finding.criterion}”")


def _subject(titles: list[str]) -> str:
    return listed([mid_sentence(one) for one in titles])


def _its(titles: list[str]) -> str:
    plural = len(titles) > 1 or titles[0] in (CRITERION_TITLES["topics"], CRITERION_TITLES["wishes"])
    return "their" if plural or titles[0] == CRITERION_TITLES["needs"] else "its"


def _signed(points: int) -> str:
    return f"{abs(points)} fewer" if points < 0 else f"{points} more" if points else "none"
