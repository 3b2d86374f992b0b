"""One sample of every printed document, with names in many scripts, for looking at and for tests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.paper import (
    AnswerCounts,
    BadgeBack,
    BadgeFace,
    BadgeRound,
    EventReport,
    FollowUpSummary,
    MatchSheet,
    MetPerson,
    PaperReport,
    SharedContact,
    SheetMeeting,
    SheetRound,
    SignInLine,
    SignInList,
    SuggestedPerson,
    Supply,
    TableCard,
    TableHost,
    YearCount,
)
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.domain.round_paper import (
    ChangeSlip,
    NoteKind,
    PageSize,
    PersonPlace,
    RoundSheet,
    Seated,
    SeatNote,
    SheetTable,
    SlipRound,
)
from mixer_app.domain.sheet_formats import SheetFormat
from mixer_app.printing.badges import DESIGNS, write_badges
from mixer_app.printing.change_slips import write_change_slips
from mixer_app.printing.event_report import write_event_report
from mixer_app.printing.follow_up import write_follow_up
from mixer_app.printing.match_sheets import write_match_sheets
from mixer_app.printing.paper import new_kit
from mixer_app.printing.round_sheets import write_round_sheets
from mixer_app.printing.sign_in import write_sign_in_list
from mixer_app.printing.stock import find_stock
from mixer_app.printing.table_cards import write_table_cards

EVENT = "Physician Leadership Forum 2027"
DAY = date(2027, 4, 15)
NAMES = (
    "José Ñandú",
    "Nguyễn Thị Ánh",
    "Nguye\u0302\u0303n Thi\u0323 A\u0301nh",
    "王小明",
    "佐藤 美咲",
    "김민준",
    "محمد علي",
    "שרה כהן",
    "Sara (שרה) כהן",
    "श्रीनिवास",
    "ক্ষুদিরাম",
    "சுப்பிரமணியன்",
    "สมชาย ใจดี",
    "አበበ",
    "გიორგი",
    "Հայկ",
    "Łukasz Żółć",
    "Ольга",
    "Ødegård",
    "İbrahim Iğdır",
    "O’Brien-Smith",
    "van der Berg",
    "Wolfeschlegelsteinhausenbergerdorff",
    "Ng",
    "𠮷野",
    "Maria Magdalena Theodora Apostolopoulou-Vandenberghe Sá",
    "Ana 😀",
)
"""Names that every badge must print right."""


def documents(out: Path) -> list[Path]:
    """Write one sample PDF of each document into `out`; returns the files."""
    out.mkdir(parents=True, exist_ok=True)
    kit = new_kit()
    a4, letter = find_stock("plain-a4-90x60"), find_stock("avery-5395")
    writers: dict[str, Callable[[Path], PaperReport]] = {
        f"badges-{name}.pdf": lambda path, name=name: write_badges(
            faces(), a4, path, design=BadgeDesign(name=name), kit=kit
        )
        for name in DESIGNS
    }
    writers |= {
        "badges-letter.pdf": lambda path: write_badges(faces(), letter, path, start_at=3, kit=kit),
        "match-sheets.pdf": lambda path: write_match_sheets(match_sheets(), path, kit=kit),
        **{
            f"match-sheets-{on}.pdf": lambda path, on=on: write_match_sheets(match_sheets(), path, on=on, kit=kit)
            for on in SheetFormat
            if on is not SheetFormat.FOLDED
        },
        "table-cards.pdf": lambda path: write_table_cards(table_cards(), path, kit=kit),
        "sign-in.pdf": lambda path: write_sign_in_list(sign_in(), path, kit=kit),
        "round-sheets.pdf": lambda path: write_round_sheets([round_sheet()], path, by_person=True, kit=kit),
        "round-sheets-letter.pdf": lambda path: write_round_sheets(
            [round_sheet(), round_sheet(23, 3, free=35)], path, page=PageSize.LETTER, by_person=True, kit=kit
        ),
        "change-slips.pdf": lambda path: write_change_slips(change_slips(), a4, path, kit=kit),
        "change-slips-labels.pdf": lambda path: write_change_slips(
            change_slips(), find_stock("avery-5160"), path, start_at=2, kit=kit
        ),
        "follow-up.pdf": lambda path: write_follow_up(follow_ups(), path, kit=kit),
        "follow-up-large.pdf": lambda path: write_follow_up(follow_ups(), path, large=True, kit=kit),
        "event-report.pdf": lambda path: write_event_report(event_report(), path, kit=kit),
    }
    for name, write in writers.items():
        write(out / name)
    return [out / name for name in writers]


def starts(count: int = 5) -> tuple[datetime, ...]:
    """The starts of rounds, sixteen minutes apart."""
    return tuple(datetime(2027, 4, 15, 18, 0) + timedelta(minutes=16 * index) for index in range(count))


def face(
    name: PersonName | None, code: str, role: Role, title: str = "", employer: str = "", *topics: str
) -> BadgeFace:
    """A badge of the sample event."""
    return BadgeFace(event_name=EVENT, code=code, role=role, name=name, title=title, employer=employer, topics=topics)


def faces() -> list[BadgeFace]:
    """Eight people as in the pictures, every name of the list, one spare badge."""
    mentor, mentee, both = Role.MENTOR, Role.MENTEE, Role.BOTH
    people = [
        face(
            PersonName(full="Bo Li", given="Bo", family="Li"),
            "WXWCBYBS",
            mentor,
            "Chief Pharmacist",
            "Harbour General Hospital",
            "negotiation",
            "night staffing",
            "leading pharmacists",
        ),
        face(
            PersonName(full="Alexandrina Wilhelmina Konstantinopoulou-Featherstonehaugh", given="Alexandrina"),
            "YHP9R0Q1",
            mentee,
            "Associate Programme Director, Emergency Medicine",
            "Northern and Western Isles University Hospitals",
            "simulation teaching",
            "rural emergency care",
        ),
        face(
            PersonName(full="Tanaka Haruka", given="Haruka", family="Tanaka", native="田中 遥香"),
            "GJBE9EB0",
            mentor,
            "Vice President, Quality and Safety",
            "Seiwa Memorial Hospital",
            "quality and safety",
            "finance for clinicians",
        ),
        face(
            PersonName(full="Nour Al-Huda Mansour", native="نور الهدى منصور"),
            "6FHGJ4WB",
            both,
            "Medical Director, Digital Health",
            "Gulf Coast Clinics",
            "digital health",
            "working across borders",
        ),
        face(
            PersonName(full="Margaret O’Sullivan", given="Margaret"),
            "ATTJYDYX",
            mentor,
            "Chief Medical Officer",
            "St Brigid’s Health",
            "finance",
            "running a hospital",
        ),
        face(
            PersonName(full="Nkechi Adeyemi-Larsen", given="Nkechi"),
            "GMCFC7J7",
            mentee,
            "Hospitalist",
            "Northlake University Hospital",
            "patient flow",
            "teaching at the bedside",
        ),
        face(
            PersonName(full="Tomasz Wójcik", given="Tomasz"),
            "8F1WB7PY",
            mentee,
            "Consultant Anaesthetist",
            "Królewski Teaching Hospital",
            "theatre scheduling",
            "sailing",
        ),
        face(
            PersonName(full="Lerato Mokoena", given="Lerato"),
            "J51KVRPQ",
            mentor,
            "Chief Nursing Officer",
            "Karoo Regional Hospital",
            "negotiation",
            "research careers for nurses",
        ),
    ]
    roles = tuple(Role)
    people += [
        face(
            PersonName(full=name),
            "GMCFC7J7",
            roles[index % 3],
            "Hospitalist",
            "Northlake University Hospital",
            "patient flow",
        )
        for index, name in enumerate(NAMES)
    ]
    return [*people, face(None, "WXWCBYBS", Role.MENTEE)]


def faces_with_backs() -> list[BadgeFace]:
    """The same, each with six rounds on the back."""
    rounds = tuple(
        BadgeRound(number=number, starts_at=start, table=None if number == 4 else 3 * number)
        for number, start in enumerate(starts(6), 1)
    )
    return [replace(face, back=BadgeBack(rounds=rounds)) for face in faces()]


def meetings() -> tuple[SheetMeeting, ...]:
    """Four mentors as a mentee's sheet tells them."""
    return (
        SheetMeeting(
            name=PersonName(full="Margaret O’Sullivan", given="Margaret", family="O’Sullivan"),
            title="Chief Medical Officer",
            employer="St Brigid’s Health",
            why=("Went from clinical to administrative work, as you may", "Shares finance", "14 years ahead"),
            shared=("finance",),
            prompts=(
                "What did you stop doing, and who took it over?",
                "Which budget would you ask to see before saying yes?",
            ),
        ),
        SheetMeeting(
            name=PersonName(full="Tanaka Haruka", given="Haruka", family="Tanaka", native="田中 遥香"),
            title="Vice President, Quality",
            employer="Seiwa Memorial Hospital",
            why=("Quality and safety is your first choice and hers", "Related specialty", "11 years ahead"),
            shared=("Quality and safety",),
            prompts=("Which result convinced your colleagues?", "What would you measure in the first hundred days?"),
        ),
        SheetMeeting(
            name=PersonName(full="Lerato Mokoena", given="Lerato", family="Mokoena"),
            title="Chief Nursing Officer",
            employer="Karoo Regional Hospital",
            why=("Offers negotiation", "Both asked to meet other professions"),
            shared=("negotiation",),
            prompts=(
                "When did you last change your mind in a negotiation?",
                "How do you ask for staff when there is no money?",
            ),
        ),
        SheetMeeting(
            name=PersonName(full="Nour Al-Huda Mansour", given="Nour", native="نور الهدى منصور"),
            title="Medical Director, Digital Health",
            employer="Gulf Coast Clinics",
            why=(
                "Took a new position two years ago",
                "Shares digital health",
                "Lives in your region; different employer",
            ),
            shared=("new position",),
            prompts=("What do you wish you had asked before you signed?", "Who told you the truth in your first year?"),
        ),
    )


