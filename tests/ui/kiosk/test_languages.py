"""Every screen of the kiosk in every language: nothing is left in English, nothing is cut off."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.answers import Answer, KioskAnswerLine, KioskAnswerSheet
from mixer_app.domain.events import DEFAULT_NEEDS
from mixer_app.domain.kiosk import BadgeState, DeskReason, Hint, KioskScreen, KioskState
from mixer_app.domain.kiosk_person import FirstSeat, KioskPerson, SeatMentor
from mixer_app.domain.people import Attendee, PersonName
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_settings import KIOSK_LANGUAGES, BadgeRule, SecondFact
from mixer_app.paths import resource
from mixer_app.services.kiosk_search import KioskHits, MaskedHit
from mixer_app.ui.kiosk import look, words
from mixer_app.ui.kiosk.buttons import TouchButton
from mixer_app.ui.kiosk.header import EventName, Steps
from mixer_app.ui.kiosk.kiosk_acts import TalkNote
from mixer_app.ui.kiosk.languages import LANGUAGES, Interpreter, language
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.welcome import CameraSight
from mixer_app.ui.kiosk.window import KioskWindow

from ..test_camera import BLANK
from .conftest import Person

MET = KioskAnswerSheet(
    attendee_id=9,
    name=PersonName(full="Adaeze Nnamdi"),
    role=Role.MENTEE,
    lines=tuple(
        KioskAnswerLine(
            partner_id=number,
            name=PersonName(full="Dr. Priya Venkataraman"),
            role=Role.MENTOR if number % 2 else Role.MENTEE,
            employer="",
            round=number % 8,
            table=104,
            answered=number == 3,
        )
        for number in range(1, 9)
    ),
)
SOURCES = {code: resource("translations", f"kiosk_{code}.ts") for code in KIOSK_LANGUAGES}
TOPICS = words.USUAL_NAMES[7:]
HITS = KioskHits(
    hits=tuple(
        MaskedHit(
            attendee_id=n, name_mask=(("A••• ", False), ("Nna•••", True)), employer_mask="L••• T•••", spoken="A Nna"
        )
        for n in range(3)
    )
)

FINDINGS = {
    "empty": None,
    "hits": HITS,
    "many": KioskHits(many=True),
    "many of one name": KioskHits(many=True, whole=True),
    "nobody": KioskHits(),
}


def messages(code: str) -> dict[str, ET.Element]:
    root = ET.parse(SOURCES[code]).getroot()  # noqa: S314  # our own file
    return {message.findtext("source") or "": message.find("translation") for message in root.iter("message")}  # type: ignore[misc]


def all_sentences() -> list[str]:
    named = {said for name, said in vars(words).items() if name.isupper() and isinstance(said, str)}
    return sorted(named | set(words.USUAL_NAMES))


@pytest.mark.parametrize("code", KIOSK_LANGUAGES)
def test_every_sentence_is_translated_and_keeps_its_places(code: str) -> None:
    known = messages(code)
    missing = [one for one in all_sentences() if one not in known]
    assert not missing
    for source, translation in known.items():
        assert translation.get("type") is None, f"{code}: “{source}” is not finished"
        said = translation.text or ""
        assert said.strip(), source
        assert sorted(part.split("}")[0] for part in said.split("{")[1:]) == sorted(
            part.split("}")[0] for part in source.split("{")[1:]
        ), source
        assert code == "en" or said != source or source in SAME, f"{code}: “{source}” is as in English"


SAME = {"Badge", "Mentor", "Mentee", "Mentor, {title}", "Note", "{name}: {answer}"}
"""Words that other languages have taken from English."""


def test_the_compiled_languages_are_those_of_their_sources(tmp_path: Path) -> None:
    program = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    tool = [program] if program else [str(next(Path(PySide6.__path__[0]).rglob("lrelease*")))]
    for code, source in SOURCES.items():
        fresh = tmp_path / f"{code}.qm"
        subprocess.run([*tool, "-silent", str(source), "-qm", str(fresh)], check=True, timeout=60)
        assert fresh.read_bytes() == source.with_suffix(".qm").read_bytes(), f"compile {source.name} again"


def test_every_language_of_the_settings_has_a_button_and_an_alphabet() -> None:
    from mixer_app.ui.kiosk.key_layouts import key_layouts

    assert {one.code for one in LANGUAGES} == set(KIOSK_LANGUAGES)
    assert {one.layout for one in LANGUAGES} <= set(key_layouts())


@pytest.mark.parametrize(("code", "way"), [("zh", "拼音"), ("ja", "ローマ字")])
def test_who_writes_no_latin_is_told_that_latin_letters_find_them(qapp: QApplication, code: str, way: str) -> None:
    interpreter = Interpreter(qapp)
    interpreter.speak(code)
    assert way in words.say(words.THREE_LETTERS)
    interpreter.stop()


def test_whose_name_is_in_kanji_is_told_what_finds_them(kiosk: Person, add: Callable[..., Attendee]) -> None:
    person = add("田中太郎", role="mentee", email="taro@lagoon.example")
    window = kiosk.open()
    window.visit.happen(happen.LanguageChosen("ja"))
    window.visit.happen(happen.TypeChosen())
    search = window.pages.search
    assert "漢字名はメールアドレス全体かコード" in search.hits.sentence.text()
    search.field.insert("たなか")
    assert not search.hits.rows
    assert "メールアドレス全体かコード" in search.hits.sentence.text()
    for works in (person.email, person.code):
        search.field.wipe()
        search.field.insert(works)
        assert [row.hit.attendee_id for row in search.hits.rows] == [person.id]


@pytest.mark.parametrize(
    ("code", "other_address"),
    [
        ("de", r"\b(du|dir|dich|deine?[mnrs]?)\b"),
        ("fr", r"\b(tu|te|toi|ton|tes)\b"),
        ("es", r"\b(tú|te|ti|tus?|quieres)\b"),
        ("it", r"\b(Le(?! ultime| prime)|Lei|Sua|Suo|se vuole|[Dd]esidera)\b"),
    ],
)
def test_a_language_addresses_everybody_in_one_way(code: str, other_address: str) -> None:
    said = [message.text or "" for message in messages(code).values()]
    assert not [one for one in said if re.search(other_address, one)]


def test_the_ends_of_the_marks_are_sentences_in_japanese() -> None:
    said = messages("ja")
    assert said[words.NOT_AT_ALL].text == "全く役に立たなかった"
    assert said[words.VERY_MUCH].text == "とても役に立った"


def test_an_unknown_language_is_english(qapp: QApplication) -> None:
    assert language("fi").code == "en"
    assert language("pt_BR").code == "pt"
    interpreter = Interpreter(qapp)
    interpreter.speak("de")
    assert words.say(words.WELCOME) == "Willkommen"
    interpreter.stop()
    assert words.say(words.WELCOME) == "Welcome"
    interpreter.deleteLater()


def a_person(**said: object) -> KioskPerson:
    values: dict[str, object] = {
        "attendee_id": 1,
        "code": "7K4QM2XR",
        "name": PersonName(full="Adaeze Nnamdi", given="Adaeze", family="Nnamdi"),
        "employer": "Lagoon Teaching Hospital",
        "title": "Registrar",
        "role": Role.BOTH,
        "role_may_change": True,
        "need_choices": DEFAULT_NEEDS,
        "topic_choices": TOPICS,
        "needs_wanted": ("Interpersonal issue",),
        "needs_offered": ("Relocation",),
        "topics_wanted": TOPICS[:3],
        "topics_offered": TOPICS[2:4],
        "most_topics": 3,
        "masked_email": "a•••i@lagoon.example",
        "masked_phone": "",
        "share_email": True,
        "share_phone": False,
    }
    return KioskPerson(**(values | said))  # type: ignore[arg-type]


def pictures(window: KioskWindow) -> Iterator[str]:
    """The picture of the camera, with each sentence below it."""
    welcome = window.pages.welcome
    for hint in Hint:
        welcome.show_hint(hint)
        welcome.viewfinder.mirror.show(BLANK)
        welcome.viewfinder.turn(on=True)
        QApplication.processEvents()
        assert welcome.viewfinder.isVisible()
        yield f"welcome, picture, {hint.value}"
    welcome.show_hint(Hint.SCANNER)


def screens(window: KioskWindow) -> Iterator[str]:
    """Every screen of the kiosk with everything it can say, one after the other."""
    pages, frame = window.pages, window.frame
    letters = language(window.state.language).layout

    def show(screen: KioskScreen) -> None:
        frame.show_screen(screen)
        QApplication.processEvents()

    for hint in Hint:
        pages.welcome.show_hint(hint)
        show(KioskScreen.WELCOME)
        yield f"welcome {hint.value}"
    pages.welcome.show_hint(Hint.SCANNER)
    for camera in CameraSight:
        pages.welcome.show_camera(camera)
        yield f"welcome, camera {camera.value}"
        if camera is CameraSight.OPEN:
            yield from pictures(window)
    pages.welcome.show_camera(CameraSight.NONE)
    pages.welcome.show_connection(lost=True)
    yield "welcome, no connection"
    pages.welcome.show_connection(lost=False)
    pages.welcome.show_printer(away=True)
    yield "welcome, no printer"
    pages.welcome.show_printer(away=False)
    pages.welcome.show_hint(Hint.NONE)
    pages.welcome.show_opening("18:20")
    yield "closed"
    pages.welcome.show_opening("")
    for name, found in FINDINGS.items():
        show(KioskScreen.SEARCH)
        pages.search.keyboard.start_over(letters)
        pages.search.show_hits(found)
        QApplication.processEvents()
        yield f"search {name}"
    for kind in SecondFact:
        show(KioskScreen.SECOND_FACT)
        pages.fact.ask(kind, letters)
        yield f"fact {kind}"
        pages.fact.show_refused()
        yield f"fact {kind} wrong"
        pages.fact.field.wipe()
        pages.fact.go_forward()
        yield f"fact {kind} too short"
    for role in Role:
        pages.confirm.show_person(a_person(role=role), prints=True)
        show(KioskScreen.CONFIRM)
        for number in range(len(pages.confirm._pages())):
            yield f"confirm {role} {number}"
            if number < len(pages.confirm._pages()) - 1:
                pages.confirm.go_forward()
    pages.confirm.show_person(a_person(masked_phone="•••58", role_may_change=False), prints=False)
    yield "confirm two switches"
    pages.confirm.show_person(a_person(masked_phone="•••58"), prints=False)
    yield "confirm two switches, three roles"
    pages.confirm.topics.board.refused.emit()
    frame.footer.warn(words.say(words.STILL_THERE, seconds=15))
    yield "confirm warns"
    frame.footer.warn("")
    seat = FirstSeat(
        round=2,
        table=12,
        starts_at=datetime(2026, 3, 5, 19, 0),
        next_round=1,
        mentor=SeatMentor(name="Dr. Priya Venkataraman", title="Chief", role=Role.MENTOR),
    )
    for badge in (BadgeState.NONE, BadgeState.COMING, BadgeState.OUT):
        for told in (seat, None):
            pages.done.show_person(told, datetime(2026, 3, 5, 18, 50), None, badge_due=True)
            state = KioskState(screen=KioskScreen.DONE, badge=badge, checked_in=True)
            pages.done.show_state(state, (5.0,))
            show(KioskScreen.DONE)
            yield f"done {badge.value} {told}"[:90]
    pages.done.show_person(None, datetime(2026, 3, 5, 18, 50), None, badge_due=True, away=True)
    pages.done.show_state(KioskState(screen=KioskScreen.DONE, checked_in=True), ())
    yield "done without the printer"
    pages.answers.show_sheet(MET, {1: Answer.YES, 2: Answer.NOT_MET})
    show(KioskScreen.ANSWERS)
    while True:
        yield f"answers from {pages.answers._first}"
        if not pages.answers._has_more():
            break
        pages.answers.go_forward()
    pages.note.show_talk("Dr. Priya Venkataraman", TalkNote(helped=4, refer=True), letters, hosted=True)
    show(KioskScreen.NOTE)
    yield "note"
    show(KioskScreen.WRONG)
    yield "wrong"
    for why, checked_in in (
        (DeskReason.WRONG_FACTS, False),
        (DeskReason.BADGE_FAILED, True),
        (DeskReason.WRONG_NAME, True),
        (DeskReason.CONNECTION, True),
    ):
        state = KioskState(screen=KioskScreen.SEE_DESK, why=why, checked_in=checked_in)
        pages.desk.show_state(replace(state, answering=why is DeskReason.CONNECTION), "7K4Q-M2XR")
        pages.desk.show_told()
        show(KioskScreen.SEE_DESK)
        yield f"desk {why}"
    for answer in (pages.pin.show_wrong, pages.pin.show_unread):
        answer()
        pages.pin.show_wait(900)
        show(KioskScreen.PIN)
        yield f"pin {answer.__name__}"
    pages.pin.wipe()
    show(KioskScreen.PIN)
    yield "pin"
    frame.offer_languages(window.state.language)
    yield "languages"
    frame.languages.hide()
    pages.done.badge.wipe()


@pytest.mark.parametrize("code", KIOSK_LANGUAGES)
def test_no_screen_hides_a_word_or_leaves_it_in_english(kiosk: Person, code: str) -> None:
    window = kiosk.open(desk_direction="to your left")
    if code != "en":
        window.visit.happen(happen.LanguageChosen(code))
    english = {source for source, said in messages(code).items() if said.text != source}
    found = look_at_screens(window, english)
    window.visit.happen(happen.LargerText())
    found += [f"larger, {one}" for one in look_at_screens(window, english)]
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("code", KIOSK_LANGUAGES)
def test_the_steps_have_room_where_a_check_in_brings_no_badge(kiosk: Person, code: str) -> None:
    window = kiosk.open(size=(1024, 700), badge_at_check_in=BadgeRule.NEVER)
    window.visit.happen(happen.LanguageChosen(code))
    window.visit.happen(happen.LargerText())
    for screen in (KioskScreen.SEARCH, KioskScreen.CONFIRM, KioskScreen.WRONG):
        window.frame.show_screen(screen)
        QApplication.processEvents()
        assert not window.frame.header.steps.clipped
        assert not hidden_words(window, list(visible(window.frame.header)))


@pytest.mark.parametrize(
    ("size", "dots_per_inch", "code"),
    [
        *(((1024, 700), 96, code) for code in ("de", "ar", "hi", "ja")),  # a small laptop
        *(((1280, 800), 149, code) for code in ("de", "ar", "hi", "ja", "fr")),  # a tablet of 10.1 inches
        ((1024, 600), 96, "de"),
        ((800, 1280), 149, "de"),  # the tablet upright
    ],
)
def test_no_screen_hides_a_word_where_there_is_little_room(
    kiosk: Person, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], dots_per_inch: float, code: str
) -> None:
    unit_for = look.unit_for
    monkeypatch.setattr(look, "unit_for", lambda size, _: unit_for(size, dots_per_inch))
    window = kiosk.open(size=size, desk_direction="to your left")
    window.visit.happen(happen.LanguageChosen(code))
    found = look_at_screens(window, set())
    window.visit.happen(happen.LargerText())
    found += [f"larger, {one}" for one in look_at_screens(window, set())]
    assert not found, "\n".join(dict.fromkeys(found))


def look_at_screens(window: KioskWindow, english: set[str]) -> list[str]:
    """What is hidden, or said in English, on any screen."""
    window.watch.blockSignals(True)  # a database that is found takes back what a screen says of a lost one
    found: list[str] = []
    for screen in screens(window):
        QApplication.processEvents()
        shown = list(visible(window))
        found += [f"{screen}: {one}" for one in hidden_words(window, shown)]
        said = [one.text() for one in shown if isinstance(one, (QLabel, TouchButton))]
        found += [f"{screen}: in English “{text}”" for text in said if text.replace("&&", "&") in english]
    return found


def visible(widget: QWidget) -> Iterator[QWidget]:
    """What is shown in a widget; most of a kiosk's widgets are on the pages that are not."""
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            yield child
            yield from visible(child)


