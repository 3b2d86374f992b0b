"""What is done with several people at once: compared and merged, or changed by one edit."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.people import Attendee
from mixer_app.services.merging import MergeLook
from mixer_app.ui.background import Background
from mixer_app.ui.people.bulk_sheet import BulkSheet
from mixer_app.ui.people.listing import Listing
from mixer_app.ui.people.merge_sheet import MergeSheet
from mixer_app.ui.people.people_work import PeopleWork
from mixer_app.ui.people.roster import Roster
from mixer_app.ui.people.selection_bar import MOST_MERGED


class Together(QObject):
    """Opens the sheets over the window of `page`, for who is chosen in the list."""

    refused = Signal(str)

    def __init__(self, page: QWidget, *, listing: Listing, work: PeopleWork, background: Background) -> None:
        super().__init__(page)
        self._page, self._listing, self._work, self._background = page, listing, work, background
        self._roster: Roster | None = None
        self.merge_sheet: MergeSheet | None = None
        self.bulk_sheet: BulkSheet | None = None
        work.compared.connect(self._open_merge)

    def use_roster(self, roster: Roster) -> None:
        """These people are listed now."""
        self._roster = roster

    def compare(self) -> None:
        """Compare the chosen people side by side; without a choice, the current one with who it may be."""
        current = self._listing.table.current_person()
        chosen = self._listing.ticked() or (self.doubles_of(current) if current is not None else [])
        if 2 <= len(chosen) <= MOST_MERGED:
            self._work.look_at_merge(chosen)
        else:
            self.refused.emit(f"Choose two to {MOST_MERGED} people to compare.")

    def compare_with_doubles(self, attendee_id: int) -> None:
        """Compare someone with who it may be."""
        self._work.look_at_merge(self.doubles_of(attendee_id))

    def doubles_of(self, attendee_id: int) -> list[Attendee]:
        """Someone and who it may be; nobody where it is nobody else."""
        if self._roster is None or attendee_id not in self._roster.doubles:
            return []
        rows = [self._listing.model.find(one) for one in (attendee_id, *self._roster.doubles[attendee_id])]
        return [row.attendee for row in rows if row is not None][:MOST_MERGED]

    def edit(self) -> None:
        """Change the chosen people by one edit."""
        chosen = self._listing.model.ticked_rows()
        if self._roster is None or not chosen or not all(row.at_event for row in chosen):
            self.refused.emit("Choose people of this event to edit.")
            return
        people = [row.attendee for row in chosen]
        self.bulk_sheet = BulkSheet(
            self._page.window(), people=people, event=self._roster.event, background=self._background
        )
        self.bulk_sheet.edit_chosen.connect(partial(self._work.edit_many, people))
        self.bulk_sheet.open_sheet(self.bulk_sheet.form.role_box)

    def _open_merge(self, look: MergeLook) -> None:
        if self._roster is None:
            return
        self.merge_sheet = MergeSheet(self._page.window(), look=look, event=self._roster.event)
        self.merge_sheet.merge_chosen.connect(partial(self._work.merge, [one.id for one in look.people]))
        self.merge_sheet.open_sheet(self.merge_sheet.first_choice())
