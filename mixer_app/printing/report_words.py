"""The sentences of the event report, each made from its figures."""

from collections.abc import Sequence
from typing import Final

from mixer_app.domain.paper import EventReport, Supply, YearCount
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.small_counts import SMALL, Column, is_small, is_told

TITLE: Final = "Event report"
PROGRESS: Final = "Drawing the event report"
FOR_WHOM: Final = "Event report for the board"
ATTENDANCE: Final = ("Attendance", "People in the room, counted at check-in and at each round")
YEARS: Final = ("Year by year", "People who came")
CAME: Final = "came"
REGISTERED: Final = "registered"
DOORS: Final = "Doors open"
MEETINGS: Final = "Meetings per mentee"
FIT: Final = "How well the pairs fitted"
STRONG: Final = "strong"
NEEDS: Final = ("Needs: asked and offered", "What mentees bring, what mentors offer")
TOPICS: Final = ("Topics: asked and offered", "What people wanted to talk about")
FEWER: Final = "fewer than 5"
ASK: Final = "mentees who ask"
OFFER: Final = "mentors who offer"
NOT_REPORTED: Final = "fewer than 5: not reported"
STAY: Final = "“Would you like to stay in touch?”"
ANSWERS: Final = ("Yes, stay in touch", "No, thank you", "Referred on", "No answer")
HELPED: Final = "“This helped”"
MARK: Final = "Mark, from 1 to 5"
GIVEN: Final = "Given"
MUTUAL: Final = "Mutual matches per mentee"
NEXT: Final = "For next time"
KEEP: Final = "Keep the format: nothing on these pages ran short."
READ: Final = (
    "The same figures are a table on the last page. Counts below five are not reported, and columns are joined where "
    "a small count could be worked out. A person may have several needs and topics. No name, employer or private "
    "note is used in this report."
)
TABLE: Final = "The figures as a table"
EVENING: Final = "The evening"
FIGURE: Final = "Figure"
NUMBER: Final = "Number"
TIME: Final = "Time"
IN_THE_ROOM: Final = "In the room"
YEAR: Final = "Year"
MEETINGS_HAD: Final = "Meetings"
MATCHES_HAD: Final = "Matches"
MENTEES: Final = "Mentees"
MENTORS: Final = "Mentors"
SCORE: Final = "Score"
INTRODUCTIONS: Final = "Introductions"
NEED: Final = "Need"
TOPIC: Final = "Topic"
ASKED: Final = "Asked"
OFFERED: Final = "Offered"
ANSWER: Final = "Answer"
FIGURES_ONLY: Final = (
    "With fewer than twenty people a distribution would point at persons, so this report has figures only. "
    "No name, employer or private note is used in it."
)


def answer(group: Sequence[int]) -> str:
    """Answers that are told together: `No, thank you or referred on`."""
    first, *others = (ANSWERS[index] for index in group)
    return words.capital(" or ".join([first, *(name[:1].lower() + name[1:] for name in others)]))


def about(report: EventReport) -> str:
    """`Mentor Mixer, Thursday 15 April 2027. Five rounds of 12 minutes at 40 tables`."""
    rounds = words.capital(words.count(report.rounds, "round"))
    tables = f" at {report.tables} table{'s' * (report.tables != 1)}" if report.tables else ""
    return f"{words.APPLICATION}, {words.day_and_year(report.day)}. {rounds} of {report.minutes} minutes{tables}."


def lead(report: EventReport) -> str:
    """The result in a sentence or two."""
    came = words.capital(words.count(report.came, "person", "people"))
    first = f"{came} came{_everybody_met(report)}."
    if report.introductions_held == 0 or not answers_tell(report):
        return first
    held = report.introductions_held
    if is_small(held - report.mutual_matches):
        return f"{first} In nearly all introductions both said they want to stay in touch."
    told = "few" if is_small(report.mutual_matches) else str(report.mutual_matches)
    return f"{first} In {told} of {held} introductions both said they want to stay in touch."


def _everybody_met(report: EventReport) -> str:
    counts = [(meetings, mentees) for meetings, mentees in report.meetings_per_mentee if mentees]
    if not counts:
        return ""
    fewest = min(meetings for meetings, _ in counts)
    if fewest:
        return f", and every mentee met at least {words.count(fewest, 'mentor')}"
    met = sum(mentees for meetings, mentees in counts if meetings)
    total = sum(mentees for _, mentees in counts)
    share = f"{met} of {total} mentees" if is_told(met, total) else "nearly every mentee"
    return f", and {share} met a mentor"


def share(count: int, total: int) -> str:
    """`44 of 50`, or words where a small count would show."""
    if is_small(count):
        return FEWER
    if is_small(total - count):
        return "nearly all"
    return f"{count} of {total}"


def matches(report: EventReport) -> str:
    """How many mutual matches there are; words where it, or the introductions that became none, are few."""
    return matches_of(report.mutual_matches, report.introductions_held)