def hidden_words(window: KioskWindow, seen: list[QWidget]) -> list[str]:
    """Texts that are cut, squeezed below their line, outside of their parent, or over each other."""
    found: list[str] = []
    shown = [one for one in seen if not covered(one, window)]
    for one in shown:
        if isinstance(one, EventName) or not isinstance(one, (Words, TouchButton, Steps)):
            continue
        text = one.text()
        if one.clipped:
            found.append(f"cut: {type(one).__name__} “{text}” in {one.width()} × {one.height()}")
        if isinstance(one, Words) and text and one.height() + 1 < one.fitted().height:
            found.append(f"low: “{text}” {one.height()} of {one.fitted().height}")
        if isinstance(one, Words) and text and one.fitted().ink_height >= one.height() and loses_ink(one):
            found.append(f"ink lost: “{text}” in {one.width()} × {one.height()}")
        if isinstance(one, TouchButton) and one.height() < window.look.px(36):
            found.append(f"squeezed: “{text}” {one.height()}")
        if isinstance(one, TouchButton) and one.visibleRegion().boundingRect() != one.rect():
            found.append(f"cut at the edge: {one.objectName()} “{text}” {one.visibleRegion().boundingRect().getRect()}")
        place = one.rect().translated(one.mapTo(window, one.rect().topLeft()))
        if not window.rect().contains(place):
            found.append(f"outside: “{text}” {place.getRect()}")
    found += overlaps(window, [one for one in shown if isinstance(one, (Words, TouchButton)) and one.text()])
    return found


