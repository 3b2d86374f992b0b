"""The languages of the kiosk, each by its own name, and the change from one to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator

from mixer_app.domain.errors import MixerError
from mixer_app.paths import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language: ISO 639 code, its own name, and the layout with which its names are typed."""

    code: str
    name: str
    layout: str = "latin"
    from_the_right: bool = False
    has_semibold: bool = True
    """Whether its face has a weight of 600; where not, words that stand out are set in 700."""

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The direction in which it is read."""
        right = Qt.LayoutDirection.RightToLeft
        return right if self.from_the_right else Qt.LayoutDirection.LeftToRight


LANGUAGES: Final = (  # by their own names within each script
    Language(code="de", name="Deutsch"),
    Language(code="en", name="English"),
    Language(code="es", name="Español"),
    Language(code="fr", name="Français"),
    Language(code="it", name="Italiano"),
    Language(code="pt", name="Português"),
    Language(code="ar", name="العربية", layout="arabic", from_the_right=True),
    Language(code="hi", name="हिन्दी", layout="devanagari"),
    Language(code="zh", name="简体中文", has_semibold=False),  # typed in pinyin: a registration has both forms
    Language(code="ja", name="日本語", layout="kana", has_semibold=False),
)
_BY_CODE: Final = {language.code: language for language in LANGUAGES}


def language(code: str) -> Language:
    """The language of a code such as `pt` or `pt_BR`; English where we have none."""
    return _BY_CODE.get(code.lower().replace("-", "_").split("_")[0], _BY_CODE["en"])


def offered(codes: Sequence[str], first: str) -> list[Language]:
    """The event's languages in the order in which the kiosk shows them: `first` leads."""
    chosen = {language(code).code for code in (*codes, first)}
    known = [one for one in LANGUAGES if one.code in chosen]
    return sorted(known, key=lambda one: one.code != language(first).code)


class Interpreter(QObject):
    """Lets the application speak one language after another; `stop` gives it English back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None
        self._known: dict[str, QTranslator] = {}

    def speak(self, code: str) -> Language:
        """Use this language from now on; what is on the screen is to be said anew."""
        chosen = language(code)
        self.stop()
        self._translator = self._load(chosen.code)
        QCoreApplication.installTranslator(self._translator)
        return chosen

    def stop(self) -> None:
        """Translate no more."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _load(self, code: str) -> QTranslator:
        if code not in self._known:
            translator = QTranslator(self)
            path = resource("translations", f"kiosk_{code}.qm")
            if not translator.load(str(path)):
                raise MixerError(f"{path.name} is missing or damaged. Install the application again.")
            self._known[code] = translator
        return self._known[code]
