"""The frame of the kiosk: header, one page, footer, and the languages over it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mixer_app.domain.kiosk import KioskScreen
from mixer_app.ui.kiosk.footer import KioskFooter
from mixer_app.ui.kiosk.header import KioskHeader
from mixer_app.ui.kiosk.language_sheet import LanguageSheet
from mixer_app.ui.kiosk.languages import Language
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.tab_order import go_on, stops_in
from mixer_app.ui.widgets.announcing import announce

_STEPS = {
    KioskScreen.SEARCH: 0,
    KioskScreen.SECOND_FACT: 0,
    KioskScreen.CONFIRM: 1,
    KioskScreen.PRINTING: 2,
    KioskScreen.DONE: 2,
    KioskScreen.WRONG: 2,
}
_WITHOUT_FOOTER = (KioskScreen.WELCOME, KioskScreen.CLOSED)


class KioskFrame(QWidget):
    """Places the parts; what they mean is the window's business."""

    def __init__(
        self,
        look: KioskLook,
        event_name: str,
        languages: Sequence[Language],
        pages: Mapping[KioskScreen, KioskPage],
        *,
        badges: bool = True,
    ) -> None:
        super().__init__()
        self._look, self._pages = look, dict(pages)
        self._shown = next(iter(pages.values()))
        self.header = KioskHeader(look, event_name, badges=badges)
        self.footer = KioskFooter(look)
        self.stack = QStackedWidget()
        for page in dict.fromkeys(pages.values()):
            self.stack.addWidget(page)
            page.footing_changed.connect(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)
        self.languages = LanguageSheet(look, languages, self)
        self.languages.covers.connect(self._cover_page)
        self.footer.back_pressed.connect(self._back)
        self.footer.forward_pressed.connect(self._forward)

    @property
    def page(self) -> KioskPage:
        """The page that is shown."""
        return self._shown

    def show_screen(self, screen: KioskScreen) -> None:
        """Show the page of a screen, give it the keyboard and say what a screen reader needs."""
        page = self._pages[screen]
        changed, self._shown = page is not self._shown, page
        self.languages.hide()
        self.stack.setCurrentWidget(page)
        bare = screen in _WITHOUT_FOOTER
        self.footer.setVisible(not bare)
        self.header.show_step(_STEPS.get(screen, -1), language_button=not bare)
        self.footer.show_page(page)
        if changed:
            self.focus_page()
            if page.announcement():
                announce(self, page.announcement())

    def focus_page(self) -> None:
        """Give the keyboard to what the page begins with; where it has nothing, to the way forward."""
        (self.page.first_focus() or self.footer.forward_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_language(self, shown: Language) -> None:
        """Say everything in a language, and lay it out in its direction."""
        self._look.set_semibold(has=shown.has_semibold)
        self.setLayoutDirection(shown.direction)
        for page in dict.fromkeys(self._pages.values()):
            page.retranslate()
        self.header.show_language(shown)
        self.languages.retranslate()
        self.footer.show_page(self.page)

    def offer_languages(self, code: str) -> None:
        """Open the languages over the page, or close them again."""
        if not self.languages.isHidden():
            self.languages.hide()
            return
        self._cover()
        self.languages.open_sheet(code)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt calls it so
        """Tab: the page or the languages over it, then the footer, then the header."""
        page = self.stack if self.languages.isHidden() else self.languages
        return go_on(stops_in(page, self.footer, self.header), forward=next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cover()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("canvas"))

    def _cover(self) -> None:
        self.languages.setGeometry(0, self.header.height(), self.width(), self.height() - self.header.height())

    def _cover_page(self, covered: bool) -> None:
        """What lies under the languages takes no keys; when they go, the page has the keyboard again."""
        for part in (self.stack, self.footer):
            part.setDisabled(covered)
        if not covered:
            self.focus_page()

    def _foot(self) -> None:
        if self.sender() is self.page:
            self.footer.show_page(self.page)

    def _back(self) -> None:
        self.page.go_back()

    def _forward(self) -> None:
        self.page.go_forward()