def matches_of(mutual: int, held: int) -> str:
    """As `matches`, of any year."""
    return str(mutual) if is_told(mutual, held) else share(mutual, held)


def answers_tell(report: EventReport) -> bool:
    """Whether at least half of the answers are in; before that a bar would mislead."""
    asked = _asked(report)
    return asked > 0 and entered(report) * 2 >= asked


def entered(report: EventReport) -> int:
    """Answers typed in, of both sides."""
    return _asked(report) - report.mentee_answers.open - report.mentor_answers.open


def _asked(report: EventReport) -> int:
    return sum(
        side.yes + side.no + side.referred + side.open for side in (report.mentee_answers, report.mentor_answers)
    )


def answers_entered(report: EventReport) -> str:
    """How many answers are in: `Answers: 12 of 196 entered`."""
    return f"Answers: {share(entered(report), _asked(report))} entered."


def stay_subtitle(report: EventReport) -> str:
    """Who was asked, and how many sheets came back."""
    asked = f"Both sides of each of the {report.introductions_held} introductions were asked"
    told = people_who_answered(report)
    return f"{asked}. {told} people answered" if told[:1].isdigit() else asked


def people_who_answered(report: EventReport) -> str:
    """`104 of 116`, without the whole where it would tell how few met nobody; words where a count is small."""
    if is_small(report.came - report.sheets):
        return str(report.sheets_in) if is_told(report.sheets_in, report.came) else share(report.sheets_in, report.came)
    return share(report.sheets_in, report.sheets)


def side_answering(report: EventReport, role: Role) -> str:
    """`91 mentees`: who answers; without the number where it would tell how few met nobody, or are both."""
    unit = words.ROLE[role].lower()
    people = report.mentees if role is Role.MENTEE else report.mentors
    answering = (report.mentee_answers if role is Role.MENTEE else report.mentor_answers).people
    if is_small(people - answering) or (role is Role.MENTOR and few_are_both(report)):
        return words.capital(f"{unit}s")
    return f"{answering} {unit}{'s' * (answering != 1)}"


def few_are_both(report: EventReport) -> bool:
    """Whether mentors, mentees and all who came would together tell how few are both."""
    return is_small(report.mentors + report.mentees - report.came)


def registered(of: EventReport | YearCount) -> str:
    """How many had registered; empty where it would tell how few stayed away."""
    return str(of.registered) if compared(of.came, of.registered) else ""


def compared(count: int, other: int) -> bool:
    """Whether two counts may stand side by side: not where what lies between them is small."""
    return not is_small(abs(count - other))


def helped(report: EventReport) -> str:
    """`“This helped”: 4.2 of 5 on average, from 180 answers.`; empty where too few said so."""
    marks = sum(report.helped)
    if marks < SMALL:
        return ""
    average = sum(mark * count for mark, count in enumerate(report.helped, 1)) / marks
    return f"{HELPED}: {average:.1f} of {len(report.helped)} on average, from {marks} answers."


def meetings_subtitle(report: EventReport, each: int) -> str:
    """`50 mentees. The plan gave everyone 4`."""
    planned = report.introductions_planned / report.mentees if report.mentees else 0
    text = f"{report.mentees} mentees"
    if planned == int(planned) and planned and compared(report.introductions_held, report.introductions_planned):
        text = f"{text}. The plan gave everyone {int(planned)}"
    return f"{text}. A ring is {each} people" if each > 1 else text


def mutual_subtitle(report: EventReport, each: int) -> str:
    """`41 of 50 mentees have one; so do 34 of 40 mentors`."""
    having = sum(mentees for matches, mentees in report.mutual_per_mentee if matches)
    total = sum(mentees for _, mentees in report.mutual_per_mentee)
    text = f"{share(having, total)} mentees have one"
    if report.mentors:
        text = f"{text}; so do {mentors_with_match(report)} mentors"
    text = text.replace("nearly all mentees", f"Nearly all {total} mentees").replace(f"{FEWER} m", f"{FEWER} of the m")
    return f"{words.capital(text)}. A ring is {each} people" if each > 1 else words.capital(text)


def mentors_with_match(report: EventReport) -> str:
    """`34 of 40`, without the whole where it would tell how few are both."""
    told = share(report.mentors_with_match, report.mentors)
    return told.split(" of ")[0] if few_are_both(report) else told


def column(of: Column, last: Column, unit: str) -> str:
    """`4 meetings`, `1 or 2`, `3 or more`, `none`."""
    if of.high == of.low:
        text = "none" if of.low == 0 and not unit else str(of.low)
    elif of is last:
        text = f"{of.low} or more"
    else:
        text = f"{of.low} or {of.high}" if of.high == of.low + 1 else f"{of.low} to {of.high}"
    if not unit:
        return text
    return f"{text} {unit if text == '1' else unit + 's'}"


