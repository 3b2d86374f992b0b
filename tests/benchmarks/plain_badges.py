"""Badges the plain ReportLab way: its own QR widget drawn anew for each, fonts registered, nothing shaped or shared."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mixer_app import paths
from mixer_app.domain.paper import BadgeFace

FONT: Final = "PlainInter"
SIZE: Final = (90 * mm, 60 * mm)
QR: Final = 16 * mm


def write_plain_badges(faces: Sequence[BadgeFace], path: Path, *, with_qr: bool = True) -> None:
    """One badge a page, with the texts of ours in one font."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(paths.resource("fonts", "Inter-Regular.ttf"))))
    canvas = Canvas(str(path), pagesize=SIZE, pageCompression=1)
    for face in faces:
        _draw(canvas, face)
        if with_qr:
            _draw_qr(canvas, face.code)
        canvas.showPage()
    canvas.save()


def _draw(canvas: Canvas, face: BadgeFace) -> None:
    texts = (
        (54, 9, face.event_name),
        (38, 26, face.name.full if face.name else ""),
        (31, 9, face.title),
        (27, 9, face.employer),
        (18, 9, ", ".join(face.topics)),
    )
    for height, size, text in texts:
        canvas.setFont(FONT, size)
        canvas.drawString(4 * mm, height * mm, text)
    canvas.setFillColorRGB(0.2, 0.2, 0.6)
    canvas.roundRect(4 * mm, 4 * mm, 63 * mm, 9.6 * mm, 2 * mm, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont(FONT, 15)
    canvas.drawString(14 * mm, 7 * mm, face.role.value.capitalize())
    canvas.setFillColorRGB(0, 0, 0)


def _draw_qr(canvas: Canvas, code: str) -> None:
    widget = QrCodeWidget(code, barLevel="Q")
    left, foot, right, top = widget.getBounds()
    drawing = Drawing(QR, QR, transform=[QR / (right - left), 0, 0, QR / (top - foot), 0, 0])
    drawing.add(widget)
    renderPDF.draw(drawing, canvas, 70 * mm, 4 * mm)
