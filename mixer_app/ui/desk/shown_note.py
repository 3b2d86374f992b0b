"""The note of whoever is shown, on whichever card that is."""

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.hits_place import HitsPlace
from mixer_app.ui.desk.note_band import NoteBand


class ShownNote(QObject):
    """One hand for the bands of three cards: the best hit, the interruption and the greeting."""

    seen_asked = Signal(int)  # attendee
    written = Signal(int, str)  # attendee and note
    left = Signal()
    spoke = Signal(str)

    def __init__(self, place: HitsPlace) -> None:
        super().__init__(place)
        self._place = place
        for band in place.note_bands:
            band.seen_asked.connect(self.seen_asked)
            band.written.connect(self.written)
            band.left.connect(self.left)

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return any(band.writing for band in self._place.note_bands)

    def show_person(self, attendee: Attendee | None, *, seen: bool) -> None:
        """Show what is said of this person on the card that shows them."""
        for band in self._place.note_bands:
            if attendee is not None and band is self._place.note_band:
                band.show_note(attendee, seen=seen)
            else:
                band.show_nothing()
        self._place.fit()

    def see(self) -> None:
        """Staff have seen the note that is shown."""
        if self._band.is_open:
            self._band.see()
        else:
            self.spoke.emit("There is no note to be seen")

    def write(self) -> None:
        """Put the cursor into the note of whoever is shown."""
        if self._band.attendee is not None:
            self._band.begin()
        else:
            self.spoke.emit("Search for the person first, then write the note")

    @property
    def _band(self) -> NoteBand:
        return self._place.note_band
