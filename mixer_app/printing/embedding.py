"""Putting shaped text into a PDF: each font once, only the glyphs used, with the text they stand for.

Glyphs are written by their number in the font file (a composite font, Identity-H), so that every shape
HarfBuzz chose can be drawn; the ToUnicode table gives readers the letters back. Where glyphs alone
cannot tell the text (Indic, Thai, ligatures met in two meanings) the run carries /ActualText; runs from
right to left do not, because readers turn those round themselves.
"""

from typing import Any, Final

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from mixer_app.printing.fonts import Typeface
from mixer_app.printing.harfbuzz import hb
from mixer_app.printing.shaping import GlyphRun, ShapedLine

_UNNEEDED: Final = (b"GSUB", b"GPOS", b"GDEF", b"cmap", b"name", b"post", b"OS/2", b"STAT", b"vhea", b"vmtx")


class FontEmbedder:
    """Writes shaped lines on a canvas and embeds their fonts when the document is saved."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._used: dict[str, _UsedFont] = {}
        self._written: dict[int, tuple[GlyphRun, str]] = {}
        document: Any = canvas._doc  # type: ignore[attr-defined]  # ReportLab has no public way in
        document.delayedFonts.append(self)

    def draw(self, line: ShapedLine, x: float, y: float, size: float) -> None:
        """Draw at the left end of the baseline, all in points, in the canvas' fill colour."""
        parts: list[str] = []
        pen = x
        for run in line.runs:
            parts.append(f"BT {pen:.3f} {y:.3f} Td {self._run(run, size)} ET")
            pen += run.advance * size
        self._canvas.addLiteral("\n".join(parts))

    def addObjects(self, document: Any) -> None:  # noqa: N802  # called by ReportLab when it saves
        """Add every used font to the document."""
        fonts = document.idToObject["BasicFonts"].dict
        for used in self._used.values():
            fonts[used.typeface.name] = used.reference(document)

    def _run(self, run: GlyphRun, size: float) -> str:
        known = self._written.get(id(run))
        if known is None:
            known = self._written[id(run)] = (run, self._operators(run))
        operators = known[1].replace("\0", "") if "\1" not in known[1] else _with_rises(known[1], size)
        font = f"/{run.typeface.name} {size:g} Tf"
        if run.typeface.thickening:
            operators = f"2 Tr {run.typeface.thickening * size:.3f} w 1 j {operators} 0 Tr"
        return f"{font} {operators}"

    def _operators(self, run: GlyphRun) -> str:
        """Text operators; rises, which depend on the size, stand between marks."""
        used = self._used.setdefault(run.typeface.name, _UsedFont(run.typeface))
        told = "".join([used.use(glyph.id, glyph.text) for glyph in run.glyphs])
        written = _show(run)
        plain = told == run.text and all(glyph.text for glyph in run.glyphs)
        if plain or run.right_to_left:
            return written
        actual = run.text.encode("utf-16-be").hex().upper()
        return f"/Span <</ActualText <FEFF{actual}>>> BDC {written} EMC"


class _UsedFont:
    """The glyphs of one typeface that a document uses."""

    def __init__(self, typeface: Typeface) -> None:
        self.typeface = typeface
        self._texts: dict[int, str] = {}

    def use(self, glyph: int, text: str) -> str:
        """Remember a glyph; what a reader will take it for."""
        if text and not self._texts.get(glyph):
            self._texts[glyph] = text
        return self._texts.setdefault(glyph, "")

    def reference(self, document: Any) -> Any:
        """The font object of the document."""
        name = f"MIXERA+{self.typeface.name}"
        mapping, program = self._subset()
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Flags": 4,
            "ItalicAngle": 0,
            "Ascent": 1000,
            "Descent": -300,
            "CapHeight": 730,
            "StemV": 80,
            "FontBBox": pdfdoc.PDFArray([-500, -500, 1500, 1500]),
            "FontFile2": _stream(document, program, Length1=len(program)),
        }
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
            "CIDToGIDMap": _stream(document, self._glyph_map(mapping)),
            "DW": 0,
            "W": pdfdoc.PDFArray(self._widths()),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": _stream(document, self._to_unicode().encode("ascii")),
        }
        return document.Reference(pdfdoc.PDFDictionary(font))

    def _subset(self) -> tuple[dict[int, int], bytes]:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update([0, *self._texts])
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _UNNEEDED)
        plan = hb.SubsetPlan(self.typeface.face, wanted)
        return dict(plan.old_to_new_glyph_mapping.items()), plan.execute().blob.data

    def _glyph_map(self, mapping: dict[int, int]) -> bytes:
        table = bytearray(2 * max(self._texts) + 2)
        for glyph in self._texts:
            table[2 * glyph : 2 * glyph + 2] = mapping.get(glyph, 0).to_bytes(2, "big")
        return bytes(table)

    def _widths(self) -> list[Any]:
        widths: list[Any] = []
        for glyph in sorted(self._texts):
            widths += [glyph, pdfdoc.PDFArray([self.typeface.advance(glyph)])]
        return widths

    def _to_unicode(self) -> str:
        rows = [
            f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for glyph, text in sorted(self._texts.items())
            if text
        ]
        blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
        )


def _show(run: GlyphRun) -> str:
    """TJ operators: glyph numbers with the moves between them (1/1000 em)."""
    parts: list[str] = []
    move, rise = 0.0, 0.0
    for glyph in run.glyphs:
        if glyph.dy != rise:
            parts.append(f"\1{glyph.dy}\1")
            rise = glyph.dy
        move -= glyph.dx
        parts.append(f"{move:g}<{glyph.id:04X}>" if abs(move) >= 0.5 else f"<{glyph.id:04X}>")
        move = glyph.natural - glyph.advance + glyph.dx
    if rise:
        parts.append("\x010\x01")
    return _grouped(parts)


def _grouped(parts: list[str]) -> str:
    groups: list[str] = []
    current = ""
    for part in parts:
        if part.startswith("\1"):
            if current:
                groups.append(f"[{current}] TJ")
            groups.append(part)
            current = ""
        else:
            current += part
    if current:
        groups.append(f"[{current}] TJ")
    return " ".join(groups).replace("><", "")


def _with_rises(operators: str, size: float) -> str:
    pieces = operators.split("\1")
    return "".join(
        f" {float(piece) * size / 1000:.3f} Ts " if index % 2 else piece for index, piece in enumerate(pieces)
    )


def _stream(document: Any, content: bytes, **entries: int) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    stream.dictionary.dict.update(entries)
    stream.filters = [pdfdoc.PDFZCompress]
    return document.Reference(stream)