def loses_ink(one: Words) -> bool:
    """Whether letters reach past the upper or lower edge: the same letters need more rows where there is room."""
    return len(ink_rows(one, 0)) < len(ink_rows(one, one.height()))


def ink_rows(one: Words, more: int) -> list[int]:
    """In which rows of pixels there are letters, with so many px more above and below than the widget has."""
    image = QImage(one.width(), one.height() + 2 * more, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    one.fitted().paint(painter, one.rect().translated(0, more), Qt.AlignmentFlag.AlignLeft, QColor(0, 0, 0))
    painter.end()
    return [row for row in range(image.height()) if min(bytes(image.constScanLine(row))[: image.width()]) < 128]


def covered(one: QWidget, window: KioskWindow) -> bool:
    sheet = window.frame.languages
    below = not sheet.isHidden() and not sheet.isAncestorOf(one) and not window.frame.header.isAncestorOf(one)
    return below and one is not sheet


def overlaps(window: KioskWindow, shown: list[QWidget]) -> list[str]:
    places = [
        (one, one.rect().translated(one.mapTo(window, one.rect().topLeft())).adjusted(1, 1, -1, -1)) for one in shown
    ]
    return [
        f"over each other: “{one.text()}” and “{other.text()}”"  # type: ignore[attr-defined]
        for number, (one, place) in enumerate(places)
        for other, second in places[number + 1 :]
        if place.intersects(second) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def test_a_change_of_language_rewrites_the_screen_at_once_and_mirrors_it(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.pages.welcome.grid.buttons[6].click()  # loaded once
    buttons = {button.language.code: button for button in window.pages.welcome.grid.buttons}
    buttons["ar"].click()
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert window.frame.layoutDirection() is Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: window.pages.welcome.scan_card.x() > window.pages.welcome.type_card.x())
    assert window.pages.welcome.heading.text() == "أهلًا وسهلًا"


def test_a_heading_has_its_new_height_when_its_page_is_shown_again(kiosk: Person) -> None:
    window = kiosk.open()
    for screen in (KioskScreen.SECOND_FACT, KioskScreen.SEARCH, KioskScreen.WELCOME):
        window.frame.show_screen(screen)
        QApplication.processEvents()
    window.visit.happen(happen.LanguageChosen("ar"))
    for page in (window.pages.fact, window.pages.search):
        assert page.heading.height() >= page.heading.fitted().height


@pytest.mark.parametrize(("code", "weight"), [("en", 600), ("zh", 700), ("ja", 700)])
def test_what_stands_out_does_so_in_faces_without_a_weight_of_600(kiosk: Person, code: str, weight: int) -> None:
    window = kiosk.open()
    window.visit.happen(happen.LanguageChosen(code))
    assert window.pages.confirm.needs.heading.fitted().layout.font().weight() == weight


def test_only_the_languages_of_the_event_are_offered_its_own_first(kiosk: Person) -> None:
    window = kiosk.open(kiosk_languages=("fr", "en", "ar"))
    assert [button.language.code for button in window.pages.welcome.grid.buttons] == ["en", "fr", "ar"]


def test_the_language_button_covers_the_page_and_closes_again(kiosk: Person) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    window.frame.header.language_button.click()
    assert window.frame.languages.isVisible()
    next(one for one in window.frame.languages.grid.buttons if one.language.code == "it").click()
    assert not window.frame.languages.isVisible()
    assert window.pages.search.heading.text() == "Scrivi il tuo nome"
    assert QCoreApplication.translate("Kiosk", "Back") == "Indietro"