def match_sheet(rounds: tuple[SheetRound, ...], role: Role = Role.MENTEE, name: PersonName | None = None) -> MatchSheet:
    """A sheet of the sample event with these rounds."""
    return MatchSheet(
        event_name=EVENT,
        day=DAY,
        code="GMCFC7J7",
        role=role,
        rounds=rounds,
        name=name or PersonName(full="Nkechi Adeyemi-Larsen", given="Nkechi", family="Adeyemi-Larsen"),
        title="Hospitalist",
        employer="Northlake University Hospital",
        goal="Decide whether to apply as director of quality.",
    )


def match_sheets() -> list[MatchSheet]:
    """One to one with a free round; five full rounds; a mentor with groups; eight rounds that run on."""
    one, two, four, five = meetings()
    at = starts(8)

    def held(number: int, table: int, *who: SheetMeeting) -> SheetRound:
        return SheetRound(number=number, starts_at=at[number - 1], table=table, meetings=who)

    usual = (
        held(1, 7, one),
        held(2, 22, two),
        SheetRound(number=3, starts_at=at[2]),
        held(4, 31, four),
        held(5, 3, five),
    )
    full = tuple(held(index + 1, 101 + index, who) for index, who in enumerate((one, two, four, five, one)))
    groups = tuple(held(index + 1, 9, one, two, four) for index in range(5))
    many = tuple(
        SheetRound(number=index + 1, starts_at=at[index], table=4, meetings=(five,), company=("Sven", "Mei-Ling"))
        for index in range(8)
    )
    long = PersonName(full="Alexandrina Wilhelmina Konstantinopoulou-Featherstonehaugh", given="Alexandrina")
    return [
        match_sheet(usual),
        match_sheet(full, Role.BOTH, long),
        match_sheet(groups, Role.MENTOR, PersonName(full="Nour Al-Huda Mansour", native="نور الهدى منصور")),
        match_sheet(many, name=PersonName(full="สมชาย ใจดี")),
    ]


