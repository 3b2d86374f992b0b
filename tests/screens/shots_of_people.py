"""Pictures of People."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.domain.people import registration_of
from mixer_app.domain.roles import Role
from mixer_app.services.people import add_attendee, cancel_attendee
from mixer_app.ui.people import PeoplePage
from mixer_app.ui.people.rows import Standing
from mixer_app.ui.people.table_model import PeopleFilter

MENTEES = """Full name;E-mail address;Current organisation;What brings you here?;Yrs in practice;Diet
Sofía Herrera;sofia.herrera@;Clínica del Norte;New position;12;vegetarian
Bo Li;bo.li@example.org;Harbour Health;Relocation;7;none
Ngô Minh Anh;minh.anh@example.org;Sông Hồng General;New position, Relocation;9;none
Tomáš Novák;t.novak@example.org;Nemocnice Sever;Relocaton;11;
Tereza Nováková;t.novak@example.org;Nemocnice Sever;Exploring;12-15;vegan
;nobody@example.org;Harbour Health;Exploring;3;
"""


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """The list, a search with chips and chosen people, one person read and edited, an import."""
    page = context.go_to("people")
    assert isinstance(page, PeoplePage)
    context.window.activateWindow()
    listing = page.listing
    listing.table.setFocus()
    yield "people", context.window
    listing.filter_bar.set_filter(PeopleFilter(standings=frozenset({Standing.EXPECTED})))
    listing.table.setCurrentIndex(listing.model.index(4, 1))
    listing.model.tick([2, 4], on=True)
    yield "people-chosen", context.window
    listing.model.tick_none()
    listing.filter_bar.set_filter(PeopleFilter())
    person = listing.model.person_at(3)
    assert person is not None
    listing.table.setCurrentIndex(listing.model.index(3, 1))
    page.open_person(person.attendee.id)
    yield "people-person", context.window
    page.panel.edit()
    yield "people-edit", context.window
    page.panel.leave()
    listing.search.setText("qqqqqq")
    yield "people-nobody", context.window
    listing.search.clear()
    yield from _together(context, page)
    with TemporaryDirectory() as folder:
        mentees = Path(folder) / "registrations-mentees.csv"
        mentees.write_text(MENTEES, "utf-8-sig")
        page.imports.open_with([mentees])
        context.settle()
        yield "people-import-question", context.window
        assert page.imports.sheet is not None
        page.imports.sheet.question.role_chosen.emit(Role.MENTEE)
        context.settle()
        yield "people-import", context.window
        page.imports.sheet.foot.import_button.click()
        context.settle()
        context.window.message_bar.close_message()
        page.open_person(person.attendee.id)
        yield "people-imported", context.window
        page.panel.leave()
        page.imports.problem_bar.undo_button.click()
        context.settle()
        context.window.message_bar.close_message()


def _together(context: ScreenContext, page: PeoplePage) -> Iterator[tuple[str, QWidget]]:
    """Doubles picked out and compared, many people changed, the menu of filters, one who cancelled."""
    listing = page.listing
    first = listing.model.person_at(3)
    assert first is not None
    near = registration_of(first.attendee)
    double = replace(
        near,
        name=replace(near.name, full=f"{near.name.full[0]}. {near.name.family}", given=f"{near.name.full[0]}."),
        email="private@example.org",
        employer=near.employer[:-3],
        topics_wanted=("Negotiation", "Finance"),
        answers=(("Diet", "vegetarian"),),
        goal="Find out whether a fellowship abroad is worth two years, and how to pay for it meanwhile",
    )
    added = context.database.write(
        add_attendee, context.event.id, double, station="Control", now=context.clock(), dice=Random(4)
    )
    page.refresh()
    context.settle()
    page.doubles_button.click()
    listing.model.tick(range(2), on=True)
    listing.table.setCurrentIndex(listing.model.index(0, 1))
    yield "people-doubles", context.window
    page.together.compare()
    context.settle()
    assert page.together.merge_sheet is not None
    yield "people-merge", context.window
    page.together.merge_sheet.close_sheet()
    page.doubles_button.click()
    listing.model.tick(range(12), on=True)
    page.together.edit()
    sheet = page.together.bulk_sheet
    assert sheet is not None
    sheet.form.edits["employer"].setText("Lagoon Teaching Hospital")
    sheet.form.edits["add_topics"].setText("Finance")
    context.settle()
    yield "people-bulk-edit", context.window
    sheet.form.edits["add_needs"].setText("Relocaton")
    sheet.form.edits["add_needs"].editingFinished.emit()
    context.settle()
    yield "people-bulk-strange", context.window
    sheet.close_sheet()
    listing.model.tick_none()
    menu = listing.filter_bar.filter_button.menu()
    menu.aboutToShow.emit()
    menu.resize(menu.sizeHint())
    yield "people-filter", menu
    context.database.write(cancel_attendee, added.id, station="Control", now=context.clock())
    page.refresh()
    context.settle()
    page.open_person(added.id)
    listing.table.go_to_person(added.id)
    yield "people-cancelled", context.window
    page.panel.leave()
