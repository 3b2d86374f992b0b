"""The picture with the one number."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainterPath

from mixer_app.domain.projector_frames import Countdown, Notice, Segment
from mixer_app.ui.projector.canvas import HEIGHT, MARGIN, NARROWED, Canvas, breadth

TITLE_BASELINE: Final = 163.0
_SMALL_BASELINE: Final = 151.0  # in the middle of the title's capitals
_DIGITS_MIDDLE: Final = 524.0
_SEGMENTS_TOP: Final = 864.0
_SEGMENT: Final = (24.0, 12.0, 16.0)  # height, radius, gap
BOTTOM_BASELINE: Final = 990.0
_LINE: Final = 72.0
_GAP: Final = 48.0
_LOGO: Final = (960.0, 240.0)
_KEEP: Final = Qt.AspectRatioMode.KeepAspectRatio


def paint_countdown(canvas: Canvas, frame: Countdown, logo: QImage | None = None) -> None:
    """Paint the whole picture."""
    _paint_title(canvas, frame)
    if frame.digits:
        _paint_digits(canvas, frame)
    else:
        _paint_lines(canvas, (frame.words,), logo)
    _paint_segments(canvas, frame.segments)
    if frame.message:
        paint_message(canvas, frame.message, BOTTOM_BASELINE)
    else:
        _paint_bottom(canvas, frame)


def paint_notice(canvas: Canvas, frame: Notice, logo: QImage | None = None) -> None:
    """Paint a message that has the screen for itself."""
    _paint_title(canvas, Countdown(title=frame.title, clock=frame.clock))
    _paint_lines(canvas, frame.lines, logo)


def paint_message(canvas: Canvas, lines: tuple[str, ...], baseline: float) -> None:
    """Write one or two lines at the bottom, around where one line has its baseline."""
    font = canvas.font("projector_body", weight=600)
    first = baseline + canvas.height - HEIGHT - (len(lines) - 1) * _LINE / 2
    for number, line in enumerate(lines):
        canvas.write(line, MARGIN, first + number * _LINE, font, canvas.color("text"), width=canvas.inner)


def _paint_title(canvas: Canvas, frame: Countdown) -> None:
    """Where room is short the wall clock goes first, then the part of the title that is muted."""
    bold, plain = canvas.font("projector_title"), canvas.font("projector_title", weight=400)
    small = canvas.font("projector_body", tabular=True)
    title = [(frame.title, bold, canvas.color("text"))]
    rest = [(f" {frame.title_rest}", plain, canvas.color("text_muted"))] if frame.title_rest else []
    status = breadth(frame.status, bold) + _GAP if frame.status else 0.0
    clock = breadth(frame.clock, small) + _GAP if frame.clock else 0.0
    wanted = sum(breadth(text, font) for text, font, _ in (*title, *rest)) + 1
    if wanted * (1 if frame.status else NARROWED) + status + clock > canvas.inner:
        clock = 0.0
    if frame.status and wanted + status > canvas.inner:
        rest = []
    took = canvas.write_run([*title, *rest], MARGIN, TITLE_BASELINE, width=canvas.inner - status - clock)
    if frame.status:
        x = MARGIN + took + _GAP
        color = canvas.color(frame.status_tone.value)
        canvas.write(frame.status, x, TITLE_BASELINE, bold, color, width=canvas.width - MARGIN - clock - x)
    if clock:
        color = canvas.color("text_muted")
        canvas.write(frame.clock, MARGIN, _SMALL_BASELINE, small, color, width=canvas.inner, end=True)


def digits_font(canvas: Canvas) -> QFont:
    """Tabular, with the colon in the middle of the digits."""
    font = canvas.font("projector_digits", tabular=True)
    font.setFeature(QFont.Tag("case"), 1)
    return font


def _paint_digits(canvas: Canvas, frame: Countdown) -> None:
    """In the middle by the ink of zeros, so that nothing moves from second to second."""
    font = digits_font(canvas)
    path = _outline(frame.digits, font)
    ink = _outline("".join("0" if letter.isdigit() else letter for letter in frame.digits), font).boundingRect()
    shrink = min(1.0, canvas.inner / ink.width())
    painter = canvas.painter
    painter.save()
    painter.translate(canvas.width / 2, _DIGITS_MIDDLE + (canvas.height - HEIGHT) / 2)
    painter.scale(shrink, shrink)
    painter.translate(-ink.center())
    painter.fillPath(path, canvas.color(frame.tone.value))
    painter.restore()


def _outline(digits: str, font: QFont) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # strokes of a letter may cross
    path.addText(QPointF(0, 0), font, digits)
    return path


def _paint_segments(canvas: Canvas, segments: tuple[Segment, ...]) -> None:
    if not segments:
        return
    height, radius, gap = _SEGMENT
    gap = min(gap, canvas.inner / len(segments) / 4)
    top = _SEGMENTS_TOP + canvas.height - HEIGHT
    each = (canvas.inner - gap * (len(segments) - 1)) / len(segments)
    radius = min(radius, each / 2)
    for number, segment in enumerate(segments):
        x = MARGIN + number * (each + gap)
        ground = "fit1" if segment.running else "fit2" if segment.share else "line"
        canvas.bar(x, top, each, height, canvas.color(ground), radius)
        if segment.running and segment.share:
            _paint_share(canvas, QRectF(canvas.from_left(x, each), top, each, height), segment.share, radius)


def _paint_share(canvas: Canvas, whole: QRectF, share: float, radius: float) -> None:
    """The part that has gone, cut straight where it ends."""
    gone = QRectF(whole)
    gone.setWidth(whole.width() * share)
    if canvas.mirrored:
        gone.moveRight(whole.right())
    rounded, part = QPainterPath(), QPainterPath()
    rounded.addRoundedRect(whole, radius, radius)
    part.addRect(gone)
    canvas.painter.fillPath(rounded.intersected(part), canvas.color("accent"))


def _paint_bottom(canvas: Canvas, frame: Countdown) -> None:
    bold = canvas.font("projector_body", weight=700)
    plain = canvas.font("projector_body", tabular=True)
    baseline = BOTTOM_BASELINE + canvas.height - HEIGHT
    parts = [(frame.following, bold, canvas.color("text"))]
    if frame.following_rest:
        parts.append((f" {frame.following_rest}", plain, canvas.color("text_muted")))
    took = canvas.write_run(parts, MARGIN, baseline, width=canvas.inner)
    if frame.hint and breadth(frame.hint, plain) + took + _GAP <= canvas.inner:
        canvas.write(frame.hint, MARGIN, baseline, plain, canvas.color("text_muted"), width=canvas.inner, end=True)


def _paint_lines(canvas: Canvas, lines: tuple[str, ...], logo: QImage | None) -> None:
    """Lines in the middle of the picture, broken again where they are too wide for it, the logo above them."""
    font = canvas.font("projector_title")
    metrics = QFontMetricsF(font)
    broken = [part for line in lines for part in _broken(line, font, canvas.inner)]
    pitch = metrics.height()
    shown = QSizeF(logo.size()).scaled(QSizeF(*_LOGO), _KEEP) if logo is not None else QSizeF(0, 0)
    above = shown.height() + _GAP if logo is not None else 0.0
    top = canvas.height / 2 - (above + pitch * len(broken)) / 2
    if logo is not None:
        target = QRectF(QPointF((canvas.width - shown.width()) / 2, top), shown)
        canvas.painter.drawImage(target, logo)
    for number, line in enumerate(broken):
        width = min(breadth(line, font), canvas.inner)
        x = (canvas.width - width) / 2
        baseline = top + above + number * pitch + metrics.ascent()
        canvas.write(line, x, baseline, font, canvas.color("text"), width=width + 1)


def _broken(line: str, font: QFont, width: float) -> list[str]:
    """A line in as few as fit, all of about the same length."""
    fewest = _greedily(line, font, width)
    narrower = max((breadth(word, font) for word in line.split(" ")), default=width)
    while narrower < width and len(_greedily(line, font, narrower)) > len(fewest):
        narrower += font.pixelSize() / 2
    return _greedily(line, font, min(narrower, width))


def _greedily(line: str, font: QFont, width: float) -> list[str]:
    words = line.split(" ")
    found = [words[0]]
    for word in words[1:]:
        longer = f"{found[-1]} {word}"
        if breadth(longer, font) <= width:
            found[-1] = longer
        else:
            found.append(word)
    return found