def table_cards() -> list[TableCard]:
    """A native-script host, a Latin one, two hosts, and a table without one."""
    haruka = TableHost(
        name=PersonName(full="Tanaka Haruka", native="田中 遥香"),
        title="Vice President, Quality and Safety",
        employer="Seiwa Memorial Hospital",
    )
    margaret = TableHost(
        name=PersonName(full="Margaret O’Sullivan"), title="Chief Medical Officer", employer="St Brigid’s Health"
    )
    return [
        TableCard(event_name=EVENT, table=22, hosts=(haruka,), round_starts=starts(), minutes=12),
        TableCard(event_name=EVENT, table=7, hosts=(margaret,), round_starts=starts(), minutes=12),
        TableCard(event_name=EVENT, table=104, hosts=(haruka, margaret), round_starts=starts(12), minutes=12),
        TableCard(event_name=EVENT, table=3),
    ]


def sign_in() -> SignInList:
    """Everybody of the badges; every third is in already."""
    lines = tuple(
        SignInLine(
            name=one.name,
            employer=one.employer,
            role=one.role,
            code=one.code,
            checked_in_at=datetime(2027, 4, 15, 17, 20 + index) if index % 3 == 0 else None,
            first_table=index + 1 if index % 4 else None,
        )
        for index, one in enumerate(faces())
        if one.name
    )
    return SignInList(event_name=EVENT, day=DAY, lines=lines)


