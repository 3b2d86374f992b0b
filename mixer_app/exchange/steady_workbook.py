"""Workbooks without the time at which they were written: the same tables are the same bytes.

Whoever compares two exports then sees what has changed, and nothing else.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl import Workbook

_ALWAYS: Final = datetime(1980, 1, 1)  # the earliest that a packed file can bear


def save_workbook(book: "Workbook", path: Path) -> None:
    """Write the workbook to `path`."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.created = book.properties.modified = _ALWAYS
    with _SteadyZip(path, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    book.close()


class _SteadyZip(ZipFile):
    """Everything in it bears the same date."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *args: Any, **more: Any) -> None:
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, ZipInfo) else zinfo_or_arcname
        member = ZipInfo(name, _ALWAYS.timetuple()[:6])
        member.compress_type = ZIP_DEFLATED
        super().writestr(member, data, *args, **more)

    def write(self, filename: Any, arcname: Any = None, *args: Any, **more: Any) -> None:
        self.writestr(str(arcname or filename), Path(filename).read_bytes())
