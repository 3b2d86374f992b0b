"""Pictures of the kiosk: every screen, in Arabic, with the longest names, and on a large monitor."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import numpy as np
import zxingcpp
from evening import ScreenContext
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.answers import Answer, KioskAnswerLine, KioskAnswerSheet
from mixer_app.domain.kiosk import BadgeState, DeskReason, Hint, KioskScreen
from mixer_app.domain.kiosk_person import FirstSeat, SeatMentor
from mixer_app.domain.people import Attendee, PersonName
from mixer_app.domain.roles import Role
from mixer_app.services.kiosk_search import KioskHits, MaskedHit
from mixer_app.services.people import list_attendees
from mixer_app.ui.camera_source import Picture
from mixer_app.ui.kiosk.kiosk_acts import Admitted, Elsewhere, Recognised, TalkNote, load_setup
from mixer_app.ui.kiosk.languages import LANGUAGES
from mixer_app.ui.kiosk.welcome import CameraSight
from mixer_app.ui.kiosk.window import KioskWindow

_SEAT = FirstSeat(
    round=1,
    table=5,
    starts_at=datetime(2026, 5, 14, 19, 0),
    next_round=1,
    mentor=SeatMentor(name="Dr. Priya Venkataraman", title="chief of anaesthesia", role=Role.MENTOR),
)
_LONG = PersonName(
    full="Maximiliana-Theodora Featherstonehaugh-Cholmondeley",
    given="Maximiliana-Theodora",
    family="Featherstonehaugh-Cholmondeley",
)


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """From the welcome to the PIN; larger text where the picture is of 150 %."""
    setup = context.database.read(load_setup, context.event.id)
    settings = replace(setup.settings, desk_direction="to your left")
    window = KioskWindow(
        database=context.database,
        background=context.background,
        station="Kiosk 1",
        clock=context.clock,
        setup=replace(setup, settings=settings),
        printer=lambda: "Labels",
    )
    small = context.window.width() < 1200
    window.resize(*((1024, 700) if small else (1280, 800)))
    window.open_on(full=False)
    window.idle.run(on=False)
    window.activateWindow()
    context.settle()
    _enlarge(context, window)
    yield from _by_name(context, window)
    yield from _checked_in(context, window)
    yield from _answering(context, window)
    yield from _others(context, window)
    window.leave()
    window.deleteLater()


def _before_the_camera(window: KioskWindow) -> Iterator[tuple[str, QWidget]]:
    welcome = window.pages.welcome
    welcome.show_camera(CameraSight.OPEN)
    welcome.viewfinder.mirror.show(_seen_by_camera())
    yield "kiosk-camera-open", window
    welcome.viewfinder.mirror.show(_seen_by_camera())
    welcome.show_hint(Hint.UNKNOWN_CODE)
    yield "kiosk-camera-unknown", window
    welcome.show_hint(Hint.NONE)
    welcome.show_camera(CameraSight.BROKEN)
    yield "kiosk-camera-broken", window
    welcome.show_camera(CameraSight.NONE)


def _seen_by_camera() -> Picture:
    """Somebody with a code in the right hand, which the camera sees at the left."""
    drawn = QImage(1280, 720, QImage.Format.Format_Grayscale8)
    drawn.fill(150)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for grey, box in (
        (90, QRect(380, 470, 620, 500)),
        (205, QRect(560, 120, 260, 360)),
        (60, QRect(550, 90, 280, 150)),
    ):
        painter.setBrush(QColor(grey, grey, grey))
        painter.drawEllipse(box)
    painter.end()
    picture = np.array(drawn.constBits(), np.uint8).reshape(720, 1280)
    code = np.asarray(zxingcpp.create_barcode("7K4QM2XR", zxingcpp.BarcodeFormat.QRCode).to_image(scale=7))
    picture[330 : 330 + len(code), 300 : 300 + len(code)] = code
    return picture


def _by_name(context: ScreenContext, window: KioskWindow) -> Iterator[tuple[str, QWidget]]:
    yield "kiosk-welcome", window
    yield from _before_the_camera(window)
    window.visit.happen(happen.TypeChosen())
    window.pages.search.field.insert("ama")
    yield "kiosk-search", window
    window.pages.search.show_hits(_namesakes())
    yield "kiosk-namesakes", window
    person = _someone(context)
    window.pages.search.field.wipe()
    window.pages.search.field.insert(person.name.full)
    window.pages.search.hits.rows[0].click()
    context.settle()
    window.pages.fact.field.insert("ada")
    yield "kiosk-fact", window
    window.visit.happen(happen.CodeScanned(person.code))
    yield "kiosk-confirm", window
    for page in range(2, 4):
        if window.frame.footer.forward_button.text() == "Next":
            window.frame.footer.forward_button.click()
            yield f"kiosk-confirm-{page}", window
    window.visit.happen(happen.LanguageChosen("ar"))
    yield "kiosk-arabic", window
    window.visit.tick(46.0)
    yield "kiosk-arabic-still-there", window
    window.visit.happen(happen.StayChosen())
    window.visit.happen(happen.LanguageChosen("en"))
    _meet(window, replace(_known(window), person=replace(_known(window).person, name=_LONG, masked_phone="•••58")))
    yield "kiosk-confirm-longest", window


def _checked_in(context: ScreenContext, window: KioskWindow) -> Iterator[tuple[str, QWidget]]:
    """As if the check-in had been written: the pictures after this one need the person still to come."""
    context.settle()
    window.visit.happen(happen.Confirmed())
    window.work.admitted.emit(Admitted(seat=_SEAT, elsewhere=None, job=None), window.state.visit)
    state = replace(window.state, screen=KioskScreen.PRINTING, badge=BadgeState.COMING)
    window.visit.state = state
    window.visit.stepped.emit(replace(state, badge=BadgeState.NONE), state)
    yield "kiosk-printing", window
    window.visit.happen(happen.BadgePrinted(window.state.visit))
    yield "kiosk-done", window
    page = window.pages.done
    for language in LANGUAGES:
        window.visit.happen(happen.LanguageChosen(language.code))
        page.show_person(_SEAT, None, None, badge_due=True, elsewhere=Elsewhere("Kiosk 2, Haupteingang", 2))
        yield f"kiosk-elsewhere-{language.code}", window
    window.visit.happen(happen.LanguageChosen("en"))
    page.show_person(_SEAT, None, None, badge_due=True)
    window.visit.happen(happen.WrongWanted())
    yield "kiosk-wrong", window
    window.visit.happen(happen.WrongChosen(DeskReason.NO_BADGE))
    yield "kiosk-desk", window
    window.visit.happen(happen.DoneChosen())


def _answering(context: ScreenContext, window: KioskWindow) -> Iterator[tuple[str, QWidget]]:
    """Whom somebody has met, and a note on one of them, in every language and with the longest names."""
    _enlarge(context, window)
    window.visit.happen(happen.CodeScanned(_someone(context).code))
    context.settle()
    found, met = _known(window), _whom_one_has_met(context)
    _meet(window, replace(found, person=replace(found.person, already_at=context.clock()), met=met))
    first = met.lines[0].partner_id
    for language in LANGUAGES:
        window.visit.happen(happen.LanguageChosen(language.code))
        window.pages.answers.show_sheet(met, {first: Answer.YES, met.lines[1].partner_id: Answer.NO})
        yield f"kiosk-answers-{language.code}", window
        window.visit.happen(happen.NoteWanted(first))
        window.pages.note.show_talk(_LONG.full, TalkNote("", 4), language.layout, hosted=True)
        yield f"kiosk-note-{language.code}", window
        window.visit.happen(happen.BackChosen())
    window.visit.happen(happen.DoneChosen())


def _whom_one_has_met(context: ScreenContext) -> KioskAnswerSheet:
    mentors = [one for one in context.database.read(list_attendees, context.event.id) if one.role.hosts][:5]
    lines = [
        KioskAnswerLine(
            partner_id=one.id,
            name=_LONG if place == 1 else one.name,
            role=Role.MENTEE if place == 1 else Role.MENTOR,
            employer=one.employer,
            round=max(0, 4 - place),
            table=place + 3,
            answered=place == 2,
        )
        for place, one in enumerate(mentors)
    ]
    someone = _someone(context)
    return KioskAnswerSheet(attendee_id=someone.id, name=someone.name, role=someone.role, lines=tuple(lines))


def _others(context: ScreenContext, window: KioskWindow) -> Iterator[tuple[str, QWidget]]:
    _enlarge(context, window)
    window.visit.happen(happen.LanguageChosen("ja"))
    window.visit.happen(happen.TypeChosen())
    window.frame.header.language_button.click()
    yield "kiosk-languages", window
    window.frame.languages.hide()
    keyboard = window.pages.search.keyboard
    keyboard.button("か").held_down.emit()
    yield "kiosk-kana", window
    keyboard.show_layout("latin")
    keyboard.button("a").held_down.emit()
    yield "kiosk-accents", window
    window.visit.happen(happen.PinWanted())
    yield "kiosk-pin", window
    window.visit.happen(happen.BackChosen())
    window.resize(1920, 1080)
    window.visit.happen(happen.CodeScanned(_someone(context).code))
    yield "kiosk-confirm-1920", window


def _namesakes() -> KioskHits:
    """As many of one name as are shown, with employers of all lengths and with none."""
    name = (("Maria", True), ("••• ", False), ("Silva", True), ("•••", False))
    masks = ("L•••", "U••• H•••-E•••", "M••• G•••", "H•••", "")
    return KioskHits(
        hits=tuple(
            MaskedHit(attendee_id=number, name_mask=name, employer_mask=mask, spoken="Maria Silva")
            for number, mask in enumerate(masks)
        )
    )


def _enlarge(context: ScreenContext, window: KioskWindow) -> None:
    """Who comes next finds the usual text: it is enlarged for each."""
    if context.appearance.scale > 1 and not window.state.larger:
        window.visit.happen(happen.LargerText())


def _someone(context: ScreenContext) -> Attendee:
    people = context.database.read(list_attendees, context.event.id)
    return next(one for one in people if not one.here and len(one.needs_wanted) > 1 and one.email)


def _known(window: KioskWindow) -> Recognised:
    person = window.visit.person
    assert person is not None
    return Recognised(person=person, seat=_SEAT, prints=True)


def _meet(window: KioskWindow, found: Recognised) -> None:
    """Someone whom the database does not know."""
    window.visit.happen(happen.NotMe())
    window.visit.happen(happen.CodeScanned("7K4QM2XR"))
    window.work.code_looked_up.emit(found, window.state.visit)