def follow_up(
    met: tuple[MetPerson, ...], role: Role = Role.MENTEE, goal: str = "", suggestion: str | None = None, **more: Any
) -> FollowUpSummary:
    """A summary of the sample event."""
    return FollowUpSummary(
        event_name=EVENT,
        day=DAY,
        code="GMCFC7J7",
        role=role,
        met=met,
        goal=goal,
        name=more.pop("name", PersonName(full="Nkechi Adeyemi-Larsen", given="Nkechi", family="Adeyemi-Larsen")),
        two_weeks=date(2027, 4, 29),
        three_months=date(2027, 7, 15),
        questions_to="events@leadershipforum.example",
        suggestion="Margaret has made the move that you are weighing. If you write to only one person this week, "
        "ask her which budget she would look at first."
        if suggestion is None
        else suggestion,
        **more,
    )


def met_people() -> tuple[MetPerson, ...]:
    """Four people met, two of them mutual matches."""
    contacts = (
        SharedContact(
            email="m.osullivan@stbrigids.example", phone="+353 1 555 0142", means="E-mail", frequency="once a month"
        ),
        SharedContact(email="h.tanaka@seiwa.example", means="Video", frequency="every two months"),
        None,
        None,
    )
    wishes = (
        ("both by e-mail", "both once a month"),
        ("both by video", "both every two months"),
        ("", ""),
        ("", ""),
    )
    topics = (("finance", "clinical to administrative"), ("quality and safety",), ("negotiation",), ("new position",))
    return tuple(
        MetPerson(
            round=number,
            name=who.name,
            title=who.title,
            employer=who.employer,
            talked_about=about,
            mutual=contact is not None,
            contact=contact,
            means=means,
            often=often,
        )
        for number, who, about, contact, (means, often) in zip(
            (1, 2, 4, 5), meetings(), topics, contacts, wishes, strict=True
        )
    )


def without_answers(met: tuple[MetPerson, ...]) -> tuple[MetPerson, ...]:
    """The same people, none of them a mutual match."""
    return tuple(replace(one, mutual=False, contact=None, means="", often="", waits="") for one in met)


