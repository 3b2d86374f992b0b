"""Pictures in a PDF: each is embedded once, however often it is drawn."""

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from mixer_app.domain.brand import Picture


class PictureEmbedder:
    """Draws pictures on a canvas as forms of one by one point, which are scaled where they stand."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def draw(self, picture: Picture, matrix: str) -> None:
        """Draw with the six numbers of a PDF matrix, which give size and place."""
        name = f"picture-{picture.key}"
        if not self._canvas.hasForm(name):
            self._canvas.beginForm(name, 0, 0, 1, 1)
            self._canvas.drawImage(ImageReader(BytesIO(picture.data)), 0, 0, 1, 1, mask="auto")
            self._canvas.endForm()
        self._canvas.addLiteral(f"q {matrix} cm")
        self._canvas.doForm(name)
        self._canvas.addLiteral("Q")
