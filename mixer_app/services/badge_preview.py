"""What badges would look like: real people of the event in a design that is not stored yet."""

import threading
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.brand import Brand
from mixer_app.domain.events import Event
from mixer_app.domain.paper import BadgeFace, PageImage
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.domain.progress import Progress
from mixer_app.domain.roles import Role
from mixer_app.domain.stock import Fold, Stock
from mixer_app.services import events, people
from mixer_app.services.badge_paper import event_stock
from mixer_app.services.brand import event_brand
from mixer_app.services.paper_contents import face_of
from mixer_app.services.settings import event_settings
from mixer_app.store import Session

if TYPE_CHECKING:
    from mixer_app.printing.paper import PrintKit

_FOLDER: Final = "mentor-mixer-badges-"
MADE_UP: Final = "Made up, as nobody is registered yet"


@dataclass(frozen=True, slots=True)
class BadgeSample:
    """Someone whose badge tells something about a design, and what."""

    why: str
    face: BadgeFace


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeFacts:
    """All that the choice of a design is about."""

    event: Event
    stock: Stock
    design: BadgeDesign
    brand: Brand
    samples: tuple[BadgeSample, ...]
    faces: tuple[BadgeFace, ...]  # of everyone registered


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgePicture:
    """One badge as a picture, its size in mm, and what the label has no room for."""

    image: PageImage
    width_mm: float
    height_mm: float
    remarks: tuple[str, ...]


def badge_facts(session: Session, event_id: int) -> BadgeFacts:
    """The event with its design as stored, and people to look at."""
    event = events.find_event(session, str(event_id))
    chosen = event_settings(session, event_id)
    there = [person for person in people.list_attendees(session, event_id) if person.status is not Status.CANCELLED]
    return BadgeFacts(
        event=event,
        stock=event_stock(session, event_id),
        design=chosen.badges,
        brand=event_brand(session, event_id),
        samples=_samples(event, there),
        faces=tuple(face_of(event, person) for person in there),
    )


class BadgePreview:
    """Draws badges; fonts are opened once and kept, and any thread may ask."""

    def __init__(self) -> None:
        self._kit: PrintKit | None = None
        self._one_at_a_time = threading.Lock()

    def picture(self, face: BadgeFace, stock: Stock, design: BadgeDesign, brand: Brand, dpi: int) -> BadgePicture:
        """The badge of one person on the stock of the event, at a resolution."""
        from mixer_app.printing.badges import write_badges
        from mixer_app.printing.preview import page_size_mm, render_page

        with self._one_at_a_time, TemporaryDirectory(prefix=_FOLDER) as folder:
            kit, file = self._opened_kit().branded(brand), Path(folder) / "badge.pdf"
            if stock.longest:
                write_badges([face], stock, file, design=design, kit=kit)
                stock = stock.cut_to(page_size_mm(file)[1])
            label = _one_label(stock)
            report = write_badges([face], label, file, design=design, kit=kit)
            image = render_page(file, 0, dpi)
        return BadgePicture(
            image=image, width_mm=label.label_width, height_mm=label.label_height, remarks=report.remarks
        )

    def misfits(
        self,
        faces: Sequence[BadgeFace],
        stock: Stock,
        design: BadgeDesign,
        brand: Brand,
        *,
        progress: Progress | None = None,
    ) -> list[str]:
        """In sentences, whose badge is not as it should be in this design."""
        from mixer_app.printing.badges import write_badges

        with self._one_at_a_time:
            kit = self._opened_kit().branded(brand)
        with TemporaryDirectory(prefix=_FOLDER) as folder:
            file = Path(folder) / "badges.pdf"
            return write_badges(faces, stock, file, design=design, kit=kit, progress=progress).not_printed

    def _opened_kit(self) -> "PrintKit":
        from mixer_app.printing.paper import new_kit

        self._kit = self._kit or new_kit()
        return self._kit


def _one_label(stock: Stock) -> Stock:
    """A page of the size of one badge of a stock, upright; of what is folded its front, of a roll what is cut off."""
    width = stock.label_width / (2 if stock.fold is Fold.SIDE else 1)
    height = stock.label_height / (2 if stock.fold is Fold.TOP else 1)
    unreached = stock.unreached_x, stock.unreached_y
    if stock.turned:
        width, height, unreached = height, width, unreached[::-1]
    return replace(
        stock, page_width=width, page_height=height, label_width=width, label_height=height, pitch_x=width,
        pitch_y=height, columns=1, rows=1, left=0.0, top=0.0, unreached_x=unreached[0], unreached_y=unreached[1],
        crop_marks=False, turned=False, longest=0.0, fold=Fold.NONE,
    )  # fmt: skip


@dataclass(slots=True)
class _Choice:
    """People taken one after the other, nobody twice."""

    event: Event
    taken: dict[int, BadgeSample] = field(default_factory=dict[int, BadgeSample])

    def add(self, why: str, found: Attendee | None) -> None:
        """Take someone, unless there is nobody."""
        if found is not None and found.id not in self.taken:
            self.taken[found.id] = BadgeSample(why, face_of(self.event, found))


def _samples(event: Event, there: Sequence[Attendee]) -> tuple[BadgeSample, ...]:
    """The longest name, each role, a name in another script, and someone without an employer."""
    if not there:
        return tuple(BadgeSample(MADE_UP, face) for face in _made_up(event))
    choice = _Choice(event)
    choice.add("Longest name", max(there, key=lambda person: len(person.name.full)))
    full = sorted(there, key=lambda person: -len(person.topics_offered) - len(person.topics_wanted))
    wanted: tuple[tuple[str, Callable[[Attendee], bool]], ...] = (
        ("A mentor", lambda person: person.role is Role.MENTOR),
        ("A mentee", lambda person: person.role is Role.MENTEE),
        ("Mentor and mentee", lambda person: person.role is Role.BOTH),
        ("A name in its own script", lambda person: _is_not_latin(person.name.shown)),
        ("With pronouns", lambda person: bool(person.pronouns)),
        ("Without an employer", lambda person: not person.employer),
    )
    for why, fits in wanted:
        choice.add(why, next((person for person in full if fits(person) and person.id not in choice.taken), None))
    return tuple(choice.taken.values())


def _is_not_latin(name: str) -> bool:
    return any(letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in name)


def _made_up(event: Event) -> list[BadgeFace]:
    people = (
        (PersonName(full="Bo Li", given="Bo", family="Li"), Role.MENTOR, "Chief Pharmacist", "Harbour General"),
        (PersonName(full="Alexandrina Konstantinopoulou-Featherstonehaugh", given="Alexandrina"), Role.MENTEE,
         "Associate Programme Director", "Northern Isles University Hospitals"),
        (PersonName(full="Tanaka Haruka", native="田中 遥香"), Role.BOTH, "Vice President, Quality", ""),
    )  # fmt: skip
    topics = tuple(topic for topic in event.topics if not event.is_sensitive(topic))[:3]
    return [
        BadgeFace(
            event_name=event.name, code="00000000", role=role, name=name, title=title, employer=employer, topics=topics
        )
        for name, role, title, employer in people
    ]