def suggested_people() -> tuple[SuggestedPerson, ...]:
    """Two whom one could meet next, the second with a long name in another script."""
    return (
        SuggestedPerson(
            name=PersonName(full="Samuel Osei", given="Samuel", family="Osei"),
            title="Medical Director",
            employer="Volta Regional Hospital",
            words="went through relocation, 12 years ahead",
        ),
        SuggestedPerson(
            name=PersonName(full="Nour Al-Huda Mansour", given="Nour", native="نور الهدى منصور"),
            title="Medical Director, Digital Health and Clinical Informatics",
            employer="Gulf Coast Clinics",
            words="shares negotiation and digital health",
        ),
    )


def follow_ups() -> list[FollowUpSummary]:
    """Mutual matches; none; two pages; one that waits; a referral and suggestions; names of other scripts."""
    met = met_people()
    waits = (
        "Margaret would like to stay in touch too, and has no place free at the moment. "
        "You are on the waiting list: the organizers write to you as soon as there is one."
    )
    waiting = (replace(met[0], contact=None, means="", often="", waits=waits), *met[1:], replace(met[3], round=0))
    apart = "you once a month, Haruka every two months: begin with every two months"
    goal = "Decide whether to apply as director of quality."
    return [
        follow_up(met, goal=goal),
        follow_up(without_answers(met), Role.BOTH, suggestion=""),
        follow_up(met * 2, goal=goal),
        follow_up(waiting, goal=goal),
        follow_up(
            without_answers(met),
            goal=goal,
            suggestion="",
            referred_to=suggested_people()[:1],
            suggested=suggested_people()[1:],
            invited=True,
            name=PersonName(
                full="Alexandrina Wilhelmina Konstantinopoulou-Featherstonehaugh", given="Alexandrina Wilhelmina"
            ),
        ),
        follow_up(
            (met[0], replace(met[1], means="you by e-mail, Haruka by video", often=apart), *met[2:]),
            Role.MENTOR,
            goal="質の高い医療チームをつくるために、次の一年で何をするかを決める。",
            suggestion="",
            name=PersonName(full="Nour Al-Huda Mansour", given="Nour", native="نور الهدى منصور"),
        ),
    ]


def event_report() -> EventReport:
    """The report of the pictures."""

    def at(hour: int, minute: int) -> datetime:
        return datetime(2027, 4, 15, hour, minute)

    def supplies(*rows: tuple[str, int, int]) -> tuple[Supply, ...]:
        return tuple(Supply(name=name, wanted=wanted, offered=offered) for name, wanted, offered in rows)

    return EventReport(
        event_name=EVENT,
        day=DAY,
        rounds=5,
        minutes=12,
        tables=40,
        registered=104,
        came=90,
        mentors=40,
        mentees=50,
        introductions_planned=200,
        introductions_held=196,
        strong_mentees=44,
        strong=0.6,
        mutual_matches=83,
        helped=(2, 4, 21, 58, 66),
        referrals=7,
        sheets=90,
        sheets_in=82,
        arrivals=(
            (at(17, 15), 0),
            (at(17, 20), 13),
            (at(17, 30), 37),
            (at(17, 40), 62),
            (at(17, 50), 79),
            (at(18, 5), 90),
            (at(19, 0), 84),
        ),
        round_times=tuple((start, start + timedelta(minutes=12)) for start in starts()),
        years=(
            YearCount(label="2025", came=61, registered=84),
            YearCount(label="2026", came=74, registered=97),
            YearCount(label="2027", came=90, registered=104),
        ),
        meetings_per_mentee=((3, 10), (4, 34), (5, 6)),
        scores=(0.45,) * 26 + (0.55,) * 60 + (0.65,) * 58 + (0.75,) * 38 + (0.85,) * 14,
        mentor_loads=(4,) * 4 + (5,) * 36,
        proven_fair=True,
        needs=supplies(
            ("New position", 19, 24),
            ("Relocation", 9, 3),
            ("Clinical to administrative", 17, 11),
            ("Organisational barrier", 14, 18),
            ("Exploring", 12, 27),
            ("Changing employer", 8, 15),
        ),
        topics=supplies(
            ("Finance", 18, 12),
            ("Leading change", 21, 16),
            ("Quality and safety", 15, 19),
            ("Negotiation", 13, 9),
            ("Digital health", 11, 8),
            ("Research careers", 7, 10),
            ("Teaching", 6, 14),
        ),
        mentee_answers=AnswerCounts(people=50, yes=121, no=41, referred=0, open=34),
        mentor_answers=AnswerCounts(people=40, yes=112, no=38, referred=12, open=34),
        mutual_per_mentee=((0, 9), (1, 14), (2, 15), (3, 8), (4, 4)),
        mentors_with_match=34,
        late_arrivals=11,
    )