def mentor_loads(report: EventReport) -> str:
    """How many introductions mentors hosted, as one range: no number tells how few had the least."""
    if len(report.mentor_loads) < SMALL:
        return ""
    low, high = min(report.mentor_loads), max(report.mentor_loads)
    between = str(low) if low == high else f"{low} or {high}" if high == low + 1 else f"{low} to {high}"
    return f"Mentors hosted {between} introduction{'s' * (between != '1')} each."


def fairness(report: EventReport) -> str:
    """What the planner proved."""
    if not report.proven_fair:
        return ""
    return (
        "The plan was proven fair: no other plan with the people present would have given the least-served "
        "mentee more meetings."
    )


def nearly_all_fit(strong: float, *, above: bool) -> str:
    """In place of bars when one side of the threshold is too small to be told."""
    return f"Nearly all of them scored {strong:g} or more." if above else f"Nearly all of them scored under {strong:g}."


def shortage(supply: Supply) -> str:
    """`short by 6`, `short` where the number would tell a small count, nothing below five."""
    missing = supply.wanted - supply.offered
    if missing < SMALL:
        return ""
    return "short" if supply.offered < SMALL else f"short by {missing}"


def next_time(report: EventReport) -> list[tuple[str, tuple[str, ...]]]:
    """At most three sentences, each from a figure of the report, and the words to set in bold."""
    return [*_short_supply(report), *_late(report), *_unanswered(report), *_absent(report)][:3]


def by_shortage(supplies: Sequence[Supply]) -> list[Supply]:
    """Shortest supply first, then what is asked for most."""
    short = sorted((one for one in supplies if shortage(one)), key=lambda one: one.offered / one.wanted)
    return [*short, *sorted((one for one in supplies if not shortage(one)), key=lambda one: -one.wanted)]


def _short_supply(report: EventReport) -> list[tuple[str, tuple[str, ...]]]:
    ordered = [*by_shortage(report.needs), *by_shortage(report.topics)]
    short = [_in_a_sentence(supply.name) for supply in ordered if shortage(supply)][:2]
    if not short:
        return []
    ran = "it" if len(short) == 1 else "both"
    return [(f"Invite mentors for {words.listed(short)}; {ran} ran short.", tuple(short))]


def _in_a_sentence(name: str) -> str:
    """With a small first letter, unless the name is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _late(report: EventReport) -> list[tuple[str, tuple[str, ...]]]:
    if report.late_arrivals < SMALL or not report.round_times:
        return []
    people = words.count(report.late_arrivals, "person", "people")
    start = words.clock(report.round_times[0][0])
    return [(f"Open the doors ten minutes earlier: {people} came after {start}.", ())]


def _unanswered(report: EventReport) -> list[tuple[str, tuple[str, ...]]]:
    mentees, mentors = report.mentee_answers.open, report.mentor_answers.open
    if max(mentees, mentors) < SMALL:
        return []
    missing = f"{mentees} per side are" if mentees == mentors else f"{mentees + mentors} are"
    return [(f"Ask for the answers before the last round; {missing} missing.", ())]


def _absent(report: EventReport) -> list[tuple[str, tuple[str, ...]]]:
    absent = report.registered - report.came
    if absent < SMALL or absent * 5 < report.registered:
        return []
    return [(f"Remind people the day before: {absent} of {report.registered} registered did not come.", ())]


def year_before(report: EventReport) -> YearCount | None:
    """The event before this one."""
    return report.years[-2] if len(report.years) > 1 else None


def before(year: YearCount) -> str:
    """`The event of 2026`."""
    return f"The event of {year.label}"


def figures(report: EventReport) -> Sequence[tuple[str, str, tuple[str, ...]]]:
    """The four figures: value, what it counts, and what to compare it with."""
    held = report.introductions_held
    mutual = matches(report)
    rate = f"{round(100 * report.mutual_matches / held)} in 100 introductions" if held and mutual.isdigit() else ""
    if not answers_tell(report):
        mutual, rate = "–", answers_entered(report)
    coming = f"{report.registered} registered" if registered(report) else ""
    planned = f"{report.introductions_planned} planned" if compared(held, report.introductions_planned) else ""
    rows = (
        (str(report.came), "people came", coming),
        (str(held), "introductions", planned),
        (share(report.strong_mentees, report.mentees), "mentees: a strong match", f"score {report.strong:g} or more"),
        (mutual, "mutual matches", rate),
    )
    lasts = _before(year_before(report))
    return [
        (value, label, tuple(note for note in (note, last) if note))
        for (value, label, note), last in zip(rows, lasts, strict=True)
    ]


def _before(year: YearCount | None) -> tuple[str, str, str, str]:
    """The same four of the event before; empty where they are not known."""
    if year is None:
        return "", "", "", ""
    told = year.introductions > 0
    mutual = "" if year.mutual is None else matches_of(year.mutual, year.introductions)
    return (
        f"{year.came} came in {year.label}",
        f"{year.introductions} held in {year.label}" if told else "",
        f"{share(year.strong, year.mentees)} in {year.label}" if told else "",
        f"{mutual} in {year.label}" if mutual else "",
    )