NOTES = (
    SeatNote(kind=NoteKind.RESEATED),
    SeatNote(kind=NoteKind.ARRIVES, at=time(18, 20)),
    SeatNote(kind=NoteKind.LANGUAGE, language="Spanish"),
    SeatNote(kind=NoteKind.NEW_MENTOR),
    SeatNote(kind=NoteKind.LEFT),
)


def round_sheet(
    tables: int = 40, seats: int = 1, free: int = 10, names: list[PersonName] | None = None, notes: bool = True
) -> RoundSheet:
    """A round with so many tables and mentees at each; names and notes come round again."""
    names = names or [one.name for one in faces() if one.name]
    seated = [
        [
            Seated(
                name=names[(table * (seats + 1) + seat) % len(names)],
                role=Role.MENTEE if seat else Role.MENTOR,
                note=NOTES[table % len(NOTES)] if notes and seat == table % 2 and table % 4 == 0 else None,
            )
            for seat in range(seats + 1)
        ]
        for table in range(tables)
    ]
    waiting = [names[index % len(names)] for index in range(free)]
    return RoundSheet(
        event_name=EVENT,
        day=DAY,
        number=2,
        rounds=5,
        starts_at=starts()[1],
        ends_at=starts()[1] + timedelta(minutes=12),
        plan_version=4,
        plan_at=datetime(2027, 4, 15, 17, 58),
        published=True,
        tables=tuple(SheetTable(number=index + 1, people=tuple(people)) for index, people in enumerate(seated)),
        free=tuple(waiting),
        people=(
            *(PersonPlace(name=one.name, table=index + 1) for index, people in enumerate(seated) for one in people),
            *(PersonPlace(name=name, table=None) for name in waiting),
        ),
    )


def slip_round(
    number: int, table: int | None, before: int | None, *partners: PersonName, role: Role = Role.MENTOR
) -> SlipRound:
    """A changed round of the sample event."""
    return SlipRound(
        number=number,
        starts_at=starts(8)[number - 1],
        table=table,
        before=before,
        partners=partners,
        partner_role=role,
    )


def change_slip(person: BadgeFace, *rounds: SlipRound) -> ChangeSlip:
    """The slip of somebody who has a badge."""
    return ChangeSlip(
        event_name=EVENT,
        code=person.code,
        role=person.role,
        name=person.name or PersonName(full="Nobody"),
        plan_version=5,
        replaces=4,
        rounds=rounds,
    )


def change_slips() -> list[ChangeSlip]:
    """New mentees for one, a move, a seat and a free round for another, seven rounds for a third, and every name."""
    people = [one for one in faces() if one.name]
    names = [one.name for one in people if one.name]
    return [
        change_slip(
            people[0],
            slip_round(2, 8, 8, names[1], role=Role.MENTEE),
            slip_round(3, 8, 8, *names[2:5], role=Role.MENTEE),
        ),
        change_slip(
            people[1],
            slip_round(2, 12, 8, names[0]),
            slip_round(3, 104, None, names[2]),
            slip_round(5, None, 103),
        ),
        change_slip(people[3], *(slip_round(number, 10 + number, 9, names[number]) for number in range(1, 8))),
        *(change_slip(one, slip_round(4, 7, 8, one.name)) for one in people[2:] if one.name),
    ]
